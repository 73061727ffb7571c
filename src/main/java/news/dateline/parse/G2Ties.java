package news.dateline.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.dateline.model.Hop;
import news.dateline.model.Relation;
import org.jdom2.Element;

/** What ties a NewsML-G2 item to others: its way to us, links, the parts of a package. */
final class G2Ties {
  private G2Ties() {}

  /** The stations in {@code hopHistory}, by their number. */
  static List<Hop> hops(Element item) {
    List<Element> hops =
        new ArrayList<>(
            WireXml.childElements(item, "hopHistory").stream()
                .flatMap(h -> WireXml.childElements(h, "hop").stream())
                .toList());
    hops.sort(Comparator.comparingInt(h -> Some.integer(Xml.attribute(h, "seq")).orElse(0)));
    List<Hop> out = new ArrayList<>();
    for (Element hop : hops) {
      String actions =
          WireXml.childElements(hop, "action").stream()
              .flatMap(a -> G2Names.label(a).stream())
              .distinct()
              .collect(Collectors.joining(", "));
      WireXml.child(hop, "party")
          .flatMap(G2Names::label)
          .ifPresent(
              party ->
                  out.add(new Hop(party, Some.text(actions), Xml.attribute(hop, "timestamp"))));
    }
    return out;
  }

  /** Links in the management metadata, then the items of a package. */
  static List<Relation> relations(Element item, Element itemMeta) {
    List<Relation> out = new ArrayList<>();
    for (Element link : WireXml.childElements(itemMeta, "link")) {
      target(link).ifPresent(id -> out.add(new Relation(kind(link), id, title(link))));
    }
    for (Element set : WireXml.childElements(item, "groupSet")) {
      for (Element ref : WireXml.descendants(set, "itemRef")) {
        target(ref).ifPresent(id -> out.add(new Relation("item", id, title(ref))));
      }
    }
    return out.stream().distinct().toList();
  }

  private static Optional<String> target(Element e) {
    return Xml.attribute(e, "residref")
        .or(() -> Xml.attribute(e, "guidref"))
        .or(() -> Xml.attribute(e, "href"));
  }

  private static Optional<String> title(Element e) {
    return WireXml.children(e, "title").stream()
        .findFirst()
        .or(() -> WireXml.children(e, "headline").stream().findFirst());
  }

  /** IPTC's word for it; agencies shorten the one for an earlier version. */
  private static String kind(Element link) {
    String rel = Xml.attribute(link, "rel").map(G2Names::tail).orElse("seeAlso");
    return rel.equalsIgnoreCase("prevVersion") ? "previousVersion" : rel;
  }
}
