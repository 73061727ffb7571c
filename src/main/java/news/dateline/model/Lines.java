package news.dateline.model;

import java.util.Optional;

/**
 * The news lines that stand beside a text, in the sense of NewsML NewsLines: printed wording, not
 * yet understood.
 *
 * @param byline "By Jane Doe"
 * @param credit "AFP", "REUTERS/Jane Roe"
 * @param dateline "Paris, 21 jan 2019 (AFP) -" when it is a field of its own
 * @param slugline the desk's working title
 * @param located city the story was written from
 * @param copyrightHolder who owns it
 * @param copyrightNotice the printed notice
 * @param usageTerms restrictions on use
 * @param edNote note to editors: never for the public body
 */
public record Lines(
    Optional<String> byline,
    Optional<String> credit,
    Optional<String> dateline,
    Optional<String> slugline,
    Optional<String> located,
    Optional<String> copyrightHolder,
    Optional<String> copyrightNotice,
    Optional<String> usageTerms,
    Optional<String> edNote) {

  /** No line at all. */
  public static final Lines NONE =
      new Lines(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Lines withByline(Optional<String> v) {
    return new Lines(
        v,
        credit,
        dateline,
        slugline,
        located,
        copyrightHolder,
        copyrightNotice,
        usageTerms,
        edNote);
  }

  public Lines withCredit(Optional<String> v) {
    return new Lines(
        byline,
        v,
        dateline,
        slugline,
        located,
        copyrightHolder,
        copyrightNotice,
        usageTerms,
        edNote);
  }

  public Lines withUsageTerms(Optional<String> v) {
    return new Lines(
        byline, credit, dateline, slugline, located, copyrightHolder, copyrightNotice, v, edNote);
  }

  public Lines withCopyrightNotice(Optional<String> v) {
    return new Lines(
        byline, credit, dateline, slugline, located, copyrightHolder, v, usageTerms, edNote);
  }
}
