package news.dateline.parse;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.dateline.model.Subject;
import org.jdom2.Element;

/** Subjects and keywords of a NewsML-G2 item. */
final class G2Subjects {
  /** Schemes of the IPTC that say what a story is about. */
  private static final Set<String> TOPICS = Set.of("medtop", "subj");

  /** Digits of a subject code of the IPTC; agencies that keep numbers lose its leading zero. */
  private static final int DIGITS = 8;

  private final Map<String, String> schemes = new HashMap<>();
  private final Set<Subject> subjects = new LinkedHashSet<>();

  private G2Subjects() {}

  static List<Subject> of(Element item, Element contentMeta) {
    G2Subjects read = new G2Subjects();
    for (Element scheme : WireXml.descendants(item, "scheme")) {
      Optional<String> alias = Xml.attribute(scheme, "alias");
      Optional<String> uri = Xml.attribute(scheme, "uri");
      if (alias.isPresent() && uri.isPresent()) {
        read.schemes.put(alias.get(), uri.get());
      }
    }
    for (Element e : WireXml.childElements(contentMeta, "subject")) {
      read.add(e);
      // the same concept, or one above it, in the IPTC's own words
      for (String name : new String[] {"sameAs", "broader"}) {
        WireXml.childElements(e, name).stream().filter(G2Subjects::isTopic).forEach(read::add);
      }
    }
    for (String name : new String[] {"keyword"}) {
      WireXml.children(contentMeta, name).forEach(k -> read.subjects.add(Subject.named(k)));
    }
    return List.copyOf(read.subjects);
  }

  private static boolean isTopic(Element e) {
    String code = Xml.attribute(e, "qcode").orElse("");
    return TOPICS.contains(code.substring(0, Math.max(0, code.indexOf(':'))));
  }

  private void add(Element e) {
    Optional<String> code = Xml.attribute(e, "qcode").map(this::resolved);
    code = code.or(() -> Xml.attribute(e, "uri"));
    Optional<String> name = G2Names.name(e).or(() -> Xml.attribute(e, "literal"));
    if (code.isEmpty() && name.isEmpty()) {
      return;
    }
    String shown = name.orElse(code.orElse(""));
    boolean counts = name.isPresent() && shown.chars().noneMatch(Character::isLetter);
    if (!counts) { // a length or a running number is no subject
      subjects.add(new Subject(shown, code, code.flatMap(G2Subjects::scheme)));
    }
  }

  private String resolved(String qcode) {
    int colon = qcode.indexOf(':');
    String alias = colon < 0 ? "" : qcode.substring(0, colon);
    String code = qcode.substring(colon + 1);
    if (alias.equals("subj") && code.length() == DIGITS - 1 && code.matches("\\d+")) {
      return alias + ":0" + code;
    }
    String uri = schemes.get(alias);
    return uri == null || TOPICS.contains(alias) ? qcode : uri + code;
  }

  private static Optional<String> scheme(String code) {
    int colon = code.indexOf(':');
    return colon > 0 && !code.startsWith("http") && !code.startsWith("urn:")
        ? Optional.of(code.substring(0, colon))
        : Optional.empty();
  }
}
