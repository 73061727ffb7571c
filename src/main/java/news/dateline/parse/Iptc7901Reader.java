package news.dateline.parse;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.dateline.model.AltId;
import news.dateline.model.Bytes;
import news.dateline.model.Feed;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.PubStatus;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.model.Serial;
import news.dateline.model.Subject;
import news.dateline.model.Wire;

/**
 * IPTC 7901 rev. 5: the text format of the teleprinter, with or without its control characters, one
 * transmission or many a document.
 */
final class Iptc7901Reader implements Reader {
  /** Characters in which the header stands. */
  private static final int HEAD = 300;

  @Override
  public boolean answersTo(String format) {
    return format.replace("-", "").equals("iptc7901");
  }

  @Override
  public boolean recognises(Content content) {
    String text = content.text();
    String head = text.substring(0, Math.min(text.length(), HEAD));
    Optional<Iptc7901Header> header =
        WireText.clean(head.replace(Iptc7901Split.STX, '\n'))
            .lines()
            .map(String::strip)
            .filter(l -> !l.isEmpty())
            .findFirst()
            .flatMap(Iptc7901Header::of);
    if (header.isEmpty()) {
      return false;
    }
    if (head.indexOf(Iptc7901Split.SOH) >= 0 || text.indexOf(Iptc7901Split.STX) >= 0) {
      return true;
    }
    return header.get().words().isPresent(); // without its end it was cut off
  }

  @Override
  public Harvest read(Content content) {
    List<Iptc7901Split.Transmission> all = Iptc7901Split.of(content.text());
    if (all.isEmpty()) {
      throw new RejectedException(Reason.MALFORMED, "no transmission in it");
    }
    List<Optional<Sent>> sent =
        all.stream().map(t -> t.header().map(h -> Sent.of(content, t, h))).toList();
    Harvest harvest =
        new Harvest(
            Feed.of("iptc7901")
                .numbered(sent.stream().flatMap(s -> s.map(Sent::serial).stream()).toList()));
    for (int i = 0; i < all.size(); i++) {
      Iptc7901Split.Transmission one = all.get(i);
      Optional<Sent> by = sent.get(i);
      Supplier<Bytes> raw = all.size() == 1 ? content::bytes : () -> Bytes.utf8(one.raw());
      if (one.cutOff()) {
        harvest.refuse(raw, Reason.CUT_OFF, "the document breaks off inside this transmission");
        continue;
      }
      harvest.take(
          raw,
          () ->
              item(
                  one,
                  by.orElseThrow(
                      () ->
                          new RejectedException(
                              Reason.MALFORMED, "a transmission without a header")),
                  raw));
    }
    return harvest;
  }

  /**
   * Who sent a transmission, and when.
   *
   * @param zone where its service sits
   */
  private record Sent(
      Iptc7901Header header, House house, ZoneId zone, Optional<ZonedDateTime> time) {
    static Sent of(Content content, Iptc7901Split.Transmission one, Iptc7901Header header) {
      House house = content.house(header.providers(), header.service());
      ZoneId zone = Iptc7901Reader.zone(content, house);
      return new Sent(header, house, zone, WireDates.group(one.end(), zone));
    }

    /** Numbers begin again at the midnight of the service. */
    Serial serial() {
      return header.serial(
          time.map(t -> t.withZoneSameInstant(zone).toLocalDate().toString()).orElse(""));
    }
  }

  private static Item item(Iptc7901Split.Transmission one, Sent by, Supplier<Bytes> raw) {
    Iptc7901Header header = by.header();
    House house = by.house();
    List<String> lines = List.of(one.text().split("\n", -1));
    HeadlineBlock block = HeadlineBlock.of(lines, house);
    WireBody body = WireBody.of(lines.subList(block.lines(), lines.size()), house);
    List<AltId> altIds = new ArrayList<>(List.of(new AltId("sequence", header.digits())));
    Some.text(String.join(" ", block.takes())).ifPresent(t -> altIds.add(new AltId("take", t)));
    List<String> notes = new ArrayList<>(block.notes());
    Some.text(body.notes()).ifPresent(notes::add);
    Item item =
        new Item(
            new Item.Identity(Optional.empty(), false, Optional.empty(), Optional.empty(), altIds),
            Optional.empty(),
            Optional.empty(),
            Markup.text(block.headline()),
            Markup.EMPTY,
            body.body(),
            updated(by.time()),
            new Item.Editorial(
                PubStatus.USABLE, OptionalInt.of(header.priority()), false, Optional.empty()),
            List.of(),
            new Lines(
                block.byline(),
                Optional.empty(),
                body.dateline(),
                slugline(one.keywords()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Some.text(String.join("\n\n", notes))),
            List.of(
                new Subject(
                    header.category(),
                    Optional.of(header.category()),
                    Optional.of("iptc-category"))),
            List.of(),
            Wire.NONE.counting(body.letters()).noting(block.note()),
            raw);
    String day = by.time().map(t -> t.toLocalDate().toString()).orElse("");
    return house.finish(item, Paths.Lookup.NOTHING, header.service(), day);
  }

  /** The zone of dates that name none: the agency's, the source's, Greenwich. */
  static ZoneId zone(Content content, House house) {
    return house
        .profile()
        .style()
        .zone()
        .or(() -> content.document().source().zone())
        .orElse(ZoneOffset.UTC);
  }

  /** A transmission's time is that of its version. */
  static Item.Dates updated(Optional<ZonedDateTime> sent) {
    return new Item.Dates(
        Optional.empty(),
        sent.map(WireDates::iso),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The keyword lines without the slash that ends them. */
  private static Optional<String> slugline(String keywords) {
    String joined =
        keywords
            .lines()
            .map(String::strip)
            .filter(l -> !l.isEmpty())
            .collect(Collectors.joining(" "));
    return Some.text(joined.replaceAll("/ ", "/").replaceFirst("(?<![/\\s])[/\\s]++$", ""));
  }
}
