package news.dateline.model;

import java.util.Optional;

/**
 * The bytes one fetch or delivery brought: the unit of work. All its items are committed together.
 *
 * @param source where it came from
 * @param location the URL after redirects, or the file's name: what {@code preview} prints as
 *     {@code document}, and the base of relative links when it is an absolute URL
 * @param bytes the body, decompressed
 * @param contentType the {@code Content-Type} as sent, charset parameter included
 * @param links what the answer's {@code Link} headers name
 * @param visit the visit that brought it
 */
public record Document(
    Source source,
    String location,
    Bytes bytes,
    Optional<String> contentType,
    WebLinks links,
    Visit visit) {

  /** A document whose answer named no links. */
  public Document(
      Source source, String location, Bytes bytes, Optional<String> contentType, Visit visit) {
    this(source, location, bytes, contentType, WebLinks.NONE, visit);
  }

  /** The same bytes as another source's. */
  public Document of(Source other) {
    return new Document(other, location, bytes, contentType, links, visit);
  }
}
