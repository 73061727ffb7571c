package news.dateline.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import org.jdom2.AttributeType;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.UncheckedJDOMFactory;
import org.jspecify.annotations.Nullable;

/**
 * Builds a JDOM tree from start tags, end tags and characters, whoever found them. Prefixes are
 * resolved here, so that one nobody declared is no error.
 */
final class TreeBuilder {
  /** Deeper than any real document; shallow enough for every recursion over the tree. */
  private static final int MAX_DEPTH = 400;

  /** Elements of a document. A daily file of a wire has some ten thousand. */
  private static final int MAX_ELEMENTS = 2_000_000;

  /** Above this depth (document, channel, item) white space between elements means nothing. */
  private static final int STRUCTURE_DEPTH = 3;

  private static final UncheckedJDOMFactory JDOM = new UncheckedJDOMFactory();

  private final StringBuilder text = new StringBuilder();
  private final List<Map<String, Namespace>> outer = new ArrayList<>();
  private Map<String, Namespace> scope = Map.of();
  private @Nullable Element root;
  private @Nullable Element current;
  private int elements;
  private boolean undeclared;
  private boolean based;

  /**
   * @param name as written, prefix included
   * @param attributes name, value, name, value ...
   */
  void start(String name, List<String> attributes) {
    flush();
    if (outer.size() >= MAX_DEPTH) {
      throw new RejectedException(Reason.TOO_COMPLEX, "elements nested deeper than " + MAX_DEPTH);
    }
    if (++elements > MAX_ELEMENTS) {
      throw new RejectedException(Reason.TOO_COMPLEX, "more than " + MAX_ELEMENTS + " elements");
    }
    outer.add(scope);
    declare(attributes);
    Element element = JDOM.element(local(name), namespace(name));
    for (int i = 0; i < attributes.size(); i += 2) {
      attribute(element, attributes.get(i), attributes.get(i + 1));
    }
    if (current != null) {
      JDOM.addContent(current, element);
    } else if (root == null) {
      root = element;
    }
    current = element;
  }

  void end() {
    flush();
    if (current != null) {
      current = current.getParentElement();
    }
    if (!outer.isEmpty()) {
      scope = outer.remove(outer.size() - 1);
    }
  }

  void characters(CharSequence more) {
    text.append(more);
  }

  void characters(char[] chars, int start, int length) {
    text.append(chars, start, length);
  }

  /** The root, its unfinished descendants included; null when not even the root came. */
  @Nullable Element root() {
    flush();
    return root;
  }

  /** True when an element had a prefix that nobody declared. */
  boolean undeclared() {
    return undeclared;
  }

  /** True when an {@code xml:base} was seen. */
  boolean based() {
    return based;
  }

  private void flush() {
    if (text.length() == 0) {
      return;
    }
    mendCharacters();
    if (current != null && (outer.size() > STRUCTURE_DEPTH || !isBlank(text))) {
      JDOM.addContent(current, JDOM.text(text.toString()));
    }
    text.setLength(0);
  }

  /**
   * Numbers 128 to 159 name control characters nobody means; every browser reads them as
   * windows-1252 (HTML Standard, numeric character reference end state).
   */
  private void mendCharacters() {
    boolean suspicious = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        continue;
      }
      if (c <= 0x9F && c != 0x85) {
        text.setCharAt(i, Utf8Mixed.windows1252(c));
      }
      suspicious |= Mojibake.mayBegin(c);
    }
    if (suspicious) {
      String mended = Mojibake.mend(text.toString());
      text.setLength(0);
      text.append(mended);
    }
  }

  private static boolean isBlank(CharSequence s) {
    for (int i = 0; i < s.length(); i++) {
      if (!Character.isWhitespace(s.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private void declare(List<String> attributes) {
    for (int i = 0; i < attributes.size(); i += 2) {
      String name = attributes.get(i);
      if (name.startsWith("xmlns") && (name.length() == 5 || name.charAt(5) == ':')) {
        if (scope == outer.get(outer.size() - 1)) {
          scope = new HashMap<>(scope);
        }
        String prefix = name.length() == 5 ? "" : name.substring(6);
        scope.put(prefix, Vocabulary.of(prefix, attributes.get(i + 1)));
      }
    }
  }

  private void attribute(Element element, String name, String value) {
    if (name.startsWith("xmlns") && (name.length() == 5 || name.charAt(5) == ':')) {
      return;
    }
    Namespace namespace = name.indexOf(':') < 0 ? Namespace.NO_NAMESPACE : namespace(name);
    if (namespace.equals(Namespace.XML_NAMESPACE) && name.endsWith(":base")) {
      based = true;
    }
    JDOM.setAttribute(element, JDOM.attribute(local(name), value, AttributeType.CDATA, namespace));
  }

  private static String local(String name) {
    return name.substring(name.lastIndexOf(':') + 1);
  }

  private Namespace namespace(String name) {
    int colon = name.lastIndexOf(':');
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    if (prefix.equals("xml")) {
      return Namespace.XML_NAMESPACE;
    }
    Namespace declared = scope.get(prefix);
    if (declared != null) {
      return declared;
    }
    if (prefix.isEmpty()) {
      return Namespace.NO_NAMESPACE;
    }
    undeclared = true;
    return Vocabulary.undeclared(prefix);
  }
}
