package news.dateline.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdom2.Content;
import org.jdom2.Element;

/**
 * The children of an element by name, gathered in one pass: {@code title}, {@code dc:creator}.
 * Names are compared in lower case, prefixes are those of {@link Vocabulary}.
 */
final class Fields {
  private final Map<String, List<Element>> byName = new HashMap<>();

  private Fields() {}

  /**
   * @param home the vocabulary of the format itself, whose names need no prefix; may be empty
   */
  static Fields of(Element parent, String home) {
    Fields fields = new Fields();
    for (int i = 0; i < parent.getContentSize(); i++) {
      Content c = parent.getContent(i);
      if (c instanceof Element e) {
        fields.byName.computeIfAbsent(key(e, home), k -> new ArrayList<>(2)).add(e);
      }
    }
    return fields;
  }

  private static String key(Element e, String home) {
    String prefix = e.getNamespacePrefix();
    String name = e.getName().toLowerCase(Locale.ROOT);
    return prefix.isEmpty() || prefix.equals(home) ? name : prefix + ":" + name;
  }

  List<Element> all(String name) {
    return byName.getOrDefault(name, List.of());
  }

  Optional<Element> first(String name) {
    List<Element> all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  /** Text of the first child of the first of these names that is not blank. */
  Optional<String> text(String... names) {
    for (String name : names) {
      for (Element e : all(name)) {
        String text = Xml.text(e);
        if (!text.isEmpty()) {
          return Optional.of(text);
        }
      }
    }
    return Optional.empty();
  }
}
