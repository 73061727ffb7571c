package news.dateline.web;

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

  Answer(HttpServerRequest request, Line line, Lines lines) {
    this.request = request;
    this.response = request.response();
    this.line = line;
    this.lines = lines;
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
      line.answers(0, lines.now());
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

  private void pieces(Buffer body, int from) {
    int to = Math.min(body.length(), from + PIECE);
    if (to == body.length()) {
      response.end(body.slice(from, to)).onComplete(done -> rest());
      return;
    }
    response
        .write(body.slice(from, to))
        .onSuccess(
            done -> {
              line.answers(to - from, lines.now());
              pieces(body, to);
            });
  }

  private void end() {
    response.end().onComplete(done -> rest());
  }

  /** The connection is free for the next request once this one has been read, too. */
  private void rest() {
    if (request.isEnded()) {
      line.rests(lines.now());
    } else {
      request.end().onComplete(done -> line.rests(lines.now()));
    }
  }
}
