package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Bytes;
import news.dateline.model.Outgoing;
import news.dateline.model.Reason;
import news.dateline.model.Rejection;
import news.dateline.model.Settlement;
import news.dateline.model.SourceState;
import news.dateline.publish.MessageRenderer;
import org.junit.jupiter.api.Test;

class CountersTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Counters counters = new Counters(meters);

  @Test
  void received_is_published_plus_unchanged_plus_rejected_and_documents_stand_apart() {
    counters.add(settled(new Settled.Tally(10, 7, 2, 1, 0)));
    counters.add(settled(new Settled.Tally(0, 0, 0, 0, 1)));
    counters.add(settled(Settled.Tally.NOTHING));
    assertThat(counters.received())
        .isEqualTo(counters.published() + counters.unchanged() + counters.rejected());
    assertThat(counters.documents()).isEqualTo(1);
    assertThat(meters.scrape())
        .contains("dateline_items_received 10.0", "dateline_articles_published 7.0")
        .contains("dateline_items_unchanged 2.0", "dateline_documents_rejected 1.0");
  }

  @Test
  void what_is_buried_is_counted_by_stage_and_reason() {
    Rejection rejection =
        new Rejection(
            "quay",
            "https://quay.example/rss",
            Optional.empty(),
            "documents.parse",
            Reason.MALFORMED,
            "broken",
            Bytes.utf8("{]"),
            Optional.empty(),
            NOW);
    counters.add(
        settled(new Settled.Tally(1, 0, 0, 1, 0), new MessageRenderer().rejection(rejection)));
    assertThat(meters.scrape())
        .contains(
            "dateline_items_rejected_total{reason=\"malformed\",stage=\"documents.parse\"} 1.0");
  }

  private static Settled settled(Settled.Tally tally, Outgoing... messages) {
    SourceState state = SourceState.unseen("quay", NOW);
    return new Settled(new Settlement(state, List.of(), List.of(messages)), tally);
  }
}
