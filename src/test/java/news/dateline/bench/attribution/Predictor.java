package news.dateline.bench.attribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import news.dateline.app.Home;
import news.dateline.app.TextAttribution;
import news.dateline.attribution.Agency;
import news.dateline.attribution.AttributionInput;
import news.dateline.attribution.Attributor;
import news.dateline.attribution.LearntNames;
import news.dateline.attribution.Lexicon;
import news.dateline.config.Problems;
import news.dateline.model.Attribution;
import news.dateline.model.Lines;
import news.dateline.model.Person;

/** Asks attribution, as the whole line would, for the tables and the scorers. */
public final class Predictor {
  private static final ObjectMapper JSON = Rows.JSON;

  private final Lexicon lexicon;
  private final Attributor attributor;
  private final TextAttribution command = TextAttribution.open(Home.of(Path.of("."), "", ""));

  private Predictor(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.attributor = new Attributor(lexicon);
  }

  /** With the agencies of {@code config/agencies.yaml} below the working directory. */
  static Predictor shipped() {
    Problems problems = new Problems();
    Lexicon lexicon = Lexicon.load(Path.of("config/agencies.yaml"), "agencies.yaml", problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.list().toString());
    }
    return new Predictor(lexicon);
  }

  Attributor attributor() {
    return attributor;
  }

  /** One that knows these names beside those of the build. */
  Attributor attributor(LearntNames names) {
    return new Attributor(lexicon, names, InstantSource.system());
  }

  Attribution attribute(String text, String language) {
    return attribute("", text, language);
  }

  Attribution attribute(String headline, String text, String language) {
    return attributor.attribute(input(headline, text, List.of(), language));
  }

  /** With author fields, as a feed gives them. */
  Attribution authored(String text, List<String> authors, String language) {
    return attributor.attribute(input("", text, authors, language));
  }

  /** The names of the people of the byline of what a publisher prints. */
  List<String> names(String publisher, String text, List<String> authors, String language) {
    return attributor.attribute(input(publisher, "", text, authors, language)).bylines().stream()
        .map(Attribution.Byline::name)
        .toList();
  }

  /** The agency that signs with these words and nothing else. */
  Optional<String> code(String credit) {
    return lexicon.agencies().stream()
        .filter(
            a ->
                a.credits().contains(credit)
                    || a.signed().contains(credit)
                    || a.name().equals(credit))
        .map(Agency::code)
        .findFirst();
  }

  /** An agency one of whose names stands in a field as a word. */
  Optional<String> agencyIn(String field) {
    String spaced = " " + field.replaceAll("[^\\p{L}\\p{M}\\p{N}-]+", " ") + " ";
    return lexicon.agencies().stream()
        .filter(
            a ->
                a.credits().stream().anyMatch(c -> spaced.contains(" " + c + " "))
                    || a.names().stream().anyMatch(c -> spaced.contains(" " + c + " "))
                    || spaced.contains(" " + a.name() + " "))
        .map(Agency::code)
        .findFirst();
  }

  private static AttributionInput input(
      String headline, String text, List<String> authors, String language) {
    return input("", headline, text, authors, language);
  }

  private static AttributionInput input(
      String publisher, String headline, String text, List<String> authors, String language) {
    return new AttributionInput(
        text,
        headline,
        Optional.of(language),
        publisher,
        Optional.empty(),
        Optional.empty(),
        authors.stream().filter(a -> !a.isBlank()).map(Person::author).toList(),
        Lines.NONE,
        List.of());
  }

  /** What {@code dateline attribute} prints of it. */
  ObjectNode gold(JsonNode row) {
    Optional<Instant> published =
        row.hasNonNull("published")
            ? Optional.of(Instant.parse(row.get("published").asText()))
            : Optional.empty();
    String answer =
        command.json(
            new TextAttribution.Input(
                Optional.of(row.path("lang").asText()),
                row.path("headline").asText(""),
                row.path("publisher").asText(""),
                published,
                row.path("text").asText()));
    try {
      ObjectNode out = (ObjectNode) JSON.readTree(answer);
      return out.put("id", row.get("id").asText());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One sentence, nothing else. */
  ObjectNode relay(JsonNode row) {
    AttributionInput in =
        input("", row.get("sentence").asText(), List.of(), row.path("lang").asText("en"));
    ObjectNode out = JSON.createObjectNode();
    out.put("id", row.get("id").asText());
    out.set("attribution", json(attributor.attribute(in)));
    return out;
  }

  /** Every claim but its offsets, as the goldens hold it. */
  public static ObjectNode json(Attribution a) {
    ObjectNode out = JSON.createObjectNode();
    a.dateline()
        .ifPresent(
            d -> {
              ObjectNode o = out.putObject("dateline").put("text", d.text());
              d.place().ifPresent(p -> o.put("place", p));
              d.date().ifPresent(p -> o.put("date", p.toString()));
              d.agency().ifPresent(p -> o.put("agency", p));
            });
    ArrayNode bylines = out.putArray("bylines");
    for (Attribution.Byline b : a.bylines()) {
      ObjectNode o = bylines.addObject().put("name", b.name()).put("role", b.role());
      b.agency().ifPresent(p -> o.put("agency", p));
    }
    ArrayNode agencies = out.putArray("agencies");
    for (Attribution.Agency g : a.agencies()) {
      agencies
          .addObject()
          .put("code", g.code())
          .put("role", g.role().code())
          .put("proof", g.evidence().get(0).rule() + ": " + g.evidence().get(0).text());
    }
    quotes(out.putArray("quotes"), a.quotes());
    if (!a.stances().isEmpty()) {
      quotes(out.putArray("stances"), a.stances());
    }
    a.signoff().ifPresent(s -> out.put("signoff", s.text()));
    return out;
  }

  private static void quotes(ArrayNode out, List<Attribution.Quote> quotes) {
    for (Attribution.Quote q : quotes) {
      ObjectNode o = out.addObject().put("kind", q.kind().code()).put("text", q.text());
      q.speaker()
          .ifPresent(
              s ->
                  o.putObject("speaker")
                      .put("name", s.name())
                      .put("mention", s.mention())
                      .put("kind", s.kind().code()));
      q.cue().ifPresent(c -> o.put("cue", c.text()));
      ArrayNode via = o.putArray("via");
      q.via().forEach(via::add);
    }
  }
}
