package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds for its own examples, and leaves its counterexamples alone. */
class FeedRulesTest {
  static List<FeedRules.Rule> rules() {
    return FeedRules.shipped().rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_does_what_its_examples_say(FeedRules.Rule rule) {
    assertThat(rule.name()).isNotBlank();
    assertThat(rule.examples()).as("examples").isNotEmpty();
    assertThat(
            List.of(rule.url().isPresent(), rule.page().isPresent(), rule.generator().isPresent()))
        .as("exactly one expression")
        .containsOnlyOnce(true);
    rule.examples()
        .forEach(
            (example, feed) -> {
              List<String> feeds =
                  rule.url().isPresent()
                      ? rule.ofAddress(example)
                      : rule.page().isPresent()
                          ? rule.ofPage("https://www.youtube.com/@quay", "<x>" + example + "</x>")
                          : rule.ofGenerator(example);
              assertThat(feeds).as(example).first().isEqualTo(feed);
              assertThat(feeds).allSatisfy(f -> assertThat(URI.create(f)).isNotNull());
            });
    for (String other : rule.counterexamples()) {
      assertThat(rule.ofAddress(other)).as(other).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_feed_found_by_a_rule_is_not_looked_behind_again(FeedRules.Rule rule) {
    if (rule.url().isPresent()) {
      for (String feed : rule.examples().values()) {
        assertThat(FeedRules.shipped().ofAddress(URI.create(feed))).as(feed).doesNotContain(feed);
      }
    }
  }
}
