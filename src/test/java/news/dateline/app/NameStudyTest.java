package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import news.dateline.attribution.LearntNames;
import news.dateline.testing.ShiftedClock;
import org.junit.jupiter.api.Test;

class NameStudyTest {
  @Test
  void reads_the_names_at_the_start_and_once_a_minute() {
    ShiftedClock clock = new ShiftedClock();
    AtomicInteger reads = new AtomicInteger();
    NameStudy study =
        new NameStudy(
            () -> {
              reads.incrementAndGet();
              return List.of();
            },
            new LearntNames(),
            clock);
    study.look();
    study.look();
    assertThat(reads).hasValue(1);

    clock.shift(Duration.ofMinutes(2));
    study.look();
    study.look();
    assertThat(reads).hasValue(2);
  }
}
