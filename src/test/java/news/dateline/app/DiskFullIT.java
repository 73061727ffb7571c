package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.dateline.model.SourceState;
import news.dateline.testing.FeedServer;
import news.dateline.testing.SmallDisk;
import news.dateline.testing.Subscribers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up to our floor, then to its last byte, while a subscriber is away. */
class DiskFullIT {
  private static final long MB = 1 << 20;

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> offered = new ArrayList<>();
  private int number;

  @Test
  void nothing_is_lost_and_everything_waits_while_there_is_no_room() throws Exception {
    try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), 420);
        FeedServer feeds = new FeedServer()) {
      try (Wharf wharf = new Wharf(disk.folder(), Map.of())) {
        Path drop = Files.createDirectories(folder.resolve("drop"));
        String secret = wharf.secret("word", "open");
        feeds.put("/feed", Wharf.story("polled-0", 1));
        wharf.files.feed("polled", feeds.url("/feed"), "1s");
        wharf.source("folder", "file:" + drop + "?delay=100&initialDelay=0");
        wharf.source("pushed", "push:?token=" + secret);
        leave(wharf);
        offerAll(wharf, drop, feeds, 20);
        Wharf.soon(() -> assertThat(publishedOf(wharf)).containsAll(offered));

        disk.fill(150 * MB);
        Wharf.soon(() -> assertThat(offer(wharf, "p" + number++)).as("no room").isEqualTo(503));
        assertThat(push(wharf, "refused").headers().firstValue("Retry-After")).isPresent();
        drop(drop, "late");
        feeds.put("/feed", Wharf.story("late-polled", 1));
        long requests = feeds.requests();
        Thread.sleep(3000);
        assertThat(feeds.requests()).as("polls").isLessThanOrEqualTo(requests + 1);
        assertThat(drop.resolve("late.xml")).exists();
        assertThat(get(wharf, "/observe/health").body()).contains("nearly full");
        assertThat(wharf.state("polled").health()).isNotEqualTo(SourceState.Health.FAILING);
        disk.empty();
        Wharf.soon(
            () -> assertThat(publishedOf(wharf)).contains("Ferry late", "Ferry late-polled"));
        offered.add("Ferry late");
        offered.add("Ferry late-polled");
        offerAll(wharf, drop, feeds, 5);

        disk.fill(0);
        Thread.sleep(8000);
        disk.empty();
        Wharf.soon(() -> assertThat(offer(wharf, "p" + number++)).isEqualTo(202));
        offerAll(wharf, drop, feeds, 5);
        Wharf.soon(() -> assertThat(publishedOf(wharf)).containsAll(offered));
      }
      try (Wharf wharf = new Wharf(disk.folder(), Map.of())) {
        Wharf.soon(() -> assertThat(wharf.control().status().outboxPending()).isZero());
        assertThat(received(wharf)).containsExactlyInAnyOrderElementsOf(offered);
      }
    }
  }

  private void offerAll(Wharf wharf, Path drop, FeedServer feeds, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      String name = "f" + number++;
      drop(drop, name);
      offered.add("Ferry " + name);
      String pushed = "p" + number++;
      assertThat(offer(wharf, pushed)).isEqualTo(202);
    }
    String polled = "polled-" + number++;
    feeds.put("/feed", Wharf.story(polled, 1));
    Wharf.soon(() -> assertThat(publishedOf(wharf)).contains("Ferry " + polled));
    offered.add("Ferry " + polled);
  }

  /** Pushes a story: what is taken must come out. */
  private int offer(Wharf wharf, String name) throws Exception {
    int status = push(wharf, name).statusCode();
    if (status == 202) {
      offered.add("Ferry " + name);
    }
    return status;
  }

  private static void drop(Path drop, String name) throws Exception {
    Path coming = Files.write(drop.resolveSibling(name), Wharf.story(name, 1));
    Files.setLastModifiedTime(coming, java.nio.file.attribute.FileTime.fromMillis(86_400_000));
    Files.move(coming, drop.resolve(name + ".xml"));
  }

  private HttpResponse<String> push(Wharf wharf, String name) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + wharf.http + "/push/pushed"))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer open")
            .header("Content-Type", "application/rss+xml")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Wharf.story(name, 1)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(Wharf wharf, String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + wharf.http + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static List<String> publishedOf(Wharf wharf) {
    List<String> all = new ArrayList<>();
    for (String source : new String[] {"polled", "folder", "pushed"}) {
      all.addAll(wharf.headlines(source));
    }
    return all;
  }

  /** Makes the durable subscription and goes away. */
  private static void leave(Wharf wharf) throws Exception {
    wharf.reader().close();
  }

  private static List<String> received(Wharf wharf) throws Exception {
    try (Subscribers.Amqp amqp = wharf.reader()) {
      return amqp.drain(3000).stream()
          .map(r -> r.json().replaceFirst("(?s).*\"value\":\"(Ferry [^\"]*)\".*", "$1"))
          .filter(h -> !h.equals("Ferry polled-0"))
          .toList();
    }
  }
}
