package news.dateline.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * A web server on loopback whose pages a test puts up and changes; answers conditional requests as
 * a good server does.
 */
public final class FeedServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final Map<String, Supplier<byte[]>> pages = new ConcurrentHashMap<>();
  private final Map<String, Stream> streams = new ConcurrentHashMap<>();
  private final Map<String, String> encodings = new ConcurrentHashMap<>();
  private final Map<String, Fixed> fixed = new ConcurrentHashMap<>();
  private final Set<String> gone = ConcurrentHashMap.newKeySet();
  private final Map<String, LongAdder> asked = new ConcurrentHashMap<>();
  private final LongAdder requests = new LongAdder();
  private final LongAdder unchanged = new LongAdder();

  private static final class Fixed {
    private final Map<String, String> headers;
    private final byte[] body;

    Fixed(Map<String, String> headers, byte[] body) {
      this.headers = headers;
      this.body = body;
    }

    void answer(HttpExchange exchange) throws IOException {
      headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Writes a body until it has enough or the client hangs up. */
  public interface Stream {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  /** Starts on any free port. */
  public FeedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The address of a path, which starts with a slash. */
  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Puts a page up, or changes it. */
  public void put(String path, byte[] body) {
    pages.put(path, () -> body);
  }

  /** Puts a page up that is always answered in full, with these headers and no others. */
  public void put(String path, Map<String, String> headers, byte[] body) {
    fixed.put(path, new Fixed(Map.copyOf(headers), body));
  }

  /** How often a page put up plainly, or missing, was asked for; path and query. */
  public long asked(String path) {
    LongAdder count = asked.get(path);
    return count == null ? 0 : count.sum();
  }

  /** Answers a path and query with 410 from now on. */
  public void gone(String path) {
    gone.add(path);
  }

  /** Takes a page down: 404. */
  public void remove(String path) {
    pages.remove(path);
  }

  /**
   * Puts a page up that is made anew for each request. With a query in its path it stands for that
   * query alone.
   */
  public void put(String path, Supplier<byte[]> body) {
    pages.put(path, body);
  }

  /**
   * Answers a path with a body of unknown length.
   *
   * @param encoding its {@code Content-Encoding}; empty for none
   */
  public void put(String path, String encoding, Stream body) {
    streams.put(path, body);
    if (!encoding.isEmpty()) {
      encodings.put(path, encoding);
    }
  }

  public long requests() {
    return requests.sum();
  }

  /** How many requests were answered 304. */
  public long unchanged() {
    return unchanged.sum();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.increment();
      Fixed ready = fixed.get(exchange.getRequestURI().getPath());
      if (ready != null) {
        ready.answer(exchange);
        return;
      }
      Stream stream = streams.get(exchange.getRequestURI().getPath());
      if (stream != null) {
        stream(exchange, stream);
        return;
      }
      String whole = exchange.getRequestURI().toString();
      asked.computeIfAbsent(whole, k -> new LongAdder()).increment();
      if (gone.contains(whole)) {
        exchange.sendResponseHeaders(410, -1);
        return;
      }
      Supplier<byte[]> page =
          pages.getOrDefault(whole, pages.get(exchange.getRequestURI().getPath()));
      if (page == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = page.get();
      String etag =
          "\"" + Integer.toHexString(java.util.Arrays.hashCode(body)) + "-" + body.length + "\"";
      exchange.getResponseHeaders().set("ETag", etag);
      if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        unchanged.increment();
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      exchange
          .getResponseHeaders()
          .set(
              "Content-Type",
              body.length > 0 && body[0] == '{'
                  ? "application/feed+json"
                  : startsWith(body, "<!DOCTYPE html") ? "text/html" : "application/xml");
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static boolean startsWith(byte[] body, String text) {
    return new String(body, 0, Math.min(body.length, text.length()), StandardCharsets.US_ASCII)
        .equals(text);
  }

  private void stream(HttpExchange exchange, Stream stream) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
    String encoding = encodings.get(exchange.getRequestURI().getPath());
    if (encoding != null) {
      exchange.getResponseHeaders().set("Content-Encoding", encoding);
    }
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      stream.write(out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
