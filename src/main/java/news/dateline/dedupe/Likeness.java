package news.dateline.dedupe;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.model.Item;

/**
 * Two items of one document that share a name and say different things: two stories, or one in two
 * wordings? Asked only when that happens.
 */
final class Likeness {
  /** So much of the shorter one stands in the other as well. */
  private static final double ALIKE = 0.6;

  private static final Pattern TAG = Pattern.compile("<[^>]{0,4096}>");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private Likeness() {}

  /** They are wordings of one story; a wrong yes costs a story, a wrong no a second article. */
  static boolean sameStory(Candidate one, Candidate other) {
    if (!fragment(one).equals(fragment(other)) && !one.hasGuid()) {
      return false;
    }
    boolean headline = one.fingerprint().sameHeadline(other.fingerprint());
    boolean link = one.fingerprint().sameLink(other.fingerprint());
    if (one.hasGuid()) {
      // an id with its page and headline is as much as a feed can say of one story
      return (headline && link) || ((headline || link) && alike(one, other));
    }
    boolean dated = one.fingerprint().isDated() && other.fingerprint().isDated();
    boolean otherDay = dated && !one.fingerprint().sameDate(other.fingerprint());
    return headline && !otherDay && alike(one, other);
  }

  /** All that the second says is said by the first. */
  static boolean says(Candidate one, Candidate other) {
    return words(one, true).containsAll(words(other, true));
  }

  /** The first is the newer wording by its date; empty when the dates do not tell. */
  static boolean isNewer(Candidate one, Candidate other) {
    Optional<Instant> a = date(one.item());
    Optional<Instant> b = date(other.item());
    return a.isPresent() && b.isPresent() && a.get().isAfter(b.get());
  }

  /** Both are numbered by their author, and differently. */
  static boolean areNumbered(Candidate one, Candidate other) {
    OptionalLong a = one.fingerprint().version();
    OptionalLong b = other.fingerprint().version();
    return a.isPresent() && b.isPresent() && a.getAsLong() != b.getAsLong();
  }

  private static boolean alike(Candidate one, Candidate other) {
    boolean headline = !one.fingerprint().sameHeadline(other.fingerprint());
    Set<String> a = words(one, headline);
    Set<String> b = words(other, headline);
    Set<String> fewer = a.size() < b.size() ? a : b;
    Set<String> more = fewer == a ? b : a;
    long shared = fewer.stream().filter(more::contains).count();
    return shared >= ALIKE * fewer.size();
  }

  private static String fragment(Candidate c) {
    return c.item().identity().link().map(l -> Address.fragment(l.strip())).orElse("");
  }

  private static Set<String> words(Candidate c, boolean headline) {
    Item item = c.item();
    Set<String> words = new HashSet<>();
    String title = headline ? item.headline().value() : "";
    for (String text : List.of(title, item.summary().value(), item.body().value())) {
      Matcher word = WORD.matcher(TAG.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT));
      while (word.find()) {
        words.add(word.group());
      }
    }
    return words;
  }

  private static Optional<Instant> date(Item item) {
    return item.dates().updated().or(() -> item.dates().published()).flatMap(Likeness::read);
  }

  private static Optional<Instant> read(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeParseException e) {
      try {
        return Optional.of(
            ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      } catch (DateTimeParseException f) {
        return Optional.empty();
      }
    }
  }
}
