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
import news.dateline.testing.FeedServer;
import news.dateline.testing.Subscribers;
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

  /** What waits for somebody is known to the broker: none of it is published again. */
  @Test
  void a_database_made_anew_from_what_waits_in_the_broker() throws Exception {
    try (FeedServer feeds = new FeedServer()) {
      feeds.put("/quay", feed("Quay one", "Quay two", "Quay three"));
      try (Wharf wharf = new Wharf(folder, Map.of())) {
        wharf.reader().close();
        wharf.files.feed("quay", feeds.url("/quay"), "1s");
        Wharf.soon(() -> assertThat(wharf.headlines("quay")).hasSize(3));
        Wharf.soon(() -> assertThat(wharf.control().status().outboxPending()).isZero());
      }
      for (String end : new String[] {"", "-wal", "-shm"}) {
        Files.deleteIfExists(data.resolve("dateline.db" + end));
      }
      try (Wharf wharf = new Wharf(folder, Map.of("dateline.store.rebuild", "true"))) {
        Wharf.soon(() -> assertThat(wharf.state("quay").unchanged()).isGreaterThanOrEqualTo(3));
        assertThat(wharf.headlines("quay"))
            .extracting(DamageIT::headline)
            .containsExactlyInAnyOrder("Quay one", "Quay two", "Quay three");
        assertThat(wharf.state("quay").published()).isZero();

        feeds.put("/quay", feed("Quay one", "Quay two is shut", "Quay three", "Quay four"));
        Wharf.soon(() -> assertThat(wharf.state("quay").published()).isEqualTo(2));
        Wharf.soon(() -> assertThat(wharf.control().status().outboxPending()).isZero());
        try (Subscribers.Amqp reader = wharf.reader()) {
          assertThat(reader.drain(2000))
              .extracting(r -> r.properties().get("version") + " " + headline(r.json()))
              .containsExactlyInAnyOrder(
                  "1 Quay one", "1 Quay two", "1 Quay three", "2 Quay two is shut", "1 Quay four");
        }
      }
    }
  }

  private static String headline(String json) {
    return json.replaceFirst("(?s).*\"value\":\"(Quay [^\"]*)\".*", "$1");
  }

  private static byte[] feed(String... headlines) {
    StringBuilder rss = new StringBuilder("<rss version=\"2.0\"><channel><title>Quay</title>");
    for (int i = 0; i < headlines.length; i++) {
      rss.append("<item><guid isPermaLink=\"false\">q").append(i).append("</guid><title>");
      rss.append(headlines[i]).append("</title></item>");
    }
    return rss.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
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
