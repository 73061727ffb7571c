package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import news.dateline.model.AltId;
import news.dateline.model.Bytes;
import news.dateline.model.HouseStyle;
import news.dateline.model.Item;
import news.dateline.model.Markup;
import news.dateline.model.Media;
import news.dateline.model.PubStatus;
import news.dateline.model.Relation;
import news.dateline.model.Wire;
import org.jdom2.Element;

/** Reads one NewsItem of NewsML 1.x. */
final class NewsMlItem {
  private final Element item;
  private final Optional<Element> envelope;
  private final Supplier<Bytes> raw;
  private final NewsMlParts parts;
  private final NewsMlLines lines;

  NewsMlItem(Element item, Optional<Element> envelope, Supplier<Bytes> raw) {
    this.item = item;
    this.envelope = envelope;
    this.raw = raw;
    this.parts = NewsMlParts.of(item);
    this.lines = new NewsMlLines(item, parts.text());
  }

  Item read(Content document) {
    WireHtml.Body body = parts.body();
    Item read =
        new Item(
            identity(),
            Optional.empty(),
            language(),
            lines
                .line("HeadLine")
                .or(() -> WireXml.text(item, "hl1"))
                .map(Markup::text)
                .orElse(Markup.EMPTY),
            lines.line("SubHeadLine").map(Markup::text).orElse(Markup.EMPTY),
            body.markup(),
            dates(),
            editorial(),
            lines.people(),
            lines.lines(edNote()),
            lines.subjects(),
            media(),
            new Wire(
                Optional.empty(),
                parts.type(),
                body.letters(),
                ChangeNote.in(lines.typed("AdvisoryLine")).or(this::revision),
                List.of(),
                relations(),
                HouseStyle.NONE),
            raw);
    return document.house(providers()).finish(read, path -> Paths.in(item, path));
  }

  private List<String> providers() {
    List<String> names = lines.providers();
    envelope.flatMap(e -> WireXml.attribute(e, "SentFrom", "FormalName")).ifPresent(names::add);
    envelope
        .flatMap(e -> WireXml.first(e, "SentFrom"))
        .ifPresent(e -> names.addAll(NewsMlLines.parties(e)));
    return names;
  }

  /**
   * The public identifier ends in the revision; a story's name must not, or every revision would be
   * a new story. Without an identifier the pieces, else the Duid, name it.
   */
  private Item.Identity identity() {
    Optional<String> revision = WireXml.text(item, "RevisionId");
    Optional<String> full = WireXml.text(item, "PublicIdentifier");
    List<AltId> altIds = new ArrayList<>();
    full.ifPresent(f -> altIds.add(new AltId("publicIdentifier", f)));
    WireXml.text(item, "NewsItemId").ifPresent(id -> altIds.add(new AltId("newsItemId", id)));
    envelope
        .flatMap(e -> WireXml.text(e, "TransmissionId"))
        .ifPresent(t -> altIds.add(new AltId("sequence", t)));
    Optional<String> guid =
        stem()
            .or(() -> WireXml.attribute(item, "NewsComponent", "Duid"))
            .or(() -> WireXml.text(item, "guid"));
    WireXml.text(item, "guid").ifPresent(g -> altIds.add(new AltId("guid", g)));
    return new Item.Identity(guid, false, Optional.empty(), revision, altIds);
  }

  /** What is the same in the identifiers of all revisions. */
  private Optional<String> stem() {
    Optional<String> revision = WireXml.text(item, "RevisionId");
    return WireXml.text(item, "PublicIdentifier")
        .map(f -> withoutRevision(f, revision))
        .or(() -> WireXml.text(item, "NewsItemId").map(this::assembled));
  }

  private String assembled(String newsItemId) {
    return "urn:newsml:"
        + WireXml.text(item, "ProviderId").orElse("")
        + ":"
        + WireXml.text(item, "DateId").orElse("")
        + ":"
        + newsItemId;
  }

  private static String withoutRevision(String id, Optional<String> revision) {
    int colon = id.lastIndexOf(':');
    String tail = id.substring(colon + 1);
    boolean same =
        revision.isPresent()
            && (tail.equals(revision.get())
                || (tail.length() == revision.get().length() + 1
                    && tail.startsWith(revision.get())));
    return colon > 0 && same ? id.substring(0, colon) : id;
  }

  private Optional<String> language() {
    return WireXml.attribute(item, "Language", "FormalName")
        .or(() -> Xml.language(parts.text().orElse(item)));
  }

  /**
   * A status that will change to usable, or says "embargoed", holds until the time given (NewsML
   * 1.2, StatusWillChange); one that will change to anything else expires then.
   */
  private Item.Dates dates() {
    boolean embargoed = status().contains("embargo");
    Optional<String> change =
        WireXml.first(item, "StatusWillChange").map(s -> WireXml.text(s, "DateAndTime").orElse(""));
    boolean opens = change.isPresent() && isOpening();
    Optional<String> embargo =
        embargoed ? change.or(() -> Optional.of("")) : change.filter(c -> opens);
    return new Item.Dates(
        WireXml.text(item, "FirstCreated"),
        WireXml.text(item, "ThisRevisionCreated")
            .or(() -> envelope.flatMap(e -> WireXml.text(e, "DateAndTime"))),
        lines.line("DateLineDate"),
        embargo,
        change.filter(c -> embargo.isEmpty() && !c.isEmpty()));
  }

  private boolean isOpening() {
    Optional<Element> change = WireXml.first(item, "StatusWillChange");
    String future =
        change
            .flatMap(
                c ->
                    WireXml.attribute(c, "FutureStatus", "FormalName")
                        .or(() -> WireXml.text(c, "FutureStatus")))
            .orElse("usable");
    return future.toLowerCase(Locale.ROOT).contains("usable");
  }

  private String status() {
    return formalOrText("Status").orElse("").toLowerCase(Locale.ROOT);
  }

  /** TASS writes as text what others put into FormalName. */
  private Optional<String> formalOrText(String name) {
    return WireXml.attribute(item, name, "FormalName").or(() -> WireXml.text(item, name));
  }

  private Item.Editorial editorial() {
    OptionalInt urgency = Some.integer(formalOrText("Urgency"));
    if (urgency.isEmpty()) {
      urgency = Some.integer(envelope.flatMap(e -> WireXml.attribute(e, "Priority", "FormalName")));
    }
    String instruction = formalOrText("Instruction").orElse("").toLowerCase(Locale.ROOT);
    boolean correction =
        instruction.contains("correct")
            || lines.typed("AdvisoryLine").stream().anyMatch(ChangeNote::corrects);
    PubStatus status = NinjsItem.status(status());
    boolean lifts = status == PubStatus.WITHHELD && dates().embargo().isPresent();
    boolean killed = instruction.contains("kill") || instruction.contains("cancel");
    return new Item.Editorial(
        lifts ? PubStatus.USABLE : killed ? PubStatus.CANCELED : status,
        urgency,
        correction,
        WireXml.attribute(item, "Genre", "FormalName").or(this::kind));
  }

  /** An alert is told by the type of the item alone. */
  private Optional<String> kind() {
    return formalOrText("NewsItemType").filter(t -> !t.equalsIgnoreCase("News"));
  }

  private Optional<String> revision() {
    return WireXml.first(item, "RevisionHistory").flatMap(e -> Xml.attribute(e, "Comment"));
  }

  /** Notes to editors; what the desk says of a revision is one too. */
  private Optional<String> edNote() {
    List<String> notes = new ArrayList<>();
    lines.edNote().ifPresent(notes::add);
    revision().ifPresent(notes::add);
    return Some.text(String.join("\n\n", notes));
  }

  private List<Relation> relations() {
    List<Relation> out = new ArrayList<>();
    Optional<String> previous =
        WireXml.attribute(item, "RevisionId", "PreviousRevision").filter(p -> !p.equals("0"));
    if (previous.isPresent() && stem().isPresent()) {
      out.add(
          new Relation("previousVersion", stem().get() + ":" + previous.get(), Optional.empty()));
    }
    for (String[] kind :
        new String[][] {
          {"AssociatedWith", "associatedWith"},
          {"DerivedFrom", "derivedFrom"},
          {"NewsItemRef", "item"}
        }) {
      for (Element e : WireXml.descendants(item, kind[0])) {
        Xml.attribute(e, "NewsItem")
            .ifPresent(id -> out.add(new Relation(kind[1], id, Optional.empty())));
      }
    }
    return out.stream().distinct().toList();
  }

  private List<Media> media() {
    List<Media> media = new ArrayList<>();
    NewsMlPictures pictures = new NewsMlPictures(parts);
    for (Element content : parts.media()) {
      Optional<String> href = Xml.attribute(content, "Href");
      if (href.isPresent()) {
        media.add(
            new Media(
                href.get(),
                WireXml.attribute(content, "MimeType", "FormalName"),
                Some.number(WireXml.text(content, "SizeInBytes")),
                Some.integer(property(content, "Width")),
                Some.integer(property(content, "Height")),
                Some.seconds(property(content, "TotalDuration")),
                Optional.empty(),
                pictures.caption(content),
                pictures.credit(content)));
      }
    }
    parts.nitf().forEach(n -> media.addAll(NitfBody.media(n)));
    return media;
  }

  private static Optional<String> property(Element content, String name) {
    return WireXml.descendants(content, "Property").stream()
        .filter(p -> Xml.attribute(p, "FormalName").filter(name::equalsIgnoreCase).isPresent())
        .flatMap(p -> Xml.attribute(p, "Value").stream())
        .findFirst();
  }
}
