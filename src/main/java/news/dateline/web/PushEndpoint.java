package news.dateline.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import news.dateline.app.Control;
import news.dateline.app.Control.Receipt;
import news.dateline.model.Reason;

/**
 * {@code POST /push/SOURCE}: agencies and programs deliver here. Open to strangers like the
 * callback of hubs, whatever the address listened on: the secret of the source is what keeps them
 * out, and without it every source looks as one that does not exist.
 */
public final class PushEndpoint {
  static final String PATH = "/push/";

  private final Control control;
  private final long maxBody;

  /**
   * @param maxBody bytes of a delivery
   */
  public PushEndpoint(Control control, long maxBody) {
    this.control = control;
    this.maxBody = maxBody;
  }

  /** Answers one request. */
  public Reply handle(Request request) {
    return HttpGuard.secured(answer(request)).with("Cache-Control", "no-store");
  }

  private Reply answer(Request request) {
    if (!request.method().equals("POST")) {
      return Json.error(405, "method-refused", "deliveries are sent by POST").with("Allow", "POST");
    }
    if (request.body().size() > maxBody) {
      return Json.error(
          413, Reason.BODY_TOO_LARGE.slug(), "a delivery has at most " + maxBody + " bytes");
    }
    String source = request.path().startsWith(PATH) ? request.path().substring(PATH.length()) : "";
    Receipt receipt =
        control.push(
            new Control.Pushed(
                source,
                request.headers(),
                request.header("content-type"),
                request.header("x-dateline-name"),
                request.body()));
    return switch (receipt.kind()) {
      case REFUSED ->
          Json.error(401, "secret-needed", "no such source, or not its secret")
              .with("WWW-Authenticate", "Bearer realm=\"dateline\"");
      case LATER ->
          Json.error(503, "try-again", "it could not be committed; send it again")
              .with("Retry-After", "30");
      case TAKEN -> Json.reply(202, counts(receipt));
      case BURIED -> buried(receipt);
    };
  }

  private static ObjectNode counts(Receipt receipt) {
    ObjectNode node = Json.object();
    node.put("received", receipt.received())
        .put("published", receipt.published())
        .put("unchanged", receipt.unchanged())
        .put("rejected", receipt.rejected());
    receipt.reason().ifPresent(r -> error(node, r, receipt.message()));
    return node;
  }

  private static Reply buried(Receipt receipt) {
    Optional<Reason> reason = receipt.reason();
    int status =
        switch (reason.orElse(Reason.UNFORESEEN)) {
          case UNKNOWN_FORMAT, NOT_A_FEED -> 415;
          case BODY_TOO_LARGE -> 413;
          default -> 422;
        };
    ObjectNode node = Json.object();
    error(node, reason.orElse(Reason.UNFORESEEN), receipt.message());
    return Json.reply(status, node);
  }

  private static void error(ObjectNode node, Reason reason, String message) {
    node.putObject("error").put("reason", reason.slug()).put("message", message);
  }
}
