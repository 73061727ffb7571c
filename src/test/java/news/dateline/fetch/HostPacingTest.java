package news.dateline.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import news.dateline.fetch.FetchSettings.Pace;
import org.junit.jupiter.api.Test;

class HostPacingTest {
  private static final String HOST = "feeds.example:443";
  private static final Pace PACE = new Pace(2, Duration.ofSeconds(1));
  private static final Instant T0 = Instant.parse("2026-11-24T10:00:00Z");

  private final HostPacing pacing = new HostPacing();

  private static Instant at(long millis) {
    return T0.plusMillis(millis);
  }

  @Test
  void the_first_goes_and_the_next_is_given_a_turn_after_the_interval() {
    assertThat(pacing.enter(HOST, "a", PACE, T0)).isEmpty();
    assertThat(pacing.enter(HOST, "b", PACE, at(10))).contains(at(1000));
    assertThat(pacing.enter(HOST, "b", PACE, at(1000))).isEmpty();
  }

  @Test
  void hosts_do_not_wait_for_each_other() {
    assertThat(pacing.enter(HOST, "a", PACE, T0)).isEmpty();
    assertThat(pacing.enter("other.example:443", "b", PACE, T0)).isEmpty();
  }

  @Test
  void those_who_wait_have_turns_of_their_own() {
    pacing.enter(HOST, "a", PACE, T0);
    assertThat(pacing.enter(HOST, "b", PACE, T0)).contains(at(1000));
    assertThat(pacing.enter(HOST, "c", PACE, T0)).contains(at(2250));
    assertThat(pacing.enter(HOST, "d", PACE, T0)).contains(at(3500));
  }

  @Test
  void one_that_comes_before_its_turn_keeps_it() {
    pacing.enter(HOST, "a", PACE, T0);
    pacing.enter(HOST, "b", PACE, T0);
    assertThat(pacing.enter(HOST, "b", PACE, at(500))).contains(at(1000));
  }

  @Test
  void nobody_overtakes_those_who_wait() {
    pacing.enter(HOST, "a", PACE, T0);
    pacing.enter(HOST, "b", PACE, T0);
    pacing.leave(HOST, PACE, T0, T0);
    assertThat(pacing.enter(HOST, "newcomer", PACE, at(990))).contains(at(2250));
    assertThat(pacing.enter(HOST, "b", PACE, at(1000))).isEmpty();
  }

  @Test
  void no_more_than_allowed_are_under_way_at_once() {
    assertThat(pacing.enter(HOST, "a", PACE, T0)).isEmpty();
    assertThat(pacing.enter(HOST, "b", PACE, at(1000))).isEmpty();
    Instant turn = pacing.enter(HOST, "c", PACE, at(2000)).orElseThrow();
    assertThat(turn).isAfter(at(2000));
    pacing.leave(HOST, PACE, T0, T0);
    assertThat(pacing.enter(HOST, "c", PACE, turn)).isEmpty();
  }

  @Test
  void a_request_that_reaches_the_host_late_moves_the_next_start_and_nobody_loses_its_place() {
    pacing.enter(HOST, "a", PACE, T0);
    assertThat(pacing.enter(HOST, "b", PACE, at(10))).contains(at(1000));
    assertThat(pacing.enter(HOST, "c", PACE, at(20))).contains(at(2250));
    pacing.leave(HOST, PACE, T0, at(200)); // it may have arrived at any time before
    assertThat(pacing.enter(HOST, "b", PACE, at(1000))).contains(at(1200));
    assertThat(pacing.enter(HOST, "b", PACE, at(1200))).isEmpty();
    pacing.leave(HOST, PACE, at(1200), at(9000)); // a slow host: a quarter and no more
    assertThat(pacing.enter(HOST, "c", PACE, at(2450))).isEmpty();
  }

  @Test
  void a_host_without_interval_is_only_spared_when_it_is_full() {
    Pace pace = new Pace(2, Duration.ZERO);
    assertThat(pacing.enter(HOST, "a", pace, T0)).isEmpty();
    assertThat(pacing.enter(HOST, "b", pace, T0)).isEmpty();
    assertThat(pacing.enter(HOST, "c", pace, T0)).contains(at(250));
  }

  @Test
  void a_host_that_asked_for_a_pause_is_left_alone_and_then_asked_by_turns() {
    pacing.pause(HOST, at(60_000), "told");
    assertThat(pacing.enter(HOST, "a", PACE, T0)).contains(at(60_000));
    assertThat(pacing.enter(HOST, "b", PACE, T0)).contains(at(61_250));
    assertThat(pacing.enter(HOST, "a", PACE, at(60_000))).isEmpty();
    assertThat(pacing.enter(HOST, "b", PACE, at(61_250))).isEmpty();
  }

  @Test
  void a_pause_moves_turns_already_given() {
    pacing.enter(HOST, "a", PACE, T0);
    pacing.enter(HOST, "b", PACE, T0);
    pacing.pause(HOST, at(60_000), "told");
    assertThat(pacing.enter(HOST, "b", PACE, at(1000)).orElseThrow()).isAfterOrEqualTo(at(60_000));
  }

  @Test
  void a_shorter_pause_does_not_end_a_longer_one() {
    pacing.pause(HOST, at(60_000), "told");
    pacing.pause(HOST, at(10_000), "told");
    assertThat(pacing.enter(HOST, "a", PACE, at(20_000))).contains(at(60_000));
    assertThat(pacing.pausedBy(HOST, at(20_000))).contains("told");
    assertThat(pacing.pausedBy(HOST, at(60_000))).isEmpty();
  }

  @Test
  void a_hundred_feeds_of_one_host_are_all_asked_and_never_closer_than_the_interval() {
    record Come(Instant when, String source) {}
    PriorityQueue<Come> line =
        new PriorityQueue<>(java.util.Comparator.comparing(Come::when).thenComparing(Come::source));
    for (int i = 0; i < 100; i++) {
      line.add(new Come(T0, "s" + i));
    }
    List<Instant> starts = new ArrayList<>();
    java.util.Random lateness = new java.util.Random(3);
    int asked = 0;
    while (!line.isEmpty()) {
      Come next = line.remove();
      asked++;
      Instant now = next.when().plusMillis(lateness.nextInt(100)); // timers are late
      now =
          starts.isEmpty() || now.isAfter(starts.get(starts.size() - 1))
              ? now
              : starts.get(starts.size() - 1);
      Instant turn = pacing.enter(HOST, next.source(), PACE, now).orElse(null);
      if (turn == null) {
        starts.add(now);
        pacing.leave(HOST, PACE, now, now.plusMillis(lateness.nextInt(100)));
      } else {
        line.add(new Come(turn, next.source()));
      }
    }
    assertThat(starts).hasSize(100);
    for (int i = 1; i < starts.size(); i++) {
      assertThat(Duration.between(starts.get(i - 1), starts.get(i)))
          .isGreaterThanOrEqualTo(PACE.interval());
    }
    assertThat(asked).isLessThan(250);
    assertThat(Duration.between(T0, starts.get(99))).isLessThan(Duration.ofSeconds(140));
  }

  @Test
  void hosts_nobody_asks_any_more_are_forgotten() {
    Pace pace = new Pace(2, Duration.ZERO);
    for (int i = 0; i < 9_000; i++) {
      pacing.enter("h" + i, "s" + i, pace, T0);
      pacing.leave("h" + i, pace, T0, T0);
    }
    for (int i = 0; i < 2_000; i++) {
      pacing.enter(HOST, "s", pace, at(3_600_000));
      pacing.leave(HOST, pace, at(3_600_000), at(3_600_000));
    }
    assertThat(pacing.size()).isEqualTo(1);
  }
}
