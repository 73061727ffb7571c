package news.dateline.app;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import news.dateline.model.Poll;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is due while there is no room for what it would bring. Sources keep their place in the
 * queue and are asked as soon as it goes on.
 */
final class RestingWork implements DueWork {
  private final DueWork work;
  private final BooleanSupplier resting;

  /**
   * @param resting true while no source is to be asked
   */
  RestingWork(DueWork work, BooleanSupplier resting) {
    this.work = work;
    this.resting = resting;
  }

  @Override
  public Optional<Poll> take(Duration atMost) throws InterruptedException {
    if (resting.getAsBoolean()) {
      Thread.sleep(atMost.toMillis());
      return Optional.empty();
    }
    return work.take(atMost);
  }

  @Override
  public void finished(Poll poll, @Nullable Throwable failure) {
    work.finished(poll, failure);
  }
}
