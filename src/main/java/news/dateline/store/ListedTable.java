package news.dateline.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The documents that listings have named. */
final class ListedTable {
  private static final String SAVE =
      "INSERT INTO listed (source, mark) VALUES (?, ?) ON CONFLICT (source, mark) DO NOTHING";

  private ListedTable() {}

  static void save(Session session, String source, List<String> marks) throws SQLException {
    for (String mark : marks) {
      PreparedStatement row = session.prepare(SAVE);
      row.setString(1, source);
      row.setString(2, Text.key(mark));
      row.executeUpdate();
    }
  }

  /** Which of these marks the source's listing has named before. */
  static Set<String> find(Session session, String source, Collection<String> marks)
      throws SQLException {
    Set<String> found = new HashSet<>();
    PreparedStatement query = session.prepare("SELECT 1 FROM listed WHERE source = ? AND mark = ?");
    for (String mark : marks) {
      query.setString(1, source);
      query.setString(2, Text.key(mark));
      try (ResultSet row = query.executeQuery()) {
        if (row.next()) {
          found.add(mark);
        }
      }
    }
    return found;
  }
}
