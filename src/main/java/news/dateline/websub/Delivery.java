package news.dateline.websub;

import java.util.Optional;
import news.dateline.model.Bytes;
import news.dateline.model.Document;
import news.dateline.model.Source;
import news.dateline.model.Visit;

/**
 * What a hub delivered, found to be genuine.
 *
 * @param subscription under which it came
 * @param digest of the body, by which the same again is known
 * @param body as sent; empty when the hub only says that there is news
 * @param contentType as sent
 */
public record Delivery(
    Subscription subscription, String digest, Bytes body, Optional<String> contentType) {

  /** The document, as the source's. */
  public Document document(Source source, java.time.Instant now) {
    return new Document(
        source, subscription.topic().toString(), body, contentType, Visit.push(now, body.size()));
  }
}
