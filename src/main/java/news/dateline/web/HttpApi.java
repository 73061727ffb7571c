package news.dateline.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import news.dateline.app.Control;
import news.dateline.model.Bytes;
import news.dateline.model.RejectedException;
import news.dateline.model.RetryableException;
import news.dateline.sources.OpmlWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP API under {@code /api}: JSON in, JSON out, every failure {@code {"error": {"reason",
 * "message"}}}. Knows no server; never throws. Thread-safe.
 *
 * <p>GET {@code status sources sources/ID opml articles rejected rejected/ID access}; POST {@code
 * preview sources sources/ID/pause|resume|poll|undo-move opml rejected/ID/retry|drop}; DELETE
 * {@code sources/ID}.
 */
final class HttpApi implements Entry {
  private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;

  private final Control control;
  private final HttpGuard guard;
  private final List<Endpoint> endpoints = new ArrayList<>();

  HttpApi(Control control, HttpGuard guard) {
    this.control = control;
    this.guard = guard;
    get("status", (q, id) -> ok(Views.status(control.status())));
    get("sources", (q, id) -> ok(Views.sources(control.sources())));
    get("sources/*", (q, id) -> ok(Views.source(find(id))));
    get("opml", (q, id) -> opml());
    post("opml", (q, id) -> importList(q));
    get("articles", (q, id) -> articles(q));
    get("rejected", (q, id) -> ok(Views.rejected(control.rejected(limit(q)))));
    get("rejected/*", (q, id) -> ok(Views.rejectedItem(control.rejectedItem(id).orElseThrow())));
    get("access", (q, id) -> access(q));
    post("preview", (q, id) -> preview(q));
    post("sources", (q, id) -> add(q));
    post("sources/*/pause", (q, id) -> ok(Views.source(control.pause(id))));
    post("sources/*/resume", (q, id) -> ok(Views.source(control.resume(id))));
    post("sources/*/poll", (q, id) -> ok(Views.source(control.poll(id))));
    post("sources/*/undo-move", (q, id) -> ok(Views.source(control.undoMove(id))));
    post("rejected/*/retry", (q, id) -> done(() -> control.retry(id)));
    post("rejected/*/drop", (q, id) -> done(() -> control.drop(id)));
    on("DELETE", "sources/*", (q, id) -> done(() -> control.remove(id)));
  }

  @Override
  public long maxBody() {
    return HttpGuard.MAX_BODY;
  }

  @Override
  public Optional<Reply> refuse(Request head) {
    return guard.refuse(head, true);
  }

  /** Answers one request that was not refused; its path starts with {@code /api}. */
  @Override
  public Reply handle(Request request) {
    return HttpGuard.secured(answer(request).conditional(request));
  }

  private Reply answer(Request request) {
    try {
      return dispatch(request);
    } catch (Json.BadRequest e) {
      return Json.error(400, "bad-request", line(e));
    } catch (NoSuchElementException e) {
      return Json.error(404, "not-found", "there is nothing at " + request.path());
    } catch (IllegalArgumentException e) {
      return Json.error(422, "not-acceptable", line(e));
    } catch (RejectedException e) {
      return Json.error(422, e.reason().slug(), line(e));
    } catch (RetryableException e) {
      return Json.error(503, e.reason().slug(), line(e));
    } catch (RuntimeException e) {
      LOG.error("{} {} failed", request.method(), request.path(), e);
      return Json.error(500, "unforeseen", "a fault nobody foresaw; the log has it");
    }
  }

  private Reply dispatch(Request request) {
    List<String> allowed = new ArrayList<>();
    for (Endpoint e : endpoints) {
      Optional<String> id = e.match(request.path());
      if (id.isPresent()) {
        if (e.method.equals(request.reads() ? "GET" : request.method())) {
          return e.work.apply(request, id.get());
        }
        allowed.add(e.method.equals("GET") ? "GET, HEAD" : e.method);
      }
    }
    if (allowed.isEmpty()) {
      throw new NoSuchElementException(request.path());
    }
    return Json.error(405, "method-not-allowed", "use " + String.join(", ", allowed))
        .with("Allow", String.join(", ", allowed));
  }

  private Control.SourceView find(String id) {
    return control.sources().stream()
        .filter(v -> v.source().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** {@code ?after=SEQUENCE} leaves out what the caller has already seen. */
  private Reply articles(Request q) {
    long after = q.parameter("after").map(v -> number("after", v)).orElse(-1L);
    return ok(
        Views.articles(
            control.latest(limit(q), q.parameter("source")).stream()
                .filter(a -> a.sequence() > after)
                .toList()));
  }

  /** Passwords are shown to people at this machine only. */
  private Reply access(Request q) {
    if (!q.isFromHere()) {
      return Json.error(
          403, "loopback-only", "run ./dateline credentials on the machine Dateline runs on");
    }
    Optional<String> desk = q.parameter("desk");
    Optional<Control.Access> access =
        desk.isPresent() ? control.access(desk.get()) : Optional.of(control.access());
    return access
        .map(a -> ok(Views.access(a)).with("Cache-Control", "no-store"))
        .orElseGet(() -> Json.error(404, "no-such-desk", "config/desks.yaml names the desks"));
  }

  private Reply preview(Request q) {
    String url = Json.body(q).path("url").asText("").strip();
    if (url.isEmpty()) {
      throw new Json.BadRequest("url: missing");
    }
    return ok(Views.preview(control.preview(url, Json.body(q).path("internal").asBoolean(false))));
  }

  private Reply add(Request q) {
    Control.SourceView added = control.add(SourceForm.read(Json.body(q)));
    return Json.reply(201, Views.source(added))
        .with("Location", "/api/sources/" + added.source().id());
  }

  /** All polled sources as a file to keep. */
  private Reply opml() {
    OpmlWriter.Exported exported = control.exportList();
    return new Reply(200, "text/x-opml; charset=utf-8", Map.of(), Bytes.utf8(exported.opml()))
        .with("Content-Disposition", "attachment; filename=\"dateline.opml\"");
  }

  private Reply importList(Request q) {
    String opml = Json.body(q).path("opml").asText("");
    if (opml.isBlank()) {
      throw new Json.BadRequest("opml: missing");
    }
    return ok(
        Views.imported(
            control.importList(
                Bytes.utf8(opml),
                Json.body(q).path("name").asText(""),
                Json.body(q).path("dryRun").asBoolean(false))));
  }

  private static int limit(Request q) {
    long asked = q.parameter("limit").map(v -> number("limit", v)).orElse((long) DEFAULT_LIMIT);
    return (int) Math.max(1, Math.min(MAX_LIMIT, asked));
  }

  private static long number(String name, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new Json.BadRequest(name + ": not a number");
    }
  }

  private static Reply ok(ObjectNode node) {
    return Json.reply(200, node);
  }

  private static Reply done(Runnable work) {
    work.run();
    return Reply.empty(204);
  }

  private static String line(Exception e) {
    return e.getMessage() == null ? "refused" : e.getMessage();
  }

  private void get(String pattern, Work work) {
    on("GET", pattern, work);
  }

  private void post(String pattern, Work work) {
    on("POST", pattern, work);
  }

  private void on(String method, String pattern, Work work) {
    endpoints.add(new Endpoint(method, List.of(("api/" + pattern).split("/")), work));
  }

  private interface Work {
    Reply apply(Request request, String id);
  }

  /** A method, a path whose {@code *} stands for one id, and what to do. */
  private record Endpoint(String method, List<String> path, Work work) {
    /** The id, empty text when the path has none; empty when it is another path. */
    Optional<String> match(String requested) {
      String[] parts = requested.substring(1).split("/", -1);
      if (parts.length != path.size()) {
        return Optional.empty();
      }
      String id = "";
      for (int i = 0; i < parts.length; i++) {
        if (path.get(i).equals("*") && !parts[i].isEmpty()) {
          id = parts[i];
        } else if (!path.get(i).equals(parts[i])) {
          return Optional.empty();
        }
      }
      return Optional.of(id);
    }
  }
}
