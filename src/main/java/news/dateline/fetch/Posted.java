package news.dateline.fetch;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import news.dateline.model.Reason;

/**
 * What came of sending a form.
 *
 * @param status of the last answer; empty when there was none
 * @param reason why it was of no use; empty for a 2xx, and when nothing was sent yet
 * @param detail one line for people, with the beginning of what the server said
 * @param notBefore when to try again: its host is being spared, or has asked for a pause
 */
public record Posted(
    OptionalInt status, Optional<Reason> reason, String detail, Optional<Instant> notBefore) {

  static Posted failed(Reason reason, String detail) {
    return new Posted(OptionalInt.empty(), Optional.of(reason), detail, Optional.empty());
  }

  /** Whether the server took it. */
  public boolean accepted() {
    return reason.isEmpty() && status.isPresent();
  }
}
