package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.dateline.model.Hop;
import news.dateline.model.Subject;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Text;

/** What stands above and beside the text of NITF, asked of the {@code nitf} element. */
final class NitfHead {
  /** Digits of a subject code of the IPTC. */
  private static final String SUBJECT = "\\d{8}";

  private NitfHead() {}

  /**
   * The first byline; names and titles stand in elements of their own, a space keeps them apart.
   */
  static Optional<String> byline(Element nitf) {
    return WireXml.descendants(nitf, "byline").stream()
        .flatMap(e -> Some.text(AuthorForms.fold(spaced(e, Set.of()))).stream())
        .findFirst();
  }

  /**
   * The dateline without its date element: agencies print the machine's form there, or a wrong one
   * (EFE says so itself).
   */
  static Optional<String> dateline(Element nitf) {
    return WireXml.first(nitf, "dateline")
        .flatMap(d -> Some.text(AuthorForms.fold(spaced(d, Set.of("story.date")))));
  }

  /** The city in the dateline, else the place there, else the city where it happened. */
  static Optional<String> located(Element nitf) {
    Optional<Element> dateline = WireXml.first(nitf, "dateline");
    return dateline
        .flatMap(d -> WireXml.text(d, "city"))
        .or(() -> dateline.flatMap(d -> WireXml.text(d, "location")))
        .or(() -> WireXml.attribute(nitf, "evloc", "city"));
  }

  private static String spaced(Element e, Set<String> without) {
    StringBuilder out = new StringBuilder();
    for (Content c : e.getContent()) {
      if (c instanceof Element child
          && !without.contains(child.getName().toLowerCase(Locale.ROOT))) {
        out.append(' ').append(spaced(child, without)).append(' ');
      } else if (c instanceof Text t) {
        out.append(t.getText());
      }
    }
    return out.toString().replace(" ,", ",");
  }

  static Optional<String> meta(Element nitf, String name) {
    for (Element e : WireXml.descendants(nitf, "meta")) {
      if (Xml.attribute(e, "name").filter(name::equalsIgnoreCase).isPresent()) {
        return Xml.attribute(e, "content");
      }
    }
    return Optional.empty();
  }

  /** Who delivered it, the first first ({@code del-list}). */
  static List<Hop> hops(Element nitf) {
    return WireXml.descendants(nitf, "from-src").stream()
        .sorted(
            (a, b) ->
                Integer.compare(
                    Some.integer(Xml.attribute(a, "level-number")).orElse(0),
                    Some.integer(Xml.attribute(b, "level-number")).orElse(0)))
        .flatMap(e -> Xml.attribute(e, "src-name").or(() -> Some.text(e.getValue())).stream())
        .map(party -> new Hop(party, Optional.empty(), Optional.empty()))
        .toList();
  }

  /** Messages to editors: {@code ed-msg}, the note above the text, and those inside it. */
  static Optional<String> edNote(Element nitf) {
    List<String> notes = new ArrayList<>();
    WireXml.descendants(nitf, "ed-msg").stream()
        .flatMap(e -> Xml.attribute(e, "info").or(() -> WireXml.lines(e)).stream())
        .forEach(notes::add);
    WireXml.first(nitf, "body.head").stream()
        .flatMap(h -> WireXml.descendants(h, "note").stream())
        .flatMap(e -> WireXml.lines(e).stream())
        .forEach(notes::add);
    NitfBody.content(nitf).map(NitfBody::advisories).ifPresent(notes::addAll);
    revision(nitf).ifPresent(notes::add); // the desk's own log
    return Some.text(notes.stream().distinct().collect(Collectors.joining("\n\n")));
  }

  /** What a correction says of itself, else the comment on the latest revision. */
  static Optional<String> change(Element nitf) {
    Optional<String> correction = WireXml.attribute(nitf, "correction", "info");
    return correction.isPresent() ? correction : revision(nitf);
  }

  private static Optional<String> revision(Element nitf) {
    List<Element> revisions = WireXml.descendants(nitf, "revision-history");
    return revisions.isEmpty()
        ? Optional.empty()
        : Xml.attribute(revisions.get(revisions.size() - 1), "comment");
  }

  static List<Subject> subjects(Element nitf) {
    List<Subject> subjects = new ArrayList<>();
    for (Element e : WireXml.descendants(nitf, "tobject.subject")) {
      Optional<String> code =
          Xml.attribute(e, "tobject.subject.refnum")
              .or(() -> Xml.attribute(e, "tobject.subject.code"));
      Optional<String> registrar = Xml.attribute(e, "tobject.subject.ipr");
      Xml.attribute(e, "tobject.subject.detail")
          .or(() -> Xml.attribute(e, "tobject.subject.matter"))
          .or(() -> Xml.attribute(e, "tobject.subject.type"))
          .or(() -> code)
          .ifPresent(name -> subjects.add(subject(name, code, registrar)));
    }
    for (Element e : WireXml.descendants(nitf, "keyword")) {
      Xml.attribute(e, "key")
          .or(() -> Some.text(AuthorForms.fold(e.getValue())))
          .map(Subject::named)
          .ifPresent(subjects::add);
    }
    for (Element e : WireXml.descendants(nitf, "classifier")) {
      Xml.attribute(e, "value").map(Subject::named).ifPresent(subjects::add);
    }
    return subjects.stream().distinct().toList();
  }

  /** Who registered the code: the IPTC when nobody else is named and it looks like its own. */
  static Subject subject(String name, Optional<String> code, Optional<String> registrar) {
    boolean iptc =
        registrar.orElse("IPTC").equalsIgnoreCase("IPTC")
            && code.filter(c -> c.matches(SUBJECT)).isPresent();
    return new Subject(
        name,
        code.map(c -> iptc ? "subj:" + c : c),
        iptc ? Optional.of("subj") : registrar.or(() -> code.map(c -> "nitf")));
  }
}
