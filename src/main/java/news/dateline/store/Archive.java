package news.dateline.store;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Articles that have left, for reading back. */
final class Archive {
  private static final int CHUNK = 500;

  private Archive() {}

  /** Newest first; what is still in the outbox is not published yet and does not show. */
  static List<StoredArticle> latest(Session session, int limit, Optional<String> source)
      throws SQLException {
    PreparedStatement query =
        session.prepare(
            "SELECT a.sequence, a.body FROM article a WHERE"
                + (source.isPresent() ? " a.source = ? AND" : "")
                + " NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = a.sequence)"
                + " ORDER BY a.sequence DESC LIMIT ?");
    int next = 1;
    if (source.isPresent()) {
      query.setString(next++, source.get());
    }
    query.setInt(next, limit);
    List<StoredArticle> articles = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        articles.add(
            new StoredArticle(row.getLong(1), new String(row.getBytes(2), StandardCharsets.UTF_8)));
      }
    }
    return articles;
  }

  /** Removes old articles in many short transactions, so that no document waits long. */
  static int prune(Database database, Instant before) {
    int removed = 0;
    long after = Long.MIN_VALUE;
    while (true) {
      long from = after;
      Chunk chunk = database.read(session -> chunk(session, from, Millis.of(before)));
      if (chunk.old == 0) {
        return removed;
      }
      removed += database.write(session -> remove(session, from, chunk.last, Millis.of(before)));
      after = chunk.last;
    }
  }

  /**
   * The next rows in order of age.
   *
   * @param last their highest sequence
   * @param old how many of them are old enough
   */
  private record Chunk(long last, int old) {}

  private static Chunk chunk(Session session, long after, long before) throws SQLException {
    PreparedStatement query =
        session.prepare(
            "SELECT sequence, stored FROM article WHERE sequence > ? ORDER BY sequence LIMIT "
                + CHUNK);
    query.setLong(1, after);
    long last = after;
    int old = 0;
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        last = row.getLong(1);
        old += row.getLong(2) < before ? 1 : 0;
      }
    }
    return new Chunk(last, old);
  }

  private static int remove(Session session, long after, long upTo, long before)
      throws SQLException {
    PreparedStatement remove =
        session.prepare(
            "DELETE FROM article WHERE sequence > ? AND sequence <= ? AND stored < ?"
                + " AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.id = article.sequence)");
    remove.setLong(1, after);
    remove.setLong(2, upTo);
    remove.setLong(3, before);
    return remove.executeUpdate();
  }
}
