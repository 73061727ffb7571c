package news.dateline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SubscriptionGapTest {
  @Test
  void its_message_is_valid_with_and_without_sequence_numbers() throws Exception {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("docs/gap.schema.json")), InputFormat.JSON);
    for (OptionalLong n : new OptionalLong[] {OptionalLong.empty(), OptionalLong.of(7)}) {
      String json = gap(n).message("articles").body().utf8();
      assertThat(
              schema.validate(
                  json,
                  InputFormat.JSON,
                  c -> c.executionConfig(e -> e.formatAssertionsEnabled(true))))
          .as(json)
          .isEmpty();
    }
  }

  @Test
  void its_event_goes_to_failing_when_it_opens_and_back_to_ok_when_it_is_told() {
    String opened = gap(OptionalLong.empty()).event(false, Instant.EPOCH).body().utf8();
    String told = gap(OptionalLong.empty()).event(true, Instant.EPOCH).body().utf8();
    assertThat(opened).contains("\"from\":\"ok\",\"to\":\"failing\"", "\"count\":12");
    assertThat(told).contains("\"from\":\"failing\",\"to\":\"ok\"", "\"count\":12");
  }

  private static SubscriptionGap gap(OptionalLong sequence) {
    return new SubscriptionGap(
        "world",
        Optional.of("world"),
        3,
        Instant.EPOCH,
        Instant.EPOCH.plusMillis(1),
        sequence,
        sequence,
        12,
        Instant.EPOCH);
  }
}
