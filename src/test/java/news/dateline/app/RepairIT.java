package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.dateline.testing.Subscribers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker's files are damaged between two runs of the real application. */
class RepairIT {
  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> offered = new ArrayList<>();
  private Path broker;

  @BeforeEach
  void sixty_articles_wait_for_a_subscriber_who_is_away() throws Exception {
    try (Wharf wharf = new Wharf(folder, Map.of())) {
      broker = wharf.files.data().resolve("broker");
      wharf.source("pushed", "push:?token=" + wharf.secret("word", "open"));
      wharf.reader().close();
      for (int i = 0; i < 60; i++) {
        push(wharf, "s" + i, 1);
      }
      Wharf.soon(() -> assertThat(wharf.headlines("pushed")).hasSize(60));
    }
    for (int i = 0; i < 60; i++) {
      offered.add("Ferry s" + i);
    }
  }

  @Test
  void a_journal_that_is_gone() throws Exception {
    delete(broker.resolve("journal"));
    allCome();
  }

  @Test
  void a_journal_file_cut_off() throws Exception {
    try (Stream<Path> files = Files.list(broker.resolve("journal"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".amq")).toList()) {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
          raw.setLength(Math.min(raw.length(), 50_000));
        }
      }
    }
    allCome();
  }

  @Test
  void the_whole_folder_gone_with_the_subscription() throws Exception {
    delete(broker);
    allCome();
  }

  @Test
  void a_story_that_has_a_newer_version_is_not_sent_again_after_it() throws Exception {
    try (Wharf wharf = new Wharf(folder, Map.of())) {
      push(wharf, "s7", 2);
      Wharf.soon(() -> assertThat(wharf.headlines("pushed")).hasSize(61));
      Wharf.soon(() -> assertThat(wharf.control().status().outboxPending()).isZero());
      try (Subscribers.Amqp reader = wharf.reader()) {
        assertThat(reader.drain(3000)).hasSize(61);
      }
    }
    delete(broker.resolve("journal"));
    try (Wharf wharf = new Wharf(folder, Map.of());
        Subscribers.Amqp reader = wharf.reader()) {
      assertThat(reader.drain(6000)).as("all was read before").isEmpty();
    }
  }

  private void allCome() throws Exception {
    try (Wharf wharf = new Wharf(folder, Map.of())) {
      push(wharf, "later", 1);
      Wharf.soon(
          () ->
              assertThat(wharf.control().status().subscriptions())
                  .anySatisfy(s -> assertThat(s.waiting()).isEqualTo(61)));
      try (Subscribers.Amqp reader = wharf.reader()) {
        List<Subscribers.Received> got = reader.drain(3000);
        assertThat(got.stream().filter(r -> r.properties().containsKey("repair")))
            .hasSizeGreaterThan(0)
            .allSatisfy(r -> assertThat(r.properties().get("source")).isEqualTo("pushed"));
        offered.add("Ferry later");
        assertThat(got)
            .extracting(r -> r.json().replaceFirst("(?s).*\"value\":\"(Ferry [^\"]*)\".*", "$1"))
            .containsExactlyInAnyOrderElementsOf(offered);
      }
    }
  }

  private void push(Wharf wharf, String name, int edition) throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + wharf.http + "/push/pushed"))
                .header("Authorization", "Bearer open")
                .header("Content-Type", "application/rss+xml")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Wharf.story(name, edition)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  private static void delete(Path what) throws IOException {
    try (Stream<Path> all = Files.walk(what)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
