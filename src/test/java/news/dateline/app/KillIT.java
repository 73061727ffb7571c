package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import news.dateline.testing.FeedServer;
import news.dateline.testing.Feeds;
import news.dateline.testing.Subscribers;
import news.dateline.testing.TestHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing lost, nothing twice: the real process is killed (SIGKILL) again and again while it takes
 * in feeds that grow and change, and an independent durable subscriber counts what came. {@code
 * -Ddateline.kills=N} for more.
 */
class KillIT {
  private static final int KILLS = Integer.getInteger("dateline.kills", 20);
  private static final int FEEDS = 12;
  private static final int ITEMS = 40;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void each_version_arrives_exactly_once_however_often_the_process_is_killed() throws Exception {
    TestHome files = new TestHome(folder);
    int httpPort = freePort();
    int brokerPort = freePort();
    AtomicInteger generation = new AtomicInteger();
    try (FeedServer server = new FeedServer()) {
      Process process = start(files, httpPort, brokerPort);
      try {
        ready(httpPort);
        subscribe(
            files,
            brokerPort); // makes the durable subscription; nobody listens while the process is
        // being killed
        for (int f = 0; f < FEEDS; f++) {
          String name = "feed-" + f;
          server.put("/" + name, () -> page(name, generation.get()));
          files.feed(name, server.url("/" + name), "1s");
        }
        Random random = new Random(20261124);
        for (int kill = 1; kill <= KILLS; kill++) {
          Thread.sleep(300 + random.nextInt(900));
          generation.set(kill);
          Thread.sleep(random.nextInt(1200));
          process.destroyForcibly();
          assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
          process = start(files, httpPort, brokerPort);
          ready(httpPort);
        }
        await()
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(500))
            .untilAsserted(
                () -> {
                  JsonNode status = get(httpPort, "/api/status");
                  assertThat(status.path("outboxPending").asLong()).isZero();
                  assertThat(newestEverywhere(httpPort, generation.get())).isTrue();
                });
        Map<String, Integer> seen = new HashMap<>();
        try (Subscribers.Amqp subscriber = subscriber(files, brokerPort)) {
          for (Subscribers.Received received : subscriber.drain(3000)) {
            JsonNode article = json.readTree(received.json());
            seen.merge(
                article.path("uri").asText() + " " + article.path("version").asText(),
                1,
                Integer::sum);
          }
        }
        long committed = 0;
        for (JsonNode source : get(httpPort, "/api/sources").path("sources")) {
          committed += source.path("state").path("published").asLong();
        }
        long twice = seen.values().stream().filter(n -> n > 1).count();
        long missing = missing(seen);
        System.out.printf(
            "KillIT: %d kills, %d versions committed, %d arrived, %d more than once, %d missing%n",
            KILLS, committed, seen.size(), twice, missing);
        assertThat(twice).as("versions that came more than once").isZero();
        assertThat(missing).as("versions that never came").isZero();
        assertThat((long) seen.size())
            .as("what was committed is what arrived")
            .isEqualTo(committed);
      } finally {
        process.destroyForcibly();
      }
    }
  }

  /**
   * Each generation adds items and changes some old ones, so that new articles and new versions are
   * on their way when the kill comes.
   */
  private static byte[] page(String name, int generation) {
    return Feeds.rss(
        name, generation * ITEMS / 2, generation * ITEMS / 2 + ITEMS, 4, generation / 3);
  }

  /**
   * Versions of an article count from 1 without a gap; and the newest items of every feed must have
   * come. An item may have been offered in fewer editions than exist, so the highest version seen
   * of each uri says how many there must be.
   */
  private long missing(Map<String, Integer> seen) {
    Map<String, Integer> highest = new HashMap<>();
    for (String key : seen.keySet()) {
      int space = key.lastIndexOf(' ');
      highest.merge(key.substring(0, space), Integer.parseInt(key.substring(space + 1)), Math::max);
    }
    long missing = 0;
    for (Map.Entry<String, Integer> e : highest.entrySet()) {
      for (int v = 1; v <= e.getValue(); v++) {
        missing += seen.containsKey(e.getKey() + " " + v) ? 0 : 1;
      }
    }
    for (int f = 0; f < FEEDS; f++) {
      for (int i = KILLS * ITEMS / 2; i < KILLS * ITEMS / 2 + ITEMS; i++) {
        missing += highest.containsKey("https://news.example/feed-" + f + "/" + i) ? 0 : 1;
      }
    }
    return missing;
  }

  /** True when the newest stored article of every feed is of the last generation. */
  private boolean newestEverywhere(int httpPort, int generation) throws Exception {
    int newest = generation * ITEMS / 2 + ITEMS - 1;
    for (int f = 0; f < FEEDS; f++) {
      JsonNode articles =
          get(httpPort, "/api/articles?limit=200&source=feed-" + f).path("articles");
      boolean found = false;
      for (JsonNode a : articles) {
        found |= a.toString().contains("https://news.example/feed-" + f + "/" + newest + "\"");
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private Process start(TestHome files, int httpPort, int brokerPort) throws Exception {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "news.dateline.cli.Main",
                "run",
                "--config",
                files.config().toString(),
                "--data",
                files.data().toString(),
                "--set",
                "dateline.http.port=" + httpPort,
                "--set",
                "dateline.broker.port=" + brokerPort,
                "--set",
                "dateline.poll.shortest=1s"))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "run.log")))
        .start();
  }

  private void ready(int httpPort) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(() -> get(httpPort, "/api/status").path("brokerUp").asBoolean());
  }

  private JsonNode get(int httpPort, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
            .timeout(Duration.ofSeconds(10))
            .build();
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    return json.readTree(response.body());
  }

  private void subscribe(TestHome files, int brokerPort) throws Exception {
    subscriber(files, brokerPort).close();
  }

  private Subscribers.Amqp subscriber(TestHome files, int brokerPort) throws Exception {
    Properties credentials = new Properties();
    try (var in = Files.newBufferedReader(files.data().resolve("credentials.properties"))) {
      credentials.load(in);
    }
    return new Subscribers.Amqp(
        brokerPort, "reader", credentials.getProperty("reader"), "kill", "counter");
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
