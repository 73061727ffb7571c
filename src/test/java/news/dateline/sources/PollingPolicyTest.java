package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;

import news.dateline.testing.Corpus;
import org.junit.jupiter.api.Test;

/** Keeps what {@link PollingBench} found: fewer polls and fresher news than the best peer. */
class PollingPolicyTest {
  /** Chance alone (jitter, the exact moment of a poll) moves the figures by less than this. */
  private static final double MARGIN = 0.98;

  @Test
  void fewer_polls_and_fresher_news_than_the_best_known_policy_whenever_and_whoever() {
    PollingBench.Comparison c =
        PollingBench.compare(PollingReplay.read(Corpus.require("corpus/polling-series.tsv.gz")));
    c.parts()
        .forEach(
            (part, ratio) -> {
              assertThat(ratio.polls()).as("polls, " + part).isLessThan(MARGIN);
              assertThat(ratio.median()).as("median, " + part).isLessThan(MARGIN);
              assertThat(ratio.lost()).as("lost, " + part).isZero();
            });
    assertThat(c.drawn(50).better()).as("sources drawn at random").isGreaterThan(0.9);
  }
}
