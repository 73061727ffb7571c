package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import news.dateline.model.AltId;
import news.dateline.model.Batch;
import news.dateline.model.Item;
import org.junit.jupiter.api.Test;

class TextReaderTest {
  @Test
  void a_dateline_names_the_agency() {
    Item item = Documents.item("Rain closes harbour\nBy Jane Roe\n\nBremen (dpa) - Rain fell.\n");
    assertThat(item.headline().value()).isEqualTo("Rain closes harbour");
    assertThat(item.lines().byline()).contains("By Jane Roe");
    assertThat(item.lines().dateline()).contains("Bremen (dpa) -");
    assertThat(item.wire().agency()).contains("DPA");
  }

  @Test
  void telegraph_messages_are_parted_at_their_marks() {
    Batch<Item> batch =
        Documents.parse(
            "\r\nZCZC ABC123\r\nRain on the quay\r\n\r\nRain fell.\u0007\r\nNNNN\r\n\r\n"
                + "ZCZC ABC124\r\nMedia Release: Pier sold\r\n\r\nThe pier is sold.\r\nNNNN\r\n");
    assertThat(batch.items())
        .extracting(i -> i.headline().value())
        .containsExactly("Rain on the quay", "Media Release: Pier sold");
    assertThat(batch.items().get(0).body().value()).isEqualTo("Rain fell.");
    assertThat(batch.items().get(0).identity().altIds())
        .containsExactly(new AltId("sequence", "ABC123"));
    assertThat(batch.items().get(1).editorial().genre()).contains("Press Release");
  }
}
