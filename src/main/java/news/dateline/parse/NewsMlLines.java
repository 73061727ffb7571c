package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.dateline.model.Lines;
import news.dateline.model.Person;
import news.dateline.model.Subject;
import org.jdom2.Element;

/**
 * News lines, parties and descriptions of a NewsML 1.x item: those of the component that holds the
 * text and of the components around it. A picture's own lines are not the story's.
 */
final class NewsMlLines {
  /** Values of SlugLine that are no slug: TASS writes its priority there. */
  private static final Set<String> PRIORITIES =
      Set.of("urgent", "flash", "bulletin", "alert", "express", "lightning", "routine");

  private final Element item;
  private final Optional<Element> text;

  /**
   * @param text the ContentItem that holds the story; empty when there is none
   */
  NewsMlLines(Element item, Optional<Element> text) {
    this.item = item;
    this.text = text;
  }

  /** A news line of the component that holds the text, else of those around it, else anywhere. */
  Optional<String> line(String name) {
    Element above = item.getParentElement();
    for (Element at = text.orElse(item);
        at != null && !at.equals(above);
        at = at.getParentElement()) {
      for (Element lines : WireXml.childElements(at, "NewsLines")) {
        Optional<String> line = WireXml.text(lines, name);
        if (line.isPresent()) {
          return line;
        }
      }
    }
    return WireXml.descendants(item, name).stream()
        .filter(this::isOfStory)
        .flatMap(e -> Some.text(AuthorForms.fold(e.getValue())).stream())
        .findFirst();
  }

  /** False for what stands in a component of its own beside the story: a picture, a caption. */
  private boolean isOfStory(Element e) {
    if (text.isEmpty()) {
      return true;
    }
    for (Element at = e.getParentElement();
        at != null && !at.equals(item);
        at = at.getParentElement()) {
      if (at.getName().equalsIgnoreCase("NewsComponent") && !at.isAncestor(text.get())) {
        return false;
      }
    }
    return true;
  }

  private List<Element> ofStory(String name) {
    return WireXml.descendants(item, name).stream().filter(this::isOfStory).toList();
  }

  /**
   * @param edNote notes to editors
   */
  Lines lines(Optional<String> edNote) {
    return new Lines(
        line("ByLine"),
        line("CreditLine").or(() -> party("Source")).or(() -> party("Provider")),
        line("DateLine"),
        line("SlugLine")
            .filter(s -> !PRIORITIES.contains(s.toLowerCase(Locale.ROOT)))
            .or(() -> line("NameLabel")),
        located(),
        line("CopyrightHolder"),
        line("CopyrightLine"),
        line("RightsLine").or(() -> line("UsageTerms")).or(() -> line("UsageType")),
        edNote);
  }

  private Optional<String> party(String role) {
    return ofStory(role).stream().flatMap(e -> parties(e).stream()).findFirst();
  }

  /** Names of the parties in a role; TASS and others write text where the DTD has FormalName. */
  static List<String> parties(Element role) {
    List<String> names = new ArrayList<>();
    for (Element party : WireXml.descendants(role, "Party")) {
      Xml.attribute(party, "FormalName")
          .or(() -> Some.text(AuthorForms.fold(party.getValue())))
          .ifPresent(names::add);
    }
    if (names.isEmpty()) {
      Some.text(AuthorForms.fold(role.getValue())).ifPresent(names::add);
    }
    return names;
  }

  /** Everybody who is said to provide, own or have sent it. */
  List<String> providers() {
    List<String> names = new ArrayList<>();
    WireXml.text(item, "ProviderId").ifPresent(names::add);
    for (String role : new String[] {"Provider", "Source", "Creator"}) {
      ofStory(role).forEach(e -> names.addAll(parties(e)));
    }
    return names;
  }

  /** Creators and contributors of the story that are not the agency itself. */
  List<Person> people() {
    List<Person> people = new ArrayList<>();
    List<String> agencies = new ArrayList<>();
    for (String role : new String[] {"Provider", "Source"}) {
      ofStory(role).forEach(e -> agencies.addAll(parties(e)));
    }
    for (String role : new String[] {"Creator", "Author", "Contributor"}) {
      String as = role.equals("Contributor") ? "contributor" : "author";
      for (Element e : ofStory(role)) {
        for (String name : parties(e)) {
          if (agencies.stream().noneMatch(name::equalsIgnoreCase)) {
            people.add(new Person(name, as, Optional.empty(), Optional.empty()));
          }
        }
      }
    }
    return people.stream().distinct().toList();
  }

  /** The city a story was written from, not one it is about. */
  private Optional<String> located() {
    for (Element location : ofStory("Location")) {
      boolean origin =
          Xml.attribute(location, "HowPresent").filter("Origin"::equalsIgnoreCase).isPresent();
      for (Element p : WireXml.descendants(location, "Property")) {
        if (origin && Xml.attribute(p, "FormalName").filter("City"::equalsIgnoreCase).isPresent()) {
          return Xml.attribute(p, "Value").or(() -> Some.text(p.getValue()));
        }
      }
    }
    return Optional.empty();
  }

  /** News lines of a type: what changed, what is restricted, what goes with it. */
  List<String> typed(String type) {
    List<String> lines = new ArrayList<>();
    for (Element line : ofStory("NewsLine")) {
      boolean is =
          WireXml.attribute(line, "NewsLineType", "FormalName")
              .or(() -> WireXml.text(line, "NewsLineType"))
              .filter(type::equalsIgnoreCase)
              .isPresent();
      if (is) {
        WireXml.text(line, "NewsLineText").ifPresent(lines::add);
      }
    }
    return lines;
  }

  /** All that is for editors. */
  Optional<String> edNote() {
    List<String> notes = new ArrayList<>(typed("AdvisoryLine"));
    notes.addAll(typed("ProductLine"));
    for (String name : new String[] {"EditorialNote", "EdNote", "Comment"}) {
      ofStory(name).forEach(e -> Some.text(AuthorForms.fold(e.getValue())).ifPresent(notes::add));
    }
    return Some.text(notes.stream().distinct().collect(Collectors.joining("\n\n")));
  }

  /** Subject codes, the agency's own categories, keywords. */
  List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    for (Element code : WireXml.descendants(item, "SubjectCode")) {
      for (Element e : code.getChildren()) {
        Xml.attribute(e, "FormalName")
            .ifPresent(c -> subjects.add(NitfHead.subject(c, Optional.of(c), Optional.empty())));
        Xml.attribute(e, "cat")
            .ifPresent(c -> subjects.add(new Subject(c, Optional.of(c), Optional.of("cat"))));
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
    return subjects.stream().distinct().toList();
  }
}
