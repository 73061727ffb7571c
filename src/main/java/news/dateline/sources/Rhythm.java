package news.dateline.sources;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * At which hours of the day a source brings news: for each UTC hour how many items came and for how
 * long we watched, both fading by {@value #FADE} a day; and how the last half day compares with
 * that, so that a big news day, a holiday or a feed that has dried up shows within hours. Not
 * thread-safe.
 *
 * <p>Written as 128 characters: 24 pairs of unsigned 16-bit numbers, items in 1/64 (at most 1023)
 * and watched hours in 1/8000 (at most 8.19, above the 6.7 that fading allows).
 *
 * <p>The constants were chosen on the first weeks of real series and verified on the others; the
 * figures around them hardly differ (docs/performance.md, "Polling policy").
 */
final class Rhythm {
  private static final double FADE = 0.85;

  /** What came of late fades to a third in this time. */
  private static final double LATELY_SECONDS = 12 * 3600;

  /** So many items weigh as much as the habit, against chance. */
  private static final double LATELY_PRIOR = 5;

  /** How far back the dates of a first document are taken for a rhythm. */
  private static final double SEED_SECONDS = 3 * 86400;

  private static final int SEED_FEWEST = 5;
  private static final double STEP_SECONDS = 120;
  private static final int HOUR = 3600;
  private static final double ITEM_UNIT = 64;
  private static final double WATCH_UNIT = 8000;

  private final double[] items = new double[24];
  private final double[] watched = new double[24];
  // hours since 1970 of the last hour that was faded, so that each is faded once a day
  private long lastHour;
  // of late: items that came, and items the hours made us expect
  private double came;
  private double expected;

  /** Nothing learnt yet. */
  Rhythm() {}

  /**
   * Reads what {@link #print()} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static Rhythm parse(String hours, long lastHour) {
    byte[] bytes = Base64.getUrlDecoder().decode(hours);
    if (bytes.length != 96) {
      throw new IllegalArgumentException("not a rhythm");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    Rhythm r = new Rhythm();
    r.lastHour = lastHour;
    for (int h = 0; h < 24; h++) {
      r.items[h] = (in.getShort() & 0xffff) / ITEM_UNIT;
      r.watched[h] = (in.getShort() & 0xffff) / WATCH_UNIT;
    }
    return r;
  }

  String print() {
    ByteBuffer out = ByteBuffer.allocate(96);
    for (int h = 0; h < 24; h++) {
      out.putShort((short) Math.min(65535, Math.round(items[h] * ITEM_UNIT)));
      out.putShort((short) Math.min(65535, Math.round(watched[h] * WATCH_UNIT)));
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.array());
  }

  long lastHour() {
    return lastHour;
  }

  /** What came of late and what was expected, for {@link #lately(double, double)}. */
  double[] lately() {
    return new double[] {came, expected};
  }

  /** Takes up what {@link #lately()} gave. */
  void lately(double itemsThatCame, double itemsExpected) {
    came = bounded(itemsThatCame);
    expected = bounded(itemsExpected);
  }

  private static double bounded(double n) {
    return n > 0 && n < 1e6 ? n : 0;
  }

  /**
   * The dates in the first document of a source tell its rhythm before it has been watched: as if
   * it had been watched since the oldest of them, for three days at most. Fewer than five dates, or
   * all the same one (the time the document was made), tell nothing.
   *
   * @param published dates of its items, in any order
   */
  void seed(List<Instant> published, Instant now) {
    double end = seconds(now);
    double[] dates =
        published.stream().mapToDouble(Rhythm::seconds).filter(t -> t <= end).sorted().toArray();
    if (dates.length < SEED_FEWEST || dates[dates.length - 1] - dates[0] < HOUR) {
      return;
    }
    double start = Math.max(dates[0], end - SEED_SECONDS);
    watch(start, end, 0);
    for (double date : dates) {
      // the oldest only opens the watch: counting it would make every feed look livelier
      if (date > start) {
        items[hourOfDay(date)]++;
      }
    }
  }

  /** So many items came between two visits; of more than a day only the last day is learnt. */
  void observe(Instant from, Instant to, int count) {
    double end = seconds(to);
    double start = seconds(from);
    if (end <= start) {
      return;
    }
    double begin = Math.max(start, end - 24 * HOUR);
    double share = count / (end - start) * (end - begin);
    double kept = Math.exp((start - end) / LATELY_SECONDS);
    came = came * kept + share;
    expected = expected * kept + expected(begin, end);
    watch(begin, end, share);
  }

  /** The habit alone, without what came of late: items expected in between, at most a day apart. */
  private double expected(double begin, double end) {
    double[] rates = rates();
    double sum = 0;
    for (double at = begin; at < end; at += HOUR) {
      double stop = Math.min(end, at + HOUR);
      sum += rate(rates, (at + stop) / 2) * (stop - at) / HOUR;
    }
    return sum;
  }

  private void watch(double begin, double end, double count) {
    double share = count / (end - begin);
    double at = begin;
    while (at < end) {
      long hour = (long) Math.floor(at / HOUR);
      double stop = Math.min(end, (hour + 1.0) * HOUR);
      int h = (int) Math.floorMod(hour, 24L);
      if (hour > lastHour) {
        lastHour = hour;
        items[h] *= FADE;
        watched[h] *= FADE;
      }
      items[h] += share * (stop - at);
      watched[h] += (stop - at) / HOUR;
      at = stop;
    }
  }

  /** Hours of watching that are still remembered. */
  double watchedHours() {
    return sum(watched);
  }

  /**
   * Items an hour expected at an hour of the day. An hour watched little leans on the mean of all;
   * a source watched little is taken for a lively one, so that its rhythm is soon known.
   */
  double perHour(int hourOfDay) {
    return perHour(hourOfDay, mean());
  }

  private double perHour(int hourOfDay, double mean) {
    return (items[hourOfDay] + mean) / (watched[hourOfDay] + 1);
  }

  private double mean() {
    return (sum(items) + 1) / (sum(watched) + 0.25);
  }

  /**
   * How long until so many items are expected by habit, at most {@code longest}: the measure of
   * silence, which what came of late must not stretch.
   */
  Duration until(double wanted, Instant from, Duration longest) {
    return until(wanted, from, longest, 1);
  }

  /**
   * How long until so many items are expected, when the last half day is given its weight too; at
   * most {@code longest}.
   */
  Duration untilLately(double wanted, Instant from, Duration longest) {
    return until(wanted, from, longest, (came + LATELY_PRIOR) / (expected + LATELY_PRIOR));
  }

  private Duration until(double wanted, Instant from, Duration longest, double factor) {
    double[] rates = rates();
    double day = sum(rates);
    double start = seconds(from);
    double limit = longest.toMillis() / 1000.0;
    double wholeDays = Math.floor(wanted / day);
    double need = wanted - wholeDays * day;
    double at = start + Math.min(wholeDays * 24 * HOUR, limit);
    double memory = Math.exp(-(at - start) / LATELY_SECONDS);
    double fading = Math.exp(-STEP_SECONDS / LATELY_SECONDS);
    while (at - start < limit) {
      double rate = rate(rates, at + STEP_SECONDS / 2) * (1 + (factor - 1) * memory) / HOUR;
      double come = rate * STEP_SECONDS;
      if (come >= need) {
        at += need / rate;
        break;
      }
      need -= come;
      at += STEP_SECONDS;
      memory *= fading;
    }
    return Duration.ofMillis((long) (Math.min(at - start, limit) * 1000));
  }

  private double[] rates() {
    double[] rates = new double[24];
    double mean = mean();
    for (int h = 0; h < 24; h++) {
      rates[h] = perHour(h, mean);
    }
    return rates;
  }

  /** Between the middles of two hours the rate goes over from one to the other. */
  private static double rate(double[] rates, double at) {
    double middle = at / HOUR - 0.5;
    double hour = Math.floor(middle);
    double part = middle - hour;
    int h = (int) Math.floorMod((long) hour, 24L);
    return rates[h] * (1 - part) + rates[(h + 1) % 24] * part;
  }

  private static int hourOfDay(double at) {
    return (int) Math.floorMod((long) Math.floor(at / HOUR), 24L);
  }

  private static double sum(double[] values) {
    double total = 0;
    for (double v : values) {
      total += v;
    }
    return total;
  }

  private static double seconds(Instant at) {
    return at.getEpochSecond() + at.getNano() / 1e9;
  }
}
