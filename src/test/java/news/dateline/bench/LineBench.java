package news.dateline.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import news.dateline.app.Application;
import news.dateline.app.Control;
import news.dateline.app.Home;
import news.dateline.app.Settings;
import news.dateline.app.SettingsReader;
import news.dateline.config.Problems;
import news.dateline.testing.FeedServer;
import news.dateline.testing.Feeds;
import news.dateline.testing.TestHome;

/**
 * Articles a second through the whole line, every stage on, beside the naive Camel line, both warm,
 * in turn in one run. Arguments: feeds, items a feed, rounds, and the peer: cached connections, as
 * shipped, or alone (100 50 12 cached). Each round every item of every feed is new. Command:
 * docs/performance.md.
 */
public final class LineBench {
  private LineBench() {}

  public static void main(String[] args) throws Exception {
    int feeds = args.length > 0 ? Integer.parseInt(args[0]) : 100;
    int items = args.length > 1 ? Integer.parseInt(args[1]) : 50;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 12;
    String peerKind = args.length < 4 ? "cached" : args[3]; // cached, shipped or alone
    boolean peer = !peerKind.equals("alone");
    Path folder = Files.createTempDirectory("dateline-bench");
    AtomicInteger round = new AtomicInteger();
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    try (FeedServer server = new FeedServer()) {
      List<String> urls = new ArrayList<>();
      TestHome files = new TestHome(folder.resolve("home"));
      byte[][] pages = new byte[feeds][];
      for (int f = 0; f < feeds; f++) {
        int n = f;
        server.put("/f" + f, () -> pages[n]);
        urls.add(server.url("/f" + f));
        files.feed("f" + f, server.url("/f" + f), "12h");
      }
      make(pages, items, 0);
      System.out.printf("%d feeds of %d items, %d bytes a feed%n", feeds, items, pages[0].length);
      Home home = Home.of(Path.of("."), files.config().toString(), files.data().toString());
      Settings settings =
          SettingsReader.read(
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
                  System.getProperty("workers", "16")),
              new Problems());
      try (Application app = new Application(home, settings, Clock.systemUTC());
          NaiveLine naive =
              peer ? new NaiveLine(folder.resolve("naive"), peerKind.equals("cached")) : null) {
        app.start();
        long expected = (long) feeds * items;
        waitFor(app, expected);
        for (int r = 1; r <= rounds; r++) {
          round.set(r);
          make(pages, items, r);
          long begin = System.nanoTime();
          for (int f = 0; f < feeds; f++) {
            app.control().poll("f" + f);
          }
          expected += (long) feeds * items;
          waitFor(app, expected);
          ours.add(feeds * items / ((System.nanoTime() - begin) / 1e9));
          if (naive != null) {
            begin = System.nanoTime();
            naive.round(urls);
            theirs.add(feeds * items / ((System.nanoTime() - begin) / 1e9));
            if (naive.count() != (long) feeds * items) {
              throw new IllegalStateException("the peer lost items: " + naive.count());
            }
            naive.drain();
          }
          System.out.printf(
              "round %2d: %6.0f articles/s%s%n",
              r,
              ours.get(r - 1),
              naive == null ? "" : String.format(", naive %5.0f", theirs.get(r - 1)));
        }
        Control.Status status = app.control().status();
        System.out.printf(
            "received %d = published %d + unchanged %d + rejected %d%n",
            status.received(), status.published(), status.unchanged(), status.rejected());
      }
      double mine = median(ours);
      System.out.printf("median of the second half: %.0f articles/s", mine);
      System.out.println(
          peer
              ? String.format(", naive %.0f, ratio %.1f", median(theirs), mine / median(theirs))
              : "");
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
      }
    }
    System.exit(0);
  }

  private static void make(byte[][] pages, int items, int round) {
    for (int f = 0; f < pages.length; f++) {
      pages[f] = Feeds.rss("feed-" + f, round * items, (round + 1) * items, 30, 0);
    }
  }

  /** Until so many articles are on the broker; events and buried items do not count. */
  private static void waitFor(Application app, long published) throws InterruptedException {
    for (int i = 0; i < 60_000; i++) {
      if (app.sentArticles() >= published) {
        return;
      }
      Thread.sleep(5);
    }
    throw new IllegalStateException("not published in time: " + app.control().status());
  }

  private static double median(List<Double> rates) {
    List<Double> half = rates.subList(rates.size() / 2, rates.size()).stream().sorted().toList();
    return half.get(half.size() / 2);
  }
}
