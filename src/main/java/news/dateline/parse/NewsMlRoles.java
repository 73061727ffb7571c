package news.dateline.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdom2.Element;

/** What the contents of an item are for: each component is asked once, however many it holds. */
final class NewsMlRoles {
  private final Map<Element, Optional<String>> own = new HashMap<>();

  /**
   * The role of the innermost component around it that tells one (NewsML 1.2, Role), in small
   * letters; empty when none does.
   */
  String of(Element content) {
    for (Element at = content.getParentElement();
        at != null && !at.getName().equalsIgnoreCase("NewsItem");
        at = at.getParentElement()) {
      Optional<String> role = own.computeIfAbsent(at, NewsMlRoles::told);
      if (role.isPresent()) {
        return role.get();
      }
    }
    return "";
  }

  private static Optional<String> told(Element component) {
    return WireXml.child(component, "Role")
        .map(r -> Xml.attribute(r, "FormalName").orElse("").toLowerCase(Locale.ROOT));
  }
}
