package news.dateline.web;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.component.vertx.common.VertxHelper;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/**
 * Camel's HTTP server with a {@link Gate} before its router: the same configuration, the same
 * paths, but every connection and every request comes by the gate first. Camel's own has no place
 * for limits on connections, nor for anything ahead of its body handler.
 */
final class DoorServer extends VertxPlatformHttpServer {
  private static final int LONGEST_LINE = 8 << 10;
  private static final int LONGEST_HEAD = 16 << 10;
  private static final long PATIENCE_SECONDS = 30;

  private final VertxPlatformHttpServerConfiguration configuration;
  private final Gate gate;
  private @Nullable HttpServer server;

  DoorServer(VertxPlatformHttpServerConfiguration configuration, Gate gate) {
    super(configuration);
    this.configuration = configuration;
    this.gate = gate;
  }

  @Override
  protected Vertx createVertxInstance() {
    // nothing is served from the class path, so nothing need be unpacked to a temporary folder
    return Vertx.vertx(
        new VertxOptions()
            .setFileSystemOptions(
                new io.vertx.core.file.FileSystemOptions()
                    .setFileCachingEnabled(false)
                    .setClassPathResolvingEnabled(false)));
  }

  @Override
  protected void startServer() throws Exception {
    VertxPlatformHttpRouter router =
        VertxPlatformHttpRouter.lookup(
            getCamelContext(),
            VertxPlatformHttpRouter.getRouterNameFromPort(configuration.getPort()));
    // told when Camel has answered, so that the connection waits for its next request
    router
        .route()
        .order(Integer.MIN_VALUE)
        .handler(
            context -> {
              Line line = gate.lines().of(context.request().connection());
              int number = line.number();
              context.addEndHandler(done -> line.rests(number, gate.lines().now()));
              context.next();
            });
    gate.attach(getVertx(), router);
    HttpServer listening =
        getVertx()
            .createHttpServer(options())
            .connectionHandler(gate.lines()::add)
            .requestHandler(gate);
    server = listening;
    listening
        .listen(configuration.getBindPort(), configuration.getBindHost())
        .toCompletionStage()
        .toCompletableFuture()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private HttpServerOptions options() throws Exception {
    HttpServerOptions options =
        new HttpServerOptions()
            .setMaxInitialLineLength(LONGEST_LINE)
            .setMaxHeaderSize(LONGEST_HEAD)
            // without TLS nobody needs it, and one connection is one request at a time
            .setHttp2ClearTextEnabled(false);
    SSLContextParameters tls =
        configuration.getSslContextParameters() != null
            ? configuration.getSslContextParameters()
            : configuration.isUseGlobalSslContextParameters()
                ? getCamelContext().getSSLContextParameters()
                : null;
    if (tls != null) {
      VertxHelper.setupSSLOptions(getCamelContext(), tls, options);
    }
    return options;
  }

  @Override
  protected void stopServer() {
    HttpServer closing = server;
    server = null;
    if (closing != null) {
      getCamelContext().removeComponent("platform-http");
      join(closing.close());
    }
  }

  @Override
  protected void stopVertx() {
    if (getVertx() != null) {
      join(getVertx().close());
    }
  }

  private static void join(io.vertx.core.Future<Void> closing) {
    closing
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .exceptionally(late -> null)
        .join();
  }

  @Override
  public HttpServer getServer() {
    return Objects.requireNonNull(server, "not started");
  }

  @Override
  public int getPort() {
    HttpServer listening = server;
    return listening == null ? configuration.getBindPort() : listening.actualPort();
  }
}
