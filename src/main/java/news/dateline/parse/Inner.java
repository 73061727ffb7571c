package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Bytes;
import news.dateline.model.Document;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.model.Serial;
import news.dateline.model.Source;

/** Reads the documents within a document, archive members and attachments, each by its content. */
final class Inner {
  /** Documents within documents. */
  private static final int DEEPEST = 3;

  private final Content outer;
  private final Harvest harvest;
  private final Optional<String> format;
  private final List<Serial> serials = new ArrayList<>();

  /**
   * @param harvest takes what is found
   * @param reader the outer document's: a format of the source that means it does not hold within
   */
  Inner(Content outer, Harvest harvest, Reader reader) {
    this.outer = outer;
    this.harvest = harvest;
    this.format = outer.document().source().format().filter(f -> !reader.answersTo(f));
  }

  /** The outer document as it came. */
  Bytes whole() {
    return outer.bytes();
  }

  /** The numbers of all transmissions found. */
  List<Serial> serials() {
    return serials;
  }

  /**
   * Reads one; when it cannot be read that is noted, and nothing else.
   *
   * @param name within the outer document
   */
  void read(String name, byte[] bytes, Optional<String> contentType) {
    Bytes raw = Bytes.wrap(bytes);
    try {
      Content content = content(name, raw, contentType);
      Harvest found = Ends.read(reader(content), content);
      if (found.isEmpty()) {
        found.refuse(() -> raw, Reason.EMPTY_DOCUMENT, "delivered without an item in it");
      }
      serials.addAll(found.feed().serials());
      harvest.add(found, name);
    } catch (RejectedException e) {
      harvest.refuse(name, () -> raw, e.reason(), e.getMessage());
    } catch (StackOverflowError e) {
      harvest.refuse(name, () -> raw, Reason.TOO_COMPLEX, "nested too deeply");
    }
  }

  /** Whether a reader knows it: else it is no item but an attachment. */
  boolean knows(String name, byte[] bytes, Optional<String> contentType) {
    try {
      return Readers.recognising(content(name, Bytes.wrap(bytes), contentType)).isPresent();
    } catch (RejectedException e) {
      return false;
    }
  }

  private Reader reader(Content content) {
    return format
        .flatMap(Readers::named)
        .or(() -> Readers.recognising(content))
        .orElseThrow(() -> DocumentParser.unknown(content));
  }

  private Content content(String name, Bytes bytes, Optional<String> contentType) {
    Document document = outer.document();
    if (document.location().split("!/", -1).length > DEEPEST) {
      throw new RejectedException(Reason.TOO_COMPLEX, "packed into each other too deeply");
    }
    Source.Builder source = document.source().toBuilder();
    if (format.isEmpty()) {
      source.anyFormat();
    }
    return outer.within(
        new Document(
            source.build(),
            document.location() + "!/" + name,
            bytes,
            contentType,
            document.links(),
            document.visit()));
  }
}
