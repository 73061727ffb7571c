package news.dateline.store;

import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import news.dateline.model.Gap;

/** Older pages of feeds, pages of listings and listed documents that are still to be asked. */
final class GapTable {
  private static final String SAVE =
      "INSERT INTO gap (source, page, address, feed, pages_left, failures, since, due, kind)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (source, page) DO UPDATE SET address = excluded.address,"
          + " feed = excluded.feed, pages_left = excluded.pages_left,"
          + " failures = excluded.failures, since = excluded.since, due = excluded.due,"
          + " kind = excluded.kind";

  private GapTable() {}

  static void save(Session session, Gap.Change change) throws SQLException {
    if (change.over().isPresent()) {
      remove(session, change.over().get());
    }
    if (change.open().isPresent()) {
      save(session, change.open().get());
    }
    for (Gap document : change.listed()) {
      save(session, document);
    }
  }

  private static void save(Session session, Gap gap) throws SQLException {
    PreparedStatement row = session.prepare(SAVE);
    row.setString(1, gap.source());
    row.setString(2, key(gap));
    row.setString(3, gap.page().toString());
    row.setString(4, gap.feed().toString());
    row.setInt(5, gap.left());
    row.setInt(6, gap.failures());
    row.setLong(7, Millis.of(gap.since()));
    row.setLong(8, Millis.of(gap.due()));
    row.setString(9, gap.kind().name());
    row.executeUpdate();
  }

  static void remove(Session session, Gap gap) throws SQLException {
    PreparedStatement remove = session.prepare("DELETE FROM gap WHERE source = ? AND page = ?");
    remove.setString(1, gap.source());
    remove.setString(2, key(gap));
    remove.executeUpdate();
  }

  static List<Gap> loadAll(Session session) throws SQLException {
    List<Gap> gaps = new ArrayList<>();
    try (ResultSet row =
        session
            .prepare(
                "SELECT source, feed, address, pages_left, failures, since, due, kind FROM gap"
                    + " ORDER BY since, due")
            .executeQuery()) {
      while (row.next()) {
        gaps.add(
            new Gap(
                row.getString(1),
                URI.create(row.getString(2)),
                URI.create(row.getString(3)),
                kind(row.getString(8)),
                row.getInt(4),
                row.getInt(5),
                Instant.ofEpochMilli(row.getLong(6)),
                Instant.ofEpochMilli(row.getLong(7))));
      }
    }
    return gaps;
  }

  /** A word this program does not know must not keep it from starting. */
  private static Gap.Kind kind(String name) {
    return Arrays.stream(Gap.Kind.values())
        .filter(k -> k.name().equals(name))
        .findFirst()
        .orElse(Gap.Kind.OLDER);
  }

  /** Addresses may be longer than a key may be. */
  private static String key(Gap gap) {
    return Text.key(gap.page().toString());
  }
}
