package news.dateline.sources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The polling policies of others, as their published sources have them. */
final class PollingPeers {
  static final String COMMAFEED = "CommaFeed empirical";

  private PollingPeers() {}

  /** Seconds until the next poll, after one at {@code t} that found so many new items. */
  interface Policy {
    /**
     * @param window publication times of the items in the feed, oldest first
     * @param news how many of them are new
     */
    double next(double t, double[] window, int news);

    /** How often it called the source silent. */
    default int silences() {
      return 0;
    }
  }

  /** By name, each made anew for every source. */
  static Map<String, Supplier<Policy>> all() {
    Map<String, Supplier<Policy>> out = new LinkedHashMap<>();
    for (int minutes : new int[] {5, 15, 60}) {
      out.put("fixed " + minutes + " min", () -> (t, window, news) -> minutes * 60);
    }
    out.put(COMMAFEED, () -> PollingPeers::commaFeed);
    out.put("miniflux entry_frequency", Miniflux::new);
    out.put("Media Cloud", MediaCloud::new);
    return out;
  }

  /** Half the mean gap of the items in the feed, from 5 minutes to an hour; hours when quiet. */
  private static double commaFeed(double t, double[] window, int news) {
    if (window.length < 2) {
      return 4 * 3600;
    }
    double newest = window[window.length - 1];
    double days = (t - newest) / 86400;
    if (days >= 7) {
      return days >= 30 ? 4 * 3600 : days >= 14 ? 2 * 3600 : 3600;
    }
    double gap = (newest - window[0]) / (window.length - 1);
    return Math.min(Math.max(gap / 2, 300), 3600);
  }

  /** The rate of the last week. */
  private static final class Miniflux implements Policy {
    private final List<double[]> history = new ArrayList<>();

    @Override
    public double next(double t, double[] window, int news) {
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
    public double next(double t, double[] window, int news) {
      int count = window.length;
      double known = news <= count ? 100.0 * (count - news) / Math.max(count, 1) : 0;
      if (known >= 67) {
        minutes = Math.min(minutes + 10, 1440);
      } else if (known < 33) {
        minutes = minutes > 360 ? 360 : Math.max(minutes - 60, 10);
      }
      return minutes * 60;
    }
  }
}
