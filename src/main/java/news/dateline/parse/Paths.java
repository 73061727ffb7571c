package news.dateline.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Element;

/**
 * Where a field stands, the same way for XML and JSON: {@code meta[name=slug]/@content}, {@code
 * headlines[role=main]/value}. In XML each step looks at any depth below the one before, in either
 * case, without namespace; {@code @} takes an attribute and a condition asks for one. In JSON a
 * step is a key, {@code @} means nothing, lists are gone through, and a condition asks for a key's
 * value.
 */
final class Paths {
  private static final Pattern STEP =
      Pattern.compile(
          "@?([\\p{L}_][\\p{L}\\p{N}_.:-]*)(?:\\[@?([\\p{L}\\p{N}_.:-]+)=([^\\]]*)\\])?");

  private Paths() {}

  /** Whether this can be read as a path. */
  static boolean isPath(String path) {
    for (String step : path.split("/", -1)) {
      if (!STEP.matcher(step).matches()) {
        return false;
      }
    }
    return true;
  }

  /** The folded texts that stand there, blank ones left out, in document order. */
  static List<String> in(Element root, String path) {
    int last = path.lastIndexOf('/');
    if (path.startsWith("@", last + 1)) {
      String name = step(path.substring(last + 1)).group(1);
      List<Element> at = last < 0 ? List.of(root) : elements(root, path.substring(0, last));
      return texts(at.stream().flatMap(e -> Xml.attribute(e, name).stream()).toList());
    }
    return texts(elements(root, path).stream().map(Element::getValue).toList());
  }

  /** The elements that stand there, in document order. */
  static List<Element> elements(Element root, String path) {
    List<Element> at = List.of(root);
    for (String written : path.split("/", -1)) {
      Matcher step = step(written);
      List<Element> next = new ArrayList<>();
      for (Element e : outermost(at)) {
        for (Element found : WireXml.descendants(e, step.group(1))) {
          if (step.group(2) == null
              || Xml.attribute(found, step.group(2))
                  .filter(step.group(3)::equalsIgnoreCase)
                  .isPresent()) {
            next.add(found);
          }
        }
      }
      at = next;
    }
    return at;
  }

  /** Without those inside another of them: what is below them is below that one too. */
  private static List<Element> outermost(List<Element> inOrder) {
    List<Element> outermost = new ArrayList<>();
    Element last = null;
    for (Element e : inOrder) {
      if (last == null || !last.isAncestor(e)) {
        outermost.add(e);
        last = e;
      }
    }
    return outermost;
  }

  /** The folded texts that stand there, blank ones left out, in document order. */
  static List<String> in(JsonNode root, String path) {
    return texts(
        nodes(root, path).stream()
            .filter(JsonNode::isValueNode)
            .map(n -> n.isNull() ? "" : n.asText())
            .toList());
  }

  /** What stands there, the elements of lists one by one, in document order. */
  static List<JsonNode> nodes(JsonNode root, String path) {
    List<JsonNode> at = List.of(root);
    for (String written : path.split("/", -1)) {
      Matcher step = step(written);
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode node : at) {
        for (JsonNode found : Json.spread(node.path(step.group(1)))) {
          if (step.group(2) == null
              || found.path(step.group(2)).asText().equalsIgnoreCase(step.group(3))) {
            next.add(found);
          }
        }
      }
      at = next;
    }
    return at;
  }

  private static Matcher step(String written) {
    Matcher step = STEP.matcher(written);
    if (!step.matches()) {
      throw new IllegalArgumentException("not a path: " + written); // refused when read
    }
    return step;
  }

  private static List<String> texts(List<String> values) {
    return values.stream().map(AuthorForms::fold).flatMap(v -> Some.text(v).stream()).toList();
  }

  /** Reads texts at paths in one item. */
  interface Lookup {
    /** Nothing stands anywhere. */
    Lookup NOTHING = path -> List.of();

    /** The texts at a path; empty when there is none. */
    List<String> at(String path);

    /** The first text at the first of these paths that has one. */
    default Optional<String> first(List<String> paths) {
      return paths.stream().flatMap(p -> at(p).stream()).findFirst();
    }
  }
}
