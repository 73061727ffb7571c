package news.dateline.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The bodies that were pushed to each source and committed, by their hashes. */
final class PushedTable {
  /** How long a body is known again. About 60 bytes each. */
  static final Duration KEPT = Duration.ofDays(30);

  private static final String SAVE =
      "INSERT INTO pushed (source, hash, at) VALUES (?, ?, ?)"
          + " ON CONFLICT (source, hash) DO UPDATE SET at = excluded.at";

  private PushedTable() {}

  static void save(Session session, String source, Optional<String> hash, Instant now)
      throws SQLException {
    if (hash.isPresent()) {
      PreparedStatement row = session.prepare(SAVE);
      row.setString(1, source);
      row.setString(2, hash.get());
      row.setLong(3, Millis.of(now));
      row.executeUpdate();
    }
  }

  static boolean has(Session session, String source, String hash) throws SQLException {
    PreparedStatement query = session.prepare("SELECT 1 FROM pushed WHERE source = ? AND hash = ?");
    query.setString(1, source);
    query.setString(2, hash);
    try (ResultSet row = query.executeQuery()) {
      return row.next();
    }
  }

  /** Forgets those that are too old. */
  static int sweep(Session session, Instant now) throws SQLException {
    PreparedStatement old = session.prepare("DELETE FROM pushed WHERE at < ?");
    old.setLong(1, Millis.of(now.minus(KEPT)));
    return old.executeUpdate();
  }
}
