package news.dateline.app.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;

/** Down while a message that may leave has waited for too long: whatever the reason is. */
public final class OutboxCheck extends Readiness {
  private final Supplier<Optional<Instant>> oldest;
  private final Supplier<Optional<Wait>> wait;
  private final Duration most;
  private final InstantSource clock;

  /**
   * What publishing waits for.
   *
   * @param cause {@code broker}, {@code store}, or what shut the valve: {@code subscriber}, {@code
   *     disk}
   * @param why one sentence
   */
  public record Wait(String cause, String why) {}

  /**
   * @param oldest since when the longest-waiting message could have left, as last known
   * @param wait what publishing waits for now
   * @param most how long a message may wait
   */
  public OutboxCheck(
      Supplier<Optional<Instant>> oldest,
      Supplier<Optional<Wait>> wait,
      Duration most,
      InstantSource clock) {
    super("outbox");
    this.oldest = oldest;
    this.wait = wait;
    this.most = most;
    this.clock = clock;
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    Duration age =
        oldest.get().map(since -> Duration.between(since, clock.instant())).orElse(Duration.ZERO);
    builder.detail("oldestSeconds", Math.max(0, age.toSeconds()));
    Optional<Wait> now = wait.get();
    if (age.compareTo(most) <= 0) {
      now.ifPresent(w -> builder.detail("waitsFor", w.cause()));
      builder.up();
      return;
    }
    Wait why = now.orElse(new Wait("backlog", "it leaves more slowly than it comes"));
    down(
        builder,
        why.cause(),
        "a message has waited to leave for " + age.toSeconds() + " s: " + why.why());
  }
}
