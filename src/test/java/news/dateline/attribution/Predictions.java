package news.dateline.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.config.Problems;
import news.dateline.model.Attribution;
import news.dateline.model.Lines;
import news.dateline.model.Removed;
import news.dateline.normalise.Boilerplate;

/**
 * Writes what attribution says of a file of texts, one JSON object a line, for the scorers: {@code
 * Predictions gold|relay|quotes IN.jsonl OUT.jsonl}.
 */
public final class Predictions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Attributor attributor;
  private final Boilerplate boilerplate = new Boilerplate();

  private Predictions() {
    Problems problems = new Problems();
    attributor =
        new Attributor(Lexicon.load(Path.of("config/agencies.yaml"), "agencies.yaml", problems));
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.list().toString());
    }
  }

  public static void main(String[] args) throws IOException {
    Predictions predictions = new Predictions();
    long chars = 0;
    long nanos = 0;
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[2]))) {
      for (String line : Files.readAllLines(Path.of(args[1]))) {
        JsonNode row = JSON.readTree(line);
        long before = System.nanoTime();
        ObjectNode result =
            switch (args[0]) {
              case "gold" -> predictions.gold(row);
              case "relay" -> predictions.relay(row);
              default -> predictions.quotes(row);
            };
        nanos += System.nanoTime() - before;
        chars += row.path("text").asText().length();
        out.write(JSON.writeValueAsString(result));
        out.newLine();
      }
    }
    System.err.printf("%d characters, %.1f MB/s%n", chars, chars * 1000.0 / nanos);
  }

  /** Boilerplate out, then attributed, as the whole line would. */
  private ObjectNode gold(JsonNode row) {
    String text = row.path("text").asText();
    Optional<String> language = Optional.of(row.path("lang").asText());
    String publisher = row.path("publisher").asText("");
    List<String> paragraphs = List.of(text.split("\n\n"));
    List<Boilerplate.Cut> cuts =
        boilerplate.cuts(paragraphs, new Boilerplate.Context(publisher, language, List.of()));
    List<String> kept = new ArrayList<>();
    List<Removed> removed = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      int paragraph = i;
      Optional<Boilerplate.Cut> cut =
          cuts.stream().filter(c -> c.paragraph() == paragraph).findFirst();
      if (cut.isPresent()) {
        removed.add(new Removed(paragraphs.get(i), cut.get().reason()));
      } else {
        kept.add(paragraphs.get(i));
      }
    }
    String body = String.join("\n\n", kept);
    Optional<Instant> published =
        row.hasNonNull("published")
            ? Optional.of(Instant.parse(row.get("published").asText()))
            : Optional.empty();
    Attribution found =
        attributor.attribute(
            new AttributionInput(
                body,
                row.path("headline").asText(""),
                language,
                publisher,
                Optional.empty(),
                published,
                List.of(),
                Lines.NONE,
                removed));
    ObjectNode out = JSON.createObjectNode();
    out.put("id", row.get("id").asText());
    out.put("text", body);
    ArrayNode gone = out.putArray("removed");
    removed.forEach(r -> gone.addObject().put("text", r.text()).put("reason", r.reason()));
    out.set("attribution", json(found));
    return out;
  }

  private ObjectNode relay(JsonNode row) {
    AttributionInput in =
        new AttributionInput(
            row.get("sentence").asText(),
            "",
            Optional.of(row.path("lang").asText("en")),
            "",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Lines.NONE,
            List.of());
    ObjectNode out = JSON.createObjectNode();
    out.put("id", row.get("id").asText());
    out.set("attribution", json(attributor.attribute(in)));
    return out;
  }

  private ObjectNode quotes(JsonNode row) {
    Attribution found = attributor.attribute(AttributionInput.of(row.get("text").asText()));
    ObjectNode out = JSON.createObjectNode();
    out.put("id", row.get("id").asText());
    ArrayNode quotes = out.putArray("quotes");
    for (Attribution.Quote q : found.quotes()) {
      if (q.kind() == Attribution.Quote.QuoteKind.INDIRECT) {
        continue;
      }
      ObjectNode one = quotes.addObject().put("b", q.start()).put("e", q.end());
      q.speaker()
          .ifPresent(
              s ->
                  one.put("mb", s.start())
                      .put("me", s.end())
                      .put("mention", s.mention())
                      .put("canon", s.name()));
    }
    return out;
  }

  static ObjectNode json(Attribution a) {
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
    ArrayNode quotes = out.putArray("quotes");
    for (Attribution.Quote q : a.quotes()) {
      ObjectNode o = quotes.addObject().put("kind", q.kind().code()).put("text", q.text());
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
    a.signoff().ifPresent(s -> out.put("signoff", s.text()));
    return out;
  }
}
