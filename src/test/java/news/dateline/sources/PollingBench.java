package news.dateline.sources;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import news.dateline.model.Cursor;
import news.dateline.model.Feed;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.SourceState.Health;
import news.dateline.model.Visit;

/**
 * Replays items as they were really published through polling policies: how many polls a day they
 * cost, how long after its publication an item is found, and whether one was lost because more came
 * than a feed of {@value #WINDOW} items holds.
 *
 * <p>Run: {@code java ... PollingBench FILE.tsv.gz [first day, yyyy-mm-dd]}; columns source,
 * pubDate, collectedAt. With a first day only what happens from then on is counted; what lies
 * before is learnt from.
 */
final class PollingBench {
  static final int WINDOW = 30;
  private static final int FEWEST_ITEMS = 500;

  private PollingBench() {}

  /** Prints one line a policy. */
  public static void main(String[] args) {
    Map<String, double[]> series = read(Path.of(args[0]));
    double from = args.length > 1 ? Instant.parse(args[1] + "T00:00:00Z").getEpochSecond() : 0;
    System.out.printf("%d sources%n", series.size());
    System.out.printf(
        "%-28s %9s %6s %9s %9s %9s %5s %7s%n",
        "policy", "polls/day", "news%", "median", "mean", "p90 min", "lost", "silent");
    policies().forEach((name, policy) -> print(name, run(series, policy, from)));
    for (double items : new double[] {0.4, 0.45, 0.46, 0.47, 0.5, 0.6}) {
      print("ours, " + items + " items a poll", run(series, () -> new Ours(items), from));
    }
  }

  private static void print(String name, Outcome o) {
    System.out.printf(
        Locale.ROOT,
        "%-28s %9.1f %6.1f %9.2f %9.2f %9.2f %5d %7d%n",
        name,
        o.pollsADay,
        o.newsShare * 100,
        o.median,
        o.mean,
        o.p90,
        o.lost,
        o.silences);
  }

  /** The policies of others, as their sources have them. */
  static Map<String, java.util.function.Supplier<Policy>> policies() {
    Map<String, java.util.function.Supplier<Policy>> out = new LinkedHashMap<>();
    for (int minutes : new int[] {5, 15, 60}) {
      out.put("fixed " + minutes + " min", () -> (t, window, count, news) -> minutes * 60);
    }
    out.put("CommaFeed empirical", () -> PollingBench::commaFeed);
    out.put("miniflux entry_frequency", Miniflux::new);
    out.put("Media Cloud", MediaCloud::new);
    return out;
  }

  /** Seconds until the next poll, after one at {@code t} that found so many new items. */
  interface Policy {
    double next(double t, double[] window, int count, int news);

    /** How often it called the source silent. */
    default int silences() {
      return 0;
    }
  }

  record Outcome(
      double pollsADay,
      double newsShare,
      double median,
      double mean,
      double p90,
      int lost,
      int silences) {}

  /** One policy on all series. */
  static Outcome run(
      Map<String, double[]> series, java.util.function.Supplier<Policy> policy, double from) {
    double perDay = 0;
    long polls = 0;
    long hits = 0;
    int lost = 0;
    int silences = 0;
    double[] latencies = new double[series.values().stream().mapToInt(v -> v.length).sum()];
    int found = 0;
    for (double[] v : series.values()) {
      Policy p = policy.get();
      double begin = Math.max(from, v[0]);
      double end = v[v.length - 1];
      int mine = 0;
      int seen = after(v, v[0]);
      double t = v[0] + 3600;
      while (t < end) {
        int i = after(v, t);
        int news = i - seen;
        if (t >= begin) {
          mine++;
          hits += news > 0 ? 1 : 0;
          lost += Math.max(0, news - WINDOW);
          for (int k = Math.max(seen, i - WINDOW); k < i; k++) {
            latencies[found++] = t - v[k];
          }
        }
        seen = i;
        t +=
            p.next(t, Arrays.copyOfRange(v, Math.max(0, i - WINDOW), i), Math.min(i, WINDOW), news);
      }
      perDay += mine / ((end - begin) / 86400);
      polls += mine;
      silences += p.silences();
    }
    Arrays.sort(latencies, 0, found);
    return new Outcome(
        perDay / series.size(),
        (double) hits / polls,
        latencies[found / 2] / 60,
        Arrays.stream(latencies, 0, found).average().orElse(0) / 60,
        latencies[(int) (0.9 * found)] / 60,
        lost,
        silences);
  }

  private static int after(double[] v, double t) {
    int i = Arrays.binarySearch(v, t);
    if (i < 0) {
      return -i - 1;
    }
    while (i < v.length && v[i] <= t) {
      i++;
    }
    return i;
  }

  private static double commaFeed(double t, double[] window, int count, int news) {
    if (count < 2) {
      return 4 * 3600;
    }
    double days = (t - window[count - 1]) / 86400;
    if (days >= 7) {
      return days >= 30 ? 4 * 3600 : days >= 14 ? 2 * 3600 : 3600;
    }
    double gap = (window[count - 1] - window[0]) / (count - 1);
    return Math.min(Math.max(gap / 2, 300), 3600);
  }

  /** The rate of the last week. */
  private static final class Miniflux implements Policy {
    private final List<double[]> history = new ArrayList<>();

    @Override
    public double next(double t, double[] window, int count, int news) {
      history.add(new double[] {t, news});
      history.removeIf(h -> h[0] <= t - 7 * 86400);
      double week = Math.max(1, history.stream().mapToDouble(h -> h[1]).sum());
      double span = Math.min(7 * 86400, Math.max(t - history.get(0)[0], 3600));
      return Math.min(Math.max(span / week, 300), 86400);
    }
  }

  /** Longer by ten minutes when most is known already, shorter by an hour when little is. */
  private static final class MediaCloud implements Policy {
    private double minutes = 360;

    @Override
    public double next(double t, double[] window, int count, int news) {
      double known = news <= count ? 100.0 * (count - news) / Math.max(count, 1) : 0;
      if (known >= 67) {
        minutes = Math.min(minutes + 10, 1440);
      } else if (known < 33) {
        minutes = minutes > 360 ? 360 : Math.max(minutes - 60, 10);
      }
      return minutes * 60;
    }
  }

  /** The real planner, told what a real visit would tell it. */
  static final class Ours implements Policy {
    private final Source source = Source.ofFeed("s", "S", URI.create("https://example.org/"));
    private final PollPlanner planner;
    private SourceState state = SourceState.unseen("s", Instant.EPOCH);
    private int silences;

    Ours(double itemsPerPoll) {
      PollSettings d = PollSettings.DEFAULT;
      planner =
          new PollPlanner(
              new PollSettings(
                  d.shortest(),
                  d.longest(),
                  d.longestFloor(),
                  d.longestRetryAfter(),
                  itemsPerPoll,
                  d.fullEvery(),
                  d.quietAfter(),
                  d.silentItems(),
                  d.silentAtLeast(),
                  d.startSpacing()),
              7);
    }

    @Override
    public double next(double t, double[] window, int count, int news) {
      Instant now = Instant.ofEpochMilli((long) (t * 1000));
      Visit visit =
          new Visit(
              now,
              Duration.ZERO,
              OptionalInt.of(200),
              0,
              Cursor.START,
              Optional.empty(),
              "",
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      Planned planned =
          news == 0
              ? planner.afterUnchanged(source, state, visit, now)
              : planner.afterDocument(
                  source,
                  state,
                  visit,
                  Feed.of("rss-2.0"),
                  count,
                  news,
                  count - news,
                  0,
                  Optional.of(now),
                  now);
      state = planned.state();
      if (planned.event().filter(e -> e.to() == Health.SILENT).isPresent()) {
        silences++;
      }
      return Duration.between(now, state.nextPoll().orElseThrow()).toMillis() / 1000.0;
    }

    @Override
    public int silences() {
      return silences;
    }
  }

  /** Publication times in seconds by source, of those with enough items. */
  static Map<String, double[]> read(Path file) {
    Map<String, List<Double>> times = new TreeMap<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      in.readLine();
      String line;
      while ((line = in.readLine()) != null) {
        String[] f = line.split("\t");
        try {
          double published = Instant.parse(f[1]).toEpochMilli() / 1000.0;
          double collected = Instant.parse(f[2]).toEpochMilli() / 1000.0;
          // a date in the future is taken as now; old items found late say nothing about rhythm
          if (collected - published < 48 * 3600) {
            times.computeIfAbsent(f[0], k -> new ArrayList<>()).add(Math.min(published, collected));
          }
        } catch (DateTimeException e) {
          // an item without a usable date
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, double[]> out = new TreeMap<>();
    times.forEach(
        (source, list) -> {
          if (list.size() >= FEWEST_ITEMS) {
            out.put(source, list.stream().mapToDouble(Double::doubleValue).sorted().toArray());
          }
        });
    return out;
  }
}
