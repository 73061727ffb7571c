package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.dateline.model.Cursor;
import news.dateline.model.Feed;
import news.dateline.model.Memo;
import news.dateline.model.Reason;
import news.dateline.model.Schedule;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.SourceState.Health;
import news.dateline.model.Visit;
import news.dateline.model.WebLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PollPlannerTest {
  private static final Instant T0 = Instant.parse("2026-10-18T10:00:00Z");
  private static final Source FEED = Source.ofFeed("a", "A", URI.create("https://example.org/a"));
  private static final Feed RSS = Feed.of("rss-2.0");

  private final PollPlanner planner = new PollPlanner(PollSettings.DEFAULT, 7);
  private Instant now = T0;
  private Source source = FEED;
  private SourceState state = SourceState.unseen("a", T0);
  private Optional<SourceEvent> event = Optional.empty();
  private Optional<URI> moveTo = Optional.empty();

  // --- when next

  @Test
  void a_fixed_interval_is_kept_to_whatever_the_feed_says() {
    source = FEED.toBuilder().every(Duration.ofMinutes(5)).build();
    document(10, new Visits().freshFor(Duration.ofHours(2)), ttl(Duration.ofHours(1)));
    assertThat(wait(state)).isEqualTo(Duration.ofMinutes(5));
    assertThat(state.nextWhy()).isEqualTo("every 5m as configured");
  }

  @Test
  void a_fixed_interval_counts_from_visit_to_visit() {
    source = FEED.toBuilder().every(Duration.ofMinutes(5)).build();
    Visit began = new Visits().at(now.minusSeconds(40)).build();
    apply(planner.afterUnchanged(source, state, began, now));
    assertThat(wait(state)).isEqualTo(Duration.ofSeconds(260));
  }

  @Test
  void the_rhythm_makes_a_busy_source_frequent_and_a_quiet_one_rare() {
    document(30);
    for (int i = 0; i < 200; i++) {
      pass(Duration.ofMinutes(10));
      document(2);
    }
    assertThat(wait(state)).isBetween(Duration.ofSeconds(110), Duration.ofSeconds(210));
    assertThat(state.nextWhy()).matches("1[12] items an hour at this time of day");
    for (int i = 0; i < 24 * 14; i++) {
      pass(Duration.ofHours(1));
      unchanged();
    }
    assertThat(wait(state)).isBetween(Duration.ofMinutes(54), Duration.ofMinutes(66));
    assertThat(state.nextWhy()).isEqualTo("at least every 1h");
  }

  @Test
  void the_hour_of_the_day_counts() {
    document(30);
    for (int i = 0; i < 24 * 10; i++) {
      pass(Duration.ofHours(1));
      int hour = (int) (now.getEpochSecond() / 3600 % 24);
      // what is found at nine came between eight and nine
      document(hour == 9 ? 12 : 0);
    }
    while (now.getEpochSecond() / 3600 % 24 != 8) {
      pass(Duration.ofHours(1));
      document(0);
    }
    assertThat(wait(state)).isLessThan(Duration.ofMinutes(6));
    pass(Duration.ofHours(4));
    document(0);
    assertThat(wait(state)).isGreaterThan(Duration.ofMinutes(40));
  }

  @Test
  void what_the_feed_and_its_server_ask_for_is_a_floor_that_a_304_does_not_lift() {
    busy();
    document(2, new Visits(), ttl(Duration.ofMinutes(15)));
    assertThat(wait(state)).isBetween(Duration.ofMinutes(15), Duration.ofSeconds(990));
    assertThat(state.nextWhy()).isEqualTo("the feed asks for 15 min");
    pass(Duration.ofMinutes(15));
    unchanged();
    assertThat(wait(state)).isGreaterThanOrEqualTo(Duration.ofMinutes(15));
    apply(
        planner.afterUnchanged(
            source, state, new Visits().freshFor(Duration.ofMinutes(30)).build(), now));
    assertThat(wait(state)).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(33));
    assertThat(state.nextWhy()).isEqualTo("its answer is fresh for 30 min");
  }

  @Test
  void careless_floors_are_bounded_and_at_least_every_bounds_them_further() {
    document(2, new Visits().freshFor(Duration.ofDays(365)), ttl(Duration.ofDays(1)));
    assertThat(wait(state)).isBetween(Duration.ofHours(4), Duration.ofMinutes(264));
    source = FEED.toBuilder().atLeastEvery(Duration.ofMinutes(20)).build();
    document(2, new Visits().freshFor(Duration.ofDays(365)), ttl(Duration.ofDays(1)));
    assertThat(wait(state)).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(22));
  }

  @Test
  void a_304_that_says_nothing_of_freshness_leaves_that_of_the_body() {
    document(2, new Visits().freshFor(Duration.ofHours(2)), RSS);
    pass(Duration.ofHours(2));
    unchanged();
    assertThat(state.nextWhy()).isEqualTo("its answer is fresh for 2 h");
    pass(Duration.ofHours(2));
    document(1);
    assertThat(wait(state)).as("a body that says nothing").isLessThan(Duration.ofMinutes(70));
  }

  @Test
  void an_hour_as_software_writes_it_binds_only_a_source_that_keeps_to_it() {
    busy();
    document(2, new Visits(), ttl(Duration.ofHours(1)));
    assertThat(wait(state)).as("12 items an hour").isLessThan(Duration.ofMinutes(5));
    document(2, new Visits(), ttl(Duration.ofMinutes(59)));
    assertThat(wait(state)).as("a wish").isGreaterThanOrEqualTo(Duration.ofMinutes(59));
    for (int i = 0; i < 24 * 30; i++) {
      pass(Duration.ofHours(1));
      document(i % 5 == 0 ? 1 : 0, new Visits(), ttl(Duration.ofHours(1)));
    }
    assertThat(wait(state)).as("an item in 5 h").isGreaterThanOrEqualTo(Duration.ofMinutes(54));
  }

  @Test
  void polls_move_past_the_hours_a_feed_skips_and_do_not_come_together_then() {
    Feed night = skipping(Set.of(11, 12, 13), Set.of());
    now = T0.plus(Duration.ofMinutes(50)); // 10:50
    List<Instant> next = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      source = Source.ofFeed("s" + i, "S", URI.create("https://example.org/" + i));
      state = SourceState.unseen(source.id(), now);
      document(0, new Visits().freshFor(Duration.ofMinutes(30)), night);
      next.add(state.nextPoll().orElseThrow());
    }
    Instant two = Instant.parse("2026-10-18T14:00:00Z");
    assertThat(next).allMatch(at -> !at.isBefore(two) && at.isBefore(two.plusSeconds(600)));
    assertThat(next.stream().map(Instant::getEpochSecond).distinct().count()).isGreaterThan(80);
    assertThat(state.nextWhy())
        .startsWith("the feed says it brings nothing now; asked again Sun 14:0");
    pass(Duration.ofMinutes(5));
    failed(Reason.TIMEOUT, new Visits());
    assertThat(state.nextPoll().orElseThrow()).as("10:56, not skipped").isBefore(two);
    pass(Duration.ofMinutes(5));
    failed(Reason.NOT_FOUND, new Visits());
    assertThat(state.nextPoll().orElseThrow()).as("a skipped hour").isAfterOrEqualTo(two);
  }

  @Test
  void skipped_days_are_skipped_but_no_source_starves() {
    Feed weekend = skipping(Set.of(), EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    now = Instant.parse("2026-10-17T23:30:00Z"); // a Saturday
    document(0, new Visits(), weekend);
    assertThat(state.nextPoll()).as("once a day").contains(now.plus(Duration.ofDays(1)));
    now = Instant.parse("2026-10-18T12:00:00Z");
    unchanged();
    assertThat(state.nextPoll().orElseThrow())
        .isBetween(Instant.parse("2026-10-19T00:00:00Z"), Instant.parse("2026-10-19T00:10:00Z"));
    source = FEED.toBuilder().atLeastEvery(Duration.ofHours(2)).build();
    unchanged();
    assertThat(wait(state)).isBetween(Duration.ofMinutes(108), Duration.ofMinutes(132));
    source = FEED.toBuilder().every(Duration.ofMinutes(5)).build();
    unchanged();
    assertThat(wait(state)).as("as configured").isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void the_dates_in_the_first_document_tell_the_rhythm_before_anything_was_watched() {
    List<Instant> slow =
        Stream.iterate(now.minusSeconds(600), at -> at.minus(Duration.ofHours(5)))
            .limit(30)
            .toList();
    published(slow);
    assertThat(wait(state)).as("an item in 5 h").isGreaterThan(Duration.ofMinutes(50));
    state = SourceState.unseen("a", T0);
    published(Stream.iterate(now, at -> at.minus(Duration.ofMinutes(4))).limit(30).toList());
    assertThat(wait(state)).as("15 an hour").isLessThan(Duration.ofMinutes(4));
    state = SourceState.unseen("a", T0);
    published(java.util.Collections.nCopies(30, now));
    assertThat(wait(state))
        .as("dates of the document")
        .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
  }

  @Test
  void a_feed_that_dries_up_is_asked_less_within_the_day_and_a_big_day_more() {
    busy();
    Duration usual = wait(state);
    SourceState before = state;
    for (int i = 0; i < 36; i++) {
      pass(Duration.ofMinutes(30));
      unchanged();
    }
    assertThat(wait(state)).isGreaterThan(usual.multipliedBy(3));
    state = before;
    now = T0.plus(Duration.ofDays(2));
    for (int i = 0; i < 36; i++) {
      pass(Duration.ofMinutes(10));
      document(8);
    }
    assertThat(wait(state)).isLessThan(usual.dividedBy(2));
  }

  @Test
  void retry_after_is_obeyed_and_never_undercut() {
    source = FEED.toBuilder().every(Duration.ofMinutes(1)).build();
    failed(Reason.THROTTLED, new Visits().retryAfter(Duration.ofMinutes(10)));
    assertThat(wait(state)).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    assertThat(state.nextWhy()).isEqualTo("the server asked for 10 min");
    failed(Reason.SERVER_ERROR, new Visits().retryAfter(Duration.ofMinutes(40)));
    assertThat(wait(state)).isBetween(Duration.ofMinutes(40), Duration.ofMinutes(44));
    failed(Reason.THROTTLED, new Visits().retryAfter(Duration.ofDays(900)));
    assertThat(wait(state)).isBetween(Duration.ofHours(24), Duration.ofMinutes(1584));
    failed(Reason.THROTTLED, new Visits().retryAfter(Duration.ZERO));
    assertThat(wait(state)).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void throttling_without_a_time_doubles_the_wait_and_is_remembered_for_a_while() {
    busy();
    pass(Duration.ofMinutes(30));
    failed(Reason.THROTTLED, new Visits());
    assertThat(wait(state)).isGreaterThanOrEqualTo(Duration.ofMinutes(20));
    pass(Duration.ofHours(1));
    document(2);
    assertThat(wait(state)).as("gently").isGreaterThan(Duration.ofMinutes(20));
    assertThat(state.nextWhy()).startsWith("it was throttled");
    for (int i = 0; i < 60; i++) {
      pass(Duration.ofMinutes(10));
      document(2);
    }
    assertThat(wait(state)).as("forgotten").isLessThan(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @CsvSource({
    "TIMEOUT,1,60",
    "DNS_FAILED,1,60",
    "SERVER_ERROR,2,60",
    "NOT_FOUND,60,1440",
    "BLOCKED,30,360",
    "UNAUTHORIZED,60,720",
    "CLIENT_ERROR,60,720",
    "NOT_A_FEED,30,720",
    "MALFORMED,10,240",
    "UNFORESEEN,0.5,10",
  })
  void backs_off_by_class_of_error(Reason reason, double firstMinutes, double lastMinutes) {
    failed(reason, new Visits());
    assertThat(wait(state).toSeconds() / 60.0)
        .isBetween(firstMinutes * 0.9 - 0.02, firstMinutes * 1.1);
    assertThat(state.nextWhy()).isEqualTo("1st failure in a row");
    for (int i = 0; i < 40; i++) {
      failed(reason, new Visits());
    }
    assertThat(wait(state).toSeconds() / 60.0)
        .isBetween(lastMinutes * 0.9 - 0.02, lastMinutes * 1.1);
    assertThat(state.failures()).isEqualTo(41);
    assertThat(state.nextWhy()).isEqualTo("41st failure in a row");
  }

  @Test
  void a_source_asked_every_two_seconds_is_tried_again_soon() {
    source = FEED.toBuilder().every(Duration.ofSeconds(2)).build();
    failed(Reason.UNREACHABLE, new Visits());
    assertThat(wait(state)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void gone_stops_and_says_so() {
    document(3);
    failed(Reason.GONE, new Visits());
    assertThat(state.nextPoll()).isEmpty();
    assertThat(state.health()).isEqualTo(Health.GONE);
    assertThat(state.nextWhy()).contains("gone");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void every_reason_has_a_wait_and_a_health(Reason reason) {
    failed(reason, new Visits());
    assertThat(state.health()).isNotIn(Health.OK, Health.WAITING);
    assertThat(state.nextPoll().isPresent()).isEqualTo(reason != Reason.GONE);
  }

  @Test
  void a_deferred_visit_changes_nothing_but_the_time() {
    document(3);
    SourceState before = state;
    Instant until = now.plusSeconds(100);
    apply(planner.afterDeferred(source, state, new Visits().build(), until, now));
    assertThat(state.nextPoll().orElseThrow()).isBetween(until, until.plusSeconds(10));
    assertThat(state.visits()).isEqualTo(before.visits());
    assertThat(state.lastPoll()).isEqualTo(before.lastPoll());
    assertThat(event).isEmpty();
  }

  @Test
  void sources_due_together_drift_apart() {
    long distinct =
        Stream.iterate(0, i -> i + 1)
            .limit(200)
            .map(i -> Source.ofFeed("s" + i, "S", URI.create("https://example.org/")))
            .map(
                s ->
                    planner.afterFailed(
                        s,
                        SourceState.unseen(s.id(), T0),
                        new Visits().reason(Reason.TIMEOUT).build(),
                        0,
                        T0))
            .map(p -> p.state().nextPoll().orElseThrow().getEpochSecond())
            .distinct()
            .count();
    assertThat(distinct).as("seconds within 54 to 66").isGreaterThan(10);
  }

  @Test
  void sources_throttled_together_do_not_come_back_together() {
    Visit told = new Visits().reason(Reason.THROTTLED).retryAfter(Duration.ofMinutes(10)).build();
    Map<Long, Long> bySecond =
        IntStream.range(0, 500)
            .mapToObj(i -> Source.ofFeed("s" + i, "S", URI.create("https://example.org/" + i)))
            .map(s -> planner.afterFailed(s, SourceState.unseen(s.id(), T0), told, 0, T0))
            .map(p -> p.state().nextPoll().orElseThrow().getEpochSecond())
            .collect(Collectors.groupingBy(second -> second, Collectors.counting()));
    assertThat(bySecond.keySet()).allMatch(s -> s >= T0.plusSeconds(600).getEpochSecond());
    assertThat(bySecond.values()).as("500 within a minute").allMatch(n -> n < 30);
  }

  @Test
  void the_same_seed_gives_the_same_plan() {
    Visit v = new Visits().reason(Reason.TIMEOUT).build();
    assertThat(new PollPlanner(PollSettings.DEFAULT, 1).afterFailed(FEED, state, v, 0, T0))
        .isEqualTo(new PollPlanner(PollSettings.DEFAULT, 1).afterFailed(FEED, state, v, 0, T0));
  }

  // --- how it does

  @Test
  void the_first_answer_makes_a_waiting_source_ok_and_says_so() {
    document(12);
    assertThat(state.health()).isEqualTo(Health.OK);
    assertThat(event)
        .get()
        .extracting(SourceEvent::from, SourceEvent::to)
        .containsExactly(Health.WAITING, Health.OK);
    document(1);
    assertThat(event).isEmpty();
    assertThat(state.since()).isEqualTo(T0);
  }

  @Test
  void counts_add_up() {
    apply(
        planner.afterDocument(
            source, state, new Visits().build(), RSS, 10, 6, 3, 1, List.of(), now));
    apply(
        planner.afterDocument(
            source, state, new Visits().build(), RSS, 10, 0, 10, 0, List.of(), now));
    apply(
        planner.afterFailed(source, state, new Visits().reason(Reason.MALFORMED).build(), 1, now));
    assertThat(state.received()).isEqualTo(20);
    assertThat(state.published()).isEqualTo(6);
    assertThat(state.unchanged()).isEqualTo(13);
    assertThat(state.rejected()).isEqualTo(2);
    assertThat(state.visits())
        .extracting(SourceState.Glance::outcome)
        .containsExactly("malformed", "unchanged", "new");
    assertThat(state.visits()).extracting(SourceState.Glance::items).containsExactly(0, 0, 6);
  }

  @Test
  void keeps_the_last_thirty_visits_newest_first() {
    for (int i = 0; i < 40; i++) {
      pass(Duration.ofMinutes(1));
      unchanged();
    }
    assertThat(state.visits()).hasSize(30);
    assertThat(state.visits().get(0).at()).isEqualTo(now);
  }

  @Test
  void a_failure_shows_at_once_and_so_does_recovery() {
    document(3);
    pass(Duration.ofMinutes(5));
    failed(Reason.TIMEOUT, new Visits().detail("no answer within 20 s"));
    assertThat(state.health()).isEqualTo(Health.FAILING);
    assertThat(state.reason()).contains(Reason.TIMEOUT);
    assertThat(event).get().hasToString("a: ok -> failing (timeout): no answer within 20 s");
    pass(Duration.ofMinutes(1));
    unchanged();
    assertThat(state.health()).isEqualTo(Health.OK);
    assertThat(state.reason()).isEmpty();
    assertThat(state.failures()).isZero();
  }

  @Test
  void a_source_without_news_is_quiet_first_and_silent_when_its_rhythm_does_not_explain_it() {
    busy();
    pass(Duration.ofHours(1));
    unchanged();
    assertThat(state.health()).isEqualTo(Health.OK);
    pass(Duration.ofHours(5));
    unchanged();
    assertThat(state.health()).isEqualTo(Health.SILENT);
    assertThat(state.detail()).startsWith("no new item for 6 h");
    document(1);
    assertThat(state.health()).isEqualTo(Health.OK);
  }

  @Test
  void a_rare_source_is_quiet_for_days_before_it_is_silent() {
    document(10);
    for (int i = 1; i <= 40 * 24; i++) {
      pass(Duration.ofHours(1));
      document(i % 48 == 0 ? 1 : 0);
    }
    for (int i = 0; i < 5 * 24; i++) {
      pass(Duration.ofHours(1));
      unchanged();
    }
    assertThat(state.health()).isEqualTo(Health.QUIET);
    assertThat(state.detail()).isEqualTo("no new item for 5 days");
    for (int i = 0; i < 70 * 24; i++) {
      pass(Duration.ofHours(1));
      unchanged();
    }
    assertThat(state.health()).isEqualTo(Health.SILENT);
  }

  @Test
  void silence_shows_also_while_polls_fail_and_without_any_visit() {
    source = FEED.toBuilder().silentAfter(Duration.ofHours(6)).build();
    document(3);
    pass(Duration.ofHours(5));
    failed(Reason.TIMEOUT, new Visits());
    assertThat(state.health()).isEqualTo(Health.FAILING);
    pass(Duration.ofHours(2));
    apply(planner.review(source, state, now));
    assertThat(state.health()).isEqualTo(Health.SILENT);
    assertThat(state.reason()).contains(Reason.TIMEOUT);
    failed(Reason.TIMEOUT, new Visits());
    assertThat(state.health()).isEqualTo(Health.SILENT);
    assertThat(state.detail()).startsWith("no new item for 7 h, it should bring one every 6h");
  }

  @Test
  void a_drop_folder_is_judged_silent_by_the_clock_alone() {
    source = Source.builder("a", "A").from("file:in").silentAfter(Duration.ofHours(6)).build();
    apply(
        planner.afterDocument(
            source,
            state,
            Visit.delivery(now, 100),
            Feed.of("nitf"),
            1,
            1,
            0,
            0,
            List.of(now),
            now));
    assertThat(state.health()).isEqualTo(Health.OK);
    assertThat(state.nextPoll()).isEmpty();
    assertThat(state.nextWhy()).isEqualTo("delivers by itself");
    pass(Duration.ofHours(7));
    apply(planner.review(source, state, now));
    assertThat(state.health()).isEqualTo(Health.SILENT);
    assertThat(event).isPresent();
  }

  @Test
  void a_feed_that_answers_with_last_years_news_is_stale() {
    List<Instant> old = List.of(now.minus(Duration.ofDays(400)));
    apply(planner.afterDocument(source, state, new Visits().build(), RSS, 5, 5, 0, 0, old, now));
    pass(Duration.ofMinutes(30));
    unchanged();
    assertThat(state.health()).isEqualTo(Health.STALE);
    assertThat(state.detail()).isEqualTo("answers, but its newest item is of 2025-09-13");
  }

  @Test
  void samples_are_samples_however_old_they_are_and_however_long_nothing_comes() {
    source = FEED.toBuilder().sample(true).build();
    published(List.of(now.minus(Duration.ofDays(401)), now.minus(Duration.ofDays(400))));
    assertThat(state.health()).isEqualTo(Health.OK);
    pass(Duration.ofDays(500));
    unchanged();
    assertThat(state.health()).isEqualTo(Health.OK);
  }

  @Test
  void the_very_first_answer_shows_that_a_feed_is_dead() {
    published(List.of(now.minus(Duration.ofDays(800)), now.minus(Duration.ofDays(730))));
    assertThat(state.health()).isEqualTo(Health.STALE);
  }

  @Test
  void a_feed_that_answers_304_for_ever_grows_stale_and_old_items_found_late_do_not_age_it() {
    published(List.of(now, now.minus(Duration.ofDays(3))));
    pass(Duration.ofDays(1));
    published(List.of(now.minus(Duration.ofDays(700))));
    unchanged();
    assertThat(state.health()).isEqualTo(Health.OK);
    published(List.of());
    for (int i = 0; i < 366; i++) {
      pass(Duration.ofDays(1));
      unchanged();
    }
    assertThat(state.health()).isEqualTo(Health.STALE);
    assertThat(state.detail()).isEqualTo("answers, but its newest item is of 2026-10-18");
  }

  @Test
  void a_permanent_redirect_is_moved_and_confirmed_only_after_days_of_agreement() {
    URI to = URI.create("https://new.example/feed");
    Visits moved = new Visits().movedTo(to);
    document(3, moved, RSS);
    assertThat(state.health()).isEqualTo(Health.MOVED);
    assertThat(state.detail()).isEqualTo("answers from https://new.example/feed");
    for (int i = 0; i < 20; i++) {
      pass(Duration.ofHours(1));
      document(0, moved, RSS);
      assertThat(moveTo).isEmpty();
    }
    pass(Duration.ofDays(2));
    document(0, moved, RSS);
    assertThat(moveTo).contains(to);
    document(0, new Visits().movedTo(URI.create("https://other.example/")), RSS);
    assertThat(moveTo).isEmpty();
    document(1);
    assertThat(state.health()).isEqualTo(Health.OK);
  }

  @Test
  void mended_documents_are_told() {
    document(3, new Visits(), RSS.repaired(true));
    assertThat(state.health()).isEqualTo(Health.REPAIRED);
    unchanged();
    assertThat(state.health()).isEqualTo(Health.REPAIRED);
    document(1);
    assertThat(state.health()).isEqualTo(Health.OK);
  }

  @Test
  void the_same_broken_document_again_is_not_buried_again_and_no_recovery() {
    document(3);
    Cursor bad = new Cursor(Optional.of("\"bad\""), Optional.empty(), Optional.of("ff"));
    apply(
        planner.afterFailed(
            source, state, new Visits().cursor(bad).reason(Reason.NOT_A_FEED).build(), 1, now));
    assertThat(state.cursor()).isEqualTo(bad);
    unchanged();
    assertThat(state.health()).isEqualTo(Health.NOT_A_FEED);
    assertThat(state.failures()).isEqualTo(2);
    document(1);
    assertThat(state.health()).isEqualTo(Health.OK);
  }

  @Test
  void a_failed_request_leaves_the_cursor_alone() {
    Cursor good = new Cursor(Optional.of("\"1\""), Optional.empty(), Optional.of("aa"));
    document(3, new Visits().cursor(good), RSS);
    failed(Reason.SERVER_ERROR, new Visits());
    assertThat(state.cursor()).isEqualTo(good);
    unchanged();
    assertThat(state.cursor()).as("a 304 without validators").isEqualTo(good);
  }

  @Test
  void the_whole_document_is_asked_for_after_about_fifty_304s_each_source_at_its_own_number() {
    Set<Integer> numbers = new TreeSet<>();
    for (int i = 0; i < 40; i++) {
      source = Source.ofFeed("s" + i, "S", URI.create("https://example.org/" + i));
      state = SourceState.unseen(source.id(), now);
      document(3);
      int n = 0;
      for (; PollPlanner.sendsValidators(source, state) && n < 200; n++) {
        pass(Duration.ofMinutes(1));
        unchanged();
      }
      numbers.add(n);
      document(0);
      assertThat(PollPlanner.sendsValidators(source, state)).as("answered").isTrue();
    }
    assertThat(numbers).hasSizeGreaterThan(15).allMatch(n -> n >= 20 && n <= 75);
  }

  @Test
  void a_304_that_lasts_longer_than_the_rhythm_explains_is_doubted_at_once() {
    busy();
    int n = 0;
    for (; PollPlanner.sendsValidators(source, state); n++) {
      pass(Duration.ofMinutes(5));
      unchanged();
    }
    assertThat(n).as("25 min without 12 items an hour").isBetween(3, 8);
    document(0);
    pass(Duration.ofMinutes(5));
    unchanged();
    assertThat(PollPlanner.sendsValidators(source, state)).as("it told the truth").isTrue();
  }

  @Test
  void a_server_that_says_304_while_it_has_news_is_found_out() {
    busy();
    int asked = 0;
    int whole = 0;
    // the ETag changes with the document, but the server compares nothing: 304 to any validator
    while (!Memory.parse(state.rhythm()).liar) {
      pass(Duration.ofMinutes(5));
      if (PollPlanner.sendsValidators(source, state)) {
        unchanged();
      } else {
        whole++;
        Cursor c = new Cursor(Optional.of("\"" + whole + "\""), Optional.empty(), Optional.empty());
        document(5, new Visits().cursor(c), RSS);
      }
      assertThat(++asked).isLessThan(60);
    }
    assertThat(whole).isEqualTo(3);
    unchanged();
    assertThat(PollPlanner.sendsValidators(source, state)).as("never again").isFalse();
  }

  @Test
  void an_honest_server_is_never_called_a_liar_by_chance() {
    Random random = new Random(3);
    for (double share : new double[] {0.01, 0.05, 0.3}) {
      state = SourceState.unseen("a", now);
      document(10);
      for (int i = 0; i < 5000; i++) {
        pass(Duration.ofMinutes(10));
        if (random.nextDouble() < share) {
          Cursor c = new Cursor(Optional.of("\"" + i + "\""), Optional.empty(), Optional.empty());
          document(1, new Visits().cursor(c), RSS);
        } else if (PollPlanner.sendsValidators(source, state)) {
          unchanged();
        } else {
          document(0);
        }
      }
      assertThat(Memory.parse(state.rhythm()).liar).isFalse();
    }
  }

  @Test
  void a_server_with_new_items_under_an_old_etag_is_asked_without_validators() {
    Cursor first = new Cursor(Optional.of("\"frozen\""), Optional.empty(), Optional.of("aa"));
    document(3, new Visits().cursor(first), RSS);
    assertThat(PollPlanner.sendsValidators(source, state)).isTrue();
    document(
        1, new Visits().cursor(new Cursor(first.etag(), Optional.empty(), Optional.of("bb"))), RSS);
    assertThat(PollPlanner.sendsValidators(source, state)).isFalse();
  }

  @Test
  void pausing_resuming_and_editing() {
    document(3);
    apply(planner.paused(state, "paused by desk", now));
    assertThat(state.health()).isEqualTo(Health.PAUSED);
    assertThat(state.nextPoll()).isEmpty();
    unchanged();
    assertThat(state.health()).as("asked by hand").isEqualTo(Health.PAUSED);
    assertThat(state.nextPoll()).isEmpty();
    apply(planner.review(source, state, now));
    assertThat(state.health()).isEqualTo(Health.PAUSED);
    apply(planner.resumed(source, state, now));
    assertThat(state.health()).isEqualTo(Health.WAITING);
    assertThat(state.nextPoll()).contains(now);
    document(
        3,
        new Visits().cursor(new Cursor(Optional.of("x"), Optional.empty(), Optional.empty())),
        RSS);
    source = FEED.toBuilder().feed(URI.create("https://example.org/b")).build();
    assertThat(PollPlanner.sendsValidators(source, state)).isFalse();
    apply(planner.edited(source, state, now));
    assertThat(state.cursor()).isEqualTo(Cursor.START);
    assertThat(state.nextPoll()).contains(now);
  }

  @Test
  void pausing_in_the_file_is_taken_up_and_undone_by_the_file() {
    document(3);
    Source resting = FEED.toBuilder().paused(true).build();
    apply(planner.edited(resting, state, now));
    assertThat(state.health()).isEqualTo(Health.PAUSED);
    assertThat(event).isPresent();
    apply(planner.edited(FEED, state, now));
    assertThat(state.health()).isEqualTo(Health.WAITING);
    assertThat(state.nextPoll()).contains(now);
    assertThat(planner.first(resting, now).health()).isEqualTo(Health.PAUSED);
  }

  @Test
  void an_unreadable_memory_is_forgotten_not_fatal() {
    for (String text :
        new String[] {
          "hours=!!",
          "ttl=x",
          "hours=AAAA",
          "first=99999999999999999999",
          "first=99999999999999",
          "\u0000",
          "a=b c"
        }) {
      SourceState odd =
          new SourceState(
              "a",
              Health.OK,
              Optional.empty(),
              "",
              T0,
              Cursor.START,
              Optional.empty(),
              Optional.empty(),
              Optional.of(T0),
              "",
              0,
              0,
              0,
              0,
              0,
              java.util.List.of(),
              text,
              Memo.NONE);
      assertThat(planner.afterUnchanged(source, odd, new Visits().build(), now).state().nextPoll())
          .isPresent();
    }
  }

  @Test
  void what_is_remembered_is_small() {
    busy();
    document(
        1, new Visits().movedTo(URI.create("https://new.example/feed")), ttl(Duration.ofHours(1)));
    assertThat(state.rhythm()).hasSizeLessThan(350).isASCII();
  }

  // --- helpers

  /** A source with twelve items an hour, day and night, for two days. */
  private void busy() {
    document(30);
    for (int i = 0; i < 48 * 6; i++) {
      pass(Duration.ofMinutes(10));
      document(2);
    }
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private Duration wait(SourceState of) {
    return Duration.between(now, of.nextPoll().orElseThrow());
  }

  private static Feed ttl(Duration ttl) {
    return new Feed(
        "rss-2.0", Optional.empty(), Optional.empty(), Schedule.every(ttl), WebLinks.NONE, false);
  }

  private static Feed skipping(Set<Integer> hours, Set<DayOfWeek> days) {
    Schedule schedule = new Schedule(Optional.empty(), hours, days);
    return new Feed("rss-2.0", Optional.empty(), Optional.empty(), schedule, WebLinks.NONE, false);
  }

  /** A document whose items are all new and of these dates. */
  private void published(List<Instant> dates) {
    int n = dates.size();
    apply(planner.afterDocument(source, state, new Visits().build(), RSS, n, n, 0, 0, dates, now));
  }

  private void document(int news) {
    document(news, new Visits(), RSS);
  }

  private void document(int news, Visits visit, Feed feed) {
    apply(
        planner.afterDocument(
            source,
            state,
            visit.build(),
            feed,
            Math.max(news, 10),
            news,
            Math.max(0, 10 - news),
            0,
            List.of(),
            now));
  }

  private void unchanged() {
    apply(planner.afterUnchanged(source, state, new Visits().status(304).build(), now));
  }

  private void failed(Reason reason, Visits visit) {
    apply(planner.afterFailed(source, state, visit.reason(reason).build(), 0, now));
  }

  private void apply(Planned planned) {
    state = planned.state();
    event = planned.event();
    moveTo = planned.moveTo();
  }

  /** Builds visits; each begins now. */
  private final class Visits {
    private Optional<Instant> at = Optional.empty();
    private int status = 200;
    private Cursor cursor = Cursor.START;
    private Optional<Reason> reason = Optional.empty();
    private String detail = "";
    private Optional<Duration> retryAfter = Optional.empty();
    private Optional<Duration> freshFor = Optional.empty();
    private Optional<URI> movedTo = Optional.empty();

    Visits at(Instant value) {
      at = Optional.of(value);
      return this;
    }

    Visits status(int value) {
      status = value;
      return this;
    }

    Visits cursor(Cursor value) {
      cursor = value;
      return this;
    }

    Visits reason(Reason value) {
      reason = Optional.of(value);
      return this;
    }

    Visits detail(String value) {
      detail = value;
      return this;
    }

    Visits retryAfter(Duration value) {
      retryAfter = Optional.of(value);
      return this;
    }

    Visits freshFor(Duration value) {
      freshFor = Optional.of(value);
      return this;
    }

    Visits movedTo(URI value) {
      movedTo = Optional.of(value);
      return this;
    }

    Visit build() {
      return new Visit(
          at.orElse(now),
          Duration.ofMillis(80),
          OptionalInt.of(status),
          1000,
          cursor,
          reason,
          detail,
          retryAfter,
          freshFor,
          movedTo);
    }
  }
}
