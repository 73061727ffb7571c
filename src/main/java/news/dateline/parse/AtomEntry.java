package news.dateline.parse;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.Media;
import news.dateline.model.Person;
import news.dateline.model.Subject;
import org.jdom2.Element;

/** Reads one Atom entry. */
final class AtomEntry {
  private final Bases bases;
  private final Fields feed;
  private final Optional<String> feedLanguage;

  /**
   * @param feed the feed's children, for what entries inherit
   */
  AtomEntry(Content content, XmlTree tree, Fields feed) {
    this.feed = feed;
    Optional<URI> site =
        alternate(feed).flatMap(e -> Xml.attribute(e, "href")).flatMap(Links::absolute);
    this.bases = new Bases(tree, content.location().or(() -> site));
    this.feedLanguage = feed.text("language", "dc:language");
  }

  Item read(Element e) {
    Fields f = Fields.of(e, "atom");
    Markup content = content(f);
    Markup summary = text(f, "summary").orElse(Markup.EMPTY);
    boolean onlyOne = content.isBlank() || content.value().equals(summary.value());
    return new Item(
        identity(f),
        bases.at(f.first("content").or(() -> f.first("summary")).orElse(e)),
        f.first("content")
            .or(() -> f.first("summary"))
            .or(() -> f.first("title"))
            .flatMap(Xml::language)
            .or(() -> Xml.language(e))
            .or(() -> f.text("dc:language"))
            .or(() -> feedLanguage),
        text(f, "title")
            .or(() -> f.text("dc:title", "media:title").map(Markup::guess))
            .orElse(Markup.EMPTY),
        onlyOne ? Markup.EMPTY : summary,
        content.isBlank() ? summary : content,
        dates(f),
        Item.Editorial.NONE,
        people(f),
        lines(f),
        subjects(f),
        media(f),
        Xml.bytes(e));
  }

  private Optional<Markup> text(Fields f, String name) {
    return f.all(name).stream()
        .map(e -> bases.markup(e, AtomText.read(e)))
        .filter(m -> !m.isBlank())
        .findFirst();
  }

  /** The first content that a reader can show; then what others put in its place. */
  private Markup content(Fields f) {
    Markup best = Markup.EMPTY;
    for (Element e : f.all("content")) {
      String type = Xml.attribute(e, "type").orElse("text").toLowerCase(Locale.ROOT);
      if (Xml.attribute(e, "src").isPresent() || isMedia(type)) {
        continue;
      }
      Markup m = bases.markup(e, AtomText.read(e));
      boolean better =
          best.isBlank() || (m.kind() == Markup.Kind.HTML && best.kind() == Markup.Kind.TEXT);
      if (!m.isBlank() && better) {
        best = m;
      }
    }
    if (!best.isBlank()) {
      return best;
    }
    return f.text("content:encoded", "xhtml:body", "xhtml:div")
        .map(Markup::html)
        .or(() -> f.text("description").map(Markup::guess))
        .or(() -> described(f))
        .orElse(Markup.EMPTY);
  }

  /** Video sites describe the entry on its media group alone. */
  private static Optional<Markup> described(Fields f) {
    if (f.has("summary")) {
      return Optional.empty();
    }
    return f.text("media:description")
        .or(() -> f.first("media:group").flatMap(g -> Fields.of(g, "").text("media:description")))
        .map(Markup::guess);
  }

  private static boolean isMedia(String type) {
    return type.startsWith("image/") || type.startsWith("audio/") || type.startsWith("video/");
  }

  private Item.Identity identity(Fields f) {
    Optional<String> guid =
        f.text("id", "guid").or(() -> f.text("yt:videoid").map(v -> "yt:video:" + v));
    Optional<String> link =
        f.text("feedburner:origlink", "pheedo:origlink")
            .or(() -> alternate(f).map(this::href))
            .or(
                () ->
                    f.first("content")
                        .filter(c -> Xml.attribute(c, "src").isPresent())
                        .map(this::src))
            .or(() -> guid.filter(Links::isHttp))
            .or(() -> f.text("yt:videoid").map(v -> "https://www.youtube.com/watch?v=" + v));
    return new Item.Identity(guid, false, link, Optional.empty(), List.of());
  }

  /**
   * The link of the story's page: relation alternate, HTML before other types; else a link with an
   * unknown relation is none, but text in the element (RSS's way) is.
   */
  private static Optional<Element> alternate(Fields f) {
    Optional<Element> first = Optional.empty();
    for (Element e : f.all("link")) {
      String rel = Xml.attribute(e, "rel").orElse("alternate").toLowerCase(Locale.ROOT);
      boolean usable = Xml.attribute(e, "href").isPresent() || !Xml.text(e).isEmpty();
      if (!usable || !(rel.equals("alternate") || rel.endsWith("/alternate"))) {
        continue;
      }
      String type = Xml.attribute(e, "type").orElse("text/html").toLowerCase(Locale.ROOT);
      if (type.contains("html")) {
        return Optional.of(e);
      }
      first = first.or(() -> Optional.of(e));
    }
    return first;
  }

  private String href(Element e) {
    return bases.reference(e, Xml.attribute(e, "href").orElseGet(() -> Xml.text(e)));
  }

  private String src(Element e) {
    return bases.reference(e, Xml.attribute(e, "src").orElse(""));
  }

  /** Atom 0.3 says issued and modified; RSS's names turn up too. */
  private static Item.Dates dates(Fields f) {
    return new Item.Dates(
        f.text("published", "issued", "pubdate", "dcterms:issued", "dc:date"),
        f.text("updated", "modified", "dcterms:modified"),
        f.text("created", "dcterms:created"),
        Optional.empty(),
        f.text("expires", "expirationdate"));
  }

  /** An entry without author has its source's, else the feed's (RFC 4287 section 4.2.1). */
  private List<Person> people(Fields f) {
    List<Person> people = new ArrayList<>(2);
    gather(f, "author", "author", people);
    gather(f, "dc:creator", "author", people);
    if (people.isEmpty()) {
      f.first("source").ifPresent(s -> gather(Fields.of(s, "atom"), "author", "author", people));
    }
    if (people.isEmpty()) {
      gather(feed, "author", "author", people);
    }
    gather(f, "contributor", "contributor", people);
    gather(f, "dc:contributor", "contributor", people);
    return people;
  }

  private void gather(Fields f, String name, String role, List<Person> into) {
    for (Element e : f.all(name)) {
      AtomPerson.read(e, role, bases::at).ifPresent(into::add);
    }
  }

  private Lines lines(Fields f) {
    Optional<String> rights =
        f.first("rights")
            .or(() -> f.first("copyright"))
            .or(() -> f.first("dc:rights"))
            .or(() -> feed.first("rights"))
            .map(e -> e.getValue().strip())
            .flatMap(Some::text);
    Optional<String> terms = Licence.of(f);
    return rights.isEmpty() && terms.isEmpty()
        ? Lines.NONE
        : Lines.NONE.withCopyrightNotice(rights).withUsageTerms(terms);
  }

  private static List<Subject> subjects(Fields f) {
    List<Subject> subjects = new ArrayList<>();
    for (Element e : f.all("category")) {
      Optional<String> term = Xml.attribute(e, "term").or(() -> Some.text(Xml.text(e)));
      Optional<String> label = Xml.attribute(e, "label").or(() -> term);
      label.ifPresent(
          name ->
              subjects.add(
                  new Subject(
                      name, term.filter(t -> !t.equals(name)), Xml.attribute(e, "scheme"))));
    }
    for (Element e : f.all("dc:subject")) {
      Some.text(Xml.text(e)).map(Subject::named).ifPresent(subjects::add);
    }
    return subjects;
  }

  private List<Media> media(Fields f) {
    List<Media> media = new ArrayList<>();
    for (Element e : f.all("link")) {
      String rel = Xml.attribute(e, "rel").orElse("").toLowerCase(Locale.ROOT);
      if (rel.equals("enclosure") && Xml.attribute(e, "href").isPresent()) {
        media.add(
            new Media(
                href(e),
                Xml.attribute(e, "type"),
                Some.number(Xml.attribute(e, "length")),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Xml.attribute(e, "title"),
                Optional.empty(),
                Optional.empty()));
      }
    }
    media.addAll(MediaRss.of(f));
    return media;
  }
}
