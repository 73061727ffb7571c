package news.dateline.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.HttpMessage;

/**
 * Hangs the API and the page into Camel's own HTTP server, beside Camel's {@code /observe/…}, whose
 * paths none of these match.
 */
public final class WebRoutes extends RouteBuilder {
  private static final String PREFIX = "matchOnUriPrefix=true&populateBodyWithForm=false";

  private final HttpApi api;
  private final Page page;
  private final HubCallback hubs;
  private final PushEndpoint pushes;

  public WebRoutes(HttpApi api, Page page, HubCallback hubs, PushEndpoint pushes) {
    this.api = api;
    this.hubs = hubs;
    this.page = page;
    this.pushes = pushes;
  }

  @Override
  public void configure() {
    errorHandler(noErrorHandler());
    from("platform-http:/api?" + PREFIX)
        .routeId("web.api")
        .description("Answers what programs and the page ask of this instance.")
        .process(exchange -> serve(exchange, api::handle));
    from("platform-http:/")
        .routeId("web.page")
        .description("Shows the page.")
        .process(exchange -> serve(exchange, page::handle));
    from("platform-http:/websub?" + PREFIX)
        .routeId("web.websub")
        .description("Answers the hubs that feeds name.")
        .process(exchange -> serve(exchange, hubs::handle));
    from("platform-http:/push?" + PREFIX)
        .routeId("web.push")
        .description("Takes in what senders push to a source.")
        .process(exchange -> serve(exchange, pushes::handle));
    from("platform-http:/page?" + PREFIX)
        .routeId("web.files")
        .description("Gives the page its styles, scripts and pictures.")
        .process(exchange -> serve(exchange, page::handle));
  }

  /**
   * The request is read from the server itself: in the Camel message query parameters and headers
   * share one map, so that {@code ?host=localhost} would pass for a header. For the same reason the
   * reply's headers are set on the server's response, where no filter drops any of them.
   */
  private static void serve(Exchange exchange, Function<Request, Reply> handler) {
    HttpMessage message = exchange.getMessage(HttpMessage.class);
    Reply reply = handler.apply(request(message));
    HttpServerResponse response = message.getResponse();
    reply.headers().forEach(response::putHeader);
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, reply.status());
    if (!reply.contentType().isEmpty()) {
      message.setHeader(Exchange.CONTENT_TYPE, reply.contentType());
    }
    boolean head = "HEAD".equals(message.getRequest().method().name());
    message.setBody(head ? new byte[0] : reply.body().array());
  }

  private static Request request(HttpMessage message) {
    HttpServerRequest raw = message.getRequest();
    Map<String, String> headers = new HashMap<>();
    raw.headers().forEach((k, v) -> headers.putIfAbsent(k.toLowerCase(Locale.ROOT), v));
    // a list, which may come in several lines (RFC 9110, 5.3)
    if (headers.containsKey("link")) {
      headers.put("link", String.join(", ", raw.headers().getAll("link")));
    }
    // HTTP/2 says :authority instead of Host.
    if (raw.authority() != null) {
      headers.putIfAbsent("host", raw.authority().toString());
    }
    byte[] body = message.getBody(byte[].class);
    return Request.of(
        raw.method().name(),
        Optional.ofNullable(raw.path()).orElse("/"),
        Optional.ofNullable(raw.query()).orElse(""),
        headers,
        body == null ? new byte[0] : body);
  }
}
