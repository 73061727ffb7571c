package news.dateline.app;

import java.time.Duration;
import java.util.Optional;
import news.dateline.model.Poll;
import org.jspecify.annotations.Nullable;

/** Where {@code due:sources} gets its work and gives it back. */
interface DueWork {
  /** Nothing is ever due: for looking at routes without running them. */
  DueWork NONE =
      new DueWork() {
        @Override
        public Optional<Poll> take(Duration atMost) {
          return Optional.empty();
        }

        @Override
        public void finished(Poll poll, @Nullable Throwable failure) {}
      };

  /** The next source that is due, waiting for it at most this long. */
  Optional<Poll> take(Duration atMost) throws InterruptedException;

  /** The exchange of a source is over; a failure means nothing was committed for it. */
  void finished(Poll poll, @Nullable Throwable failure);
}
