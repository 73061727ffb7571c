package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Cursor;
import news.dateline.model.Gap;
import news.dateline.model.Poll;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import org.junit.jupiter.api.Test;

class GapsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final URI FEED = URI.create("https://quay.example/feed");
  private static final URI PAGE = URI.create("https://quay.example/feed?page=2");
  private static final Source SOURCE = Source.ofFeed("quay", "The Quay", FEED);
  private static final Poll POLL = new Poll(SOURCE, Cursor.START, true);

  private final List<Gap> forgotten = new ArrayList<>();
  private final Gap gap = new Gap("quay", FEED, PAGE, 20, 0, NOW, NOW);
  private final Gaps gaps = new Gaps(List.of(gap), forgotten::add, 20, NOW);

  @Test
  void a_page_is_asked_when_it_is_due_and_not_again_while_it_is_under_way() {
    assertThat(gaps.instead(POLL, NOW.minusSeconds(1))).isEqualTo(POLL);
    assertThat(gaps.instead(POLL, NOW)).isEqualTo(Poll.page(SOURCE, PAGE));
    assertThat(gaps.instead(POLL, NOW)).isEqualTo(POLL);
    assertThat(gaps.instead(POLL, NOW.plus(Duration.ofMinutes(10))).page()).contains(PAGE);
  }

  @Test
  void a_page_that_cannot_be_read_is_tried_later_and_given_up_at_last() {
    Instant now = NOW;
    List<Duration> waits = new ArrayList<>();
    Gaps.Outcome outcome;
    do {
      assertThat(gaps.instead(POLL, now).page()).contains(PAGE);
      outcome = gaps.afterFailedPage(SOURCE, "HTTP 500", now);
      gaps.apply(outcome.change());
      Instant next = outcome.change().open().map(Gap::due).orElse(now);
      waits.add(Duration.between(now, next));
      now = next;
    } while (outcome.lost().isEmpty());

    assertThat(waits)
        .containsExactly(
            Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofMinutes(80), Duration.ZERO);
    assertThat(outcome.lost().orElseThrow()).contains("HTTP 500");
    assertThat(gaps.size()).isZero();
  }

  @Test
  void a_host_that_is_spared_costs_no_try() {
    gaps.instead(POLL, NOW);
    gaps.apply(gaps.afterDeferredPage(SOURCE, NOW.plusSeconds(7)));
    assertThat(gaps.instead(POLL, NOW.plusSeconds(6))).isEqualTo(POLL);
    assertThat(gaps.instead(POLL, NOW.plusSeconds(7)).page()).contains(PAGE);
  }

  @Test
  void a_listed_document_is_asked_until_its_last_try_wherever_the_feed_has_moved() {
    URI address = URI.create("https://pier.example/1.xml");
    Gap document = Gap.ofDocument(SOURCE, address, NOW.minus(Duration.ofDays(9)));
    Gaps listed = new Gaps(List.of(document), forgotten::add, 20, NOW);
    Source moved = SOURCE.toBuilder().feed(URI.create("https://quay.example/new")).build();
    Poll poll = new Poll(moved, Cursor.START, true);
    assertThat(listed.instead(poll, true, NOW)).as("the feed goes first").isEqualTo(poll);
    Instant now = NOW;
    Gaps.Outcome outcome;
    int tries = 0;
    do {
      assertThat(listed.instead(poll, false, now)).isEqualTo(Poll.listed(moved, address));
      outcome = listed.afterFailedPage(moved, "HTTP 404", now);
      listed.apply(outcome.change());
      now = now.plus(Duration.ofMinutes(81));
      tries++;
    } while (outcome.lost().isEmpty());
    assertThat(tries).isEqualTo(4);
    assertThat(listed.size()).isZero();
    assertThat(forgotten).isEmpty();
  }

  @Test
  void a_gap_of_another_address_or_of_yesterday_is_forgotten() {
    Source moved = SOURCE.toBuilder().feed(URI.create("https://quay.example/new")).build();
    Poll poll = new Poll(moved, Cursor.START, true);
    assertThat(gaps.instead(poll, NOW)).isEqualTo(poll);
    assertThat(forgotten).containsExactly(gap);

    forgotten.clear();
    Gaps later =
        new Gaps(List.of(gap), forgotten::add, 20, NOW.plus(Duration.ofDays(1)).plusSeconds(1));
    assertThat(later.size()).isZero();
    assertThat(forgotten).containsExactly(gap);
  }

  @Test
  void the_source_is_asked_as_early_as_its_page_but_never_when_it_is_not_asked_at_all() {
    SourceState state = SourceState.unseen("quay", NOW).asked(NOW.plusSeconds(3600), "rhythm");
    assertThat(gaps.hurried(state).nextPoll()).contains(NOW);
    assertThat(gaps.hurried(state.asked(NOW.minusSeconds(9), "x")).nextPoll())
        .contains(NOW.minusSeconds(9));
    SourceState paused =
        new news.dateline.sources.PollPlanner(news.dateline.sources.PollSettings.DEFAULT, 1)
            .paused(state, "by hand", NOW)
            .state();
    assertThat(gaps.hurried(paused).nextPoll()).isEqualTo(Optional.empty());
  }
}
