package news.dateline.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.dateline.dedupe.SeenItems.Seen;
import news.dateline.model.Article;
import news.dateline.model.Reason;
import news.dateline.model.RetryableException;

/** The newest version of every article ever stored. */
final class SeenTable {
  /** Uris asked for in one query: one statement text, so that it is prepared once. */
  private static final int CHUNK = 64;

  private static final String FIND =
      "SELECT uri, source, publisher, version, fingerprint FROM seen WHERE uri IN (?"
          + ", ?".repeat(CHUNK - 1)
          + ")";

  /**
   * The owner stays. Only a later version replaces an earlier one: decimal strings compare by
   * length, then by text.
   */
  private static final String SAVE =
      "INSERT INTO seen (uri, source, publisher, version, fingerprint) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT (uri) DO UPDATE"
          + " SET version = excluded.version, fingerprint = excluded.fingerprint"
          + " WHERE length(excluded.version) > length(seen.version)"
          + " OR (length(excluded.version) = length(seen.version)"
          + " AND excluded.version > seen.version)";

  private SeenTable() {}

  static Map<String, Seen> find(Session session, Collection<String> uris) throws SQLException {
    Map<String, String> askedByKey = new HashMap<>();
    for (String uri : uris) {
      askedByKey.put(Text.key(uri), uri);
    }
    List<String> keys = List.copyOf(askedByKey.keySet());
    Map<String, Seen> found = new HashMap<>();
    for (int from = 0; from < keys.size(); from += CHUNK) {
      PreparedStatement query = session.prepare(FIND);
      for (int i = 0; i < CHUNK; i++) {
        // the last one again where there are fewer
        query.setString(i + 1, keys.get(Math.min(from + i, keys.size() - 1)));
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String key = row.getString(1);
          String uri = askedByKey.getOrDefault(key, key);
          found.put(
              uri,
              new Seen(
                  uri, row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
        }
      }
    }
    return found;
  }

  /**
   * Writes the articles down as seen.
   *
   * @return those that another document has brought meanwhile with the same content: they are not
   *     to be published
   * @throws RetryableException when another document has brought the same version, or a later one,
   *     with other content: what is new in this document must be decided again
   */
  static Set<Article> save(Session session, List<Article> articles) throws SQLException {
    if (articles.isEmpty()) {
      return Set.of();
    }
    // One order for everybody, so that two nodes never wait for each other. The sort is stable:
    // versions of one
    // article stay in their order.
    List<Article> ordered = new ArrayList<>(articles);
    ordered.sort(Comparator.comparing(Article::uri));
    PreparedStatement save = session.prepare(SAVE);
    for (Article article : ordered) {
      save.setString(1, Text.key(article.uri()));
      save.setString(2, article.source().id());
      save.setString(3, Text.clean(article.source().name()));
      save.setString(4, article.version());
      save.setString(5, article.fingerprint());
      save.addBatch();
    }
    int[] written = save.executeBatch();
    Set<Article> known = new HashSet<>();
    for (int i = 0; i < written.length; i++) {
      if (written[i] == 0) {
        known.add(sameAsStored(session, ordered.get(i)));
      }
    }
    return known;
  }

  private static Article sameAsStored(Session session, Article article) throws SQLException {
    Seen stored = find(session, List.of(article.uri())).get(article.uri());
    if (stored != null && stored.fingerprint().equals(article.fingerprint())) {
      return article;
    }
    throw new RetryableException(
        Reason.STORE_FAILED,
        "Version %s of %s came from another document meanwhile, with other content: decide again what is new"
            .formatted(article.version(), article.uri()));
  }
}
