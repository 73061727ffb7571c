package news.dateline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import news.dateline.publish.OutboxBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at random moments, on SQLite. What the victim printed is what a broker received. */
class KilledProcessTest {
  private static final int KILLS = 10;

  @TempDir Path folder;

  /** Batches received by id: sent again is no new batch, but must be the same. */
  private final Map<String, String> broker = new LinkedHashMap<>();

  private int lastCommit;

  @Test
  void nothing_committed_is_lost_and_no_batch_changes() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int kill = 0; kill < KILLS; kill++) {
      for (String line : runAndKill(random.nextInt(250))) {
        receive(line);
      }
    }
    int documents = drain();

    assertThat(lastCommit).as("seed %d", seed).isGreaterThan(KILLS);
    assertThat(documents).as("seed %d", seed).isGreaterThanOrEqualTo(lastCommit);
    Map<String, Integer> received = new HashMap<>();
    for (String line : broker.values()) {
      String[] parts = line.split(" ");
      for (int i = 2; i < parts.length; i++) {
        received.merge(parts[i].substring(0, parts[i].indexOf('=')), 1, Integer::sum);
      }
    }
    for (int n = 1; n <= documents; n++) {
      for (int i = 0; i < Victim.ARTICLES; i++) {
        assertThat(received.remove("urn:" + n + ":" + i)).as("seed %d", seed).isEqualTo(1);
      }
      assertThat(received.remove("bad:" + n)).as("seed %d", seed).isEqualTo(1);
    }
    assertThat(received).as("seed %d: from documents never committed", seed).isEmpty();
  }

  private void receive(String line) {
    if (line.startsWith("C ")) {
      lastCommit = Math.max(lastCommit, Integer.parseInt(line.substring(2)));
    } else {
      String id = line.split(" ", 3)[1];
      String before = broker.putIfAbsent(id, line);
      assertThat(line).isEqualTo(before == null ? line : before);
    }
  }

  /** What is left, and how many documents there are. */
  private int drain() {
    try (Store store = Store.open(StoreSettings.of("", folder), InstantSource.system())) {
      for (OutboxBatch batch : store.unconfirmed()) {
        receive(Victim.line(batch));
        store.confirm(batch.id());
      }
      for (Optional<OutboxBatch> b = store.next(Instant.now(), 500);
          b.isPresent();
          b = store.next(Instant.now(), 500)) {
        receive(Victim.line(b.get()));
        store.confirm(b.get().id());
      }
      assertThat(store.counts(Instant.now()).pending()).isZero();
      int documents = store.loadAll().get("victim").failures();
      assertThat(store.find(List.of("urn:" + documents + ":0", "urn:" + (documents + 1) + ":0")))
          .containsOnlyKeys("urn:" + documents + ":0");
      return documents;
    }
  }

  /** The whole lines a victim printed until it was killed, some time after its first one. */
  private List<String> runAndKill(int millis) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream out = process.getInputStream()) {
      int first = out.read();
      Thread killer =
          new Thread(
              () -> {
                try {
                  TimeUnit.MILLISECONDS.sleep(millis);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                // SIGKILL by the handle: the process itself would close our end of the pipe
                process.toHandle().destroyForcibly();
              });
      killer.start();
      String text = (char) first + new String(out.readAllBytes(), StandardCharsets.UTF_8);
      killer.join();
      assertThat(process.waitFor()).as("killed, not ended by itself").isEqualTo(137);
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } finally {
      process.destroyForcibly();
    }
  }
}
