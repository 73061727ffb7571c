package news.dateline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final Attempts attempts = new Attempts(() -> now);
  private final Peer guesser = Peers.at("198.51.100.7");
  private final Peer holder = Peers.at("203.0.113.9");

  @Test
  void each_wrong_secret_beyond_the_free_ones_doubles_the_wait_and_time_forgives() {
    fail(guesser, "api", Attempts.FREE);
    assertThat(attempts.pause(guesser, "api", "")).isEmpty();
    fail(guesser, "api", 1);
    assertThat(attempts.pause(guesser, "api", "")).hasValue(Duration.ofSeconds(2));
    fail(guesser, "api", 2);
    assertThat(attempts.pause(guesser, "api", "")).hasValue(Duration.ofSeconds(8));
    fail(guesser, "api", 20);
    assertThat(attempts.pause(guesser, "api", "")).hasValue(Duration.ofMinutes(5));
    now = now.plus(Duration.ofHours(1));
    fail(guesser, "api", 1);
    assertThat(attempts.pause(guesser, "api", "")).isEmpty();
  }

  @Test
  void who_guesses_does_not_hold_up_the_holder_elsewhere() {
    attempts.passed(holder, "api", "the right one");
    for (int i = 0; i < 10_000; i++) {
      fail(Peers.at("10." + i / 250 + ".0." + i % 250), "push/" + i, 1);
    }
    assertThat(attempts.pause(guesser, "api", "")).as("all together have a limit").isPresent();
    assertThat(attempts.pause(holder, "api", "")).isEmpty();
    now = now.plus(Duration.ofMinutes(1));
    assertThat(attempts.pause(guesser, "api", "")).isEmpty();
  }

  @Test
  void trying_at_many_sources_or_from_many_addresses_of_a_line_is_one_guesser() {
    for (int i = 0; i <= Attempts.FREE_AT_ALL; i++) {
      fail(Peers.at("2001:db8::" + Integer.toHexString(i)), "push/" + i, 1);
    }
    assertThat(attempts.pause(Peers.at("2001:db8::ffff"), "push/new", "")).isPresent();
    assertThat(attempts.pause(Peers.at("2001:db8:0:1::1"), "push/new", "")).isEmpty();
  }

  @Test
  void the_secret_that_was_right_before_passes_whoever_else_guesses_at_the_same_address() {
    attempts.passed(holder, "push/quay", "the right one");
    fail(holder, "push/quay", 30);
    assertThat(attempts.pause(holder, "push/quay", "the right one")).isEmpty();
    assertThat(attempts.pause(holder, "push/quay", "another")).isPresent();
    assertThat(attempts.pause(holder, "push/quay", "")).isPresent();
    assertThat(attempts.pause(holder, "push/other", "the right one")).isEmpty();
    now = now.plus(Duration.ofHours(2));
    fail(holder, "push/quay", 30);
    assertThat(attempts.pause(holder, "push/quay", "the right one")).isPresent();
  }

  private void fail(Peer peer, String at, int times) {
    for (int i = 0; i < times; i++) {
      attempts.failed(peer, at);
    }
  }
}
