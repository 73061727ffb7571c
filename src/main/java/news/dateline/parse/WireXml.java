package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Text;

/** Looking for elements of wire formats at any depth: agencies nest them as they like. */
final class WireXml {
  /** Elements of HTML and NITF that part no lines. */
  private static final Set<String> INLINE =
      Set.of(
          "a",
          "b",
          "i",
          "u",
          "em",
          "strong",
          "span",
          "small",
          "sub",
          "sup",
          "abbr",
          "cite",
          "q",
          "time",
          "mark",
          "font",
          "person",
          "org",
          "location",
          "chron",
          "num",
          "money",
          "event",
          "object.title",
          "virtloc",
          "city",
          "country",
          "state",
          "region",
          "function",
          "copyrite");

  /** Stands for the end of a line until white space is folded. */
  private static final char LINE = '\u0001';

  private WireXml() {}

  /** All elements below, in document order. */
  static List<Element> all(Element under) {
    List<Element> found = new ArrayList<>();
    for (Content c : under.getDescendants()) {
      if (c instanceof Element e) {
        found.add(e);
      }
    }
    return found;
  }

  /** All elements of the name below, in document order; case does not matter. */
  static List<Element> descendants(Element under, String name) {
    List<Element> found = new ArrayList<>();
    for (Content c : under.getDescendants()) {
      if (c instanceof Element e && e.getName().equalsIgnoreCase(name)) {
        found.add(e);
      }
    }
    return found;
  }

  /** The first element of the name below. */
  static Optional<Element> first(Element under, String name) {
    for (Content c : under.getDescendants()) {
      if (c instanceof Element e && e.getName().equalsIgnoreCase(name)) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  /**
   * All elements below, in document order, without those named and what is in them: what belongs to
   * an element and not to another of its kind inside it.
   */
  static List<Element> without(Element under, String name) {
    List<Element> found = new ArrayList<>();
    without(under, name, found);
    return found;
  }

  private static void without(Element under, String name, List<Element> found) {
    for (Element e : under.getChildren()) {
      if (!e.getName().equalsIgnoreCase(name)) {
        found.add(e);
        without(e, name, found);
      }
    }
  }

  /** Folded text of the first element of the name that has any. */
  static Optional<String> text(Element under, String name) {
    for (Content c : under.getDescendants()) {
      if (c instanceof Element e && e.getName().equalsIgnoreCase(name)) {
        Optional<String> text = Some.text(AuthorForms.fold(e.getValue()));
        if (text.isPresent()) {
          return text;
        }
      }
    }
    return Optional.empty();
  }

  /** Folded text of the first of the elements of the name that has any. */
  static Optional<String> text(List<Element> elements, String name) {
    return elements.stream()
        .filter(e -> e.getName().equalsIgnoreCase(name))
        .flatMap(e -> Some.text(AuthorForms.fold(e.getValue())).stream())
        .findFirst();
  }

  /** An attribute of the first element of the name that has it. */
  static Optional<String> attribute(Element under, String name, String attribute) {
    for (Element e : descendants(under, name)) {
      Optional<String> value = Xml.attribute(e, attribute);
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  /** Folded text of the children of the name, in order. */
  static List<String> children(Element parent, String name) {
    List<String> texts = new ArrayList<>();
    for (Element e : parent.getChildren()) {
      if (e.getName().equalsIgnoreCase(name)) {
        Some.text(AuthorForms.fold(e.getValue())).ifPresent(texts::add);
      }
    }
    return texts;
  }

  /** The children of the name, in order; case does not matter. */
  static List<Element> childElements(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Element e : parent.getChildren()) {
      if (e.getName().equalsIgnoreCase(name)) {
        found.add(e);
      }
    }
    return found;
  }

  /** The first child of the name. */
  static Optional<Element> child(Element parent, String name) {
    return childElements(parent, name).stream().findFirst();
  }

  /** The text inside, a line for each paragraph, list item or heading; empty when there is none. */
  static Optional<String> lines(Element e) {
    StringBuilder out = new StringBuilder();
    lines(e, out);
    StringBuilder folded = new StringBuilder();
    for (String line : out.toString().split(String.valueOf(LINE), -1)) {
      String text = AuthorForms.fold(line);
      if (!text.isEmpty()) {
        folded.append(folded.length() == 0 ? "" : "\n").append(text);
      }
    }
    return Some.text(folded.toString());
  }

  private static void lines(Element e, StringBuilder out) {
    boolean inline = INLINE.contains(e.getName().toLowerCase(Locale.ROOT));
    out.append(inline ? "" : LINE);
    for (Content c : e.getContent()) {
      if (c instanceof Element child) {
        lines(child, out);
      } else if (c instanceof Text t) {
        out.append(t.getText());
      }
    }
    out.append(inline ? "" : LINE);
  }
}
