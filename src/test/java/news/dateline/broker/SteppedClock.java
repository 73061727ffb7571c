package news.dateline.broker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The system's time, and as much later as it was stepped. */
final class SteppedClock implements InstantSource {
  private volatile Duration ahead = Duration.ZERO;

  void step(Duration by) {
    ahead = ahead.plus(by);
  }

  @Override
  public Instant instant() {
    return InstantSource.system().instant().plus(ahead);
  }
}
