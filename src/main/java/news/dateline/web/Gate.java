package news.dateline.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every request of the HTTP server comes by first, Camel's own paths included: says whether
 * the instance takes requests yet, keeps strangers out, and has our own entries answer. It runs on
 * the event loop and never waits; entries work on threads of their own.
 */
final class Gate implements Handler<HttpServerRequest> {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
  private static final String ALIVE = "/observe/health/live";

  /** Threads for pushes and deliveries, which wait for their commit, and for all else. */
  private static final int PUSHERS = 16;

  private static final int ASKERS = 8;

  private final HttpGuard guard;
  private final Lines lines;
  private final Intake intake;
  private volatile Standing standing = Standing.STARTING;
  private volatile Map<String, Entry> entries = Map.of();
  private volatile Handler<HttpServerRequest> others = request -> {};
  private volatile Optional<WorkerExecutor> pushers = Optional.empty();
  private volatile Optional<WorkerExecutor> askers = Optional.empty();

  Gate(HttpGuard guard, Lines lines, Intake intake) {
    this.guard = guard;
    this.lines = lines;
    this.intake = intake;
  }

  /**
   * The server is about to listen.
   *
   * @param rest answers everything that no entry does
   */
  void attach(Vertx vertx, Handler<HttpServerRequest> rest) {
    others = rest;
    pushers = Optional.of(vertx.createSharedWorkerExecutor("http-push", PUSHERS));
    askers = Optional.of(vertx.createSharedWorkerExecutor("http-api", ASKERS));
    lines.watch(vertx);
  }

  /**
   * Lets requests in.
   *
   * @param answering by the first part of the path, {@code ""} for the page itself
   */
  void open(Map<String, Entry> answering) {
    entries = Map.copyOf(answering);
    standing = Standing.OPEN;
  }

  /** From now on everybody is asked to come again. */
  void shut() {
    standing = Standing.CLOSING;
  }

  Lines lines() {
    return lines;
  }

  @Override
  public void handle(HttpServerRequest raw) {
    Line line = lines.of(raw.connection());
    if (line.isClogged()) {
      line.cut();
      return;
    }
    line.reads(raw, lines.now());
    Answer answer = new Answer(raw, line, lines);
    Optional<Request> read = head(raw, line.peer());
    if (read.isEmpty()) {
      answer.send(HttpGuard.secured(Json.error(400, "bad-request", "this is not a request")));
      return;
    }
    Request head = read.get();
    Standing now = standing;
    if (now != Standing.OPEN && !head.path().equals(ALIVE)) {
      answer.send(
          HttpGuard.secured(
              Json.error(503, "try-again", now.why() + "; send it again")
                  .with("Retry-After", "5")));
      return;
    }
    Entry entry = entries.get(first(head.path()));
    Optional<Reply> refusal =
        entry == null ? guard.refuse(head, true) : safely(() -> entry.refuse(head));
    if (refusal.isPresent()) {
      answer.send(HttpGuard.secured(refusal.get()));
    } else if (entry == null) {
      if (!raw.isEnded()) {
        raw.end().onComplete(done -> line.works(lines.now()));
      }
      others.handle(raw);
    } else {
      intake.read(raw, entry.maxBody(), new Work(entry, head, answer, line));
    }
  }

  /** The part of the address space a path belongs to. */
  static String first(String path) {
    int end = path.indexOf('/', 1);
    return path.substring(1, end < 0 ? path.length() : end);
  }

  /** Empty when it has two hosts, or a path with line breaks or the like in it. */
  static Optional<Request> head(HttpServerRequest raw, Peer peer) {
    Map<String, String> headers = new HashMap<>();
    raw.headers().forEach((k, v) -> headers.putIfAbsent(k.toLowerCase(Locale.ROOT), v));
    for (String once : List.of("host", "authorization", "content-type")) {
      if (raw.headers().getAll(once).size() > 1) {
        return Optional.empty();
      }
    }
    // a list, which may come in several lines (RFC 9110, 5.3)
    if (headers.containsKey("link")) {
      headers.put("link", String.join(", ", raw.headers().getAll("link")));
    }
    // HTTP/2 says :authority instead of Host.
    if (raw.authority() != null) {
      headers.putIfAbsent("host", raw.authority().toString());
    }
    Request head =
        Request.of(
            raw.method().name(),
            Optional.ofNullable(raw.path()).orElse("/"),
            Optional.ofNullable(raw.query()).orElse(""),
            headers,
            new byte[0],
            peer);
    return head.path().chars().anyMatch(Character::isISOControl)
        ? Optional.empty()
        : Optional.of(head);
  }

  private static Optional<Reply> safely(Callable<Optional<Reply>> work) {
    try {
      return work.call();
    } catch (Exception e) {
      return Optional.of(fault(e));
    }
  }

  private static Reply fault(Throwable e) {
    LOG.error("a request failed", e);
    return Json.error(500, "unforeseen", "a fault nobody foresaw; the log has it");
  }

  /** One request for one of our entries, once its head may pass. */
  private final class Work implements Intake.Listener {
    private final Entry entry;
    private final Request head;
    private final Answer answer;
    private final Line line;

    Work(Entry entry, Request head, Answer answer, Line line) {
      this.entry = entry;
      this.head = head;
      this.answer = answer;
      this.line = line;
    }

    @Override
    public void whole(byte[] body) {
      line.works(lines.now());
      boolean waits = entry instanceof PushEndpoint || entry instanceof HubCallback;
      (waits ? pushers : askers)
          .orElseThrow()
          .executeBlocking(() -> entry.handle(head.with(body)), false)
          .onComplete(
              done -> {
                intake.release(body.length);
                answer.send(
                    done.succeeded() ? done.result() : HttpGuard.secured(fault(done.cause())));
              });
    }

    @Override
    public void tooLarge() {
      answer.send(
          HttpGuard.secured(
              Json.error(
                  413, "body-too-large", "a body has at most " + entry.maxBody() + " bytes")));
    }

    @Override
    public void crowded() {
      answer.send(
          HttpGuard.secured(
              Json.error(503, "try-again", "too much is being sent at once; send it again")
                  .with("Retry-After", "5")));
    }
  }
}
