package news.dateline.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import news.dateline.model.Article;
import news.dateline.model.Change;
import news.dateline.model.NameRecord;
import news.dateline.model.ParagraphBook;
import news.dateline.model.SpokenNames;

/**
 * The full names under which people spoke, over all sources. Counts are evidence, no accounts: two
 * nodes that count one name in the same moment may count it once, and nobody waits for that.
 */
final class NameTable {
  /** Names kept beyond a sweep. */
  static final int MOST = 4000;

  /** Days for which a name is kept that was seen too seldom to be known. */
  private static final int SELDOM_DAYS = 14;

  /** Days for which any other name is kept that came no more. */
  private static final int KEPT_DAYS = 90;

  private static final String COLUMNS = "name, articles, days, day, voices";
  private static final String FIND =
      "SELECT " + COLUMNS + " FROM person_name WHERE name IN (" + SeenTable.MARKS + ")";
  private static final String SAVE =
      "INSERT INTO person_name ("
          + COLUMNS
          + ") VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET"
          + " articles = excluded.articles, days = excluded.days, day = excluded.day,"
          + " voices = excluded.voices";
  private static final String LOAD =
      "SELECT "
          + COLUMNS
          + " FROM person_name WHERE articles > 1 ORDER BY articles DESC, day DESC, name LIMIT "
          + MOST;
  private static final String FORGET =
      "DELETE FROM person_name WHERE day < ? OR (articles < 5 AND day < ?)";
  private static final String CROP =
      "DELETE FROM person_name WHERE name IN (SELECT name FROM person_name"
          + " ORDER BY articles DESC, day DESC, name LIMIT 1000000 OFFSET "
          + MOST
          + ")";

  private NameTable() {}

  /** Counts the names in first versions; a later one says nothing new of a spelling. */
  static void save(Session session, List<Article> articles) throws SQLException {
    // sorted: one order for everybody, so that two nodes never wait for each other
    SortedMap<String, List<Article>> byName = new TreeMap<>();
    for (Article article : articles) {
      if (article.change().previousVersion().isEmpty()
          && article.change().kind() != Change.Kind.KILL) {
        for (String name : SpokenNames.of(article.attribution())) {
          byName.computeIfAbsent(Text.clean(name), n -> new ArrayList<>(1)).add(article);
        }
      }
    }
    if (byName.isEmpty()) {
      return;
    }
    Map<String, NameRecord> known = find(session, List.copyOf(byName.keySet()));
    PreparedStatement row = session.prepare(SAVE);
    boolean any = false;
    for (Map.Entry<String, List<Article>> met : byName.entrySet()) {
      NameRecord before = known.getOrDefault(met.getKey(), NameRecord.unknown(met.getKey()));
      NameRecord after = before;
      for (Article article : met.getValue()) {
        after = after.after(article.source().name(), ParagraphBook.day(article.received()));
      }
      if (!after.equals(before)) {
        row.setString(1, after.name());
        row.setInt(2, after.articles());
        row.setInt(3, after.days());
        row.setInt(4, after.day());
        row.setString(5, encode(after.voices()));
        row.addBatch();
        any = true;
      }
    }
    if (any) {
      row.executeBatch();
    }
  }

  private static Map<String, NameRecord> find(Session session, List<String> names)
      throws SQLException {
    Map<String, NameRecord> found = new HashMap<>();
    for (int from = 0; from < names.size(); from += SeenTable.CHUNK) {
      try (ResultSet row = SeenTable.query(session, FIND, names, from)) {
        while (row.next()) {
          found.put(row.getString(1), read(row));
        }
      }
    }
    return found;
  }

  /** Those seen more than once, the most frequent first, at most {@link #MOST}. */
  static List<NameRecord> load(Session session) throws SQLException {
    List<NameRecord> all = new ArrayList<>();
    try (ResultSet row = session.prepare(LOAD).executeQuery()) {
      while (row.next()) {
        all.add(read(row));
      }
    }
    return all;
  }

  /** Forgets what came no more, and the least frequent beyond {@link #MOST}. */
  static int sweep(Session session, int today) throws SQLException {
    PreparedStatement forget = session.prepare(FORGET);
    forget.setInt(1, today - KEPT_DAYS);
    forget.setInt(2, today - SELDOM_DAYS);
    return forget.executeUpdate() + session.prepare(CROP).executeUpdate();
  }

  private static NameRecord read(ResultSet row) throws SQLException {
    return new NameRecord(
        row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4), decode(row.getString(5)));
  }

  private static String encode(Map<Integer, Integer> voices) {
    StringBuilder out = new StringBuilder();
    new TreeMap<>(voices)
        .forEach((v, n) -> out.append(Integer.toHexString(v)).append(':').append(n).append(' '));
    return out.toString().strip();
  }

  private static Map<Integer, Integer> decode(String text) {
    Map<Integer, Integer> voices = new HashMap<>();
    for (String voice : text.split(" ", -1)) {
      int colon = voice.indexOf(':');
      if (colon > 0) {
        voices.put(
            Integer.parseUnsignedInt(voice.substring(0, colon), 16),
            Integer.parseInt(voice.substring(colon + 1)));
      }
    }
    return voices;
  }
}
