package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import org.junit.jupiter.api.Test;

class BehindPushTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Source SOURCE =
      Source.ofFeed("quay", "The Quay", URI.create("https://quay.example/feed"));

  private final PollPlanner planner = new PollPlanner(PollSettings.DEFAULT, 1);

  @Test
  void a_source_whose_hub_delivers_is_asked_more_slowly_but_not_beyond_its_longest_wait() {
    assertThat(wait(SOURCE, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(30));
    assertThat(wait(SOURCE, Duration.ofMinutes(30)))
        .isBetween(Duration.ofMinutes(54), Duration.ofMinutes(60));
    Source often = SOURCE.toBuilder().atLeastEvery(Duration.ofMinutes(10)).build();
    assertThat(wait(often, Duration.ofMinutes(5)))
        .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
  }

  @Test
  void what_is_fixed_or_longer_already_stays() {
    Source fixed = SOURCE.toBuilder().every(Duration.ofMinutes(5)).build();
    assertThat(wait(fixed, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
    assertThat(wait(SOURCE, Duration.ofHours(9))).isEqualTo(Duration.ofHours(9));
  }

  private Duration wait(Source source, Duration usual) {
    SourceState state = SourceState.unseen("quay", NOW).asked(NOW.plus(usual), "its rhythm");
    Planned planned = new Planned(state, Optional.empty(), Optional.empty());
    Planned behind = planner.behindPush(source, planned, NOW);
    assertThat(behind.state().nextWhy().contains("hub"))
        .isEqualTo(!behind.state().nextPoll().equals(state.nextPoll()));
    return Duration.between(NOW, behind.state().nextPoll().orElseThrow());
  }
}
