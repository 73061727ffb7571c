package news.dateline.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import news.dateline.app.Control;
import news.dateline.app.Control.Receipt;
import news.dateline.model.Reason;
import news.dateline.sources.PushSecret;

/**
 * {@code POST /push/SOURCE}: agencies and programs deliver here. Open to strangers like the
 * callback of hubs, whatever the address listened on: the secret of the source is what keeps them
 * out, and without it every source looks as one that does not exist.
 */
final class PushEndpoint implements Entry {
  static final String PATH = "/push/";

  private final Control control;
  private final long maxBody;
  private final Attempts attempts;

  /**
   * @param maxBody bytes of a delivery
   * @param attempts slows down whoever shows wrong secrets
   */
  PushEndpoint(Control control, long maxBody, Attempts attempts) {
    this.control = control;
    this.maxBody = maxBody;
    this.attempts = attempts;
  }

  @Override
  public long maxBody() {
    return maxBody;
  }

  /**
   * What the head alone tells: the same for every source, be there one of that name or not, so that
   * nobody learns names from it.
   */
  @Override
  public Optional<Reply> refuse(Request head) {
    if (!head.method().equals("POST")) {
      return Optional.of(
          Json.error(405, "method-refused", "deliveries are sent by POST").with("Allow", "POST"));
    }
    Optional<Reply> pause =
        attempts.pause(head.peer(), at(head), shown(head)).map(HttpGuard::slowDown);
    if (pause.isPresent()) {
      return pause;
    }
    return PushSecret.isShown(head.headers()) ? Optional.empty() : Optional.of(refused(""));
  }

  /** Answers one request. */
  @Override
  public Reply handle(Request request) {
    return HttpGuard.secured(answer(request)).with("Cache-Control", "no-store");
  }

  private Reply answer(Request request) {
    Receipt receipt =
        control.push(
            new Control.Pushed(
                source(request),
                request.headers(),
                request.header("content-type"),
                request.header("x-dateline-name"),
                request.body()));
    if (receipt.kind() != Receipt.Kind.REFUSED) {
      attempts.passed(request.peer(), at(request), shown(request));
    } else if (receipt.message().isEmpty()) { // else it is the right secret, too late
      attempts.failed(request.peer(), at(request));
    }
    return switch (receipt.kind()) {
      case REFUSED -> refused(receipt.message());
      case EMPTY -> Json.error(400, "empty-body", "the request has no body: nothing was delivered");
      case KNOWN -> Json.reply(202, counts(receipt).put("known", true));
      case LATER ->
          Json.error(
                  503,
                  "try-again",
                  receipt.message().isEmpty()
                      ? "it could not be committed; send it again"
                      : receipt.message())
              .with("Retry-After", "30");
      case TAKEN -> Json.reply(202, counts(receipt));
      case BURIED -> buried(receipt);
    };
  }

  private static Reply refused(String why) {
    return Json.error(
            401, "secret-needed", why.isEmpty() ? "no such source, or not its secret" : why)
        .with("WWW-Authenticate", "Bearer realm=\"dateline\"");
  }

  private static String source(Request request) {
    return request.path().startsWith(PATH) ? request.path().substring(PATH.length()) : "";
  }

  private static String shown(Request request) {
    return PushSecret.given(request.headers());
  }

  private static String at(Request request) {
    return "push/" + source(request);
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
