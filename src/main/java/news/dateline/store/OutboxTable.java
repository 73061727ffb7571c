package news.dateline.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import news.dateline.model.Outgoing;

/** Rows on their way into the outbox. The bodies of articles go to the archive. */
final class OutboxTable {
  private static final String WAITING =
      " address = ? AND key = ? AND batch IS NULL AND release_at > ?";

  private static final String REMOVE_ARTICLES =
      "DELETE FROM article WHERE sequence IN (SELECT id FROM outbox WHERE" + WAITING + ")";

  private static final String REMOVE = "DELETE FROM outbox WHERE" + WAITING;

  private static final String ADD =
      "INSERT INTO outbox (id, address, key, version, content_type, properties, priority,"
          + " release_at, withdraws, written, size, body)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** A row of the archive. */
  static final String ADD_ARTICLE =
      "INSERT INTO article (sequence, source, stored, body, properties, priority)"
          + " VALUES (?, ?, ?, ?, ?, ?)";

  /** In the outbox row of an article, whose properties lie beside its body. */
  private static final byte[] NONE = PropertyCodec.encode(Map.of());

  private OutboxTable() {}

  /**
   * Writes rows, after removing the earlier ones they take the place of.
   *
   * @param source the source of a row
   * @param now milliseconds
   */
  static void add(
      Session session,
      Dialect dialect,
      List<Outgoing> messages,
      Function<Outgoing, String> source,
      long now)
      throws SQLException {
    removeReplaced(session, dialect, messages, now);
    List<Outgoing> rows = Succession.among(messages, now);
    if (rows.isEmpty()) {
      return;
    }
    long[] ids = dialect.numbers(session, rows.size());
    PreparedStatement add = session.prepare(ADD);
    PreparedStatement addArticle = session.prepare(ADD_ARTICLE);
    boolean articles = false;
    for (int i = 0; i < ids.length; i++) {
      Outgoing row = rows.get(i);
      boolean archived = row.address().equals(Outgoing.ARTICLES);
      bind(add, ids[i], row, archived, now);
      if (archived) {
        bindArticle(addArticle, ids[i], source.apply(row), now, row, row.properties());
        addArticle.addBatch();
        articles = true;
      }
    }
    add.executeBatch();
    if (articles) {
      addArticle.executeBatch();
    }
  }

  /**
   * The values of {@link #ADD_ARTICLE}.
   *
   * @param properties those it is sent again with, without its number
   */
  static void bindArticle(
      PreparedStatement add,
      long sequence,
      String source,
      long now,
      Outgoing article,
      Map<String, Object> properties)
      throws SQLException {
    add.setLong(1, sequence);
    add.setString(2, source);
    add.setLong(3, now);
    add.setBytes(4, article.body().array());
    add.setBytes(5, PropertyCodec.encode(properties));
    add.setInt(6, article.priority());
  }

  private static void bind(PreparedStatement add, long id, Outgoing row, boolean archived, long now)
      throws SQLException {
    add.setLong(1, id);
    add.setString(2, row.address());
    add.setString(3, Text.key(row.key()));
    add.setString(4, row.version());
    add.setString(5, Text.clean(row.contentType()));
    add.setBytes(6, archived ? NONE : PropertyCodec.encode(row.properties()));
    add.setInt(7, row.priority());
    add.setLong(8, Succession.release(row));
    add.setInt(9, row.withdraws() ? 1 : 0);
    add.setLong(10, now);
    add.setInt(11, row.body().size());
    add.setBytes(12, archived ? null : row.body().array());
    add.addBatch();
  }

  private static void removeReplaced(
      Session session, Dialect dialect, List<Outgoing> messages, long now) throws SQLException {
    List<Outgoing> replacing = messages.stream().filter(Succession::replaces).toList();
    if (replacing.isEmpty()) {
      return;
    }
    dialect.lockStaying(session);
    for (String sql : List.of(REMOVE_ARTICLES, REMOVE)) {
      PreparedStatement remove = session.prepare(sql);
      for (Outgoing row : replacing) {
        remove.setString(1, row.address());
        remove.setString(2, Text.key(row.key()));
        remove.setLong(3, row.withdraws() ? Long.MIN_VALUE : now);
        remove.addBatch();
      }
      remove.executeBatch();
    }
  }

  static OutboxCounts counts(Session session, Instant now) throws SQLException {
    PreparedStatement query =
        session.prepare(
            "SELECT COUNT(CASE WHEN release_at <= ? THEN 1 END),"
                + " COUNT(CASE WHEN release_at > ? AND release_at < ? THEN 1 END),"
                + " COUNT(CASE WHEN release_at = ? THEN 1 END),"
                + " MIN(CASE WHEN release_at > ? THEN NULL"
                + " WHEN release_at > written THEN release_at ELSE written END) FROM outbox");
    long millis = Millis.of(now);
    query.setLong(1, millis);
    query.setLong(2, millis);
    query.setLong(3, Millis.NEVER);
    query.setLong(4, Millis.NEVER);
    query.setLong(5, millis);
    try (ResultSet row = query.executeQuery()) {
      row.next();
      Optional<Instant> oldest = Millis.get(row, 4);
      return new OutboxCounts(row.getLong(1), row.getLong(2), row.getLong(3), oldest);
    }
  }
}
