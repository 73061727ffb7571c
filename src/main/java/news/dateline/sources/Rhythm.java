package news.dateline.sources;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * At which hours of the day a source brings news: for each UTC hour how many items came and for how
 * long we watched, both fading by {@value #FADE} a day. Not thread-safe.
 *
 * <p>Written as 128 characters: 24 pairs of unsigned 16-bit numbers, items in 1/64 (at most 1023)
 * and watched hours in 1/8000 (at most 8.19, above the 6.7 that fading allows).
 */
final class Rhythm {
  private static final double FADE = 0.85;
  private static final int HOUR = 3600;
  private static final double ITEM_UNIT = 64;
  private static final double WATCH_UNIT = 8000;

  private final double[] items = new double[24];
  private final double[] watched = new double[24];
  // hours since 1970 of the last hour that was faded, so that each is faded once a day
  private long lastHour;

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

  /** So many items came between two visits; of more than a day only the last day is learnt. */
  void observe(Instant from, Instant to, int count) {
    double end = seconds(to);
    double start = seconds(from);
    if (end <= start) {
      return;
    }
    double share = count / (end - start);
    double at = Math.max(start, end - 24 * HOUR);
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
    double mean = (sum(items) + 1) / (sum(watched) + 0.25);
    return (items[hourOfDay] + mean) / (watched[hourOfDay] + 1);
  }

  /** Items a day expected. */
  double perDay() {
    double total = 0;
    for (int h = 0; h < 24; h++) {
      total += perHour(h);
    }
    return total;
  }

  /** How long until so many items are expected, at most {@code longest}. */
  Duration until(double wanted, Instant from, Duration longest) {
    double[] rates = new double[24];
    double day = 0;
    for (int h = 0; h < 24; h++) {
      rates[h] = perHour(h);
      day += rates[h];
    }
    double start = seconds(from);
    double limit = longest.toSeconds();
    double wholeDays = Math.floor(wanted / day);
    double need = wanted - wholeDays * day;
    double at = start + Math.min(wholeDays * 24 * HOUR, limit);
    while (at - start < limit) {
      double hour = Math.floor(at / HOUR);
      double rate = rates[(int) Math.floorMod((long) hour, 24L)] / HOUR;
      double stop = (hour + 1) * HOUR;
      double expected = rate * (stop - at);
      if (expected >= need) {
        at += need / rate;
        break;
      }
      need -= expected;
      at = stop;
    }
    return Duration.ofMillis((long) (Math.min(at - start, limit) * 1000));
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
