package news.dateline.app;

import java.net.URI;
import java.util.Map;
import news.dateline.fetch.Fetcher;
import news.dateline.fetch.Posted;
import news.dateline.websub.Hubs;

/** Asks hubs with the guarded client that asks feeds. */
final class HubCalls implements Hubs {
  private final Fetcher fetcher;

  HubCalls(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  @Override
  public Answer ask(URI hub, boolean internal, Map<String, String> form) {
    Posted posted = fetcher.post(hub, internal, form);
    return new Answer(kind(posted), posted.detail(), posted.notBefore());
  }

  private static Kind kind(Posted posted) {
    if (posted.accepted()) {
      return Kind.ACCEPTED;
    }
    if (posted.notBefore().isPresent()) {
      return Kind.POSTPONED;
    }
    return posted
        .reason()
        .map(
            reason ->
                switch (reason) {
                  case CLIENT_ERROR,
                      GONE,
                      NOT_FOUND,
                      UNAUTHORIZED,
                      BLOCKED,
                      ADDRESS_REFUSED,
                      REDIRECT_REFUSED ->
                      Kind.REFUSED;
                  default -> Kind.FAILED;
                })
        .orElse(Kind.FAILED);
  }
}
