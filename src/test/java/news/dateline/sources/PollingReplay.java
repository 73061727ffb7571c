package news.dateline.sources;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.zip.GZIPInputStream;
import news.dateline.sources.PollingPeers.Policy;

/** Replays items as they were really published through a polling policy. */
final class PollingReplay {
  /** Items a feed holds. */
  static final int WINDOW = 30;

  /** Sources with fewer say nothing about a policy. */
  static final int FEWEST_ITEMS = 500;

  private PollingReplay() {}

  /**
   * What a policy did with one source.
   *
   * @param begin first item, seconds since 1970
   * @param end last item
   * @param polls when it asked
   * @param news how many new items each poll found
   * @param found when the items found were published, in the order found
   * @param latency of each, in seconds, from its publication to the poll that found it
   * @param silences how often the policy called the source silent
   */
  record Trace(
      double begin,
      double end,
      double[] polls,
      int[] news,
      double[] found,
      double[] latency,
      int silences) {}

  /**
   * What a policy cost and gave in a span of time.
   *
   * @param pollsADay mean over the sources
   * @param newsShare of polls that found something
   * @param median latency in minutes, over all items; so are mean and p90
   * @param lost items that had left the feed before it was asked again
   */
  record Outcome(
      double pollsADay,
      double newsShare,
      double median,
      double mean,
      double p90,
      int lost,
      int silences) {}

  static List<Trace> run(Collection<double[]> series, Supplier<Policy> policy) {
    return series.stream().map(v -> trace(v, policy.get())).toList();
  }

  private static Trace trace(double[] v, Policy policy) {
    DoubleStream.Builder polls = DoubleStream.builder();
    List<Integer> hits = new ArrayList<>();
    double[] found = new double[v.length];
    double[] latency = new double[v.length];
    int n = 0;
    double end = v[v.length - 1];
    int seen = after(v, v[0]);
    double t = v[0] + 3600;
    while (t < end) {
      int i = after(v, t);
      int news = i - seen;
      polls.add(t);
      hits.add(news);
      for (int k = Math.max(seen, i - WINDOW); k < i; k++) {
        found[n] = v[k];
        latency[n++] = t - v[k];
      }
      seen = i;
      t += policy.next(t, Arrays.copyOfRange(v, Math.max(0, i - WINDOW), i), news);
    }
    return new Trace(
        v[0],
        end,
        polls.build().toArray(),
        hits.stream().mapToInt(Integer::intValue).toArray(),
        Arrays.copyOf(found, n),
        Arrays.copyOf(latency, n),
        policy.silences());
  }

  /** Of polls from one moment to another; what lies before was learnt from. */
  static Outcome outcome(Collection<Trace> traces, double from, double to) {
    double perDay = 0;
    int sources = 0;
    long polls = 0;
    long hits = 0;
    int lost = 0;
    int silences = 0;
    double[] all = new double[traces.stream().mapToInt(t -> t.latency.length).sum()];
    int n = 0;
    for (Trace t : traces) {
      double days = (Math.min(to, t.end) - Math.max(from, t.begin)) / 86400;
      if (days <= 0) {
        continue;
      }
      int mine = 0;
      for (int i = 0; i < t.polls.length; i++) {
        if (t.polls[i] >= from && t.polls[i] < to) {
          mine++;
          hits += t.news[i] > 0 ? 1 : 0;
          lost += Math.max(0, t.news[i] - WINDOW);
        }
      }
      for (int i = 0; i < t.latency.length; i++) {
        double at = t.found[i] + t.latency[i];
        if (at >= from && at < to) {
          all[n++] = t.latency[i];
        }
      }
      perDay += mine / days;
      polls += mine;
      silences += t.silences;
      sources++;
    }
    Arrays.sort(all, 0, n);
    return new Outcome(
        perDay / sources,
        (double) hits / polls,
        all[n / 2] / 60,
        Arrays.stream(all, 0, n).average().orElse(0) / 60,
        all[(int) (0.9 * n)] / 60,
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

  /**
   * Publication times in seconds by source, of those with enough items.
   *
   * @param file tab-separated with a head line, columns source, pubDate and collectedAt (both ISO
   *     8601) first; gzip when its name says so
   */
  static Map<String, double[]> read(Path file) {
    Map<String, List<Double>> times = new TreeMap<>();
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
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

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }
}
