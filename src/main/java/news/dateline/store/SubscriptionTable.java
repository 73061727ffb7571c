package news.dateline.store;

import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import news.dateline.websub.Subscription;
import news.dateline.websub.Subscription.Deliveries;
import news.dateline.websub.Subscription.Phase;

/** Subscriptions at hubs. Times are kept to the millisecond. */
final class SubscriptionTable {
  private static final List<String> COLUMNS =
      List.of(
          "token",
          "source",
          "feed",
          "internal",
          "topic",
          "hubs",
          "hub",
          "secret",
          "phase",
          "since",
          "asked",
          "failures",
          "due",
          "verified",
          "expires",
          "delivered",
          "deliveries",
          "proven",
          "suspect",
          "missed",
          "absent",
          "detail",
          "recent");

  private static final String LIST = String.join(", ", COLUMNS);

  private static final String SAVE =
      "INSERT INTO subscription ("
          + LIST
          + ") VALUES (?"
          + ", ?".repeat(COLUMNS.size() - 1)
          + ") ON CONFLICT (token) DO UPDATE SET "
          + COLUMNS.stream()
              .skip(1)
              .map(c -> c + " = excluded." + c)
              .collect(Collectors.joining(", "));

  private SubscriptionTable() {}

  static void save(Session session, Subscription s) throws SQLException {
    PreparedStatement row = session.prepare(SAVE);
    row.setString(1, s.token());
    row.setString(2, s.source());
    row.setString(3, s.feed().toString());
    row.setInt(4, s.internal() ? 1 : 0);
    row.setString(5, s.topic().toString());
    row.setString(6, s.hubs().stream().map(URI::toString).collect(Collectors.joining(" ")));
    row.setInt(7, s.hub());
    row.setString(8, s.secret());
    row.setString(9, s.phase().name());
    row.setLong(10, Millis.of(s.since()));
    Millis.set(row, 11, s.asked());
    row.setInt(12, s.failures());
    row.setLong(13, Millis.of(s.due()));
    Millis.set(row, 14, s.verified());
    Millis.set(row, 15, s.expires());
    Millis.set(row, 16, s.record().last());
    row.setLong(17, s.record().count());
    row.setInt(18, s.record().proven() ? 1 : 0);
    Millis.set(row, 19, s.record().suspect());
    row.setLong(20, s.record().missed());
    row.setInt(21, s.absent());
    row.setString(22, Text.clean(s.detail()));
    row.setString(23, String.join(" ", s.record().recent()));
    row.executeUpdate();
  }

  static void remove(Session session, String token) throws SQLException {
    PreparedStatement remove = session.prepare("DELETE FROM subscription WHERE token = ?");
    remove.setString(1, token);
    remove.executeUpdate();
  }

  static List<Subscription> loadAll(Session session) throws SQLException {
    List<Subscription> all = new ArrayList<>();
    try (ResultSet row = session.prepare("SELECT " + LIST + " FROM subscription").executeQuery()) {
      while (row.next()) {
        all.add(subscription(row));
      }
    }
    return all;
  }

  private static Subscription subscription(ResultSet row) throws SQLException {
    return new Subscription(
        row.getString(1),
        row.getString(2),
        URI.create(row.getString(3)),
        row.getInt(4) == 1,
        URI.create(row.getString(5)),
        words(row.getString(6)).stream().map(URI::create).toList(),
        row.getInt(7),
        row.getString(8),
        phase(row.getString(9)),
        Instant.ofEpochMilli(row.getLong(10)),
        Millis.get(row, 11),
        row.getInt(12),
        Instant.ofEpochMilli(row.getLong(13)),
        Millis.get(row, 14),
        Millis.get(row, 15),
        new Deliveries(
            Millis.get(row, 16),
            row.getLong(17),
            row.getInt(18) == 1,
            Millis.get(row, 19),
            row.getLong(20),
            words(row.getString(23))),
        row.getInt(21),
        row.getString(22));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  /** A phase this program does not know, written by another version: asked for anew. */
  private static Phase phase(String name) {
    return Arrays.stream(Phase.values())
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElse(Phase.PENDING);
  }
}
