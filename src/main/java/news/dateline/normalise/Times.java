package news.dateline.normalise;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import news.dateline.model.Article;
import news.dateline.model.Embargo;
import news.dateline.model.Item;

/** The item's dates, read. */
final class Times {
  /** Clocks differ and zones are forgotten: a date this far ahead is still believed. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final Pattern FIELD =
      Pattern.compile("\\s*(?:\\d{4}-?\\d{2}-?\\d{2}(?!\\d)|\\p{L}{3}, \\d|\\d{8}T)");

  private Times() {}

  /**
   * @param hints with the time the document arrived
   */
  static Article.Times of(Item.Dates dates, DateReader.Hints hints) {
    Optional<Instant> published = read(dates.published(), hints);
    Optional<Instant> updated = read(dates.updated(), hints);
    Optional<Instant> created = read(dates.created(), hints);
    Instant latest = hints.received().plus(AHEAD);
    Instant version =
        updated
            .filter(t -> !t.isAfter(latest))
            .or(() -> published.filter(t -> !t.isAfter(latest)))
            .or(() -> created.filter(t -> !t.isAfter(latest)))
            .orElse(hints.received());
    return new Article.Times(
        published.or(() -> created).or(() -> updated),
        version,
        created.or(() -> published).or(() -> updated),
        read(dates.expires(), hints));
  }

  private static Optional<Instant> read(Optional<String> date, DateReader.Hints hints) {
    return date.flatMap(text -> DateReader.read(text, hints));
  }

  /**
   * An embargo that names no time, or one nobody can read, holds: early is the one mistake that
   * cannot be mended.
   */
  static Embargo embargo(Item.Dates dates, DateReader.Hints hints, Instant now) {
    if (dates.embargo().isEmpty()) {
      return Embargo.NONE;
    }
    String words = dates.embargo().get();
    // "2000 GMT May 3" must not be taken for a day of the year 2000: only a date in a field's form
    // is read as one
    Optional<Instant> until =
        FIELD.matcher(words).lookingAt()
            ? DateReader.notBefore(words, hints)
            : EmbargoNotice.read(words, hints);
    if (until.isEmpty()) {
      return Embargo.HOLD;
    }
    return until.get().isAfter(now) ? new Embargo.Until(until.get()) : Embargo.NONE;
  }
}
