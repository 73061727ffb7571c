package news.dateline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import news.dateline.app.Application;
import news.dateline.app.Control;
import news.dateline.app.Home;
import news.dateline.app.Settings;
import news.dateline.app.SettingsReader;
import news.dateline.config.Problems;
import news.dateline.model.Cursor;
import news.dateline.model.Feed;
import news.dateline.model.Memo;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.Visit;
import news.dateline.sources.PollPlanner;
import news.dateline.sources.PollSettings;
import news.dateline.store.Store;
import news.dateline.store.StoreSettings;
import news.dateline.testing.TestHome;

/**
 * How many sources one process can ask: the real application with all its routes, store and broker,
 * and fifty thousand sources on five thousand hosts of loopback, each with thirty visits behind it,
 * most answering 304. Three processes: the server ({@link PollLoadServer}), the application, and
 * the application with a sixteenth of the sources: the difference in heap is theirs, and not that
 * of buffers and connections.
 *
 * <p>Prints polls a second, counted at the server (a source is not asked again before its state is
 * committed, so at most the workers' polls are not in the store yet), processor time of both sides,
 * heap a source, and how hosts were treated. Arguments: sources, seconds measured, seconds between
 * two polls of a source (50000 60 25). Stops by itself. Command: docs/performance.md.
 */
public final class PollLoad {
  private static final int SOURCES_PER_HOST = 10;

  /** So many sources sit on one host, far more than its pace allows. */
  private static final int CROWD = 500;

  private static final int INTERVAL_MILLIS = 1000;
  private static final int CONCURRENT = 2;
  private static final int FILES = 50;

  /** One source in so many is there in the run whose heap is taken off. */
  private static final int FEW = 16;

  /** What is hot is compiled after about a round of polls; a busy machine may not get that far. */
  private static final int WARM_UP_SECONDS = 120;

  private PollLoad() {}

  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals("run")) {
      run(
          Integer.parseInt(args[1]),
          Integer.parseInt(args[2]),
          Integer.parseInt(args[3]),
          Integer.parseInt(args[4]),
          Long.parseLong(args[5]));
      System.exit(0);
    }
    int sources = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    int every = args.length > 2 ? Integer.parseInt(args[2]) : 25;
    Process server = java(List.of(), PollLoadServer.class, String.valueOf(INTERVAL_MILLIS));
    try (BufferedReader figures = server.inputReader()) {
      String port = figures.readLine();
      String pid = String.valueOf(server.pid());
      long with = application(sources, seconds, every, port, pid);
      String[] seen = ask(server, figures);
      System.out.printf(
          "server: %s requests: %s x 304, %s x 200, %s x 500; %s hosts%n",
          seen[0], seen[1], seen[2], seen[3], seen[4]);
      System.out.printf(
          "pacing at the server: closest starts on one host %s ms apart (at least %d), %s too early;"
              + " at most %s requests at a time (at most %d)%n",
          seen[5], INTERVAL_MILLIS, seen[6], seen[7], CONCURRENT);
      int few = sources / FEW;
      System.out.printf("%nfor comparison of the heap alone:%n");
      long without = application(few, 5, every, port, pid);
      System.out.printf(
          Locale.ROOT,
          "heap: %.1f MB with %d sources, %.1f MB with %d: %.0f bytes a source%n",
          with / 1e6,
          sources,
          without / 1e6,
          few,
          (with - without) / (double) (sources - few));
    } finally {
      server.destroy();
    }
  }

  private static String[] ask(Process server, BufferedReader figures) throws IOException {
    server.getOutputStream().write('\n');
    server.getOutputStream().flush();
    return figures.readLine().split(" ");
  }

  private static Process java(List<String> flags, Class<?> main, String... args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Bytes of heap at the end; passes on what it prints. */
  private static long application(int sources, int seconds, int every, String port, String pid)
      throws Exception {
    Process run =
        java(
            ManagementFactory.getRuntimeMXBean().getInputArguments(),
            PollLoad.class,
            "run",
            String.valueOf(sources),
            String.valueOf(seconds),
            String.valueOf(every),
            port,
            pid);
    long heap = 0;
    try (BufferedReader out = run.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("heap ")) {
          heap = Long.parseLong(line.substring(5));
        } else {
          System.out.println(line);
        }
      }
    } finally {
      run.destroy();
    }
    return heap;
  }

  private static void run(int sources, int seconds, int every, int port, long serverPid)
      throws Exception {
    Path folder = Files.createTempDirectory("dateline-load");
    try {
      TestHome files = new TestHome(folder.resolve("home"));
      prepare(files, sources(sources, every, port), every);
      long begin = System.nanoTime();
      Home home = Home.of(Path.of("."), files.config().toString(), files.data().toString());
      try (Application app = new Application(home, settings(home), Clock.systemUTC())) {
        app.start();
        System.out.printf(
            Locale.ROOT,
            "%d sources ready in %.1f s%n",
            sources,
            (System.nanoTime() - begin) / 1e9);
        warmUp(app, sources);
        measure(app, seconds, serverPid);
        rest();
        System.out.println("heap " + heap());
      }
    } finally {
      try (Stream<Path> paths = Files.walk(folder)) {
        paths.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
      }
    }
  }

  private static Settings settings(Home home) {
    return SettingsReader.read(
        home,
        Map.of(),
        Map.of(
            "dateline.http.port",
            "0",
            "dateline.broker.port",
            "0",
            "dateline.store.durability",
            System.getProperty("durability", "power"),
            "dateline.poll.workers",
            System.getProperty("workers", "64"),
            "dateline.fetch.internal.concurrent",
            String.valueOf(CONCURRENT),
            "dateline.fetch.internal.interval",
            INTERVAL_MILLIS + "ms"),
        new Problems());
  }

  private static List<Source> sources(int count, int every, int port) {
    List<Source> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int host = i < CROWD ? 0 : i / SOURCES_PER_HOST;
      String address =
          "127." + (10 + host / 62_500) + "." + host / 250 % 250 + "." + (1 + host % 250);
      all.add(
          Source.builder("load-" + i, "Newsroom " + i)
              .feed(URI.create("http://" + address + ":" + port + "/load-" + i))
              .atLeastEvery(Duration.ofSeconds(every))
              .internal(true)
              .build());
    }
    return all;
  }

  private static void prepare(TestHome files, List<Source> all, int every) throws IOException {
    declare(files, all, every);
    Files.createDirectories(files.data());
    remember(files, all, every);
  }

  private static void declare(TestHome files, List<Source> all, int every) {
    int each = Math.max(1, (all.size() + FILES - 1) / FILES);
    for (int from = 0; from < all.size(); from += each) {
      StringBuilder yaml = new StringBuilder();
      for (Source s : all.subList(from, Math.min(all.size(), from + each))) {
        yaml.append("- id: ").append(s.id()).append("\n  name: ").append(s.name());
        yaml.append("\n  feed: ").append(s.feed().orElseThrow()).append("\n  internal: true");
        yaml.append("\n  at-least-every: ").append(every).append("s\n");
      }
      files.source("load-" + from, yaml.toString());
    }
  }

  /** As if each had been asked for hours, and now all are due within one round. */
  private static void remember(TestHome files, List<Source> all, int every) {
    PollPlanner planner = new PollPlanner(PollSettings.DEFAULT, 5);
    Instant now = Instant.now();
    StoreSettings fast = StoreSettings.of("", files.data()).with(StoreSettings.Durability.PROCESS);
    try (Store store = Store.open(fast, Clock.systemUTC())) {
      for (int i = 0; i < all.size(); i++) {
        SourceState state = visited(planner, all.get(i), now);
        // the broker and the routes take a few seconds to open
        Instant due = now.plusSeconds(20).plusMillis(every * 1000L * i / all.size());
        store.saveState(dueAt(state, due));
      }
    }
  }

  /** Thirty visits, every third of which brought something. */
  private static SourceState visited(PollPlanner planner, Source source, Instant now) {
    SourceState state = planner.first(source, now);
    for (int v = 30; v > 0; v--) {
      Instant at = now.minusSeconds(600L * v);
      boolean news = v % 3 == 0;
      // each document under a tag of its own; the last one is that of the server's first
      int version = 2 - (v + 2) / 3;
      Visit visit =
          new Visit(
              at,
              Duration.ofMillis(80),
              OptionalInt.of(news ? 200 : 304),
              0,
              new Cursor(
                  Optional.of("\"v" + version + "\""),
                  Optional.empty(),
                  Optional.of("0".repeat(64))),
              Optional.empty(),
              "",
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      state =
          (news
                  ? planner.afterDocument(
                      source, state, visit, Feed.of("rss-2.0"), 1, 1, 0, 0, List.of(at), at)
                  : planner.afterUnchanged(source, state, visit, at))
              .state();
    }
    return state;
  }

  private static SourceState dueAt(SourceState s, Instant due) {
    return new SourceState(
        s.source(),
        s.health(),
        s.reason(),
        s.detail(),
        s.since(),
        s.cursor(),
        s.lastPoll(),
        s.lastItem(),
        Optional.of(due),
        s.nextWhy(),
        s.failures(),
        s.received(),
        s.published(),
        s.unchanged(),
        s.rejected(),
        s.visits(),
        s.rhythm(),
        Memo.NONE);
  }

  private static void warmUp(Application app, int polls) throws InterruptedException {
    long done = 0;
    for (int second = 0; second < WARM_UP_SECONDS && done < polls; second += 5) {
      Instant from = Instant.now();
      Thread.sleep(5000);
      done += polled(app, from, Duration.ofSeconds(5));
    }
    System.out.printf("warm after %d polls%n", done);
  }

  private static void measure(Application app, int seconds, long serverPid) throws Exception {
    Instant from = Instant.now();
    long began = System.nanoTime();
    long mine = cpu(ProcessHandle.current().pid());
    long theirs = cpu(serverPid);
    Control.Status before = app.control().status();
    long[] rates = new long[seconds / 5];
    for (int i = 0; i < rates.length; i++) {
      Thread.sleep(5000);
      rates[i] = polled(app, from, Duration.ofSeconds(5));
      from = Instant.now();
    }
    double took = (System.nanoTime() - began) / 1e9;
    Control.Status after = app.control().status();
    long polls = Arrays.stream(rates).sum();
    System.out.printf(
        Locale.ROOT,
        "%.0f polls/s committed over %.0f s (5 s slices: %s to %s)%n",
        polls / took,
        took,
        Arrays.stream(rates).min().orElse(0) / 5,
        Arrays.stream(rates).max().orElse(0) / 5);
    System.out.printf(
        Locale.ROOT,
        "processor: application %.2f cores, server %.2f cores, of %d%n",
        (cpu(ProcessHandle.current().pid()) - mine) / 1e9 / took,
        (cpu(serverPid) - theirs) / 1e9 / took,
        Runtime.getRuntime().availableProcessors());
    System.out.printf(
        "meanwhile %d articles published, %d items received%n",
        after.published() - before.published(), after.received() - before.received());
  }

  /**
   * Sources whose committed state has a visit since then: no source is due twice in so short a
   * time.
   */
  private static long polled(Application app, Instant since, Duration atMost) {
    Instant end = since.plus(atMost.multipliedBy(2));
    return app.control().sources().stream()
        .flatMap(s -> s.state().lastPoll().stream())
        .filter(at -> !at.isBefore(since) && at.isBefore(end))
        .count();
  }

  private static long cpu(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(p -> p.info().totalCpuDuration())
        .map(Duration::toNanos)
        .orElse(0L);
  }

  /** No source is asked any more, and idle connections have been closed with their buffers. */
  private static void rest() throws Exception {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    var polling =
        beans.queryNames(
            new ObjectName("org.apache.camel:type=routes,name=\"sources.poll\",*"), null);
    if (polling.size() != 1) {
      throw new IllegalStateException("the route that polls is not to be found: " + polling);
    }
    beans.invoke(polling.iterator().next(), "stop", new Object[0], new String[0]);
    Thread.sleep(100_000);
  }

  private static long heap() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(500);
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }
}
