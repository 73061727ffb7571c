package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The numbered list below a marked text: each claim with its rule and the words that prove it. */
final class Explanation {
  private static final int INDENT = 4;

  private final StringBuilder out = new StringBuilder();
  private final Terminal terminal;

  private Explanation(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Some lines, each with its line feed; empty when there is nothing to explain. */
  static String of(List<ClaimMark> claims, JsonNode removed, Terminal terminal) {
    Explanation explanation = new Explanation(terminal);
    claims.forEach(explanation::claim);
    removed.forEach(explanation::removed);
    return explanation.out.toString();
  }

  /** What is not in the text and so could not be marked there, a line each. */
  static String beside(List<ClaimMark> claims, Terminal terminal) {
    Explanation explanation = new Explanation(terminal);
    for (ClaimMark claim : claims) {
      if (claim.spots().isEmpty()) {
        JsonNode where = claim.json().has("field") ? claim.json() : evidence(claim);
        Styled line = new Styled().add("[", Style.DIM);
        claim.label(line);
        line.add(", in " + place(where) + ": ", Style.DIM);
        line.add(where.path("text").asText(), claim.style()).add("]", Style.DIM);
        explanation.write(line, INDENT);
      }
    }
    return explanation.out.toString();
  }

  private static JsonNode evidence(ClaimMark claim) {
    return claim.json().path("evidence").path(0);
  }

  private void claim(ClaimMark claim) {
    Styled head = new Styled();
    head.add(String.format(Locale.ROOT, "%2d  ", claim.number()), Style.BOLD);
    head.add(claim.kind(), claim.style() | Style.BOLD);
    head.add("  " + MarkedText.isolated(claim.who()), Style.PLAIN);
    JsonNode json = claim.json();
    String name = json.path("name").asText();
    if (json.has("evidence") && !name.equals(claim.who())) {
      head.add(" (" + name + ")", Style.PLAIN);
    }
    write(head, INDENT);
    if (json.has("evidence")) {
      for (JsonNode proof : json.path("evidence")) {
        detail(words(proof) + ", rule " + proof.path("rule").asText());
      }
      detail("confidence " + json.path("confidence").asText());
    } else {
      detail(words(json));
      if (json.has("kind")) {
        quote(json);
      }
      detail(
          "rule "
              + json.path("rule").asText()
              + ", confidence "
              + json.path("confidence").asText());
    }
  }

  private void quote(JsonNode q) {
    List<String> said = new ArrayList<>();
    if (q.path("fragments").size() > 1) {
      List<String> fragments = new ArrayList<>();
      q.path("fragments").forEach(f -> fragments.add(f.path(0) + "-" + f.path(1)));
      said.add("in " + fragments.size() + " pieces at " + String.join(", ", fragments));
    }
    if (q.has("statement")) {
      said.add("whole statement at " + q.at("/statement/0") + "-" + q.at("/statement/1"));
    }
    if (q.has("speaker")) {
      JsonNode s = q.path("speaker");
      said.add("speaker: " + s.path("kind").asText() + ", printed " + printed(s, "mention"));
    }
    if (q.has("cue")) {
      said.add("cue " + printed(q.path("cue"), "text"));
    }
    said.forEach(this::detail);
  }

  private void removed(JsonNode cut) {
    write(new Styled().add("removed  " + cut.path("reason").asText(), Style.BOLD), INDENT);
    String text = cut.path("text").asText();
    detail(text.isEmpty() ? cut.path("characters") + " characters for editors" : quoted(text));
  }

  private static String words(JsonNode of) {
    return printed(of, "text") + " in " + place(of);
  }

  private static String printed(JsonNode of, String key) {
    return quoted(of.path(key).asText())
        + " at "
        + of.path("start").asInt()
        + "-"
        + of.path("end").asInt();
  }

  private static String quoted(String text) {
    return "\"" + MarkedText.isolated(text.replaceAll("\\s+", " ")) + "\"";
  }

  private static String place(JsonNode of) {
    String field = of.path("field").asText("body");
    return switch (field) {
      case "body" -> "the text";
      case "body-removed" -> "a removed line";
      default -> "the " + field;
    };
  }

  private void detail(String line) {
    Styled detail = new Styled().add(line, Style.PLAIN);
    detail.block(out, terminal.width(), INDENT, terminal.colours());
  }

  private void write(Styled line, int indent) {
    line.lines(out, terminal.width(), indent, terminal.colours());
  }
}
