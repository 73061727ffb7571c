package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdom2.Content;
import org.jdom2.Element;

/** Looking for elements of wire formats at any depth: agencies nest them as they like. */
final class WireXml {
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
}
