package news.dateline.app.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Asking a part that answers, fails, hangs, comes back and goes again. */
@Timeout(60)
class ProbeTest {
  private static final Probe.Timing QUICK =
      new Probe.Timing(Duration.ofMillis(20), Duration.ofMillis(200));

  @Test
  void the_last_answer_is_kept_while_the_part_is_away_and_the_reason_is_told() {
    AtomicInteger asked = new AtomicInteger();
    Semaphore broken = new Semaphore(0);
    try (Probe<Integer> probe =
        probe(
            () -> {
              if (broken.availablePermits() > 0) {
                throw new IOException("Connection refused\nat some line of a stack");
              }
              return asked.incrementAndGet();
            })) {
      await().until(() -> probe.value().isPresent());
      assertThat(probe.away()).isEmpty();

      broken.release();
      await().until(() -> probe.away().isPresent());
      assertThat(probe.away().orElseThrow().why()).isEqualTo("Connection refused");
      assertThat(probe.value()).contains(asked.get());

      broken.drainPermits();
      await().until(() -> probe.away().isEmpty());
    }
  }

  @Test
  void a_part_that_hangs_is_away_before_it_answers_and_since_it_was_asked() {
    Semaphore answers = new Semaphore(0);
    try (Probe<Boolean> probe =
        probe(
            () -> {
              answers.acquire();
              return true;
            })) {
      await().until(() -> probe.away().isPresent());
      assertThat(probe.away().orElseThrow().why()).startsWith("no answer for ");
      answers.release();
      await().until(() -> probe.value().isPresent());
    }
  }

  /** A frozen broker that answered late may die the moment after: that must be seen. */
  @Test
  void one_that_hung_is_asked_again_as_soon_as_any_other() {
    Semaphore answers = new Semaphore(0);
    AtomicInteger asked = new AtomicInteger();
    try (Probe<Boolean> probe =
        probe(
            () -> {
              if (asked.incrementAndGet() > 1) {
                throw new IOException("gone");
              }
              answers.acquire();
              return true;
            })) {
      await().pollDelay(Duration.ofSeconds(3)).until(() -> probe.away().isPresent());
      long thawed = System.nanoTime();
      answers.release();
      await().until(() -> probe.away().filter(a -> a.why().equals("gone")).isPresent());
      assertThat(Duration.ofNanos(System.nanoTime() - thawed)).isLessThan(Duration.ofSeconds(6));
    }
  }

  @Test
  void one_whose_answers_take_their_time_is_spared() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    try (Probe<Integer> probe =
        probe(
            () -> {
              Thread.sleep(100);
              return asked.incrementAndGet();
            })) {
      Thread.sleep(2_000);
      assertThat(probe.value()).isPresent();
      // 2 s of turns of 100 ms and four times as long a rest; without the rest they are 16
      assertThat(asked.get()).isLessThan(6);
    }
  }

  @Test
  void whoever_wants_it_fresh_gets_an_answer_of_this_moment() {
    AtomicInteger asked = new AtomicInteger();
    Probe.Timing seldom = new Probe.Timing(Duration.ofHours(1), Duration.ofSeconds(3));
    try (Probe<Integer> probe =
        new Probe<>("The store", asked::incrementAndGet, seldom, Clock.systemUTC()).start()) {
      await().until(() -> probe.value().isPresent());
      int before = asked.get();
      probe.refresh(Duration.ofSeconds(5));
      assertThat(probe.value()).hasValueSatisfying(v -> assertThat(v).isGreaterThan(before));
    }
  }

  private static <T> Probe<T> probe(Probe.Question<T> question) {
    return new Probe<>("The broker", question, QUICK, Clock.systemUTC()).start();
  }
}
