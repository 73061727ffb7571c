package news.dateline.app.health;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;

/** Down while the broker cannot be reached or does not take messages. */
public final class BrokerCheck extends Readiness {
  private final Supplier<Optional<Away>> away;

  /**
   * @param away what is known of it
   */
  public BrokerCheck(Supplier<Optional<Away>> away) {
    super("broker");
    this.away = away;
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    away.get().ifPresentOrElse(a -> down(builder, "broker", a), builder::up);
  }
}
