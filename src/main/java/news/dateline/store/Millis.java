package news.dateline.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;

/** Instants as the database keeps them: whole milliseconds since 1970. */
final class Millis {
  /** The release time of a row that is held, and of anything beyond the range of a long. */
  static final long NEVER = Long.MAX_VALUE;

  private Millis() {}

  /** Rounded down; what lies beyond the range of a long ends at its border. */
  static long of(Instant time) {
    try {
      return time.toEpochMilli();
    } catch (ArithmeticException e) {
      return time.getEpochSecond() < 0 ? Long.MIN_VALUE : NEVER;
    }
  }

  /** Rounded up: an embargo is never shortened, not even by half a millisecond. */
  static long atLeast(Instant time) {
    long floor = of(time);
    return floor != NEVER && time.isAfter(Instant.ofEpochMilli(floor)) ? floor + 1 : floor;
  }

  static void set(PreparedStatement statement, int index, Optional<Instant> time)
      throws SQLException {
    if (time.isPresent()) {
      statement.setLong(index, of(time.get()));
    } else {
      statement.setNull(index, Types.BIGINT);
    }
  }

  static Optional<Instant> get(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
