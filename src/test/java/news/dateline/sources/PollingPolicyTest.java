package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import news.dateline.testing.Corpus;
import org.junit.jupiter.api.Test;

class PollingPolicyTest {
  @Test
  void fewer_polls_and_fresher_news_than_the_best_known_policy_and_nothing_lost() {
    Map<String, double[]> series =
        PollingBench.read(Corpus.require("corpus/polling-series.tsv.gz"));
    PollingBench.Outcome theirs =
        PollingBench.run(series, PollingBench.policies().get("CommaFeed empirical"), 0);
    PollingBench.Outcome ours =
        PollingBench.run(
            series, () -> new PollingBench.Ours(PollSettings.DEFAULT.itemsPerPoll()), 0);
    assertThat(ours.pollsADay()).isLessThan(theirs.pollsADay());
    assertThat(ours.median()).isLessThan(theirs.median());
    assertThat(ours.lost()).isZero();
  }
}
