package news.dateline.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.dateline.model.Source;

/**
 * What the planner remembers of a source between visits, kept as the opaque text of {@code
 * SourceState.rhythm}: words {@code key=value}, absent ones at their default. A text it cannot read
 * counts as empty: a source then learns anew. Not thread-safe; lives for one call.
 */
final class Memory {
  Rhythm rhythm = new Rhythm();

  /** Hash of the address all of this was learnt at; empty: not asked yet. */
  String address = "";

  /** The first good answer. */
  Optional<Instant> firstAnswer = Optional.empty();

  /**
   * The last good answer: the rhythm is learnt from one to the next, failures in between or not.
   */
  Optional<Instant> lastAnswer = Optional.empty();

  /** The wait the last document asked for; holds for the 304s after it as well. */
  Optional<Duration> ttl = Optional.empty();

  /** When the last document said it brings nothing. */
  Skips skips = Skips.NONE;

  /** How long the last body was fresh; a 304 that says nothing of it leaves it as it was. */
  Optional<Duration> fresh = Optional.empty();

  /** The latest date of any item, never in the future. */
  Optional<Instant> newest = Optional.empty();

  /** When the source will be called silent unless news comes. */
  Optional<Instant> silentAt = Optional.empty();

  /** Mean time between new items, fading; zero while unknown. */
  Duration gap = Duration.ZERO;

  /** The wait a throttling server has taught us; zero when it never did. */
  Duration pressure = Duration.ZERO;

  /** The server was caught hiding news behind old validators, so it is asked without them. */
  boolean liar;

  /** Times in a row that a whole document had news where 304s had not. */
  int lies;

  /** 304s in a row. */
  int same;

  /** The next request asks for the whole document. */
  boolean whole;

  /** When 304s become doubtful, unless news comes. */
  Optional<Instant> doubtAt = Optional.empty();

  /** The last document had to be mended. */
  boolean repaired;

  /** The last document was no good, and is remembered so that it is not buried again. */
  boolean badDocument;

  /** Good answers in a row that came by permanent redirect to {@link #movedTo}. */
  int moves;

  String movedTo = "";
  Optional<Instant> movedSince = Optional.empty();

  /** When items last fell out of the feed unread. */
  Optional<Instant> holeAt = Optional.empty();

  /** How many did about, since that was told. */
  int holed;

  /** Reads what {@link #print()} wrote. */
  static Memory parse(String text) {
    Memory m = new Memory();
    try {
      String hours = "";
      long lastHour = 0;
      String lately = "";
      for (String word : text.split(" ", -1)) {
        int eq = word.indexOf('=');
        String value = word.substring(eq + 1);
        switch (eq < 0 ? "" : word.substring(0, eq)) {
          case "hours" -> hours = value;
          case "hour" -> lastHour = Long.parseLong(value);
          case "lately" -> lately = value;
          case "at" -> m.address = value;
          case "first" -> m.firstAnswer = instant(value);
          case "last" -> m.lastAnswer = instant(value);
          case "bad" -> m.badDocument = true;
          case "ttl" -> m.ttl = Optional.of(duration(value));
          case "skip" -> m.skips = Skips.parse(value);
          case "fresh" -> m.fresh = Optional.of(duration(value));
          case "newest" -> m.newest = instant(value);
          case "silent" -> m.silentAt = instant(value);
          case "gap" -> m.gap = duration(value);
          case "pressure" -> m.pressure = duration(value);
          case "liar" -> m.liar = true;
          case "lies" -> m.lies = Integer.parseInt(value);
          case "same" -> m.same = Integer.parseInt(value);
          case "whole" -> m.whole = true;
          case "doubt" -> m.doubtAt = instant(value);
          case "repaired" -> m.repaired = true;
          case "moves" -> m.moves = Integer.parseInt(value);
          case "moved-to" -> m.movedTo = value;
          case "moved-since" -> m.movedSince = instant(value);
          case "hole" -> m.holeAt = instant(value);
          case "holed" -> m.holed = Integer.parseInt(value);
          default -> {
            // written by another version
          }
        }
      }
      if (!hours.isEmpty()) {
        m.rhythm = Rhythm.parse(hours, lastHour);
        int slash = lately.indexOf('/');
        if (slash > 0) {
          m.rhythm.lately(
              Double.parseDouble(lately.substring(0, slash)),
              Double.parseDouble(lately.substring(slash + 1)));
        }
      }
      return m;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return new Memory();
    }
  }

  String print() {
    StringBuilder out = new StringBuilder(280);
    if (rhythm.watchedHours() > 0) {
      word(out, "hours", rhythm.print());
      word(out, "hour", Long.toString(rhythm.lastHour()));
      double[] lately = rhythm.lately();
      word(out, "lately", hundredths(lately[0]) + "/" + hundredths(lately[1]));
    }
    if (!address.isEmpty()) {
      word(out, "at", address);
    }
    firstAnswer.ifPresent(v -> word(out, "first", number(v)));
    lastAnswer.ifPresent(v -> word(out, "last", number(v)));
    ttl.ifPresent(v -> word(out, "ttl", Long.toString(v.toSeconds())));
    if (!skips.equals(Skips.NONE)) {
      word(out, "skip", skips.print());
    }
    fresh.ifPresent(v -> word(out, "fresh", Long.toString(v.toSeconds())));
    newest.ifPresent(v -> word(out, "newest", number(v)));
    silentAt.ifPresent(v -> word(out, "silent", number(v)));
    if (!gap.isZero()) {
      word(out, "gap", Long.toString(gap.toSeconds()));
    }
    if (!pressure.isZero()) {
      word(out, "pressure", Long.toString(pressure.toSeconds()));
    }
    if (liar) {
      word(out, "liar", "yes");
    }
    if (lies > 0) {
      word(out, "lies", Integer.toString(lies));
    }
    if (same > 0) {
      word(out, "same", Integer.toString(same));
    }
    if (whole) {
      word(out, "whole", "yes");
    }
    doubtAt.ifPresent(v -> word(out, "doubt", number(v)));
    if (repaired) {
      word(out, "repaired", "yes");
    }
    if (badDocument) {
      word(out, "bad", "yes");
    }
    if (moves > 0) {
      word(out, "moves", Integer.toString(moves));
      word(out, "moved-to", movedTo);
      movedSince.ifPresent(v -> word(out, "moved-since", number(v)));
    }
    holeAt.ifPresent(v -> word(out, "hole", number(v)));
    if (holed > 0) {
      word(out, "holed", Integer.toString(holed));
    }
    return out.toString();
  }

  /** Short mark of a source's address: what was learnt elsewhere does not hold here. */
  static String addressOf(Source source) {
    return mark(source.feed().map(Object::toString).or(source::from).orElse(""));
  }

  static String mark(String text) {
    return Integer.toHexString(text.hashCode());
  }

  private static void word(StringBuilder out, String key, String value) {
    if (out.length() > 0) {
      out.append(' ');
    }
    out.append(key).append('=').append(value);
  }

  private static double hundredths(double n) {
    return Math.round(n * 100) / 100.0;
  }

  private static String number(Instant at) {
    return Long.toString(at.getEpochSecond());
  }

  private static Optional<Instant> instant(String text) {
    long seconds = Long.parseLong(text);
    // a stored oddity must never stop a source
    return Optional.of(Instant.ofEpochSecond(Math.min(Math.max(seconds, 0), 253_402_300_799L)));
  }

  private static Duration duration(String text) {
    return Duration.ofSeconds(Math.max(0, Long.parseLong(text)));
  }
}
