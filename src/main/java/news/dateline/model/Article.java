package news.dateline.model;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An item normalised: one version of one story, ready to be attributed and published.
 *
 * @param uri the same for every version
 * @param version counts from 1 as a decimal string
 * @param source where it came from
 * @param format what the document was, for instance {@code rss-2.0}
 * @param received when the document arrived
 * @param change what this version did
 * @param imprint kept for the next comparison
 * @param link the story's page: absolute, canonical, without tracking parameters
 * @param times UTC
 * @param status usable, urgency, embargo
 * @param language BCP 47
 * @param content headline, text, HTML, summary
 * @param people from author fields
 * @param lines from news-line fields
 * @param subjects categories and codes
 * @param genre for instance {@code Analysis}
 * @param media absolute addresses
 * @param altIds further identifiers
 * @param wire what only wire formats say
 * @param attribution who wrote it, who said it, through whom; {@link Attribution#NONE} before the
 *     attribution stage
 * @param removed what was cut from the body
 */
public record Article(
    String uri,
    String version,
    Source source,
    String format,
    Instant received,
    Change change,
    Imprint imprint,
    Optional<URI> link,
    Times times,
    Status status,
    Optional<String> language,
    Content content,
    List<Person> people,
    Lines lines,
    List<Subject> subjects,
    Optional<String> genre,
    List<Media> media,
    List<AltId> altIds,
    Wire wire,
    Attribution attribution,
    List<Removed> removed) {

  public Article {
    people = List.copyOf(people);
    subjects = List.copyOf(subjects);
    media = List.copyOf(media);
    altIds = List.copyOf(altIds);
    removed = List.copyOf(removed);
  }

  /**
   * When, UTC.
   *
   * @param firstCreated when the story was first published by its author; empty when the author is
   *     silent
   * @param versionCreated when this version was made; the time received when the author is silent
   * @param contentCreated when the content was made, else published; empty when the author is
   *     silent
   * @param expires not to be used after
   */
  public record Times(
      Optional<Instant> firstCreated,
      Instant versionCreated,
      Optional<Instant> contentCreated,
      Optional<Instant> expires) {}

  /**
   * May it be used, how urgent is it, must it wait?
   *
   * @param pubStatus as ninjs
   * @param urgency 1 to 9
   * @param embargo none, until, or held
   */
  public record Status(PubStatus pubStatus, OptionalInt urgency, Embargo embargo) {}

  /**
   * The words.
   *
   * @param headline plain text on one line; may be empty: a picture post, a kill
   * @param text plain text, paragraphs separated by one blank line; may be empty
   * @param html sanitised fragment; empty when the source gave plain text
   * @param summary plain text; may be empty
   */
  public record Content(String headline, String text, String html, String summary) {}

  /** The same article with its attribution. */
  public Article attributed(Attribution found) {
    return attributed(found, Optional.empty());
  }

  /**
   * The same article with its attribution.
   *
   * @param kind what the attribution shows it to be; counts where no genre was given
   */
  public Article attributed(Attribution found, Optional<String> kind) {
    Optional<String> shown = genre.filter(g -> !g.isEmpty()).or(() -> kind);
    return new Article(
        uri, version, source, format, received, change, imprint, link, times, status, language,
        content, people, lines, subjects, shown, media, altIds, wire, found, removed);
  }
}
