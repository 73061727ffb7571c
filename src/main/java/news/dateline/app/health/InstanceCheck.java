package news.dateline.app.health;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;

/** Down for good when another process has taken the database. */
public final class InstanceCheck extends Readiness {
  private final Supplier<Optional<String>> lost;

  /**
   * @param lost who has the database, in one sentence; empty while it is ours
   */
  public InstanceCheck(Supplier<Optional<String>> lost) {
    super("instance");
    this.lost = lost;
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    lost.get().ifPresentOrElse(who -> down(builder, "instance", who), builder::up);
  }
}
