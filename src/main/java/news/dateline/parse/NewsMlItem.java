package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import news.dateline.model.AltId;
import news.dateline.model.Bytes;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.Media;
import news.dateline.model.Subject;
import org.jdom2.Element;

/** Reads one NewsItem of NewsML 1.x. */
final class NewsMlItem {
  private final Element item;
  private final Optional<Element> envelope;
  private final Supplier<Bytes> raw;
  private final NewsMlParts parts;

  NewsMlItem(Element item, Optional<Element> envelope, Supplier<Bytes> raw) {
    this.item = item;
    this.envelope = envelope;
    this.raw = raw;
    this.parts = NewsMlParts.of(item);
  }

  Item read() {
    return new Item(
        identity(),
        Optional.empty(),
        language(),
        line("HeadLine").or(() -> WireXml.text(item, "hl1")).map(Markup::text).orElse(Markup.EMPTY),
        Markup.EMPTY,
        parts.body(),
        dates(),
        editorial(),
        List.of(),
        lines(),
        subjects(),
        media(),
        raw);
  }

  /**
   * The public identifier ends in the revision; a story's name must not, or every revision would be
   * a new story. Without an identifier the pieces, else the Duid, name it.
   */
  private Item.Identity identity() {
    Optional<String> revision = WireXml.text(item, "RevisionId");
    Optional<String> full = WireXml.text(item, "PublicIdentifier");
    Optional<String> stem = full.map(f -> withoutRevision(f, revision));
    List<AltId> altIds = new ArrayList<>();
    full.ifPresent(f -> altIds.add(new AltId("publicIdentifier", f)));
    Optional<String> newsItemId = WireXml.text(item, "NewsItemId");
    newsItemId.ifPresent(id -> altIds.add(new AltId("newsItemId", id)));
    envelope
        .flatMap(e -> WireXml.text(e, "TransmissionId"))
        .ifPresent(t -> altIds.add(new AltId("sequence", t)));
    Optional<String> guid =
        stem.or(() -> newsItemId.map(this::assembled))
            .or(() -> WireXml.attribute(item, "NewsComponent", "Duid"))
            .or(() -> WireXml.text(item, "guid"));
    return new Item.Identity(guid, false, Optional.empty(), revision, altIds);
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

  /** A news line: of the component that holds the text, else of those around it, else anywhere. */
  private Optional<String> line(String name) {
    Element above = item.getParentElement();
    for (Element at = parts.text().orElse(item);
        at != null && !at.equals(above);
        at = at.getParentElement()) {
      for (Element child : at.getChildren()) {
        if (child.getName().equalsIgnoreCase("NewsLines")) {
          Optional<String> text = WireXml.text(child, name);
          if (text.isPresent()) {
            return text;
          }
        }
      }
    }
    return WireXml.text(item, name);
  }

  private Item.Dates dates() {
    boolean embargoed = status().contains("embargo");
    Optional<String> lift =
        WireXml.first(item, "StatusWillChange").flatMap(s -> WireXml.text(s, "DateAndTime"));
    return new Item.Dates(
        WireXml.text(item, "FirstCreated"),
        WireXml.text(item, "ThisRevisionCreated"),
        WireXml.text(item, "DateLineDate"),
        embargoed ? lift.or(() -> Optional.of("")) : Optional.empty(),
        Optional.empty());
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
    boolean correction =
        formalOrText("Instruction")
            .filter(i -> i.toLowerCase(Locale.ROOT).contains("correct"))
            .isPresent();
    return new Item.Editorial(
        NinjsItem.status(status()),
        urgency,
        correction,
        WireXml.attribute(item, "Genre", "FormalName"));
  }

  private Lines lines() {
    return new Lines(
        line("ByLine").or(() -> WireXml.text(item, "byline")),
        line("CreditLine").or(() -> party("Provider")).or(() -> party("Source")),
        line("DateLine"),
        line("SlugLine"),
        located(),
        WireXml.text(item, "CopyrightHolder"),
        line("CopyrightLine"),
        line("RightsLine").or(() -> WireXml.text(item, "UsageTerms")),
        advisory());
  }

  private Optional<String> party(String role) {
    return WireXml.first(item, role)
        .flatMap(
            e ->
                WireXml.attribute(e, "Party", "FormalName")
                    .or(() -> Some.text(AuthorForms.fold(e.getValue()))));
  }

  /** The city a story was written from, not one it is about. */
  private Optional<String> located() {
    for (Element location : WireXml.descendants(item, "Location")) {
      boolean origin =
          Xml.attribute(location, "HowPresent").filter("Origin"::equalsIgnoreCase).isPresent();
      for (Element p : WireXml.descendants(location, "Property")) {
        if (origin && Xml.attribute(p, "FormalName").filter("City"::equalsIgnoreCase).isPresent()) {
          return Xml.attribute(p, "Value");
        }
      }
    }
    return Optional.empty();
  }

  /** NewsLines of type AdvisoryLine tell the desk what changed or what is restricted. */
  private Optional<String> advisory() {
    for (Element line : WireXml.descendants(item, "NewsLine")) {
      boolean advises =
          WireXml.attribute(line, "NewsLineType", "FormalName")
              .filter("AdvisoryLine"::equalsIgnoreCase)
              .isPresent();
      if (advises) {
        return WireXml.text(line, "NewsLineText");
      }
    }
    return Optional.empty();
  }

  private List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    for (Element code : WireXml.descendants(item, "SubjectCode")) {
      for (Element e : code.getChildren()) {
        Xml.attribute(e, "FormalName")
            .ifPresent(
                c ->
                    subjects.add(new Subject(c, Optional.of(c), Optional.of("iptc-subject-code"))));
      }
    }
    for (Element p : WireXml.descendants(item, "Property")) {
      if (Xml.attribute(p, "FormalName").filter("Keyword"::equalsIgnoreCase).isPresent()) {
        Xml.attribute(p, "Value").map(Subject::named).ifPresent(subjects::add);
      }
    }
    for (String name : new String[] {"KeywordLine", "item_keyword"}) {
      for (Element e : WireXml.descendants(item, name)) {
        Some.text(AuthorForms.fold(e.getValue())).map(Subject::named).ifPresent(subjects::add);
      }
    }
    return subjects;
  }

  private List<Media> media() {
    List<Media> media = new ArrayList<>();
    for (Element content : parts.media()) {
      Xml.attribute(content, "Href")
          .ifPresent(
              href ->
                  media.add(
                      new Media(
                          href,
                          WireXml.attribute(content, "MimeType", "FormalName"),
                          OptionalLong.empty(),
                          OptionalInt.empty(),
                          OptionalInt.empty(),
                          OptionalInt.empty(),
                          Optional.empty(),
                          parts.caption(content),
                          parts.credit(content))));
    }
    parts.nitf().map(NitfBody::media).ifPresent(media::addAll);
    return media;
  }
}
