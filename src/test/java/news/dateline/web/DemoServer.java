package news.dateline.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The page and the API over a fake instance, served on loopback by the JDK. */
final class DemoServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(4);
  private final HttpApi api;
  private final Page page;

  /**
   * @param port 0: any free one
   */
  DemoServer(int port) throws IOException {
    HttpGuard guard = Peers.guard("127.0.0.1", Optional.empty());
    api = new HttpApi(new FakeControl(Clock.systemUTC()), guard);
    page = new Page(guard);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::serve);
    server.setExecutor(workers);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((k, v) -> headers.put(k.toLowerCase(Locale.ROOT), v.get(0)));
      Request request =
          Request.of(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
              headers,
              exchange.getRequestBody().readAllBytes(),
              Peers.HERE);
      boolean isApi = request.path().startsWith("/api");
      Reply reply = isApi ? api.serve(request) : page.serve(request);
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      if (!reply.contentType().isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
      }
      byte[] body = reply.body().array();
      boolean none = body.length == 0 || request.method().equals("HEAD");
      exchange.sendResponseHeaders(reply.status(), none ? -1 : body.length);
      if (!none) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
