package news.dateline.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;

/**
 * Brings a database to the form this program knows, by the numbered scripts beside this class
 * ({@code sqlite/001.sql}, {@code 002.sql} …). A script once released never changes. Statements end
 * with a semicolon at the end of a line.
 */
final class Schema {
  private Schema() {}

  /**
   * Applies what is missing, in one transaction.
   *
   * @throws RejectedException {@code CONFIG_INVALID} when a newer program made the database
   */
  static void update(Database database) {
    List<String> scripts = scripts(database.dialect());
    database.write(
        session -> {
          database.dialect().unhurried(session);
          database.dialect().lockSchema(session);
          int found = version(session);
          if (found > scripts.size()) {
            throw new RejectedException(
                Reason.CONFIG_INVALID,
                "The database has schema version %d, this program knows %d: use a newer program or another database"
                    .formatted(found, scripts.size()));
          }
          for (int next = found + 1; next <= scripts.size(); next++) {
            apply(session, scripts.get(next - 1), next);
          }
          return found;
        });
  }

  private static int version(Session session) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
      try (ResultSet row = statement.executeQuery("SELECT MAX(version) FROM schema_version")) {
        row.next();
        return row.getInt(1); // 0 when there is none
      }
    }
  }

  private static void apply(Session session, String script, int version) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      for (String sql : script.split(";\\s*\\R", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
    PreparedStatement done = session.prepare("INSERT INTO schema_version (version) VALUES (?)");
    done.setInt(1, version);
    done.executeUpdate();
  }

  private static List<String> scripts(Dialect dialect) {
    List<String> scripts = new ArrayList<>();
    for (Optional<String> script = script(dialect, 1);
        script.isPresent();
        script = script(dialect, scripts.size() + 1)) {
      scripts.add(script.get());
    }
    return scripts;
  }

  private static Optional<String> script(Dialect dialect, int number) {
    String name = "%s/%03d.sql".formatted(dialect.scripts(), number);
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
