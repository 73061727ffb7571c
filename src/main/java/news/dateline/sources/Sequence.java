package news.dateline.sources;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.dateline.model.Serial;

/**
 * The transmission numbers of one wire service: what was the last, which before it have not come.
 * Numbers count up by one and start again at midnight or when their digits are used up; deliveries
 * overtake each other, so that a missing number is told of only after a while.
 */
final class Sequence {
  /** How long a number that was overtaken may still come. */
  static final Duration GRACE = Duration.ofMinutes(1);

  /** After such a silence nobody can tell how often the numbers went round. */
  private static final Duration FORGOTTEN = Duration.ofHours(36);

  /**
   * Clocks and midnights do not agree to the minute: a number so little above the last goes on from
   * it, although a day has begun.
   */
  private static final int NEAR = 20;

  /** Two numbers in a row from the very first ones on are a new beginning, whatever the hour. */
  private static final int FIRST = 5;

  /** A larger hole is told of at once, as a range, and not waited for number by number. */
  private static final int LARGEST = 500;

  private final String service;
  private final int digits;
  private final Map<Integer, Instant> missing = new TreeMap<>();
  private int last;
  private String day;
  private Instant at;
  private boolean daily;
  private int begun;

  private Sequence(String service, int digits, int last, String day, Instant at, boolean daily) {
    this.service = service;
    this.digits = digits;
    this.last = last;
    this.day = day;
    this.at = at;
    this.daily = daily;
  }

  /** The first number of a service that is seen: what was before it, nobody can miss. */
  static Sequence from(Serial first, Instant now) {
    return new Sequence(first.service(), first.digits(), first.number(), first.day(), now, false);
  }

  /**
   * Takes the next number in.
   *
   * @param zone of the service: its midnight counts
   * @return ranges that are missing and not waited for
   */
  List<int[]> take(Serial serial, Instant now, ZoneId zone) {
    int number = serial.number();
    List<int[]> told = new ArrayList<>();
    if (number == last || missing.remove(number) != null) {
      return told;
    }
    boolean newDay = isNewDay(serial, now, zone);
    int most = Math.toIntExact(Math.round(Math.pow(10, digits))) - 1;
    if (Duration.between(at, now).compareTo(FORGOTTEN) > 0 && !(number > last && !newDay)) {
      missing.clear();
    } else if (number > last && !(newDay && daily && !(last > NEAR && number - last <= NEAR))) {
      if (!newDay || number - last <= most / 2) {
        hole(last + 1, number - 1, now, told);
      }
    } else if (number < last && last - number > most / 2 && number + most - last <= most / 10) {
      hole(last + 1, most, now, told); // the digits were used up
      hole(1, number - 1, now, told);
    } else if (newDay || (begun > 0 && number == begun + 1)) {
      daily = true;
      hole(1, (newDay ? number : begun) - 1, now, told);
    } else {
      begun = number <= FIRST ? number : 0; // an old one once more, or the first of a new count
      return told;
    }
    begun = 0;
    last = number;
    day = serial.day();
    at = now;
    return told;
  }

  private boolean isNewDay(Serial serial, Instant now, ZoneId zone) {
    if (!serial.day().isEmpty() && !day.isEmpty()) {
      return !serial.day().equals(day);
    }
    LocalDate then = at.atZone(zone).toLocalDate();
    return ChronoUnit.DAYS.between(then, now.atZone(zone).toLocalDate()) > 0;
  }

  private void hole(int from, int to, Instant now, List<int[]> told) {
    if (to - from + 1 + missing.size() > LARGEST) {
      told.add(new int[] {from, to});
      return;
    }
    for (int n = from; n <= to; n++) {
      missing.put(n, now);
    }
  }

  /** Takes out the numbers that have been waited for long enough, as ranges. */
  List<int[]> overdue(Instant now) {
    List<int[]> ranges = new ArrayList<>();
    for (Map.Entry<Integer, Instant> e : new TreeMap<>(missing).entrySet()) {
      if (!e.getValue().plus(GRACE).isAfter(now)) {
        missing.remove(e.getKey());
        int[] before = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
        if (before != null && before[1] + 1 == e.getKey()) {
          before[1]++;
        } else {
          ranges.add(new int[] {e.getKey(), e.getKey()});
        }
      }
    }
    return ranges;
  }

  boolean isWaiting() {
    return !missing.isEmpty();
  }

  String service() {
    return service;
  }

  /** Ranges as the service writes its numbers: {@code 058, 060-062}. */
  String shown(List<int[]> ranges) {
    List<String> out = new ArrayList<>();
    for (int[] range : ranges) {
      out.add(range[0] == range[1] ? padded(range[0]) : padded(range[0]) + "-" + padded(range[1]));
    }
    return String.join(", ", out);
  }

  private String padded(int number) {
    return String.format("%0" + digits + "d", number);
  }

  /**
   * Fields apart by blanks: service, digits, last, day, when, D for daily with the number that may
   * begin a new count, missing ones.
   */
  String stored() {
    StringBuilder out = new StringBuilder();
    out.append(word(service)).append(' ').append(digits).append(' ').append(last).append(' ');
    out.append(word(day))
        .append(' ')
        .append(at.getEpochSecond())
        .append(daily ? " D" : " -")
        .append(begun)
        .append(' ');
    missing.forEach(
        (n, since) -> out.append(n).append('@').append(since.getEpochSecond()).append(','));
    return out.toString().strip();
  }

  /**
   * Reads what {@link #stored()} wrote.
   *
   * @throws RuntimeException when it did not
   */
  static Sequence read(String stored) {
    String[] fields = stored.split(" ", -1);
    Sequence s =
        new Sequence(
            fields[0],
            Integer.parseInt(fields[1]),
            Integer.parseInt(fields[2]),
            fields[3].equals("-") ? "" : fields[3],
            Instant.ofEpochSecond(Long.parseLong(fields[4])),
            fields[5].startsWith("D"));
    s.begun = Integer.parseInt(fields[5].substring(1));
    if (fields.length > 6) {
      for (String one : fields[6].split(",", -1)) {
        if (one.isEmpty()) {
          continue;
        }
        String[] pair = one.split("@", -1);
        s.missing.put(Integer.parseInt(pair[0]), Instant.ofEpochSecond(Long.parseLong(pair[1])));
      }
    }
    return s;
  }

  private static String word(String text) {
    String word = text.replaceAll("[\\s;,@]+", "_");
    return word.isEmpty() ? "-" : word;
  }
}
