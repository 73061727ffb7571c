package news.dateline.app;

import java.util.Map;
import java.util.Optional;
import news.dateline.publish.Valve;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Down while the disk is so full that nothing comes in; {@link DiskFloor} says when. */
final class DiskCheck extends AbstractHealthCheck {
  private final DiskFloor disk;

  DiskCheck(DiskFloor disk) {
    super("dateline", "dateline-disk");
    this.disk = disk;
  }

  /** A restart frees no disk. */
  @Override
  public boolean isLiveness() {
    return false;
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    Optional<Valve.Shut> shut = disk.look();
    builder.detail("free.bytes", disk.free());
    if (shut.isEmpty()) {
      builder.up();
    } else {
      builder.down().message(shut.get().why());
    }
  }
}
