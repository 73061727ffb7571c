package news.dateline.sources;

import java.time.Instant;
import java.util.Optional;

/**
 * What the headers of a push prove.
 *
 * @param admitted whether its sender knows the secret, and sent it now
 * @param signed the time the sender signed
 * @param signature what it signed with; empty text without a signed time
 * @param why one line for a sender who knows the secret and is not admitted all the same; empty
 *     text otherwise
 */
public record PushProof(boolean admitted, Optional<Instant> signed, String signature, String why) {
  static final PushProof NONE = new PushProof(false, Optional.empty(), "", "");

  static PushProof late(String why) {
    return new PushProof(false, Optional.empty(), "", why);
  }

  static PushProof timeless() {
    return new PushProof(true, Optional.empty(), "", "");
  }
}
