package news.dateline.model;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How an agency writes, as far as it decides what is not the story: the part of its profile in
 * {@code config/agencies.yaml} that goes with every item of its.
 *
 * @param zone of dates that carry none; empty: the source's, else UTC
 * @param signoffs match a whole paragraph at the end of a body: the desk signing off
 * @param nonPublic found in a paragraph: it is for editors, not for readers
 * @param nonPublicFrom found in a paragraph: it and all that follow are for editors
 */
public record HouseStyle(
    Optional<ZoneId> zone,
    List<Pattern> signoffs,
    List<Pattern> nonPublic,
    List<Pattern> nonPublicFrom) {
  /** No habit known. */
  public static final HouseStyle NONE =
      new HouseStyle(Optional.empty(), List.of(), List.of(), List.of());

  public HouseStyle {
    signoffs = List.copyOf(signoffs);
    nonPublic = List.copyOf(nonPublic);
    nonPublicFrom = List.copyOf(nonPublicFrom);
  }

  /** Whether a paragraph, were it the last, is the desk signing off. */
  public boolean isSignoff(String paragraph) {
    String text = paragraph.strip();
    return signoffs.stream().anyMatch(p -> p.matcher(text).matches());
  }

  /** For editors: the paragraph alone, or with all that follows. */
  public boolean isNonPublic(String paragraph) {
    return found(nonPublic, paragraph) || hidesRest(paragraph);
  }

  /** For editors, with all that follows. */
  public boolean hidesRest(String paragraph) {
    return found(nonPublicFrom, paragraph);
  }

  private static boolean found(List<Pattern> patterns, String text) {
    return patterns.stream().anyMatch(p -> p.matcher(text).find());
  }
}
