package news.dateline.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.dateline.dedupe.SeenItems.Seen;
import news.dateline.model.Article;
import news.dateline.model.Imprint;

/** Which articles stand at which page, for items whose ids tell nothing. */
final class PlaceTable {
  private static final String FIND =
      "SELECT p.place, s.uri, s.source, s.publisher, s.version, s.fingerprint"
          + " FROM place p JOIN seen s ON s.uri = p.uri WHERE p.place IN ("
          + SeenTable.MARKS
          + ") ORDER BY p.place, p.number";

  private static final String SAVE =
      "INSERT INTO place (place, number, uri) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

  private PlaceTable() {}

  static Map<String, List<Seen>> find(Session session, Collection<String> places)
      throws SQLException {
    Map<String, List<Seen>> found = new HashMap<>();
    List<String> keys = List.copyOf(places);
    for (int from = 0; from < keys.size(); from += SeenTable.CHUNK) {
      try (ResultSet row = SeenTable.query(session, FIND, keys, from)) {
        while (row.next()) {
          found
              .computeIfAbsent(row.getString(1), p -> new ArrayList<>(1))
              .add(
                  new Seen(
                      row.getString(2),
                      row.getString(3),
                      row.getString(4),
                      row.getString(5),
                      row.getString(6)));
        }
      }
    }
    return found;
  }

  /**
   * Writes down where new articles stand.
   *
   * @throws OvertakenException when another document has put an article there meanwhile: it may be
   *     the same story
   */
  static void save(Session session, List<Article> articles) throws SQLException {
    // one order for everybody, so that two nodes never wait for each other
    record Row(Imprint.Place place, String uri) {}
    List<Row> rows = new ArrayList<>(2 * articles.size());
    for (Article article : articles) {
      article.imprint().places().forEach(p -> rows.add(new Row(p, article.uri())));
    }
    if (rows.isEmpty()) {
      return;
    }
    rows.sort(Comparator.comparing((Row r) -> r.place().key()));
    PreparedStatement save = session.prepare(SAVE);
    for (Row row : rows) {
      save.setString(1, row.place().key());
      save.setInt(2, row.place().number());
      save.setString(3, Text.key(row.uri()));
      save.addBatch();
    }
    for (int saved : save.executeBatch()) {
      if (saved == 0) {
        throw new OvertakenException();
      }
    }
  }
}
