package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import news.dateline.model.Serial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SequencesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private String state = "";
  private Instant now = Instant.parse("2026-05-03T10:00:00Z");
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void nothing_is_known() {
    assertThat(Sequences.after("", List.of(), now, BERLIN).state()).isEmpty();
  }

  private void came(int... numbers) {
    List<Serial> serials = new ArrayList<>();
    for (int n : numbers) {
      serials.add(new Serial("eca", n, 3));
    }
    step(serials);
  }

  private void step(List<Serial> serials) {
    Sequences.Step step = Sequences.after(state, serials, now, BERLIN);
    state = step.state();
    told.addAll(step.missing());
  }

  private void later(Duration wait) {
    now = now.plus(wait);
    step(List.of());
  }

  private void minutesLater() {
    later(Duration.ofMinutes(2));
  }

  @Test
  void numbers_in_order_miss_nothing() {
    came(1, 2, 3);
    came(4);
    minutesLater();
    assertThat(told).isEmpty();
  }

  @Test
  void what_was_left_out_is_told_once() {
    came(57);
    came(59);
    came(63);
    assertThat(told).isEmpty();
    minutesLater();
    minutesLater();
    came(64);
    assertThat(told).containsExactly("eca: 058, 060-062");
  }

  @Test
  void one_that_was_only_overtaken_is_not_missing() {
    came(57);
    came(60, 59);
    came(58);
    minutesLater();
    assertThat(told).isEmpty();
  }

  @Test
  void one_delivered_again_is_no_news() {
    came(57, 58, 59);
    came(57);
    came(60);
    minutesLater();
    assertThat(told).isEmpty();
  }

  @Test
  void numbers_begin_again_when_their_digits_are_used_up() {
    came(997, 998, 999, 1, 2);
    minutesLater();
    assertThat(told).isEmpty();
    state = "";
    came(997);
    came(3);
    minutesLater();
    assertThat(told).containsExactly("eca: 001-002, 998-999");
  }

  @Test
  void numbers_begin_again_at_midnight_of_the_service() {
    now = Instant.parse("2026-05-03T21:58:00Z"); // two minutes to midnight in Berlin
    came(211);
    later(Duration.ofMinutes(4));
    came(1, 2);
    minutesLater();
    assertThat(told).isEmpty();
  }

  @Test
  void the_first_numbers_of_a_day_can_be_missing() {
    now = Instant.parse("2026-05-03T21:58:00Z");
    came(211);
    later(Duration.ofMinutes(4));
    came(4);
    minutesLater();
    assertThat(told).containsExactly("eca: 001-003");
  }

  @Test
  void once_it_is_known_that_days_begin_anew_a_higher_number_is_of_the_new_day() {
    now = Instant.parse("2026-05-02T21:58:00Z");
    came(40);
    later(Duration.ofMinutes(4));
    came(1, 2, 3);
    later(Duration.ofHours(24));
    came(5);
    minutesLater();
    assertThat(told).containsExactly("eca: 001-004");
  }

  @Test
  void days_the_service_writes_count_when_a_backlog_comes_at_once() {
    step(
        List.of(
            new Serial("eca", 210, 3, "13"),
            new Serial("eca", 211, 3, "13"),
            new Serial("eca", 1, 3, "14"),
            new Serial("eca", 3, 3, "14")));
    minutesLater();
    assertThat(told).containsExactly("eca: 002");
  }

  @Test
  void a_count_that_begins_again_at_another_hour_is_found_out() {
    came(180, 181);
    came(1);
    came(2);
    came(3, 5);
    minutesLater();
    assertThat(told).containsExactly("eca: 004");
  }

  @Test
  void a_midnight_that_is_not_ours_is_no_hole() {
    now = Instant.parse("2026-05-02T21:58:00Z");
    came(40);
    later(Duration.ofMinutes(4));
    came(1, 2);
    now = Instant.parse("2026-05-03T21:50:00Z");
    came(3, 180);
    minutesLater();
    told.clear();
    later(Duration.ofMinutes(20)); // it goes on past our midnight
    came(181, 182);
    minutesLater();
    assertThat(told).isEmpty();
  }

  @Test
  void services_are_counted_apart() {
    step(List.of(new Serial("eca", 5, 3), new Serial("bsf", 9, 4), new Serial("eca", 6, 3)));
    step(List.of(new Serial("bsf", 11, 4), new Serial("eca", 7, 3)));
    minutesLater();
    assertThat(told).containsExactly("bsf: 0010");
  }

  @Test
  void after_a_long_silence_counting_starts_anew() {
    came(57);
    later(Duration.ofDays(3));
    came(12);
    minutesLater();
    assertThat(told).isEmpty();
  }

  @Test
  void a_hole_too_large_to_wait_for_is_told_at_once() {
    step(List.of(new Serial("W", 10, 4)));
    step(List.of(new Serial("W", 3000, 4)));
    assertThat(told).containsExactly("W: 0011-2999");
    step(List.of(new Serial("W", 3001, 4)));
    minutesLater();
    assertThat(told).hasSize(1);
  }

  @Test
  void what_another_version_wrote_is_forgotten_not_fatal() {
    state = "eca three 57";
    came(58);
    assertThat(state).startsWith("eca 3 58");
  }
}
