package news.dateline.attribution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Article;
import news.dateline.model.Lines;
import news.dateline.model.Person;
import news.dateline.model.Removed;

/**
 * What attribution reads.
 *
 * @param text plain text body; paragraphs end at a line break
 * @param headline may be empty
 * @param language BCP 47; guessed from the words when empty
 * @param publisher name of the publisher; may be empty
 * @param agency id of the agency whose source this is
 * @param published gives a dateline its year
 * @param people from author fields
 * @param lines from news-line fields
 * @param removed what was cut from the body; a sign-off is still evidence
 */
public record AttributionInput(
    String text,
    String headline,
    Optional<String> language,
    String publisher,
    Optional<String> agency,
    Optional<Instant> published,
    List<Person> people,
    Lines lines,
    List<Removed> removed) {
  public AttributionInput {
    people = List.copyOf(people);
    removed = List.copyOf(removed);
  }

  /** Only a text, of which nothing else is known. */
  public static AttributionInput of(String text) {
    return of(text, Optional.empty());
  }

  /** Only a text and its language, a BCP 47 tag. */
  public static AttributionInput of(String text, Optional<String> language) {
    return new AttributionInput(
        text,
        "",
        language,
        "",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Lines.NONE,
        List.of());
  }

  static AttributionInput of(Article article) {
    return new AttributionInput(
        article.content().text(),
        article.content().headline(),
        article.language(),
        article.source().name(),
        article.source().agency(),
        article.times().contentCreated(),
        article.people(),
        article.lines(),
        article.removed());
  }
}
