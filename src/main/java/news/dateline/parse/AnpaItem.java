package news.dateline.parse;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.dateline.model.AltId;
import news.dateline.model.Bytes;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.PubStatus;
import news.dateline.model.Subject;
import news.dateline.model.Wire;

/** One transmission of ANPA 1312 as an item. */
final class AnpaItem {
  /** The number of words that ends a slug line. */
  private static final Pattern COUNT = Pattern.compile("(?<!\\s)\\s*+,?\\s*+\\d{0,5}\\s*+$");

  /** AM, PM or both cycles of newspapers; it says nothing of the story. */
  private static final Pattern CYCLE = Pattern.compile("^(?:AM|PM|BC|AP)-+");

  private final Content content;
  private final AnpaHeader header;
  private final String text;
  private final String end;
  private final Supplier<Bytes> raw;

  AnpaItem(Content content, AnpaHeader header, String transmission, Supplier<Bytes> raw) {
    this.content = content;
    this.header = header;
    this.raw = raw;
    int stx = Math.max(0, transmission.indexOf(Iptc7901Split.STX));
    int etx = transmission.indexOf(Iptc7901Split.ETX, stx);
    int from = stx == 0 ? afterHeader(transmission) : stx + 1;
    int to = etx < 0 ? transmission.length() : Math.max(etx, from);
    this.text = WireText.clean(transmission.substring(from, to));
    this.end = WireText.clean(transmission.substring(to));
  }

  /** Without STX the text begins behind the second line that says anything. */
  private static int afterHeader(String transmission) {
    int at = 0;
    int lines = 0;
    while (lines < 2 && at < transmission.length()) {
      int next = transmission.indexOf('\n', at);
      next = next < 0 ? transmission.length() : next + 1;
      lines += WireText.hasWords(transmission.substring(at, next)) ? 1 : 0;
      at = next;
    }
    return at;
  }

  Item read() {
    House house = content.house(providers(), header.service() + header.digits());
    AnpaHead head = AnpaHead.of(List.of(text.split("\n", -1)), header.keyword(), house);
    WireBody body = WireBody.of(head.rest(), house);
    Optional<ZonedDateTime> sent = WireDates.anpa(end, Iptc7901Reader.zone(content, house));
    String slug = head.slug().isEmpty() ? header.keyword() : head.slug();
    Slug named = slug(slug, house);
    List<AltId> altIds = new ArrayList<>(List.of(new AltId("sequence", header.digits())));
    String take = header.take().isEmpty() ? named.take() : header.take();
    Some.text(take).ifPresent(t -> altIds.add(new AltId("take", t)));
    List<String> notes = new ArrayList<>(head.notes());
    Some.text(body.notes()).ifPresent(notes::add);
    Item item =
        new Item(
            new Item.Identity(Optional.empty(), false, Optional.empty(), Optional.empty(), altIds),
            Optional.empty(),
            Optional.empty(),
            Markup.text(head.headline()),
            Markup.text(head.summary()),
            body.body(),
            Iptc7901Reader.updated(sent),
            new Item.Editorial(PubStatus.USABLE, header.urgency(), false, Optional.empty()),
            List.of(),
            new Lines(
                head.byline(),
                head.credit(),
                body.dateline(),
                Some.text(named.slug()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Some.text(String.join("\n\n", notes))),
            subjects(),
            List.of(),
            Wire.NONE.counting(body.letters()),
            raw);
    String day = sent.map(t -> t.toLocalDate().toString()).orElse("");
    String service = named.names() ? header.service() : "";
    return house.finish(item, Paths.Lookup.NOTHING, service, day);
  }

  /** The words before and behind the text that could name who sent it. */
  private List<String> providers() {
    String line = end.strip().lines().findFirst().orElse("");
    return Stream.concat(
            Stream.of(header.selector().split("[^\\p{L}]+", -1)),
            Stream.of(line.split("[^\\p{L}]+", -1)))
        .filter(w -> !w.isBlank())
        .toList();
  }

  private List<Subject> subjects() {
    if (header.category() == 0) {
      return List.of();
    }
    String letter = String.valueOf(header.category());
    return List.of(new Subject(letter, Optional.of(letter), Optional.of("anpa-category")));
  }

  /**
   * @param slug without cycle, take and number of words
   * @param take what stood behind it, or what it is when it names no story; may be empty
   * @param names whether it names a story: {@code US--APNewsAlert} is every alert's
   */
  private record Slug(String slug, String take, boolean names) {}

  private static Slug slug(String line, House house) {
    String plain = CYCLE.matcher(COUNT.matcher(line).replaceFirst("")).replaceFirst("");
    String take = "";
    int comma = plain.lastIndexOf(',');
    if (comma > 0 && house.head(plain.substring(comma + 1)).headline().isEmpty()) {
      take = plain.substring(comma + 1).strip();
      plain = plain.substring(0, comma).strip();
    }
    String last = plain.substring(plain.lastIndexOf('-') + 1);
    boolean kind = !last.isBlank() && house.head(last).headline().isEmpty();
    return new Slug(plain, take.isEmpty() && kind ? last : take, !kind);
  }
}
