package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One claim of an article's attribution, ready to be shown.
 *
 * @param number counts from 1 in the order of the text
 * @param kind dateline, author, origin, quote, sign-off …
 * @param who the person, agency or place; may be empty
 * @param style of its words
 * @param spots where its words stand in the body, in code points
 * @param parts words within or beside it that are shown differently: the speaker's mention, the cue
 * @param json the claim as published
 */
record ClaimMark(
    int number,
    String kind,
    String who,
    int style,
    List<Spot> spots,
    List<Spot> parts,
    JsonNode json) {
  ClaimMark {
    spots = List.copyOf(spots);
    parts = List.copyOf(parts);
  }

  /** Code points from start to end, end exclusive. */
  record Spot(int start, int end, int style) {}

  ClaimMark numbered(int place) {
    return new ClaimMark(place, kind, who, style, spots, parts, json);
  }

  /** Where it first stands in the body; after everything when it does not. */
  int first() {
    return spots.stream().mapToInt(Spot::start).min().orElse(Integer.MAX_VALUE);
  }

  /** Adds "1 cited TASS" or "2 quote Sergei Lavrov via TASS"; the number stays by its kind. */
  void label(Styled out) {
    out.add(String.valueOf(number), Style.DIM).add(" ", Style.DIM | Style.GLUE);
    out.add(kind, Style.DIM).add(who.isEmpty() ? "" : " " + MarkedText.isolated(who), Style.DIM);
  }
}
