package news.dateline.app.health;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;

/**
 * Down when most sources fail at once: then it is hardly their fault, but this machine's network,
 * proxy or name server. A single source that fails is its own affair and told beside it.
 */
public final class SourcesCheck extends Readiness {
  /** Of fewer sources all must have failed several times in a row. */
  private static final int FEW = 3;

  private final Supplier<Tally> sources;
  private final int share;

  /**
   * How the sources do that are to be asked or to deliver.
   *
   * @param asked have been asked at least once
   * @param failing their last visit failed
   * @param lasting their last three visits failed
   * @param reason the most frequent one, in a few words; may be empty
   */
  public record Tally(int asked, int failing, int lasting, String reason) {}

  /**
   * @param share more than so many of a hundred
   */
  public SourcesCheck(Supplier<Tally> sources, int share) {
    super("sources");
    this.sources = sources;
    this.share = share;
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    Tally now = sources.get();
    builder.detail("asked", now.asked()).detail("failing", now.failing());
    boolean most =
        now.asked() < FEW
            ? now.asked() > 0 && now.lasting() == now.asked()
            : now.failing() * 100L > now.asked() * (long) share;
    if (most) {
      down(
          builder,
          "sources",
          now.failing()
              + " of "
              + now.asked()
              + " sources fail at once"
              + (now.reason().isEmpty() ? "" : ", most often: " + now.reason()));
    } else {
      builder.up();
    }
  }
}
