package news.dateline.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;
import news.dateline.model.Outgoing;
import news.dateline.publish.SubscriptionGap;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
  private static final YamlNode.Mapping API =
      (YamlNode.Mapping)
          Yaml.read(Path.of("docs/asyncapi.yaml"), "asyncapi.yaml", new Problems()).get(0);

  @Test
  void describes_every_property_a_selector_may_use() {
    assertThat(at("components", "messages", "article", "headers", "properties").entries().keySet())
        .containsExactlyElementsOf(SelectorWords.PROPERTIES);
  }

  @Test
  void describes_every_address() {
    assertThat(at("channels").entries().values())
        .extracting(c -> ((YamlNode.Mapping) c).text("address").orElse(""))
        .contains(
            Outgoing.ARTICLES,
            Outgoing.REJECTED,
            Outgoing.SOURCE_EVENTS,
            Outgoing.SOURCE_EVENTS + "::" + BrokerConfiguration.CURRENT);
  }

  @Test
  void describes_every_property_of_a_gap() {
    SubscriptionGap gap =
        new SubscriptionGap(
            "q",
            Optional.empty(),
            1,
            Instant.EPOCH,
            Instant.EPOCH,
            OptionalLong.of(1),
            OptionalLong.of(2),
            2,
            Instant.EPOCH);
    assertThat(at("components", "messages", "gap", "headers", "properties").entries().keySet())
        .containsExactlyInAnyOrderElementsOf(gap.message("articles").properties().keySet());
  }

  private static YamlNode.Mapping at(String... path) {
    YamlNode.Mapping here = API;
    for (String key : path) {
      here = here.mapping(key).orElseThrow();
    }
    return here;
  }
}
