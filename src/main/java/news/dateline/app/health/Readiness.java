package news.dateline.app.health;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * A check whether this instance does its work. None says anything of liveness: to kill and start a
 * process because its broker or its network is away helps nobody. Answers from memory.
 */
abstract class Readiness extends AbstractHealthCheck {
  /**
   * @param name what follows {@code dateline-} in its id
   */
  Readiness(String name) {
    super("dateline", "dateline-" + name);
  }

  @Override
  public final boolean isLiveness() {
    return false;
  }

  /** Either {@code up()} or {@link #down}, and details. */
  @Override
  protected abstract void doCall(HealthCheckResultBuilder builder, Map<String, Object> options);

  /**
   * @param cause a short word of a fixed set
   * @param message one sentence
   */
  static void down(HealthCheckResultBuilder builder, String cause, String message) {
    builder.down().message(message).detail("cause", cause).detail("message", message);
  }

  /** Down for a part that is away. */
  static void down(HealthCheckResultBuilder builder, String part, Away away) {
    down(builder, part, "the " + part + " is away since " + away.since() + ": " + away.why());
    builder.detail("since", away.since().toString());
  }
}
