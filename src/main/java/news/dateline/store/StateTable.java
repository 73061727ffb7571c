package news.dateline.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Cursor;
import news.dateline.model.Memo;
import news.dateline.model.Reason;
import news.dateline.model.SourceState;
import news.dateline.model.SourceState.Health;
import org.jspecify.annotations.Nullable;

/** How each source is doing. Times are kept to the millisecond. */
final class StateTable {
  private static final String COLUMNS =
      "source, health, reason, detail, since, etag, last_modified, body_hash, last_poll, last_item,"
          + " next_poll, next_why, failures, received, published, unchanged, rejected, visits,"
          + " rhythm, marks, identity, sequences, place";

  private static final String SAVE =
      "INSERT INTO source_state ("
          + COLUMNS
          + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (source) DO UPDATE SET health = excluded.health,"
          + " reason = excluded.reason, detail = excluded.detail, since = excluded.since,"
          + " etag = excluded.etag, last_modified = excluded.last_modified,"
          + " body_hash = excluded.body_hash, last_poll = excluded.last_poll,"
          + " last_item = excluded.last_item, next_poll = excluded.next_poll,"
          + " next_why = excluded.next_why, failures = excluded.failures,"
          + " received = excluded.received, published = excluded.published,"
          + " unchanged = excluded.unchanged, rejected = excluded.rejected,"
          + " visits = excluded.visits, rhythm = excluded.rhythm,"
          + " marks = excluded.marks, identity = excluded.identity,"
          + " sequences = excluded.sequences, place = excluded.place";

  private StateTable() {}

  static void save(Session session, SourceState state) throws SQLException {
    PreparedStatement row = session.prepare(SAVE);
    row.setString(1, state.source());
    row.setString(2, state.health().name());
    row.setString(3, state.reason().map(Reason::name).orElse(null));
    row.setString(4, Text.clean(state.detail()));
    row.setLong(5, Millis.of(state.since()));
    row.setString(6, state.cursor().etag().orElse(null));
    row.setString(7, state.cursor().lastModified().orElse(null));
    row.setString(8, state.cursor().bodyHash().orElse(null));
    Millis.set(row, 9, state.lastPoll());
    Millis.set(row, 10, state.lastItem());
    Millis.set(row, 11, state.nextPoll());
    row.setString(12, Text.clean(state.nextWhy()));
    row.setInt(13, state.failures());
    row.setLong(14, state.received());
    row.setLong(15, state.published());
    row.setLong(16, state.unchanged());
    row.setLong(17, state.rejected());
    row.setString(18, GlanceCodec.encode(state.visits()));
    row.setString(19, Text.clean(state.rhythm()));
    row.setString(20, Text.clean(state.memo().marks()));
    row.setString(21, Text.clean(state.memo().identity()));
    row.setString(22, Text.clean(state.memo().sequences()));
    row.setString(23, Text.clean(state.memo().place()));
    row.executeUpdate();
  }

  static Map<String, SourceState> loadAll(Session session) throws SQLException {
    Map<String, SourceState> states = new HashMap<>();
    try (ResultSet row =
        session.prepare("SELECT " + COLUMNS + " FROM source_state").executeQuery()) {
      while (row.next()) {
        SourceState state = state(row);
        states.put(state.source(), state);
      }
    }
    return states;
  }

  static Map<String, Totals> totals(Session session) throws SQLException {
    Map<String, Totals> totals = new HashMap<>();
    try (ResultSet row =
        session
            .prepare("SELECT source, received, published, unchanged, rejected FROM source_state")
            .executeQuery()) {
      while (row.next()) {
        totals.put(
            row.getString(1),
            new Totals(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
      }
    }
    return totals;
  }

  private static SourceState state(ResultSet row) throws SQLException {
    return new SourceState(
        row.getString(1),
        health(row.getString(2)),
        reason(row.getString(3)),
        row.getString(4),
        Instant.ofEpochMilli(row.getLong(5)),
        new Cursor(
            Optional.ofNullable(row.getString(6)),
            Optional.ofNullable(row.getString(7)),
            Optional.ofNullable(row.getString(8))),
        Millis.get(row, 9),
        Millis.get(row, 10),
        Millis.get(row, 11),
        row.getString(12),
        row.getInt(13),
        row.getLong(14),
        row.getLong(15),
        row.getLong(16),
        row.getLong(17),
        GlanceCodec.decode(row.getString(18)),
        row.getString(19),
        new Memo(row.getString(20), row.getString(21), row.getString(22), row.getString(23)));
  }

  // A word this program does not know (another version wrote it) must not keep it from starting.

  private static Health health(String name) {
    return Arrays.stream(Health.values())
        .filter(h -> h.name().equals(name))
        .findFirst()
        .orElse(Health.WAITING);
  }

  private static Optional<Reason> reason(@Nullable String name) {
    return Arrays.stream(Reason.values()).filter(r -> r.name().equals(name)).findFirst();
  }
}
