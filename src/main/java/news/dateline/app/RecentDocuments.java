package news.dateline.app;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Document;

/** The last few documents previews fetched, for a few minutes. Thread-safe. */
final class RecentDocuments {
  private static final int KEPT = 8;
  private static final int LARGEST = 8 << 20;
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Map<URI, Document> documents = new LinkedHashMap<>();

  RecentDocuments(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void put(URI feed, Document document) {
    if (document.bytes().size() > LARGEST) {
      return;
    }
    documents.remove(feed);
    documents.put(feed, document);
    if (documents.size() > KEPT) {
      documents.remove(documents.keySet().iterator().next());
    }
  }

  /** The document while it is fresh; it is handed out once. */
  synchronized Optional<Document> get(URI feed) {
    return Optional.ofNullable(documents.remove(feed))
        .filter(d -> Duration.between(d.visit().at(), clock.instant()).compareTo(FRESH) < 0);
  }
}
