package news.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkedArticleTest {
  private static final Terminal PAPER = new Terminal(false, false, 60);
  private static final Terminal SCREEN = new Terminal(true, true, 60);

  private static final String TEXT =
      "PARIS, May 3 (AFP) - The pier will close 🎉 soon.\n\n"
          + "“We shall miss it,” Mayor Ada Roe told Reuters. “It is old.”";

  /** A claim's places are looked up, in code points. */
  private static int point(String text, String words) {
    return text.codePointCount(0, text.indexOf(words));
  }

  private static ObjectNode spot(ObjectNode node, String text, String words) {
    int start = point(text, words);
    return node.put("text", words)
        .put("start", start)
        .put("end", start + words.codePointCount(0, words.length()));
  }

  private static ObjectNode story() {
    ObjectNode a = ApiClient.JSON.createObjectNode();
    spot(a.putObject("dateline"), TEXT, "PARIS, May 3 (AFP) -")
        .put("place", "PARIS")
        .put("date", "2026-05-03")
        .put("agency", "AFP")
        .put("rule", "dateline")
        .put("confidence", 0.99);
    a.putArray("bylines");
    ArrayNode agencies = a.putArray("agencies");
    agency(agencies, "AFP", "Agence France-Presse", "origin", "body", "PARIS, May 3 (AFP) -");
    agency(agencies, "REUTERS", "Reuters", "cited", "body", "Reuters");
    agency(agencies, "DPA", "dpa", "contributor", "credit", "with dpa");
    ObjectNode q =
        spot(a.putArray("quotes").addObject(), TEXT, "We shall miss it,").put("kind", "direct");
    int second = point(TEXT, "It is old.");
    q.putArray("fragments").addArray().add(q.get("start").asInt()).add(q.get("end").asInt());
    q.withArray("fragments").addArray().add(second).add(second + 10);
    spot(q.putObject("speaker"), TEXT, "Ada Roe").remove("text");
    q.with("speaker").put("name", "Ada Roe").put("mention", "Ada Roe").put("kind", "person");
    spot(q.putObject("cue"), TEXT, "told");
    q.putArray("via").add("REUTERS");
    q.put("rule", "speaker-then-cue").put("confidence", 0.96);
    return a;
  }

  private static void agency(
      ArrayNode to, String code, String name, String role, String field, String words) {
    ObjectNode agency = to.addObject().put("code", code).put("name", name).put("role", role);
    agency.put("confidence", 0.98);
    ObjectNode proof = agency.putArray("evidence").addObject().put("field", field);
    if (field.equals("body")) {
      spot(proof, TEXT, words);
    } else {
      proof.put("text", words).put("start", 0).put("end", words.length());
    }
    proof.put("rule", "a-rule");
  }

  private static JsonNode removed() {
    ArrayNode out = ApiClient.JSON.createArrayNode();
    out.addObject().put("text", "Support us.").put("reason", "appeal");
    out.addObject().put("text", "").put("characters", 12).put("reason", "non-public");
    return out;
  }

  @Test
  void brackets_name_each_claim_where_no_colour_can() {
    assertThat(MarkedArticle.of(TEXT, story(), removed(), false, PAPER))
        .isEqualTo(
            """
            [1 dateline PARIS, 2026-05-03, AFP · 2 origin AFP: PARIS,
            May 3 (AFP) -] The pier will close 🎉 soon.

            “[3 quote Ada Roe via REUTERS: We shall miss it,]” Mayor Ada
            Roe told [4 cited REUTERS: Reuters]. “[3 quote Ada Roe via
            REUTERS: It is old.]”

            [5 contributor DPA, in the credit: with dpa]
            2 paragraphs removed; --explain shows why.
            """);
  }

  @Test
  void colours_number_the_claims_and_list_them_below() {
    String shown = MarkedArticle.of(TEXT, story(), removed(), false, SCREEN);
    assertThat(shown.replace('\u001b', '^'))
        .isEqualTo(
            """
            ^[0;36mPARIS, May 3 (AFP) -^[0m^[0;2m[1,2]^[0m The pier will close 🎉 soon.

            “^[0;32mWe shall miss it,^[0m^[0;2m[3]^[0m” Mayor ^[0;1mAda Roe^[0m ^[0;4mtold^[0m ^[0;33mReuters^[0m^[0;2m[4]^[0m. “^[0;32mIt is^[0m
            ^[0;32mold.^[0m^[0;2m[3]^[0m”

            ^[0;2m[1] ^[0m^[0;36mdateline^[0m PARIS, 2026-05-03, AFP
            ^[0;2m[2] ^[0m^[0;33morigin^[0m AFP
            ^[0;2m[3] ^[0m^[0;32mquote^[0m Ada Roe via REUTERS
            ^[0;2m[4] ^[0m^[0;33mcited^[0m REUTERS
            ^[0;2m[5] ^[0m^[0;33mcontributor^[0m DPA
            ^[0;2m2 paragraphs removed; --explain shows why.^[0m
            """);
  }

  @Test
  void explains_each_claim_by_its_rule_and_the_words_that_prove_it() {
    String shown = MarkedArticle.of(TEXT, story(), removed(), true, PAPER);
    assertThat(shown.substring(shown.indexOf(" 1  ")))
        .isEqualTo(
            """
             1  dateline  PARIS, 2026-05-03, AFP
                "PARIS, May 3 (AFP) -" at 0-20 in the text
                rule dateline, confidence 0.99
             2  origin  AFP (Agence France-Presse)
                "PARIS, May 3 (AFP) -" at 0-20 in the text, rule a-rule
                confidence 0.98
             3  quote  Ada Roe via REUTERS
                "We shall miss it," at 51-68 in the text
                in 2 pieces at 51-68, 99-109
                speaker: person, printed "Ada Roe" at 76-83
                cue "told" at 84-88
                rule speaker-then-cue, confidence 0.96
             4  cited  REUTERS (Reuters)
                "Reuters" at 89-96 in the text, rule a-rule
                confidence 0.98
             5  contributor  DPA (dpa)
                "with dpa" at 0-8 in the credit, rule a-rule
                confidence 0.98
            removed  appeal
                "Support us."
            removed  non-public
                12 characters for editors
            """);
  }

  private static String marked(String text, Map<String, String> quotes) {
    ObjectNode a = ApiClient.JSON.createObjectNode();
    quotes.forEach(
        (words, name) -> {
          ObjectNode q = spot(a.withArray("quotes").addObject(), text, words);
          q.put("kind", "direct").putObject("speaker").put("name", name).put("mention", name);
        });
    return MarkedText.of(text, ClaimMarks.of(a), PAPER);
  }

  @Test
  void a_claim_within_a_claim_is_marked_within_it() throws JsonProcessingException {
    assertThat(marked("He said TASS was closed.", Map.of("said TASS was closed", "A", "TASS", "B")))
        .isEqualTo("He [1 quote A: said [2 quote B: TASS] was closed].\n");
  }

  @Test
  void a_claim_that_crosses_the_end_of_another_goes_on_after_it() {
    assertThat(marked("one two three four", Map.of("one two three", "A", "three four", "B")))
        .isEqualTo("[1 quote A: one two [2 quote B: three]] [2 quote B: four]\n");
  }

  @Test
  void words_that_go_on_in_the_next_paragraph_are_marked_there_again() {
    assertThat(marked("a b\n\nc d", Map.of("b\n\nc", "A")))
        .isEqualTo("a [1 quote A: b]\n\n[1 quote A: c] d\n");
  }

  @Test
  void a_name_written_from_right_to_left_does_not_turn_the_brackets() {
    assertThat(marked("«سنعود غدا» قال", Map.of("سنعود غدا", "علي")))
        .isEqualTo("«[1 quote \u2068علي\u2069: سنعود غدا]» قال\n");
  }

  @Test
  void east_asian_text_fills_lines_by_its_width() {
    String line = "港".repeat(30);
    assertThat(marked(line + "湾湾", Map.of())).isEqualTo(line + "\n湾湾\n");
  }

  @Test
  void nothing_in_a_text_commands_the_terminal() {
    assertThat(marked("red \u001b[31m \u009b2J \u202eevil\u0007", Map.of()))
        .isEqualTo("red \ufffd[31m \ufffd2J \ufffdevil\ufffd\n");
  }

  @Test
  void a_word_longer_than_the_line_is_broken() {
    assertThat(marked("x".repeat(130), Map.of()).lines())
        .containsExactly("x".repeat(60), "x".repeat(60), "x".repeat(10));
  }

  @Test
  void knows_a_terminal_by_what_the_launcher_says_else_by_what_java_says() {
    assertThat(Terminal.of("132", Map.of(), false)).isEqualTo(new Terminal(true, true, 110));
    assertThat(Terminal.of("no", Map.of(), true)).isEqualTo(new Terminal(false, false, 80));
    assertThat(Terminal.of("", Map.of("COLUMNS", "70"), true))
        .isEqualTo(new Terminal(true, true, 70));
    assertThat(Terminal.of("", Map.of(), false)).isEqualTo(new Terminal(false, false, 80));
    for (Map<String, String> no : List.of(Map.of("NO_COLOR", "1"), Map.of("TERM", "dumb"))) {
      assertThat(Terminal.of("80", no, true)).isEqualTo(new Terminal(true, false, 80));
    }
  }
}
