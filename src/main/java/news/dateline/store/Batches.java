package news.dateline.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import news.dateline.model.Bytes;
import news.dateline.model.Outgoing;
import news.dateline.publish.OutboxBatch;

/**
 * Rows on their way out of the outbox.
 *
 * <p>A batch's id is random for each start of the program, then counts: a copied data folder or a
 * restored backup never gives an id to other content. A batch belongs to the node that formed it
 * until its lease ends; then any node may send it, as it is, under the same id.
 *
 * <p>A row may join a batch unless an earlier row of the same address and key is in a batch not yet
 * confirmed (perhaps on another node) or waits for its release. So order per key needs no agreement
 * between nodes.
 */
final class Batches {
  /** Bodies in one batch add up to this many bytes at most, unless one alone is larger. */
  private static final long MOST_BYTES = 8 << 20;

  private static final String DUE =
      "SELECT o.id, o.size, o.address FROM outbox o WHERE o.batch IS NULL AND o.release_at <= ?"
          + " AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.address = o.address"
          + " AND e.key = o.key AND e.batch IS NOT NULL AND e.id < o.id)"
          + " AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.address = o.address"
          + " AND e.key = o.key AND e.batch IS NULL AND e.release_at > ? AND e.id < o.id)";

  private static final String ROWS =
      "SELECT o.address, o.key, o.version, o.content_type, COALESCE(a.properties, o.properties),"
          + " o.priority, o.release_at, o.withdraws, COALESCE(o.body, a.body), o.id FROM outbox o"
          + " LEFT JOIN article a ON a.sequence = o.id WHERE o.batch = ? ORDER BY o.id";

  private final Dialect dialect;
  private final String run = UUID.randomUUID().toString();
  private final AtomicLong count = new AtomicLong();

  Batches(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Forms a batch of rows of one address, that of the oldest row, and writes it down.
   *
   * @param release rows whose release time is later stay
   * @param except rows of these addresses stay
   * @param leaseEnd until when the batch is ours
   */
  Optional<OutboxBatch> form(
      Session session, Instant release, int limit, Set<String> except, Instant leaseEnd)
      throws SQLException {
    dialect.lockLeaving(session);
    List<Long> ids = due(session, Millis.of(release), limit, except);
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    String id = run + "-" + count.incrementAndGet();
    long number = dialect.numbers(session, 1)[0];
    PreparedStatement add =
        session.prepare("INSERT INTO batch (number, id, owner, leased_until) VALUES (?, ?, ?, ?)");
    add.setLong(1, number);
    add.setString(2, id);
    add.setString(3, run);
    add.setLong(4, Millis.of(leaseEnd));
    add.executeUpdate();
    PreparedStatement join = session.prepare("UPDATE outbox SET batch = ? WHERE id = ?");
    for (long row : ids) {
      join.setLong(1, number);
      join.setLong(2, row);
      join.addBatch();
    }
    join.executeBatch();
    return Optional.of(read(session, number, id));
  }

  private static List<Long> due(Session session, long now, int limit, Set<String> except)
      throws SQLException {
    PreparedStatement query =
        session.prepare(
            DUE + " AND o.address <> ?".repeat(except.size()) + " ORDER BY o.id LIMIT ?");
    query.setLong(1, now);
    query.setLong(2, now);
    int parameter = 3;
    for (String address : except) {
      query.setString(parameter++, address);
    }
    query.setInt(parameter, limit);
    List<Long> ids = new ArrayList<>();
    String address = "";
    long bytes = 0;
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        if (ids.isEmpty()) {
          address = row.getString(3);
        } else if (!address.equals(row.getString(3))) {
          continue; // the rows of other addresses are in batches to come
        }
        bytes += row.getLong(2);
        if (bytes > MOST_BYTES && !ids.isEmpty()) {
          break;
        }
        ids.add(row.getLong(1));
      }
    }
    return ids;
  }

  /**
   * Takes over batches nobody has confirmed, oldest first: all, when nobody else works here;
   * otherwise those whose lease has ended.
   *
   * @param own whether batches of this run count too
   * @param limit most batches
   */
  List<OutboxBatch> takeOver(Session session, boolean own, Instant now, Instant leaseEnd, int limit)
      throws SQLException {
    PreparedStatement query =
        session.prepare(
            "SELECT number, id FROM batch WHERE (leased_until < ? OR leased_until > ?) "
                + (own ? "OR owner = ?" : "AND owner <> ?")
                + " ORDER BY number LIMIT ?"
                + dialect.skipLocked());
    query.setLong(1, dialect.shared() ? Millis.of(now) : Millis.NEVER);
    // no lease lasts that long: it was given before the clock was set back
    query.setLong(2, 2 * Millis.of(leaseEnd) - Millis.of(now));
    query.setString(3, run);
    query.setInt(4, limit);
    List<Numbered> found = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        found.add(new Numbered(row.getLong(1), row.getString(2)));
      }
    }
    List<OutboxBatch> batches = new ArrayList<>();
    for (Numbered batch : found) {
      PreparedStatement lease =
          session.prepare("UPDATE batch SET owner = ?, leased_until = ? WHERE number = ?");
      lease.setString(1, run);
      lease.setLong(2, Millis.of(leaseEnd));
      lease.setLong(3, batch.number);
      lease.executeUpdate();
      batches.add(read(session, batch.number, batch.id));
    }
    return batches;
  }

  private record Numbered(long number, String id) {}

  /** The batch has left: its rows go. Unknown ids are no fault: another node was faster. */
  static int remove(Session session, String id) throws SQLException {
    PreparedStatement rows =
        session.prepare(
            "DELETE FROM outbox WHERE batch = (SELECT number FROM batch WHERE batch.id = ?)");
    rows.setString(1, id);
    int removed = rows.executeUpdate();
    PreparedStatement batch = session.prepare("DELETE FROM batch WHERE id = ?");
    batch.setString(1, id);
    batch.executeUpdate();
    return removed;
  }

  private static OutboxBatch read(Session session, long number, String id) throws SQLException {
    PreparedStatement query = session.prepare(ROWS);
    query.setLong(1, number);
    List<Outgoing> messages = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        messages.add(message(row));
      }
    }
    return new OutboxBatch(id, messages);
  }

  private static Outgoing message(ResultSet row) throws SQLException {
    long release = row.getLong(7);
    byte[] body = row.getBytes(9);
    Map<String, Object> properties = PropertyCodec.decode(row.getBytes(5));
    String address = row.getString(1);
    if (address.equals(Outgoing.ARTICLES)) {
      properties.put(Outgoing.SEQUENCE, row.getLong(10));
    }
    return new Outgoing(
        address,
        row.getString(2),
        row.getString(3),
        body == null ? Bytes.EMPTY : Bytes.wrap(body), // SQLite gives null for no bytes
        row.getString(4),
        properties,
        row.getInt(6),
        release == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(release)),
        false,
        row.getInt(8) != 0);
  }
}
