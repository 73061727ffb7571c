package news.dateline.sources;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import news.dateline.model.Cursor;
import news.dateline.model.Feed;
import news.dateline.model.Schedule;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.SourceState.Health;
import news.dateline.model.Visit;
import news.dateline.model.WebLinks;
import news.dateline.sources.PollingPeers.Policy;
import news.dateline.sources.PollingReplay.Outcome;
import news.dateline.sources.PollingReplay.Trace;

/**
 * The real planner beside the policies of others on items as they were really published: how many
 * polls a day they cost, how long after its publication an item is found, and whether one was lost
 * because more came than a feed of {@value PollingReplay#WINDOW} items holds. Then planner and
 * CommaFeed in parts of the file: weeks, halves of the sources, sources drawn at random.
 *
 * <p>Run: {@code java ... PollingBench FILE.tsv.gz}; form of the file: {@link PollingReplay#read}.
 */
final class PollingBench {
  private static final double DAY = 86400;
  private static final int DRAWS = 400;

  private PollingBench() {}

  public static void main(String[] args) {
    Map<String, double[]> series = PollingReplay.read(Path.of(args[0]));
    System.out.printf(
        "%d sources, %d items%n",
        series.size(), series.values().stream().mapToInt(v -> v.length).sum());
    System.out.printf(
        "%-28s %9s %6s %9s %9s %9s %5s %7s%n",
        "policy", "polls/day", "news%", "median", "mean", "p90 min", "lost", "silent");
    PollingPeers.all()
        .forEach((name, policy) -> print(name, PollingReplay.run(series.values(), policy)));
    for (double items : new double[] {0.4, 0.45, 0.5, 0.55, 0.6}) {
      print("ours, " + items + " items a poll", ours(series, items, Schedule.UNSAID));
    }
    double items = PollSettings.DEFAULT.itemsPerPoll();
    for (int minutes : new int[] {60, 61}) {
      Schedule ttl = Schedule.every(Duration.ofMinutes(minutes));
      print("ours, all say ttl " + minutes, ours(series, items, ttl));
    }
    Comparison c = compare(series);
    System.out.printf("%nours / CommaFeed: polls, median, p90 in per cent%n");
    c.parts().forEach((name, r) -> System.out.printf("%-28s %s%n", name, r));
    System.out.println(c.drawn(DRAWS));
  }

  private static List<Trace> ours(Map<String, double[]> series, double items, Schedule schedule) {
    return PollingReplay.run(series.values(), () -> new Ours(items, schedule));
  }

  private static void print(String name, List<Trace> traces) {
    Outcome o = PollingReplay.outcome(traces, 0, Double.MAX_VALUE);
    System.out.printf(
        Locale.ROOT,
        "%-28s %9.1f %6.1f %9.2f %9.2f %9.2f %5d %7d%n",
        name,
        o.pollsADay(),
        o.newsShare() * 100,
        o.median(),
        o.mean(),
        o.p90(),
        o.lost(),
        o.silences());
  }

  static Comparison compare(Map<String, double[]> series) {
    return new Comparison(
        ours(series, PollSettings.DEFAULT.itemsPerPoll(), Schedule.UNSAID),
        PollingReplay.run(series.values(), PollingPeers.all().get(PollingPeers.COMMAFEED)));
  }

  /** Ours by theirs: below 1 is better. */
  record Ratio(double polls, double median, double p90, int lost) {
    static Ratio of(Collection<Trace> ours, Collection<Trace> theirs, double from, double to) {
      Outcome a = PollingReplay.outcome(ours, from, to);
      Outcome b = PollingReplay.outcome(theirs, from, to);
      return new Ratio(
          a.pollsADay() / b.pollsADay(), a.median() / b.median(), a.p90() / b.p90(), a.lost());
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%6.1f %6.1f %6.1f   lost %d", polls * 100, median * 100, p90 * 100, lost);
    }
  }

  /** The planner beside CommaFeed's policy, source by source in the same order. */
  record Comparison(List<Trace> ours, List<Trace> theirs) {

    /** Weeks and halves; the middle of the file counts from the day when half the sources began. */
    Map<String, Ratio> parts() {
      double[] begins = ours.stream().mapToDouble(Trace::begin).sorted().toArray();
      double start = begins[begins.length / 2];
      double end = ours.stream().mapToDouble(Trace::end).max().orElse(start);
      double middle = (start + end) / 2;
      Map<String, Ratio> out = new LinkedHashMap<>();
      out.put("all", between(0, Double.MAX_VALUE));
      out.put("first week", between(0, start + 7 * DAY));
      out.put("first half of the weeks", between(0, middle));
      out.put("second half of the weeks", between(middle, Double.MAX_VALUE));
      for (double t = start; t + 14 * DAY < end; t += 21 * DAY) {
        String name = "3 weeks from " + Instant.ofEpochSecond((long) t).toString().substring(0, 10);
        out.put(name, between(t, t + 21 * DAY));
      }
      for (int half = 0; half < 2; half++) {
        int h = half;
        int[] chosen = IntStream.range(0, ours.size()).filter(i -> i % 2 == h).toArray();
        out.put(half == 0 ? "one half of the sources" : "the other half", of(chosen));
      }
      return out;
    }

    private Ratio between(double from, double to) {
      return Ratio.of(ours, theirs, from, to);
    }

    private Ratio of(int[] chosen) {
      return Ratio.of(
          Arrays.stream(chosen).mapToObj(ours::get).toList(),
          Arrays.stream(chosen).mapToObj(theirs::get).toList(),
          0,
          Double.MAX_VALUE);
    }

    /** As many sources as there are, drawn with replacement, so many times. */
    Drawn drawn(int times) {
      Random random = new Random(11);
      List<Ratio> ratios = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        ratios.add(of(random.ints(ours.size(), 0, ours.size()).toArray()));
      }
      return new Drawn(
          ratios.stream().filter(r -> r.polls < 1 && r.median < 1).count() / (double) times,
          highest(ratios.stream().mapToDouble(Ratio::polls).toArray()),
          highest(ratios.stream().mapToDouble(Ratio::median).toArray()),
          highest(ratios.stream().mapToDouble(Ratio::p90).toArray()));
    }

    private static double highest(double[] ratios) {
      Arrays.sort(ratios);
      return ratios[(int) (0.95 * ratios.length)];
    }
  }

  /**
   * @param better share of draws with fewer polls and a lower median
   * @param polls the ratio that 95 of 100 draws stay below; so for median and p90
   */
  record Drawn(double better, double polls, double median, double p90) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "sources drawn at random: better on both in %.1f %% of draws; 95 %% stay below %.1f %.1f"
              + " %.1f",
          better * 100,
          polls * 100,
          median * 100,
          p90 * 100);
    }
  }

  /** The real planner, told what a real visit would tell it. */
  static final class Ours implements Policy {
    private final Source source = Source.ofFeed("s", "S", URI.create("https://example.org/"));
    private final PollPlanner planner;
    private final Feed feed;
    private SourceState state = SourceState.unseen("s", Instant.EPOCH);
    private int silences;

    Ours(double itemsPerPoll, Schedule schedule) {
      planner = new PollPlanner(PollSettings.DEFAULT.finding(itemsPerPoll), 7);
      feed =
          new Feed("rss-2.0", Optional.empty(), Optional.empty(), schedule, WebLinks.NONE, false);
    }

    @Override
    public double next(double t, double[] window, int news) {
      Instant now = instant(t);
      boolean first = state.lastPoll().isEmpty();
      int published = first ? window.length : news;
      Visit visit =
          new Visit(
              now,
              Duration.ZERO,
              OptionalInt.of(published == 0 ? 304 : 200),
              0,
              Cursor.START,
              Optional.empty(),
              "",
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      Planned planned =
          published == 0
              ? planner.afterUnchanged(source, state, visit, now)
              : planner.afterDocument(
                  source,
                  state,
                  visit,
                  feed,
                  Math.max(window.length, published),
                  published,
                  Math.max(window.length, published) - published,
                  0,
                  Arrays.stream(window, Math.max(0, window.length - published), window.length)
                      .mapToObj(Ours::instant)
                      .toList(),
                  now);
      state = planned.state();
      if (planned.event().filter(e -> e.to() == Health.SILENT).isPresent()) {
        silences++;
      }
      return Duration.between(now, state.nextPoll().orElseThrow()).toMillis() / 1000.0;
    }

    private static Instant instant(double seconds) {
      return Instant.ofEpochMilli((long) (seconds * 1000));
    }

    @Override
    public int silences() {
      return silences;
    }
  }
}
