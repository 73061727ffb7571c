package news.dateline.app;

import java.time.InstantSource;
import java.util.Optional;
import news.dateline.broker.Buried;
import news.dateline.model.Bytes;
import news.dateline.model.Document;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.model.Visit;
import news.dateline.parse.Envelope;

/** Makes a document of something buried, so that it can be read once more. */
final class Retry {
  private Retry() {}

  /**
   * The item within what it stood in, or the document as it came.
   *
   * @param source it came from
   * @throws IllegalArgumentException when reading it again cannot help: it stays where it is
   */
  static Document document(Buried item, Source source, InstantSource clock) {
    if (item.raw().isEmpty()) {
      throw new IllegalArgumentException(
          "nothing was kept of it but its name: let the source send it again");
    }
    if (item.reason() == Reason.SUPERSEDED) {
      throw new IllegalArgumentException(
          "a newer wording of it was published, which this would replace: drop it");
    }
    if (item.reason() == Reason.CUT_OFF && item.format().isPresent()) {
      throw new IllegalArgumentException(
          "it was cut off, and the rest of it never came: let the source send it again");
    }
    Bytes bytes = Envelope.around(item.raw(), item.format());
    boolean whole = bytes.equals(item.raw());
    return new Document(
        source,
        item.document(),
        bytes,
        whole ? item.contentType() : Optional.empty(), // an item is kept in UTF-8
        Visit.delivery(clock.instant(), bytes.size()));
  }
}
