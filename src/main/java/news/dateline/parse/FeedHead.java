package news.dateline.parse;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import news.dateline.model.Feed;
import news.dateline.model.Markup;
import org.jdom2.Element;
import org.jsoup.Jsoup;

/** What a feed says of itself, read the same way for RSS and Atom. */
final class FeedHead {
  /** Periods of the RSS syndication module, in hours. */
  private static final Map<String, Integer> PERIOD_HOURS =
      Map.of("hourly", 1, "daily", 24, "weekly", 7 * 24, "monthly", 30 * 24, "yearly", 365 * 24);

  private static final Duration LONGEST = Duration.ofDays(365);

  private FeedHead() {}

  /**
   * @param format with version
   * @param head the channel or feed element
   * @param fields its children
   * @param repaired whether the document had to be mended
   */
  static Feed read(String format, Element head, Fields fields, boolean repaired) {
    return new Feed(
        format,
        title(fields, format.startsWith("atom")),
        fields.text("language", "dc:language").or(() -> Xml.language(head)),
        ttl(fields),
        link(fields, "hub"),
        link(fields, "self"),
        repaired);
  }

  private static Optional<String> title(Fields fields, boolean atom) {
    return fields
        .first("title")
        .map(e -> plain(atom ? AtomText.read(e) : Markup.guess(Xml.text(e))))
        .filter(t -> !t.isBlank())
        .or(() -> fields.text("dc:title"));
  }

  /** A title is shown on one line, often as a source's name: without markup. */
  private static String plain(Markup title) {
    String value = title.value();
    boolean marked = value.indexOf('<') >= 0 || value.indexOf('&') >= 0;
    return marked && title.kind() != Markup.Kind.TEXT
        ? Jsoup.parseBodyFragment(value).text()
        : value;
  }

  /** The href of a link with this relation, in an Atom feed or in RSS with Atom's link. */
  private static Optional<String> link(Fields fields, String rel) {
    for (String name : new String[] {"atom:link", "link"}) {
      for (Element e : fields.all(name)) {
        if (Xml.attribute(e, "rel").filter(rel::equalsIgnoreCase).isPresent()) {
          return Xml.attribute(e, "href");
        }
      }
    }
    return Optional.empty();
  }

  /** {@code ttl} counts minutes (RSS 2.0); else {@code sy:updatePeriod / sy:updateFrequency}. */
  private static Optional<Duration> ttl(Fields fields) {
    OptionalLong minutes = Some.number(fields.text("ttl"));
    if (minutes.isPresent()) {
      return bounded(minutes.getAsLong());
    }
    Integer hours =
        PERIOD_HOURS.get(fields.text("sy:updateperiod").orElse("").toLowerCase(Locale.ROOT));
    if (hours == null) {
      return Optional.empty();
    }
    long times = Math.max(1, Some.number(fields.text("sy:updatefrequency")).orElse(1));
    return bounded(hours * 60L / times);
  }

  private static Optional<Duration> bounded(long minutes) {
    return minutes <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofMinutes(Math.min(minutes, LONGEST.toMinutes())));
  }
}
