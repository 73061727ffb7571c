package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import news.dateline.model.Cursor;
import news.dateline.model.Feed;
import news.dateline.model.Hole;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.Visit;
import org.junit.jupiter.api.Test;

class RolloverTest {
  private static final Instant T0 = Instant.parse("2026-11-24T12:00:00Z");
  private static final Source FEED = Source.ofFeed("a", "A", URI.create("https://example.org/a"));

  private final PollPlanner planner = new PollPlanner(PollSettings.DEFAULT, 7);

  @Test
  void a_hole_is_wider_than_the_items_beside_it_are_apart() {
    SourceState read = read(SourceState.unseen("a", T0), dates(T0, 10), T0);
    Instant later = T0.plus(Duration.ofHours(5));

    Optional<Hole> hole = Rollover.find(read, dates(later, 10), 10, later);
    assertThat(hole.orElseThrow().missed()).isBetween(18, 22);
    assertThat(hole.get().news()).isTrue();
    assertThat(hole.get().from()).isEqualTo(T0);

    Instant next = T0.plus(Duration.ofMinutes(100));
    assertThat(Rollover.find(read, dates(next, 10), 10, next)).as("one after the other").isEmpty();
  }

  @Test
  void without_dates_of_their_own_a_window_that_rolled_over_is_a_hole() {
    SourceState read = read(SourceState.unseen("a", T0), List.of(), T0);
    Instant later = T0.plus(Duration.ofHours(1));
    assertThat(Rollover.find(read, List.of(), 10, later)).isPresent();
    assertThat(Rollover.find(read, List.of(later, later, later), 3, later)).isPresent();
  }

  @Test
  void a_feed_of_one_item_has_holes_only_when_it_is_another_at_every_visit() {
    SourceState read = read(SourceState.unseen("a", T0), List.of(), T0);
    Instant at = T0.plus(Duration.ofHours(1));
    assertThat(Rollover.find(read, List.of(at), 1, at)).isEmpty();
    for (int i = 0; i < 3; i++) {
      at = at.plus(Duration.ofMinutes(5));
      read = answered(read, 1, List.of(at), at);
    }
    assertThat(Rollover.find(read, List.of(at), 1, at)).isPresent();
  }

  @Test
  void holes_within_an_hour_are_one_thing_to_know_and_the_feed_is_asked_sooner() {
    SourceState read = read(SourceState.unseen("a", T0), List.of(), T0);
    Instant later = T0.plus(Duration.ofMinutes(30));
    Planned plain =
        planner.afterDocument(
            FEED, read, visit(later), Feed.of("rss-2.0"), 10, 10, 0, 0, List.of(), later);
    Instant usual = later.plus(Duration.ofMinutes(30));
    plain = new Planned(plain.state().asked(usual, "rhythm"), plain.event(), plain.moveTo());
    Hole hole = new Hole(T0, later, 20, true);
    SourceState holed = planner.holed(FEED, plain, hole, 10, later).state();

    assertThat(holed.nextPoll().orElseThrow()).isEqualTo(later.plus(Duration.ofMinutes(10)));
    assertThat(holed.detail()).contains("20 items fell out");
    assertThat(holed.health()).isEqualTo(SourceState.Health.OK);
    Instant soon = later.plus(Duration.ofMinutes(50));
    assertThat(Rollover.find(holed, List.of(), 10, soon).orElseThrow().news()).isFalse();
    SourceState after = answered(holed, 0, List.of(), soon);
    assertThat(after.detail()).contains("fell out");
    Instant muchLater = later.plus(Duration.ofMinutes(70));
    assertThat(Rollover.find(holed, List.of(), 10, muchLater).orElseThrow().news()).isTrue();
    assertThat(answered(after, 1, List.of(), muchLater).detail()).isEmpty();
  }

  private SourceState read(SourceState state, List<Instant> dates, Instant at) {
    return answered(state, 10, dates, at);
  }

  private SourceState answered(SourceState state, int news, List<Instant> dates, Instant at) {
    return planner
        .afterDocument(FEED, state, visit(at), Feed.of("rss-2.0"), news, news, 0, 0, dates, at)
        .state();
  }

  private static Visit visit(Instant at) {
    return new Visit(
        at,
        Duration.ZERO,
        OptionalInt.of(200),
        100,
        Cursor.START,
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** One every ten minutes, the newest now. */
  private static List<Instant> dates(Instant newest, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> newest.minus(Duration.ofMinutes(10L * i)))
        .toList();
  }
}
