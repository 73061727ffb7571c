package news.dateline.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * Writes an answer, a piece after the other, so that it shows whether the reader keeps reading. For
 * the event loop alone.
 */
final class Answer {
  private static final int PIECE = 32 << 10;

  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final Line line;
  private final Lines lines;
  private final int number;

  Answer(HttpServerRequest request, Line line, Lines lines) {
    this.request = request;
    this.response = request.response();
    this.line = line;
    this.lines = lines;
    this.number = line.number();
  }

  /** Writes it; of a request whose body has not been read the rest goes by unread. */
  void send(Reply reply) {
    if (response.closed() || response.ended()) {
      return;
    }
    reply.headers().forEach(response::putHeader);
    response.setStatusCode(reply.status());
    if (!reply.contentType().isEmpty()) {
      response.putHeader("Content-Type", reply.contentType());
    }
    if (!request.isEnded()) {
      boolean long_ = Intake.told(request).orElse(Long.MAX_VALUE) > PIECE;
      if (long_) {
        response.putHeader("Connection", "close");
      }
      Intake.ignore(request, line);
    } else {
      line.works(lines.now()); // how long it is read for is looked after by itself
    }
    boolean bare = reply.status() == 204 || reply.status() == 304;
    byte[] body = reply.body().array();
    if (!bare) {
      response.putHeader("Content-Length", String.valueOf(body.length));
    }
    if (bare || request.method().equals(HttpMethod.HEAD)) {
      end();
    } else {
      pieces(Buffer.buffer(body), 0);
    }
  }

  /** The next piece once the one before is out, each within the time that a reader gets. */
  private void pieces(Buffer body, int from) {
    int to = Math.min(body.length(), from + PIECE);
    line.gives(lines.now());
    Future<Void> out =
        to == body.length()
            ? response.end(body.slice(from, to))
            : response.write(body.slice(from, to));
    out.onComplete(
        done -> {
          line.taken(lines.now());
          if (to == body.length()) {
            rest();
          } else if (done.succeeded()) {
            pieces(body, to);
          }
        });
  }

  private void end() {
    response.end().onComplete(done -> rest());
  }

  /** The connection is free for the next request once this one has been read, too. */
  private void rest() {
    if (request.isEnded()) {
      line.rests(number, lines.now());
    } else {
      request.end().onComplete(done -> line.rests(number, lines.now()));
    }
  }
}
