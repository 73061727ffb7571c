package news.dateline.websub;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How pushes are subscribed to.
 *
 * @param base where hubs reach this instance, without a slash at the end; empty: no subscriptions
 * @param lease how long a subscription shall hold; the hub decides
 * @param grace how much later than a poll a hub may deliver an item before it counts as missed
 */
public record PushSettings(Optional<URI> base, Duration lease, Duration grace) {
  /** The path of callbacks below the base; the token follows. */
  public static final String PATH = "/websub/";

  /** The callback's address for a token; only where there is a base. */
  String callback(String token) {
    return base.orElseThrow() + PATH + token;
  }
}
