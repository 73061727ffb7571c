package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A text with its claims marked, and below it, when asked, why they are made. */
final class MarkedArticle {
  private MarkedArticle() {}

  /**
   * @param json with {@code text}, {@code removed} and {@code attribution}
   */
  static String of(JsonNode json, boolean explain, Terminal terminal) {
    return of(
        json.path("text").asText(),
        json.path("attribution"),
        json.path("removed"),
        explain,
        terminal);
  }

  static String of(
      String text, JsonNode attribution, JsonNode removed, boolean explain, Terminal terminal) {
    List<ClaimMark> claims = ClaimMarks.of(attribution);
    StringBuilder out = new StringBuilder(MarkedText.of(text, claims, terminal));
    String more =
        explain ? Explanation.of(claims, removed, terminal) : brief(claims, removed, terminal);
    if (!more.isEmpty()) {
      out.append(out.isEmpty() ? "" : "\n").append(more);
    }
    return out.toString();
  }

  /** Colours have no labels beside them: a line for each claim says what it is. */
  private static String brief(List<ClaimMark> claims, JsonNode removed, Terminal terminal) {
    StringBuilder out = new StringBuilder();
    if (terminal.colours()) {
      for (ClaimMark claim : claims) {
        Styled line = new Styled().add("[" + claim.number() + "] ", Style.DIM);
        line.add(claim.kind(), claim.style()).add(" " + MarkedText.isolated(claim.who()), 0);
        line.lines(out, terminal.width(), 4, true);
      }
    } else {
      out.append(Explanation.beside(claims, terminal));
    }
    if (!removed.isEmpty()) {
      String what = removed.size() == 1 ? "1 paragraph" : removed.size() + " paragraphs";
      Styled line = new Styled().add(what + " removed; --explain shows why.", Style.DIM);
      line.lines(out, terminal.width(), 0, terminal.colours());
    }
    return out.toString();
  }
}
