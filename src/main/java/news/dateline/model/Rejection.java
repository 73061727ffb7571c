package news.dateline.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that could not go on, with all that is needed to look at it and try again.
 *
 * @param source id of the source
 * @param document the document's location
 * @param item the item's own id or headline; empty when the whole document is rejected
 * @param stage the route where it stopped, for instance {@code documents.parse}
 * @param reason why
 * @param message one line for people
 * @param raw the bytes
 * @param contentType of the bytes, when known
 * @param at when
 */
public record Rejection(
    String source,
    String document,
    Optional<String> item,
    String stage,
    Reason reason,
    String message,
    Bytes raw,
    Optional<String> contentType,
    Instant at) {

  /** The whole document is rejected. */
  public static Rejection ofDocument(
      Document document, String stage, Reason reason, String message, Instant at) {
    return new Rejection(
        document.source().id(),
        document.location(),
        Optional.empty(),
        stage,
        reason,
        message,
        document.bytes(),
        document.contentType(),
        at);
  }
}
