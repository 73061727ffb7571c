package news.dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import news.dateline.model.Attribution;
import news.dateline.model.Attribution.Quote;
import news.dateline.model.Attribution.Quote.QuoteKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What English sentences report in other words or partly in marks, and where it ends. What is
 * listed is all a sentence reports; statements and stances stand apart.
 */
class ReportedSpeechTest {
  private final Attributor attributor = new Attributor(Lexicons.SHIPPED);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Mr. Roe leads by six points, according to a new poll. | Mr. Roe leads by six points",
        "The port was the busiest in the south, according to one freight index. | The port was the busiest in the south",
        "The fund, according to the harbour trust, has shrunk by half. | The fund, according to the harbour trust, has shrunk by half",
        "The mayor has since stressed that she did not sell the pier. | she did not sell the pier",
        "The move could cost the town its ferry, friends of the mayor believe. | The move could cost the town its ferry",
        "Such a sale, they believe, will ruin the yard. | Such a sale, they believe, will ruin the yard",
        "Ann Roe called the plan “third-rate” and boycotted the hearing. | the plan “third-rate”",
        "Ann Roe denounced the offer as “hurtful” but has kept silent since. | the offer as “hurtful”",
        "Ann Roe said the crane was old, called it “a wreck” and left. | the crane was old; it “a wreck” and left",
        "Ann Roe conceded that she was “no swimmer,” adding that the water was cold. | she was “no swimmer,; the water was cold",
        "“The pier will last a winter” if it is mended, Ann Roe said. | “The pier will last a winter” if it is mended",
        "“Ropes and rust” would be the better name, said Ann Roe. | “Ropes and rust” would be the better name",
        "“The pier will last a winter,” Ann Roe said. | The pier will last a winter,",
        "Ann Roe vowed to mend the pier by May. | to mend the pier by May",
        "The owners have agreed to pay for the crane. | to pay for the crane",
        "Ann Roe has long maintained that the pier was safe. | the pier was safe",
        "Owners fear the bank could sell the yard. | the bank could sell the yard",
        "“Nobody asked us,” said one farmer, adding that the road cut his field in two. | Nobody asked us,; the road cut his field in two",
        "The clerk said she knew of no complaint, but that staff would be heard. | she knew of no complaint, but that staff would be heard",
        "Ann Roe is confident that the pier will hold. | the pier will hold",
        "The court ruled that the sale was void. | the sale was void",
        "Ann Roe called the plan a folly. | the plan a folly",
        "Ann Roe dismissed the letters as a prank. | the letters as a prank",
        "Ann Roe repeated her warning that the pier might fall. | the pier might fall",
      })
  void statements(String text, String expected) {
    assertThat(wholes(text, attribute(text).quotes())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Ann Roe praised the crew and promised nothing. | the crew",
        "Ann Roe downplayed the cracks in the pier. | the cracks in the pier",
        "The guild echoed her complaint. | her complaint",
        "Ann Roe refused to name the buyer. | to name the buyer",
        "Ann Roe was proud of the old lighthouse. | the old lighthouse",
        "Ann Roe rejected claims that the pier was rotten. | claims that the pier was rotten",
        "Ann Roe praised the crew as they left. | the crew",
        "The guild accused the owner of hiding the letters. | the owner of hiding the letters",
        "The owner has been accused of hiding the letters. | hiding the letters",
        "Ann Roe hinted at further cuts. | at further cuts",
        "The town has heard much criticism of the plan. | the plan",
      })
  void stances(String text, String expected) {
    Attribution found = attribute(text);
    assertThat(found.quotes()).isEmpty();
    assertThat(wholes(text, found.stances())).startsWith(expected);
  }

  private Attribution attribute(String text) {
    return attributor.attribute(AttributionInput.of(text, Optional.of("en")));
  }

  private static String wholes(String text, List<Quote> quotes) {
    return String.join("; ", quotes.stream().map(q -> whole(text, q)).toList());
  }

  private static String whole(String text, Quote quote) {
    return quote.kind() == QuoteKind.MIXED && quote.statement().isPresent()
        ? text.substring(quote.statement().get().start(), quote.statement().get().end())
        : quote.text();
  }
}
