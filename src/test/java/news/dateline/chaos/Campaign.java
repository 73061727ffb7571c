package news.dateline.chaos;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import news.dateline.testing.TestHome;

/**
 * One world, one process and two subscribers, attacked again and again: one subscriber takes all
 * the time, the other is away from its first moment to the end. At the end all must have arrived at
 * both.
 */
final class Campaign implements AutoCloseable {
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(120);
  private static final Duration PEACE = Duration.ofSeconds(30);
  private static final long QUIET_MILLIS = 3_000;

  final TestHome files;
  final Subject subject;
  final World world;
  final Random random;
  private final Taker absent;
  private final Taker live;
  private final List<Verdict> verdicts = new ArrayList<>();

  /** What is done to the process, once. */
  interface Attack {
    void once(Campaign campaign, int number) throws Exception;
  }

  Campaign(Path root, long seed) {
    this(root, root, seed, 0);
  }

  /**
   * @param root where configuration and data lie
   * @param outside where the folder source lies: not on a disk that is filled
   * @param pauseMillis how long the live subscriber rests after each message
   */
  Campaign(Path root, Path outside, long seed, long pauseMillis) {
    files = new TestHome(root);
    subject = new Subject(outside, files);
    world = new World(outside, files, subject, seed);
    random = new Random(seed);
    absent = new Taker(subject, "absent", 0);
    live = new Taker(subject, "live", pauseMillis);
  }

  void heap(String size) {
    subject.heap(size);
  }

  /** Starts the process and both subscriptions. */
  Campaign begin() throws Exception {
    subject.start();
    subject.ready();
    absent.subscribe();
    live.subscribe();
    live.begin();
    return this;
  }

  /** Attacks so many times, with news before and after, and a moment of peace in between. */
  Campaign attack(int times, Attack attack) throws Exception {
    for (int n = 1; n <= times; n++) {
      world.step();
      attack.once(this, n);
      breathe();
      world.step();
    }
    return this;
  }

  /**
   * Waits until every feed has been read, half a minute at most: were it killed without end before
   * it has read anything, items would fall out of the feeds' windows, which is no fault of anybody.
   */
  void breathe() throws InterruptedException {
    Instant now = Instant.now();
    long end = System.nanoTime() + PEACE.toNanos();
    while (subject.readFeeds(now) < World.FEEDS && System.nanoTime() < end) {
      Thread.sleep(200);
    }
  }

  /** Waits until all has left and the live subscriber has taken what there is. */
  void quiet() throws InterruptedException {
    allLeft();
    live.awaitQuiet(QUIET_MILLIS);
  }

  private void allLeft() {
    await()
        .atMost(SETTLED_WITHIN)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                world.isTakenIn()
                    && subject.status().path("outboxPending").asLong(-1) == 0
                    && subject.status().path("outboxHeld").asLong(-1) == 0);
  }

  /** Waits until all is taken in and has left, then drains both subscribers. */
  Campaign settle() throws Exception {
    subject.ready();
    world.step();
    allLeft();
    Thread.sleep(2_500); // the last polls of feeds that grew with the last step
    live.drain(QUIET_MILLIS);
    absent.begin().drain(QUIET_MILLIS);
    verdicts.add(Verdict.of(world.offers(), live.taken()));
    verdicts.add(Verdict.of(world.offers(), absent.taken()));
    if (!ofLive().isKept()) {
      evidence();
    }
    return this;
  }

  /** Keeps what tells why: the log, and what the sources say of themselves. */
  private void evidence() throws IOException {
    Path kept = Files.createDirectories(Path.of("target/chaos/" + System.currentTimeMillis()));
    Files.copy(subject.log(), kept.resolve("run.log"));
    for (String what : List.of("sources", "status", "rejected")) {
      Files.writeString(kept.resolve(what + ".json"), subject.get("/api/" + what).toPrettyString());
    }
    System.out.println("not kept; what tells why lies in " + kept);
  }

  Verdict ofLive() {
    return verdicts.get(0);
  }

  Verdict ofAbsent() {
    return verdicts.get(1);
  }

  Taker live() {
    return live;
  }

  Taker absent() {
    return absent;
  }

  /** The worse of both. */
  Verdict worst() {
    return ofLive().isKept() ? ofAbsent() : ofLive();
  }

  /** Pauses for less than the time given. */
  void wait(int mostMillis) throws InterruptedException {
    Thread.sleep(random.nextInt(mostMillis));
  }

  @Override
  public void close() throws Exception {
    live.close();
    absent.close();
    subject.close();
    world.close();
  }
}
