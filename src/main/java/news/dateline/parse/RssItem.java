package news.dateline.parse;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.AltId;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.Person;
import news.dateline.model.Subject;
import org.jdom2.Element;

/** Reads one RSS item with the extensions that feeds use on it. */
final class RssItem {
  /** Where full texts are found, the module made for it first. */
  private static final List<String> FULL =
      List.of(
          "content:encoded",
          "xhtml:body",
          "xhtml:div",
          "body",
          "fullitem",
          "content:items",
          "atom:content",
          "content");

  private final Bases bases;
  private final Optional<String> channelLanguage;

  /**
   * @param channel the channel's children, for what items inherit
   */
  RssItem(Content content, XmlTree tree, Fields channel) {
    Optional<URI> site = channel.text("link").flatMap(Links::absolute);
    this.bases = new Bases(tree, content.location().or(() -> site));
    this.channelLanguage = channel.text("language", "dc:language");
  }

  Item read(Element e) {
    Fields f = Fields.of(e, "");
    Optional<Element> fullElement = fullElement(f);
    Markup full = fullElement.map(this::full).orElse(Markup.EMPTY);
    Markup description = description(f);
    Element text = fullElement.or(() -> f.first("description")).orElse(e);
    Markup second = full.isBlank() ? second(f, description) : description;
    boolean onlyOne = second.isBlank() || full.value().equals(second.value());
    return new Item(
        identity(e, f),
        bases.at(text),
        language(text, f),
        headline(f),
        onlyOne ? Markup.EMPTY : second,
        full.isBlank() ? description : full,
        dates(f),
        Item.Editorial.NONE,
        people(f),
        lines(f),
        subjects(f),
        MediaRss.of(f),
        Xml.bytes(e));
  }

  private Optional<String> language(Element e, Fields f) {
    return f.text("dc:language", "language").or(() -> Xml.language(e)).or(() -> channelLanguage);
  }

  private Markup headline(Fields f) {
    Optional<Element> own = f.first("title").filter(e -> !Xml.text(e).isEmpty());
    if (own.isPresent()) {
      return markup(own.get());
    }
    return f.text("dc:title", "atom:title", "itunes:title", "media:title")
        .map(Markup::guess)
        .orElse(Markup.EMPTY);
  }

  private Markup markup(Element e) {
    Markup written = Xml.hasElements(e) ? Markup.html(Xml.inner(e)) : Markup.guess(Xml.text(e));
    return bases.markup(e, written);
  }

  /** The element that holds the full text, where one does. */
  private static Optional<Element> fullElement(Fields f) {
    for (String name : FULL) {
      for (Element e : f.all(name)) {
        if (!Xml.text(e).isEmpty()) {
          return Optional.of(e);
        }
      }
    }
    return Optional.empty();
  }

  private Markup full(Element e) {
    boolean atom = e.getNamespacePrefix().equals("atom");
    return bases.markup(e, atom ? AtomText.read(e) : Markup.html(Xml.text(e)));
  }

  private Markup description(Fields f) {
    Optional<Element> own = f.first("description").filter(e -> !Xml.text(e).isEmpty());
    if (own.isPresent()) {
      return markup(own.get());
    }
    return f.text("dc:description", "dcterms:abstract", "summary", "itunes:summary")
        .map(Markup::guess)
        .or(() -> f.first("atom:summary").map(AtomText::read))
        .or(
            () ->
                f.text("itunes:subtitle", "googleplay:description", "abstract", "media:description")
                    .map(Markup::guess))
        .orElse(Markup.EMPTY);
  }

  /** A summary beside a description that is the only text. */
  private static Markup second(Fields f, Markup description) {
    return f.text("summary")
        .map(Markup::guess)
        .or(() -> f.first("atom:summary").map(AtomText::read))
        .filter(m -> !m.value().equals(description.value()))
        .orElse(Markup.EMPTY);
  }

  private Item.Identity identity(Element e, Fields f) {
    Optional<String> guid = f.text("guid", "atom:id", "id", "dc:identifier");
    Optional<String> about = Xml.attribute(e, "about");
    boolean permalink =
        f.first("guid").isPresent()
            && guid.filter(Links::isHttp).isPresent()
            && !f.first("guid")
                .flatMap(g -> Xml.attribute(g, "isPermaLink"))
                .orElse("true")
                .equalsIgnoreCase("false");
    Optional<String> link =
        link(f).or(() -> permalink ? guid : Optional.empty()).or(() -> about.filter(Links::isHttp));
    List<AltId> altIds = new ArrayList<>(1);
    about
        .filter(a -> !guid.equals(Optional.of(a)))
        .ifPresent(a -> altIds.add(new AltId("rdf:about", a)));
    return new Item.Identity(guid.or(() -> about), permalink, link, Optional.empty(), altIds);
  }

  /** FeedBurner keeps the publisher's own address beside its redirect: that one is the story's. */
  private Optional<String> link(Fields f) {
    Optional<String> original = f.text("feedburner:origlink", "pheedo:origlink");
    if (original.isPresent()) {
      return original;
    }
    for (Element e : f.all("link")) {
      Optional<String> text = Some.text(Xml.text(e)).or(() -> Xml.attribute(e, "href"));
      if (text.isPresent()) {
        return text.map(t -> bases.reference(e, t));
      }
    }
    for (Element e : f.all("atom:link")) {
      Optional<String> href = Xml.attribute(e, "href");
      if (href.isPresent() && Xml.attribute(e, "rel").orElse("alternate").equals("alternate")) {
        return href.map(t -> bases.reference(e, t));
      }
    }
    return Optional.empty();
  }

  private static Item.Dates dates(Fields f) {
    Optional<String> published =
        f.text(
            "pubdate",
            "atom:published",
            "dcterms:issued",
            "dc:date",
            "published",
            "date",
            "dcterms:created",
            "prism:publicationdate");
    Optional<String> updated =
        f.text("atom:updated", "dcterms:modified", "updated", "lastbuilddate");
    return new Item.Dates(
        published,
        updated,
        f.text("dcterms:created"),
        Optional.empty(),
        f.text("expirationdate", "prism:expirationdate"));
  }

  private List<Person> people(Fields f) {
    List<Person> people = new ArrayList<>(2);
    for (String name : new String[] {"author", "dc:creator", "dc:author"}) {
      for (Element e : f.all(name)) {
        add(people, person(e, "author"));
      }
    }
    for (Element e : f.all("atom:author")) {
      add(people, AtomPerson.read(e, "author", bases::at));
    }
    if (people.isEmpty()) {
      f.text("itunes:author", "googleplay:author")
          .flatMap(a -> AuthorForms.read(a, "author"))
          .ifPresent(people::add);
    }
    for (String name : new String[] {"dc:contributor", "atom:contributor"}) {
      for (Element e : f.all(name)) {
        add(people, person(e, "contributor"));
      }
    }
    return people;
  }

  private Optional<Person> person(Element e, String role) {
    return Xml.hasElements(e)
        ? AtomPerson.read(e, role, bases::at)
        : AuthorForms.read(Xml.text(e), role);
  }

  /** The same person in {@code author} and {@code dc:creator} is one person. */
  private static void add(List<Person> people, Optional<Person> person) {
    if (person.isPresent()
        && people.stream().noneMatch(p -> p.name().equals(person.get().name()))) {
      people.add(person.get());
    }
  }

  private static Lines lines(Fields f) {
    Optional<String> rights = f.text("dc:rights", "copyright", "media:copyright", "atom:rights");
    Optional<String> credit = f.text("media:credit", "dc:source");
    Optional<String> terms = Licence.of(f);
    return rights.isEmpty() && credit.isEmpty() && terms.isEmpty()
        ? Lines.NONE
        : Lines.NONE.withCopyrightNotice(rights).withCredit(credit).withUsageTerms(terms);
  }

  /** A category of a podcast, and those nested in it. */
  private static void itunes(Element e, List<Subject> subjects) {
    Xml.attribute(e, "text").map(Subject::named).ifPresent(subjects::add);
    for (Element inner : Fields.of(e, "").all("itunes:category")) {
      itunes(inner, subjects);
    }
  }

  private static List<Subject> subjects(Fields f) {
    List<Subject> subjects = new ArrayList<>();
    for (Element e : f.all("category")) {
      Some.text(Xml.text(e))
          .or(() -> Xml.attribute(e, "term"))
          .or(() -> Xml.attribute(e, "label"))
          .ifPresent(
              name ->
                  subjects.add(new Subject(name, Optional.empty(), Xml.attribute(e, "domain"))));
    }
    for (Element e : f.all("itunes:category")) {
      itunes(e, subjects);
    }
    for (String name : new String[] {"dc:subject", "media:category"}) {
      for (Element e : f.all(name)) {
        Some.text(Xml.text(e)).map(Subject::named).ifPresent(subjects::add);
      }
    }
    for (String name : new String[] {"itunes:keywords", "media:keywords"}) {
      f.text(name)
          .ifPresent(
              all -> {
                for (String word : all.split(",", 50)) {
                  Some.text(word).map(Subject::named).ifPresent(subjects::add);
                }
              });
    }
    return subjects;
  }
}
