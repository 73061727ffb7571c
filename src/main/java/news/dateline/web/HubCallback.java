package news.dateline.web;

import java.util.List;
import java.util.Optional;
import news.dateline.app.Control;
import news.dateline.model.Bytes;
import news.dateline.websub.PushSettings;

/**
 * The address hubs ask and deliver at, {@code /websub/<token>}. The one path of this instance that
 * strangers may reach: no Host, Origin or token is checked, because whoever does not know the token
 * of a subscription gets 404, and nobody without its secret is listened to. A GET changes nothing
 * but what was asked for from here.
 */
final class HubCallback implements Entry {
  private final Control control;
  private final long maxBody;

  /**
   * @param maxBody bytes of a delivery
   */
  HubCallback(Control control, long maxBody) {
    this.control = control;
    this.maxBody = maxBody;
  }

  @Override
  public long maxBody() {
    return maxBody;
  }

  @Override
  public Optional<Reply> refuse(Request head) {
    return head.method().equals("GET") || head.method().equals("POST")
        ? Optional.empty()
        : Optional.of(Reply.empty(405).with("Allow", "GET, POST"));
  }

  @Override
  public Reply handle(Request request) {
    return HttpGuard.secured(answer(request)).with("Cache-Control", "no-store");
  }

  private Reply answer(Request request) {
    String token =
        request.path().startsWith(PushSettings.PATH)
            ? request.path().substring(PushSettings.PATH.length())
            : "";
    if (request.method().equals("GET")) {
      return control
          .hubAsks(token, request.query())
          .map(
              challenge ->
                  new Reply(
                      200, "text/plain; charset=utf-8", java.util.Map.of(), Bytes.utf8(challenge)))
          .orElseGet(() -> Reply.empty(404));
    }
    Optional<String> type = request.header("content-type");
    int status =
        control.hubDelivers(
            token,
            request.header("x-hub-signature").orElse(""),
            request.header("link").map(List::of).orElse(List.of()),
            type,
            request.body());
    return status == 503 ? Reply.empty(503).with("Retry-After", "60") : Reply.empty(status);
  }
}
