package news.dateline.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.dateline.model.AltId;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.Person;
import news.dateline.model.PubStatus;
import news.dateline.model.Relation;
import news.dateline.model.Subject;
import news.dateline.model.Wire;

/** Reads one entry of digitalwires. */
final class DigitalwiresItem {
  /** Categories that say something of the entry, not what it is about. */
  private static final Set<String> NOT_SUBJECTS =
      Set.of(
          "pubstatus",
          "wire",
          "creator",
          "contributor",
          "keyword",
          "genre",
          "urgency",
          "provider",
          "signal");

  /** A member of staff as the desk's system knows them: nobody's name. */
  private static final Pattern LOGIN = Pattern.compile("[\\p{Ll}\\d_-]+(?:\\.[\\p{Ll}\\d_-]+)*");

  private final JsonFields n;

  DigitalwiresItem(JsonNode node) {
    this.n = JsonFields.of(node);
  }

  Item read(Content content) {
    Optional<String> headline = n.text("headline");
    HtmlBody article = HtmlBody.of(n.text("articlehtml").orElse(""), headline.orElse(""));
    Body body = body(article);
    NinjsMedia media = NinjsMedia.of(n);
    List<String> signals = signals();
    boolean corrects = signals.stream().anyMatch(s -> s.contains("correct"));
    boolean kills = signals.stream().anyMatch(s -> NinjsItem.status(s) == PubStatus.CANCELED);
    Item item =
        new Item(
            identity(),
            Optional.empty(),
            n.text("language"),
            headline.map(Markup::text).orElse(Markup.EMPTY),
            n.text("teaser").map(Markup::text).orElse(Markup.EMPTY),
            body.text(),
            dates(),
            new Item.Editorial(
                kills ? PubStatus.CANCELED : NinjsItem.status(n.text("pubstatus").orElse("")),
                Some.integer(n.text("urgency")),
                corrects,
                ofType("genre").stream().flatMap(g -> g.text("name").stream()).findFirst()),
            people(),
            lines(article.notes()),
            subjects(),
            media.media(),
            Wire.NONE
                .typed(n.text("type"))
                .counting(body.letters())
                .noting(note(corrects))
                .related(relations(media)),
            Json.bytes(n.node()));
    return content.house(providers()).finish(item, path -> Paths.in(n.node(), path));
  }

  private record Body(Markup text, int letters) {}

  /** The article, and behind it the box of facts; a box of links is no text but relations. */
  private Body body(HtmlBody article) {
    HtmlBody box = HtmlBody.of(n.text("infoboxhtml").orElse(""), "");
    return new Body(
        Markup.html(article.text().value() + box.text().value()),
        article.letters() + box.letters());
  }

  private Item.Identity identity() {
    List<AltId> altIds = new ArrayList<>();
    Optional<String> id = n.text("urn", "entryid");
    n.text("entryid")
        .filter(e -> !Optional.of(e).equals(id))
        .ifPresent(e -> altIds.add(new AltId("entryId", e)));
    return new Item.Identity(id, false, n.text("url"), n.text("version"), altIds);
  }

  /** {@code updated} is when the entry came to the API: no date of the story. */
  private Item.Dates dates() {
    boolean hold = n.get("embargoed").isTextual();
    return new Item.Dates(
        n.text("firstcreated"),
        n.text("versioncreated").or(() -> n.text("updated")),
        n.text("contentcreated"),
        n.text("embargoed").or(() -> hold ? Optional.of("") : Optional.empty()),
        n.text("expires"));
  }

  private List<String> signals() {
    List<String> signals = new ArrayList<>(n.all("signal", "signals"));
    for (JsonFields signal : ofType("signal")) {
      signal.text("qcode", "name").ifPresent(signals::add);
    }
    return signals.stream().map(s -> s.toLowerCase(Locale.ROOT)).toList();
  }

  private static String type(JsonFields category) {
    return category.text("type").orElse("").replaceAll("^.*:", "").toLowerCase(Locale.ROOT);
  }

  private List<JsonFields> ofType(String type) {
    return n.objects("categories").stream().filter(c -> type(c).equals(type)).toList();
  }

  private List<String> providers() {
    List<String> names = new ArrayList<>();
    n.text("urn").ifPresent(urn -> NinjsPeople.authority(urn, names));
    for (JsonFields provider : ofType("provider")) {
      provider.text("name", "qcode").ifPresent(names::add);
    }
    n.text("creditline").ifPresent(names::add);
    return names;
  }

  private List<Person> people() {
    Set<Person> people = new LinkedHashSet<>();
    for (String role : List.of("creator", "contributor")) {
      for (JsonFields person : ofType(role)) {
        person
            .text("name")
            .filter(name -> !LOGIN.matcher(name).matches())
            .filter(name -> people.stream().noneMatch(p -> p.name().equals(name)))
            .ifPresent(
                name ->
                    people.add(
                        new Person(
                            name,
                            role.equals("creator") ? "author" : role,
                            Optional.empty(),
                            Optional.empty())));
      }
    }
    return List.copyOf(people);
  }

  private Lines lines(List<String> cut) {
    return new Lines(
        n.text("byline"),
        n.text("creditline"),
        n.text("dateline"),
        n.text("slugline"),
        Optional.empty(),
        n.text("copyrightholder"),
        n.text("copyrightnotice"),
        n.text("usageterms"),
        edNote(cut));
  }

  /** All notes, public ones too: they are to editors, who decide. */
  private Optional<String> edNote(List<String> cut) {
    Set<String> notes = new LinkedHashSet<>();
    for (JsonFields note : n.objects("ednotes")) {
      note.text("ednote", "value").map(AuthorForms::fold).ifPresent(notes::add);
    }
    JsonFields notepad = n.object("notepad");
    for (String part : List.of("publichtml", "nonpublichtml")) {
      notepad.text(part).map(HtmlBody::lines).flatMap(Some::text).ifPresent(notes::add);
    }
    notes.addAll(cut);
    n.text("autopublishnotice").ifPresent(notes::add);
    return Some.text(String.join("\n\n", notes));
  }

  /** What was corrected, in the note with that role; the full one, not its short form. */
  private Optional<String> note(boolean corrects) {
    for (String role : List.of("correction", "update", "embargolift", "correctionshort")) {
      for (JsonFields note : n.objects("ednotes")) {
        String said = note.text("role").orElse("").replaceAll("^.*:", "");
        if (said.equalsIgnoreCase(role)) {
          return note.text("ednote", "value").map(AuthorForms::fold);
        }
      }
    }
    return corrects ? n.text("autopublishnotice") : Optional.empty();
  }

  private List<Subject> subjects() {
    Set<Subject> subjects = new LinkedHashSet<>();
    for (JsonFields c : n.objects("categories")) {
      String type = type(c);
      Optional<String> name =
          c.object("geojson")
              .object("properties")
              .text("name") // of a place; the category's is the name with its address
              .or(() -> c.text("name", "qcode"));
      if (!NOT_SUBJECTS.contains(type)) {
        name.ifPresent(v -> subjects.add(new Subject(v, c.text("qcode"), Optional.empty())));
      }
    }
    for (JsonFields keyword : ofType("keyword")) {
      keyword.text("name").map(Subject::named).ifPresent(subjects::add);
    }
    return List.copyOf(subjects);
  }

  private List<Relation> relations(NinjsMedia media) {
    Set<Relation> relations = new LinkedHashSet<>(media.relations());
    for (HtmlLink link : HtmlLink.in(n.text("linkboxhtml").orElse(""))) {
      relations.add(new Relation("seeAlso", link.href(), Some.text(link.text())));
    }
    return List.copyOf(relations);
  }
}
