package news.dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Attribution;
import news.dateline.model.Attribution.Agency;
import news.dateline.model.Attribution.Quote;
import news.dateline.model.Attribution.Quote.QuoteKind;
import news.dateline.model.Attribution.Role;
import news.dateline.model.Lines;
import news.dateline.normalise.Boilerplate;
import news.dateline.testing.Corpus;
import org.junit.jupiter.api.Test;

/** The article this project began with. */
class SeedTest {
  private record Read(String body, List<Boilerplate.Cut> cuts, Attribution attribution) {}

  private static Read read() throws IOException {
    List<String> all =
        Files.readAllLines(Corpus.require("corpus/seed/moscow-times.txt")).stream()
            .filter(l -> !l.isBlank())
            .toList();
    List<Boilerplate.Cut> cuts =
        new Boilerplate()
            .cuts(all, new Boilerplate.Context("The Moscow Times", Optional.of("en"), List.of()));
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      int paragraph = i;
      if (cuts.stream().noneMatch(c -> c.paragraph() == paragraph)) {
        kept.add(all.get(i));
      }
    }
    String body = String.join("\n\n", kept);
    Attribution found =
        new Attributor(Lexicons.SHIPPED)
            .attribute(
                new AttributionInput(
                    body,
                    "",
                    Optional.of("en"),
                    "The Moscow Times",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Lines.NONE,
                    List.of()));
    return new Read(body, cuts, found);
  }

  @Test
  void cuts_the_appeal_whole_and_keeps_the_contribution_line() throws IOException {
    Read read = read();
    assertThat(read.cuts()).isNotEmpty().allMatch(c -> c.reason().equals("appeal"));
    assertThat(read.body()).endsWith("AFP contributed reporting.");
  }

  @Test
  void knows_who_contributed_and_through_whom_it_came() throws IOException {
    List<Agency> agencies = read().attribution().agencies();
    assertThat(agencies).extracting(Agency::code).containsExactly("AFP", "TASS");
    assertThat(agencies).extracting(Agency::role).containsExactly(Role.CONTRIBUTOR, Role.CITED);
    assertThat(agencies.get(0).evidence().get(0).text()).isEqualTo("AFP contributed reporting.");
  }

  @Test
  void lets_one_man_say_everything_though_his_name_is_misspelt() throws IOException {
    List<Quote> quotes = read().attribution().quotes();
    assertThat(quotes)
        .hasSize(6)
        .allSatisfy(q -> assertThat(q.speaker().orElseThrow().name()).isEqualTo("Sergei Lavrov"));
    assertThat(quotes)
        .extracting(q -> q.speaker().orElseThrow().mention())
        .containsExactly("Segei Lavrov", "Lavrov", "Lavrov", "he", "He", "Lavrov");
  }

  @Test
  void tells_direct_from_indirect_and_names_the_relay() throws IOException {
    List<Quote> quotes = read().attribution().quotes();
    List<Quote> direct = quotes.stream().filter(q -> q.kind() == QuoteKind.DIRECT).toList();
    assertThat(direct).hasSize(2);
    assertThat(direct.get(0).via()).containsExactly("TASS");
    assertThat(direct.get(0).cue().orElseThrow().text()).isEqualTo("quoted");
    assertThat(direct.get(1).via()).isEmpty();
    assertThat(quotes.stream().filter(q -> q.kind() == QuoteKind.INDIRECT)).hasSize(4);
  }
}
