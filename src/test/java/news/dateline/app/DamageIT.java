package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged and missing files are named, with what to do. */
class DamageIT {
  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void an_instance_that_was_used() throws Exception {
    try (Wharf wharf = new Wharf(folder, Map.of())) {
      data = wharf.files.data();
    }
  }

  @Test
  void a_database_that_is_gone_or_empty_beside_a_used_broker() throws Exception {
    for (String end : new String[] {"", "-wal", "-shm"}) {
      Files.deleteIfExists(data.resolve("dateline.db" + end));
    }
    refused(this::start, "dateline.db is missing or empty");
    Files.createFile(data.resolve("dateline.db"));
    refused(this::start, "dateline.db is missing or empty");
    try (Wharf told = new Wharf(folder, Map.of("dateline.store.rebuild", "true"))) {
      assertThat(told.control().status().brokerUp()).isTrue();
    }
    start();
  }

  @Test
  void a_database_that_is_none() throws Exception {
    overwrite(data.resolve("dateline.db"));
    refused(this::start, "dateline.db is damaged or none");
  }

  @Test
  void bindings_that_are_damaged() throws Exception {
    try (Stream<Path> files = Files.list(data.resolve("broker/bindings"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".bindings")).toList()) {
        overwrite(file);
      }
    }
    refused(this::start, "damaged");
  }

  private void start() throws Exception {
    new Wharf(folder, Map.of()).close();
  }

  private static void refused(ThrowingCallable start, String why) {
    assertThatThrownBy(start)
        .hasMessageContaining(why)
        .hasMessageMatching("(?s).*(move|rebuild).*");
  }

  private static void overwrite(Path file) throws IOException {
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.write("garbage garbage ".repeat(25).getBytes(StandardCharsets.US_ASCII));
    }
  }
}
