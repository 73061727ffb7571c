package news.dateline.app.health;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;

/** Down while the database does not answer, is locked by another program, or takes no writing. */
public final class StoreCheck extends Readiness {
  private final Supplier<Optional<Away>> away;

  /**
   * @param away what is known of it
   */
  public StoreCheck(Supplier<Optional<Away>> away) {
    super("store");
    this.away = away;
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    away.get().ifPresentOrElse(a -> down(builder, "store", a), builder::up);
  }
}
