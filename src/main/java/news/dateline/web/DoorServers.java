package news.dateline.web;

import org.apache.camel.CamelContext;
import org.apache.camel.Service;
import org.apache.camel.component.platform.http.main.DefaultMainHttpServerFactory;
import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.HttpServerConfigurationProperties;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;

/** Has Camel main make its HTTP server with our gate before it; all settings keep their meaning. */
final class DoorServers extends DefaultMainHttpServerFactory {
  private final Gate gate;

  DoorServers(Gate gate) {
    this.gate = gate;
  }

  @Override
  public Service newHttpServer(CamelContext context, HttpServerConfigurationProperties properties) {
    MainHttpServer usual = (MainHttpServer) super.newHttpServer(context, properties);
    MainHttpServer gated = new Gated(gate);
    gated.setCamelContext(context);
    gated.setConfiguration(usual.getConfiguration());
    gated.setStaticEnabled(usual.isStaticEnabled());
    gated.setStaticContextPath(usual.getStaticContextPath());
    gated.setStaticSourceDir(usual.getStaticSourceDir());
    return gated;
  }

  /** Camel's, but for the server within. */
  private static final class Gated extends MainHttpServer {
    private final Gate gate;
    private @Nullable DoorServer inner;

    Gated(Gate gate) {
      this.gate = gate;
    }

    @Override
    protected void doInit() throws Exception {
      getConfiguration().setServerType(VertxPlatformHttpRouter.SERVER_TYPE_SERVER);
      inner = new DoorServer(getConfiguration(), gate);
      getCamelContext().addService(inner); // which stops it, too
    }

    @Override
    protected void doStart() throws Exception {
      ServiceHelper.startService(inner);
      super.doStart();
    }
  }
}
