package news.dateline.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.dateline.model.Bytes;
import news.dateline.model.Outgoing;

/** Articles as they left, for sending them again. */
final class SentTable {
  private static final String FIND =
      "SELECT sequence, properties, priority, body FROM article WHERE properties IS NOT NULL"
          + " AND sequence = ?";

  private static final String LATER =
      "SELECT a.sequence, a.properties FROM article a WHERE a.sequence > ?"
          + " AND a.properties IS NOT NULL"
          + " AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = a.sequence)";

  private static final String ADOPT =
      OutboxTable.ADD_ARTICLE + " ON CONFLICT (sequence) DO NOTHING";

  private SentTable() {}

  /**
   * Puts articles that have left into the archive, those that lie there already aside.
   *
   * @param articles with their number among the properties
   * @param now milliseconds
   */
  static void adopt(Session session, List<Outgoing> articles, long now) throws SQLException {
    PreparedStatement add = session.prepare(ADOPT);
    for (Outgoing article : articles) {
      Map<String, Object> properties = new HashMap<>(article.properties());
      Object sequence = properties.remove(Outgoing.SEQUENCE);
      if (sequence instanceof Long number) {
        String source = String.valueOf(properties.getOrDefault("source", ""));
        OutboxTable.bindArticle(add, number, source, now, article, properties);
        add.addBatch();
      }
    }
    add.executeBatch();
  }

  /** By number; those no longer kept are not in the answer. */
  static Map<Long, Outgoing> find(Session session, Collection<Long> sequences) throws SQLException {
    Map<Long, Outgoing> found = new HashMap<>();
    PreparedStatement query = session.prepare(FIND);
    for (long sequence : sequences) {
      query.setLong(1, sequence);
      try (ResultSet row = query.executeQuery()) {
        if (row.next()) {
          found.put(sequence, article(row));
        }
      }
    }
    return found;
  }

  private static Outgoing article(ResultSet row) throws SQLException {
    Map<String, Object> properties = PropertyCodec.decode(row.getBytes(2));
    properties.put(Outgoing.SEQUENCE, row.getLong(1));
    return new Outgoing(
        Outgoing.ARTICLES,
        uri(properties),
        String.valueOf(properties.getOrDefault("version", "1")),
        Bytes.wrap(row.getBytes(4)),
        "application/json",
        properties,
        row.getInt(3),
        Optional.empty(),
        false,
        false);
  }

  /** Properties of those that left later than a number and are versions of these articles. */
  static List<Map<String, Object>> later(Session session, long sequence, Set<String> uris)
      throws SQLException {
    List<Map<String, Object>> later = new ArrayList<>();
    PreparedStatement query = session.prepare(LATER);
    query.setLong(1, sequence);
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        Map<String, Object> properties = PropertyCodec.decode(row.getBytes(2));
        if (uris.contains(uri(properties))) {
          properties.put(Outgoing.SEQUENCE, row.getLong(1));
          later.add(properties);
        }
      }
    }
    return later;
  }

  private static String uri(Map<String, Object> properties) {
    return String.valueOf(properties.getOrDefault("uri", ""));
  }
}
