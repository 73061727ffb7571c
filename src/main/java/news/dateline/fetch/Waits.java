package news.dateline.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** How long a server would like us to stay away, as its headers say. */
final class Waits {
  /** Longer pauses are a mistake or a trap. */
  private static final Duration LONGEST_RETRY = Duration.ofDays(1);

  /** RFC 9111, 1.2.2: a year is as good as for ever. */
  private static final long LONGEST_AGE_SECONDS = 31_536_000;

  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Waits() {}

  /**
   * {@code Retry-After} (RFC 9110, 10.2.3), seconds or date, at most a day. Empty when absent,
   * unreadable or past.
   */
  static Optional<Duration> retryAfter(HttpResponse response, Instant now) {
    String value = value(response, "Retry-After");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    long seconds = seconds(value);
    if (seconds >= 0) {
      return positive(Duration.ofSeconds(seconds));
    }
    Instant date = date(value);
    return date == null ? Optional.empty() : positive(Duration.between(now, date));
  }

  private static Optional<Duration> positive(Duration wait) {
    return wait.isZero() || wait.isNegative()
        ? Optional.empty()
        : Optional.of(wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait);
  }

  /**
   * How long the answer stays fresh (RFC 9111, 4.2): {@code max-age}, else {@code Expires} counted
   * from {@code Date}, less the {@code Age} it has already. Empty when the server does not say, or
   * says that it is stale at once.
   */
  static Optional<Duration> freshFor(HttpResponse response, Instant now) {
    long lifetime = maxAge(response).orElseGet(() -> expires(response, now));
    long fresh = lifetime - Math.max(0, seconds(value(response, "Age")));
    return fresh <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(Math.min(fresh, LONGEST_AGE_SECONDS)));
  }

  private static Optional<Long> maxAge(HttpResponse response) {
    Optional<Long> age = Optional.empty();
    for (Header header : response.getHeaders("Cache-Control")) {
      for (String part : String.valueOf(header.getValue()).split(",", -1)) {
        String directive = part.strip().toLowerCase(Locale.ROOT);
        if (directive.equals("no-cache") || directive.equals("no-store")) {
          return Optional.of(0L);
        }
        if (directive.startsWith("max-age=") && age.isEmpty()) {
          age = Optional.of(seconds(directive.substring(8).replace("\"", "").strip()));
        }
      }
    }
    return age;
  }

  private static long expires(HttpResponse response, Instant now) {
    Instant expires = date(value(response, "Expires"));
    Instant date = date(value(response, "Date"));
    return expires == null ? 0 : Duration.between(date == null ? now : date, expires).toSeconds();
  }

  /** In any of the three forms of RFC 9110, 5.6.7; null when in none. */
  private static @Nullable Instant date(String text) {
    if (text.length() < 20) {
      return null; // "0" and "-1" are common
    }
    Instant date = DateUtils.parseStandardDate(text);
    // The client's own pattern for the third form finds no zone in it, and gives up.
    return date == null ? DateUtils.parseDate(text, ASCTIME) : date;
  }

  /** A whole number that is not negative, however large; -1 for anything else. */
  private static long seconds(String text) {
    if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    return text.length() > 10 ? LONGEST_AGE_SECONDS : Long.parseLong(text);
  }

  private static String value(HttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null || header.getValue() == null ? "" : header.getValue().strip();
  }
}
