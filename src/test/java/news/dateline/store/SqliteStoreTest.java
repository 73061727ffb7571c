package news.dateline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.model.RetryableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
  @TempDir Path folder;

  @Override
  Store open(InstantSource clock) {
    return Store.open(StoreSettings.of("", folder), clock);
  }

  @Test
  void nobody_else_may_read_the_file() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void a_database_of_a_newer_program_is_refused_in_one_line() throws Exception {
    store.close();
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement s = c.createStatement()) {
      s.execute("INSERT INTO schema_version (version) VALUES (99)");
    }

    assertThatThrownBy(() -> open(clock))
        .isInstanceOf(RejectedException.class)
        .hasMessageMatching(
            "The database has schema version 99, this program knows \\d+: use a newer program or another database")
        .extracting(e -> ((RejectedException) e).reason())
        .isEqualTo(Reason.CONFIG_INVALID);
  }

  @Test
  void a_file_that_is_no_database_is_refused_in_one_line() throws Exception {
    store.close();
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("dateline.db"), "This is a shopping list.\n".repeat(100));

    assertThatThrownBy(() -> Store.open(StoreSettings.of("", other), clock))
        .isInstanceOf(RetryableException.class)
        .message()
        .doesNotContain("\n")
        .contains("not a database");
  }

  @Test
  void an_address_of_another_kind_is_refused_without_repeating_it() {
    assertThatThrownBy(
            () -> Store.open(StoreSettings.of("jdbc:mysql://u:secret@h/d", folder), clock))
        .isInstanceOf(RejectedException.class)
        .message()
        .doesNotContain("secret")
        .contains("jdbc:postgresql:");
  }

  @Test
  void readers_do_not_wait_for_a_writer() throws Exception {
    store.commit(Make.settlement(Make.article("urn:a", 1)));
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement s = c.createStatement()) {
      s.execute("BEGIN IMMEDIATE");
      assertThat(store.find(List.of("urn:a"))).hasSize(1);
    }
  }

  private Path file() {
    return folder.resolve("dateline.db");
  }
}
