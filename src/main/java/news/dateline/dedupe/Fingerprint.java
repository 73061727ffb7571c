package news.dateline.dedupe;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.Media;
import news.dateline.model.Person;
import news.dateline.model.PubStatus;
import news.dateline.model.Subject;

/**
 * What an item says, in one short string: a format mark, whether it was embargoed, one 64-bit hash
 * a field, one of its date, and the author's own version. Two fingerprints tell which fields
 * differ; dates, links' queries, markup and white space are no difference.
 *
 * <p>Mark 1, of earlier versions of this program, has no date; the rest is the same.
 */
final class Fingerprint {
  /** Fields in the order they are written. The link is last: it alone is never a change. */
  private static final List<String> FIELDS =
      List.of("headline", "summary", "body", "media", "subjects", "byline", "status");

  private static final char UNDATED = '1';

  /** Of an article whose item is not known any more, only what was published of it. */
  private static final String ADOPTED = "?";

  private static final String ADOPTED_KILL = "?k";
  private static final char MARK = '2';
  private static final int WIDTH = 11; // 64 bits in unpadded Base64
  private static final int START = 2;
  private static final int LINK = START + WIDTH * FIELDS.size();
  private static final int DATE = LINK + WIDTH;
  private static final int VERSION = DATE + WIDTH;

  /** The hash of an empty field. */
  private static final String NOTHING = "A".repeat(WIDTH);

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String text;

  private Fingerprint(String text) {
    this.text = text;
  }

  /** Reads one that was stored; one in an unknown form differs from everything. */
  static Fingerprint stored(String text) {
    return new Fingerprint(text);
  }

  /** What stands for the content of an adopted article. */
  static String adopted(boolean killed) {
    return killed ? ADOPTED_KILL : ADOPTED;
  }

  /** The content is not known: the next item under this name is taken for it. */
  boolean isAdopted() {
    return text.startsWith(ADOPTED);
  }

  boolean isAdoptedKill() {
    return text.equals(ADOPTED_KILL);
  }

  static Fingerprint of(Item item) {
    long[] fields = {
      words(item.headline()),
      words(item.summary()),
      words(item.body()),
      media(item),
      subjects(item),
      byline(item),
      status(item),
      item.identity().link().map(Fingerprint::link).orElse(0L),
      date(item)
    };
    byte[] bytes = new byte[8];
    StringBuilder out = new StringBuilder(VERSION + 4).append(MARK).append(embargoed(item));
    for (long field : fields) {
      for (int i = 0; i < 8; i++) {
        bytes[i] = (byte) (field >>> (8 * i));
      }
      out.append(BASE64.encodeToString(bytes));
    }
    item.identity().version().flatMap(Fingerprint::number).ifPresent(out::append);
    return new Fingerprint(out.toString());
  }

  /** Names of the fields that differ from an earlier version; empty when the content is equal. */
  List<String> changedSince(Fingerprint earlier) {
    if (!earlier.isKnownForm()) {
      return FIELDS;
    }
    List<String> changed = new ArrayList<>(0);
    for (int i = 0; i < FIELDS.size(); i++) {
      int at = START + i * WIDTH;
      if (!text.regionMatches(at, earlier.text, at, WIDTH)) {
        changed.add(FIELDS.get(i));
      }
    }
    return changed;
  }

  /** Headline, summary and body: equal for equal words. */
  String words() {
    return isKnownForm() ? text.substring(START, START + 3 * WIDTH) : "";
  }

  /** Both are dated, as written, and alike. */
  boolean sameDate(Fingerprint other) {
    return isDated() && other.isDated() && text.regionMatches(DATE, other.text, DATE, WIDTH);
  }

  /** It is known when the author dated it. */
  boolean isDated() {
    return isKnownForm() && text.charAt(0) == MARK && !text.startsWith(NOTHING, DATE);
  }

  /** Headline, summary and body. */
  boolean sameWords(Fingerprint other) {
    return other.isKnownForm() && text.regionMatches(START, other.text, START, 3 * WIDTH);
  }

  boolean sameLink(Fingerprint other) {
    return other.isKnownForm() && text.regionMatches(LINK, other.text, LINK, WIDTH);
  }

  boolean sameHeadline(Fingerprint other) {
    return other.isKnownForm() && text.regionMatches(START, other.text, START, WIDTH);
  }

  boolean isEmbargoed() {
    return isKnownForm() && text.charAt(1) == 'e';
  }

  /** The author's own version when it is a number. */
  OptionalLong version() {
    int start = !text.isEmpty() && text.charAt(0) == UNDATED ? DATE : VERSION;
    return isKnownForm() && text.length() > start
        ? OptionalLong.of(Long.parseLong(text.substring(start)))
        : OptionalLong.empty();
  }

  private boolean isKnownForm() {
    int length = text.length();
    return length > 0
        && ((text.charAt(0) == MARK && length >= VERSION)
            || (text.charAt(0) == UNDATED && length >= DATE));
  }

  @Override
  public String toString() {
    return text;
  }

  private static char embargoed(Item item) {
    return item.dates().embargo().isPresent() ? 'e' : '-';
  }

  private static long words(Markup field) {
    Hash64 hash = new Hash64();
    if (!field.value().isEmpty()) {
      Words.add(hash, field);
    }
    return hash.value();
  }

  private static long media(Item item) {
    long sum = 0;
    for (Media media : item.media()) {
      Hash64 hash = new Hash64().add(place(media.href())).end();
      media.caption().ifPresent(c -> Words.add(hash, c, true));
      media.credit().ifPresent(c -> Words.add(hash, c, true));
      sum += hash.value();
    }
    return sum;
  }

  // Sums: feeds shuffle their categories from one answer to the next.
  private static long subjects(Item item) {
    long sum = 0;
    for (Subject subject : item.subjects()) {
      Hash64 hash = new Hash64();
      Words.add(hash, subject.name(), true);
      sum += hash.add(subject.code().orElse("")).value();
    }
    return sum;
  }

  private static long byline(Item item) {
    Hash64 hash = new Hash64();
    for (Person person : item.people()) {
      Words.add(hash, person.name(), true);
      hash.add(person.role()).end();
    }
    Lines lines = item.lines();
    line(hash, lines.byline());
    line(hash, lines.credit());
    line(hash, lines.dateline());
    line(hash, lines.located());
    return hash.value();
  }

  private static void line(Hash64 hash, Optional<String> line) {
    line.ifPresent(text -> Words.add(hash, text, true));
  }

  private static long status(Item item) {
    Item.Editorial editorial = item.editorial();
    Optional<String> embargo = item.dates().embargo();
    if (editorial.status() == PubStatus.USABLE
        && editorial.urgency().isEmpty()
        && embargo.isEmpty()
        && !editorial.correction()) {
      return 0;
    }
    return new Hash64()
        .add(editorial.status().name())
        .add((char) editorial.urgency().orElse(0))
        .add(embargo.orElse("-"))
        .add(editorial.correction() ? 'c' : '-')
        .value();
  }

  private static long date(Item item) {
    return item.dates()
        .published()
        .or(() -> item.dates().updated())
        .map(d -> new Hash64().add(d.strip()).value())
        .orElse(0L);
  }

  private static long link(String link) {
    return new Hash64().add(place(link)).value();
  }

  /** Host and path: scheme, "www.", query and fragment come and go without the story moving. */
  static String place(String link) {
    int start = link.indexOf("://");
    start = start < 0 ? 0 : start + 3;
    if (link.startsWith("www.", start)) {
      start += 4;
    }
    int end = start;
    while (end < link.length() && link.charAt(end) != '?' && link.charAt(end) != '#') {
      end++;
    }
    while (end > start && link.charAt(end - 1) == '/') {
      end--;
    }
    return link.substring(start, end);
  }

  private static Optional<String> number(String version) {
    boolean digits = !version.isEmpty() && version.length() <= 18;
    for (int i = 0; digits && i < version.length(); i++) {
      digits = version.charAt(i) >= '0' && version.charAt(i) <= '9';
    }
    return digits ? Optional.of(version) : Optional.empty();
  }
}
