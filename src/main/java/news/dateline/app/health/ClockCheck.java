package news.dateline.app.health;

import java.util.Map;
import java.util.Optional;
import org.apache.camel.health.HealthCheckResultBuilder;

/**
 * Says for an hour that the clock jumped. Never down for it: polling and publishing go on, only
 * people may want to know why times look odd.
 */
public final class ClockCheck extends Readiness {
  private final ClockWatch clock;

  /**
   * @param clock the watch over the clock
   */
  public ClockCheck(ClockWatch clock) {
    super("clock");
    this.clock = clock;
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    Optional<String> jump = clock.lately();
    jump.ifPresent(sentence -> builder.detail("cause", "clock").detail("message", sentence));
    builder.up();
  }
}
