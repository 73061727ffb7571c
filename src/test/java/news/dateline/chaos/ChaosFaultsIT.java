package news.dateline.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import news.dateline.testing.SmallDisk;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault of {@code docs/guarantees.md}, caused for real; each test writes its row. Only with
 * {@code mvn -Pchaos verify}: it takes an hour or two.
 */
@Tag("chaos")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChaosFaultsIT {
  private static final long SEED = 11;

  /** A tenth of the times for a quick look: {@code -Dchaos.share=0.1}. */
  private static final double SHARE = Double.parseDouble(System.getProperty("chaos.share", "1"));

  @TempDir Path folder;

  private static int times(int whole) {
    return Math.max(1, (int) Math.round(whole * SHARE));
  }

  private static void kept(Row row, Verdict verdict) {
    Table.add(row);
    assertThat(verdict).matches(Verdict::isKept, "kept");
  }

  @Test
  @Order(1)
  void killed_at_each_named_point() throws Exception {
    List<Point> points = Point.OF_THE_WAY;
    int rounds = times(6);
    try (Campaign c = new Campaign(folder, SEED).begin()) {
      c.attack(rounds * points.size(), (x, n) -> Kills.at(x, points.get(n % points.size())))
          .settle();
      kept(
          Row.of(
              "killed at a named point",
              "SIGKILL as each of %d methods is passed, from the fetch to the end of the batch"
                  .formatted(points.size()),
              rounds * points.size(),
              c.worst(),
              ""),
          c.worst());
    }
  }

  @Test
  @Order(2)
  void killed_at_any_moment() throws Exception {
    int times = times(60);
    try (Campaign c = new Campaign(folder, SEED + 1).begin()) {
      c.attack(times, Kills::anyMoment).settle();
      kept(Row.of("killed at any moment", "SIGKILL", times, c.worst(), ""), c.worst());
    }
  }

  @Test
  @Order(3)
  void killed_during_start() throws Exception {
    int times = times(30);
    try (Campaign c = new Campaign(folder, SEED + 2).begin()) {
      c.attack(times, Kills::duringStart).settle();
      kept(
          Row.of(
              "killed during its start",
              "SIGKILL within 2.5 s of the start, then started again",
              times,
              c.worst(),
              ""),
          c.worst());
    }
  }

  @Test
  @Order(4)
  void killed_while_the_broker_pages() throws Exception {
    int times = times(20);
    try (Campaign c = new Campaign(folder, SEED + 3)) {
      c.heap("160m");
      c.begin();
      c.world.pad(30_000); // longer ones lie in files of their own and fill no memory
      Path paging = c.subject.data().resolve("broker/paging");
      for (int i = 0; size(paging) == 0; i++) {
        assertThat(i).as("waves of files, and nothing is paged yet").isLessThan(60);
        for (int n = 0; n < 100; n++) {
          c.world.file();
        }
        await().atMost(Duration.ofMinutes(2)).until(c.world::isTakenIn);
      }
      c.world.pad(20_000);
      c.attack(times, Kills::anyMoment);
      long paged = size(paging);
      assertThat(paged).as("it still pages").isPositive();
      c.settle();
      kept(
          Row.of(
              "killed while the broker pages",
              "one subscriber away, its messages beyond the heap set aside; SIGKILL",
              times,
              c.worst(),
              ""),
          c.worst());
    }
  }

  private static long size(Path folder) {
    return Files.isDirectory(folder) ? FileUtils.sizeOfDirectory(folder.toFile()) : 0;
  }

  @Test
  @Order(5)
  void an_outside_broker_is_killed() throws Exception {
    int times = times(10);
    outside(
        SEED + 4,
        times,
        (broker, c) -> {
          broker.kill();
          news(c, 3);
          broker.start();
        },
        "an outside broker is killed",
        "SIGKILL of the broker's process, back after some seconds");
  }

  @Test
  @Order(6)
  void an_outside_broker_freezes() throws Exception {
    int times = times(10);
    outside(
        SEED + 5,
        times,
        (broker, c) -> {
          broker.freeze();
          news(c, 20);
          broker.thaw();
        },
        "an outside broker freezes",
        "SIGSTOP of the broker's process for 20 s");
  }

  @Test
  @Order(7)
  void an_outside_broker_is_away_for_long() throws Exception {
    int seconds = (int) Math.max(20, 600 * SHARE);
    outside(
        SEED + 6,
        1,
        (broker, c) -> {
          broker.kill();
          news(c, seconds);
          broker.start();
        },
        "an outside broker is away for " + seconds + " s",
        "its process is killed and started again so much later");
  }

  private interface Outage {
    void cause(BrokerProcess broker, Campaign campaign) throws Exception;
  }

  private void outside(long seed, int times, Outage outage, String fault, String how)
      throws Exception {
    try (Campaign c = new Campaign(folder, seed)) {
      Path data = Files.createDirectories(folder.resolve("outside"));
      try (BrokerProcess broker = new BrokerProcess(data, c.subject.brokerPort())) {
        broker.start();
        c.subject.outside(data);
        c.begin();
        AtomicInteger down = new AtomicInteger();
        c.attack(
            times,
            (x, n) -> {
              outage.cause(broker, x);
              down.addAndGet(x.subject.healthWasDown() ? 1 : 0);
              x.subject.ready();
            });
        c.settle();
        kept(
            Row.of(
                fault,
                how,
                times,
                c.worst(),
                "health DOWN in %d of %d".formatted(down.get(), times)),
            c.worst());
        assertThat(down.get()).as("health said so").isEqualTo(times);
      }
    }
  }

  /** News each second, and a look at health. */
  private static void news(Campaign c, int seconds) throws InterruptedException {
    for (int i = 0; i < seconds; i++) {
      if (i < 60) {
        c.world.step(); // more would fall out of the feeds' windows, were polling held up
      }
      c.subject.lookAtHealth();
      Thread.sleep(1_000);
    }
  }

  @Test
  @Order(8)
  void the_database_is_locked() throws Exception {
    int times = times(10);
    try (Campaign c = new Campaign(folder, SEED + 7).begin()) {
      c.attack(
          times,
          (x, n) -> {
            String url = "jdbc:sqlite:" + x.subject.data().resolve("dateline.db");
            try (Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
              statement.execute("PRAGMA busy_timeout=20000");
              statement.execute("BEGIN IMMEDIATE");
              news(x, 15);
              statement.execute("ROLLBACK");
            }
          });
      c.settle();
      kept(
          Row.of(
              "the database is locked",
              "another process holds SQLite's write lock for 15 s",
              times,
              c.worst(),
              ""),
          c.worst());
    }
  }

  @Test
  @Order(9)
  void the_process_freezes() throws Exception {
    int times = times(10);
    try (Campaign c = new Campaign(folder, SEED + 8).begin()) {
      c.attack(
          times,
          (x, n) -> {
            x.subject.freeze();
            Thread.sleep(15_000);
            x.subject.thaw();
          });
      c.settle();
      kept(Row.of("the process freezes", "SIGSTOP for 15 s", times, c.worst(), ""), c.worst());
    }
  }

  @Test
  @Order(10)
  void the_clock_jumps() throws Exception {
    int times = times(10);
    Path library = Clocks.library().orElse(null);
    assumeThat(library).as("libfaketime (Debian: faketime)").isNotNull();
    try (Campaign c = new Campaign(folder, SEED + 9)) {
      Path offset = Clocks.set(folder.resolve("offset"), "+0");
      Clocks.use(c.subject, library, offset);
      c.begin();
      c.attack(
          times,
          (x, n) -> {
            Clocks.set(offset, n % 2 == 1 ? "-3600" : "+3600");
            news(x, 6);
            Clocks.set(offset, "+0");
          });
      c.settle();
      kept(
          Row.of(
              "the clock jumps",
              "an hour back or forth and back again, while it runs (libfaketime); embargoes are not"
                  + " counted: released by a clock that is wrong",
              times,
              c.worst().withoutEarly(),
              ""),
          c.worst().withoutEarly());
    }
  }

  @Test
  @Order(11)
  void the_disk_fills() throws Exception {
    int times = times(20);
    try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), 420);
        Campaign c = new Campaign(disk.folder(), folder, SEED + 10, 0).begin()) {
      c.attack(
          times,
          (x, n) -> {
            disk.fill(150 << 20);
            news(x, 8);
            disk.empty();
            news(x, 3);
            disk.fill(0);
            news(x, 10);
            disk.empty();
            news(x, 5);
            if (n % 2 == 0) {
              x.subject.kill();
              x.subject.start();
            }
            x.subject.ready();
          });
      c.settle();
      kept(
          Row.of(
              "the disk fills",
              "a disk of 420 MB to 150 MB free, freed, to the last byte, freed; every second time"
                  + " killed afterwards",
              times,
              c.worst(),
              c.subject.says("disk") + " lines on the disk"),
          c.worst());
    }
  }

  @Test
  @Order(12)
  void a_subscriber_comes_and_goes() throws Exception {
    int times = times(20);
    try (Campaign c = new Campaign(folder, SEED + 11).begin()) {
      c.attack(
          times,
          (x, n) -> {
            x.live().disconnect();
            news(x, 2);
            x.live().begin();
            x.wait(1_000);
          });
      c.settle();
      kept(
          Row.of(
              "a subscriber comes and goes",
              "its connection is cut in the middle of a transaction, back after 2 s",
              times,
              c.worst(),
              ""),
          c.worst());
    }
  }

  @Test
  @Order(13)
  void a_subscriber_is_away_beyond_its_limit() throws Exception {
    List<Point> points = Point.OF_THE_LIMITS;
    int rounds = times(5);
    try (Campaign c = new Campaign(folder, SEED + 12)) {
      c.subject.set("dateline.subscriptions.keep", "20s");
      c.begin();
      news(c, 65); // who left less than a minute ago counts as there
      c.attack(rounds * points.size(), (x, n) -> Kills.at(x, points.get(n % points.size())));
      c.subject.kill();
      c.subject.startDoomed(Point.TOLD, 1);
      c.absent().begin();
      assertThat(c.subject.awaitEnd(Duration.ofSeconds(60))).as("a gap was told").isTrue();
      c.absent().disconnect();
      c.subject.start();
      c.settle();

      Map<String, Long> told = new HashMap<>(); // one that is told again may have grown
      c.absent()
          .gaps()
          .forEach(g -> told.merge(g.path("uri").asText(), g.path("count").asLong(), Math::max));
      long gone = told.values().stream().mapToLong(Long::longValue).sum();
      Verdict there = c.ofLive();
      kept(
          Row.of(
              "a subscriber is away beyond its limit",
              "what is older than 20 s is dropped for it; SIGKILL amid the dropping, and as it"
                  + " returns",
              rounds * points.size() + 1,
              there,
              "gap messages tell of %d; with the %d that it was given %d of %d"
                  .formatted(
                      gone,
                      c.ofAbsent().arrived(),
                      gone + c.ofAbsent().arrived(),
                      there.arrived())),
          there);
      assertThat(gone).isPositive();
      assertThat(gone + c.ofAbsent().arrived()).isEqualTo(there.arrived());
      assertThat(c.ofAbsent().doubled()).isEmpty();
      assertThat(c.ofAbsent().early()).isEmpty();
      assertThat(c.ofAbsent().disorder()).isEmpty();
    }
  }

  @Test
  @Order(14)
  void the_broker_loses_its_files() throws Exception {
    int times = times(10);
    try (Campaign c = new Campaign(folder, SEED + 13).begin()) {
      c.attack(
          times,
          (x, n) -> {
            x.quiet();
            x.subject.kill();
            Path broker = x.subject.data().resolve("broker");
            FileUtils.deleteDirectory((n % 2 == 1 ? broker.resolve("journal") : broker).toFile());
            x.subject.start();
            x.subject.ready();
          });
      c.settle();
      kept(
          Row.of(
              "the broker loses its files",
              "killed, then by turns its journal or its whole folder removed, with all that waits"
                  + " for who is away and the subscriptions themselves",
              times,
              c.worst(),
              c.subject.says("is made again") + " subscriptions made again, all sent again"),
          c.worst());
    }
  }

  @Test
  @Order(15)
  void the_database_is_lost() throws Exception {
    int times = times(10);
    try (Campaign c = new Campaign(folder, SEED + 14)) {
      c.subject.set("dateline.store.rebuild", "true");
      c.begin();
      c.attack(
          times,
          (x, n) -> {
            x.breathe();
            x.quiet();
            x.subject.kill();
            for (String end : List.of("", "-wal", "-shm")) {
              Files.deleteIfExists(x.subject.data().resolve("dateline.db" + end));
            }
            x.subject.start();
            x.subject.ready();
          });
      c.settle();
      kept(
          Row.of(
              "the database is lost",
              "killed, its files removed, started with dateline.store.rebuild=true; one subscriber"
                  + " has read nothing yet",
              times,
              c.worst(),
              c.subject.says("taken over from the broker") + " times made anew"),
          c.worst());
    }
  }
}
