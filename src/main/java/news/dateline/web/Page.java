package news.dateline.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import news.dateline.model.Bytes;

/**
 * The page's files: {@code /} is {@code index.html}, {@code /page/…} its styles, scripts and
 * pictures, all from the class path. Thread-safe; each file is read once.
 */
final class Page implements Entry {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  /** No dots but the last one, so no way out of the folder. */
  private static final Pattern FILE = Pattern.compile("/page((?:/[a-z0-9-]+){1,3})\\.(css|js|svg)");

  private final HttpGuard guard;
  private final Map<String, Optional<Bytes>> files = new ConcurrentHashMap<>();

  Page(HttpGuard guard) {
    this.guard = guard;
  }

  @Override
  public long maxBody() {
    return 0;
  }

  @Override
  public Optional<Reply> refuse(Request head) {
    return guard.refuse(head, false);
  }

  /** Answers a request for {@code /} or for something below {@code /page/}. */
  @Override
  public Reply handle(Request request) {
    return HttpGuard.secured(answer(request).conditional(request));
  }

  private Reply answer(Request request) {
    if (!request.reads()) {
      return Json.error(405, "method-not-allowed", "use GET").with("Allow", "GET, HEAD");
    }
    String path = request.path().equals("/") ? "/index.html" : request.path();
    boolean known = path.equals("/index.html") || FILE.matcher(path).matches();
    return (known ? files.computeIfAbsent(path, Page::load) : Optional.<Bytes>empty())
        .map(bytes -> new Reply(200, type(path), Map.of(), bytes))
        .orElseGet(() -> Json.error(404, "not-found", "there is nothing at " + request.path()));
  }

  private static String type(String path) {
    return TYPES.getOrDefault(
        path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
  }

  private static Optional<Bytes> load(String path) {
    try (InputStream in = Page.class.getResourceAsStream(path.substring(1))) {
      return in == null ? Optional.empty() : Optional.of(Bytes.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
