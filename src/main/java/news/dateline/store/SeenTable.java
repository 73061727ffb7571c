package news.dateline.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.dateline.dedupe.SeenItems.Seen;
import news.dateline.model.Article;

/** The newest version of every article ever stored. */
final class SeenTable {
  /** Uris asked for in one query: one statement text, so that it is prepared once. */
  static final int CHUNK = 64;

  /** The marks of one query's keys. */
  static final String MARKS = "?" + ", ?".repeat(CHUNK - 1);

  private static final String FIND =
      "SELECT uri, source, publisher, version, fingerprint FROM seen WHERE uri IN (" + MARKS + ")";

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

  /** Of an article nobody has learnt more of meanwhile. */
  private static final String LEARN =
      "UPDATE seen SET fingerprint = ? WHERE uri = ? AND version = ? AND fingerprint IN (?, ?)";

  private SeenTable() {}

  static Map<String, Seen> find(Session session, Collection<String> uris) throws SQLException {
    Map<String, String> askedByKey = new HashMap<>();
    for (String uri : uris) {
      askedByKey.put(Text.key(uri), uri);
    }
    List<String> keys = List.copyOf(askedByKey.keySet());
    Map<String, Seen> found = new HashMap<>();
    for (int from = 0; from < keys.size(); from += CHUNK) {
      try (ResultSet row = query(session, FIND, keys, from)) {
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

  /** Runs a query for the next {@link #CHUNK} keys. */
  static ResultSet query(Session session, String sql, List<String> keys, int from)
      throws SQLException {
    PreparedStatement query = session.prepare(sql);
    for (int i = 0; i < CHUNK; i++) {
      // the last one again where there are fewer
      query.setString(i + 1, keys.get(Math.min(from + i, keys.size() - 1)));
    }
    return query.executeQuery();
  }

  /** Writes down what the articles say that were adopted, where that is still not known. */
  static void learn(Session session, List<Seen> found) throws SQLException {
    PreparedStatement learn = session.prepare(LEARN);
    for (Seen one : found) {
      learn.setString(1, one.fingerprint());
      learn.setString(2, Text.key(one.uri()));
      learn.setString(3, one.version());
      learn.setString(4, one.asAdopted(false).fingerprint());
      learn.setString(5, one.asAdopted(true).fingerprint());
      learn.addBatch();
    }
    learn.executeBatch();
  }

  /**
   * Writes articles down as seen that are not, or only in an earlier version.
   *
   * @return rows written for each: 0 when a later version is known
   */
  static int[] write(Session session, List<Seen> articles) throws SQLException {
    PreparedStatement save = session.prepare(SAVE);
    for (Seen one : articles) {
      save.setString(1, Text.key(one.uri()));
      save.setString(2, one.source());
      save.setString(3, Text.clean(one.publisher()));
      save.setString(4, one.version());
      save.setString(5, one.fingerprint());
      save.addBatch();
    }
    return save.executeBatch();
  }

  /**
   * Writes the articles down as seen.
   *
   * @throws OvertakenException when another document has brought the same version, or a later one,
   *     meanwhile: what is new in this document must be decided again
   */
  static void save(Session session, List<Article> articles) throws SQLException {
    if (articles.isEmpty()) {
      return;
    }
    // One order for everybody, so that two nodes never wait for each other. The sort is stable:
    // versions of one article stay in their order.
    List<Seen> ordered =
        articles.stream().sorted(Comparator.comparing(Article::uri)).map(SeenTable::seen).toList();
    for (int rows : write(session, ordered)) {
      if (rows == 0) {
        throw new OvertakenException();
      }
    }
  }

  private static Seen seen(Article article) {
    return new Seen(
        article.uri(),
        article.source().id(),
        article.source().name(),
        article.version(),
        article.imprint().fingerprint());
  }
}
