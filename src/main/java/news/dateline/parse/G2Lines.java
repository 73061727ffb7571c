package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import news.dateline.model.Lines;
import news.dateline.model.Person;
import org.jdom2.Element;

/** What NewsML-G2 says beside the text: headline, by, dateline, credit, rights, people. */
final class G2Lines {
  private final Element item;
  private final Element itemMeta;
  private final Element meta;
  private final Optional<Element> nitf;

  /**
   * @param nitf the NITF document inside, which may say what the metadata does not
   */
  G2Lines(Element item, Element itemMeta, Element contentMeta, Optional<Element> nitf) {
    this.item = item;
    this.itemMeta = itemMeta;
    this.meta = contentMeta;
    this.nitf = nitf;
  }

  /** The main headline; of a concept its name; of what has none the item's title. */
  Optional<String> headline() {
    List<Element> headlines = WireXml.childElements(meta, "headline");
    return headlines.stream()
        .filter(h -> !isSub(h))
        .flatMap(h -> text(h).stream())
        .findFirst()
        .or(() -> nitf.flatMap(n -> WireXml.text(n, "hl1")))
        .or(() -> WireXml.child(item, "concept").flatMap(G2Names::name))
        .or(() -> inside(WireXml.child(itemMeta, "title")))
        .or(() -> headlines.stream().flatMap(h -> text(h).stream()).findFirst());
  }

  private static boolean isSub(Element headline) {
    return G2Names.word(headline, "role").contains("sub")
        || Xml.attribute(headline, "rank").filter(r -> !r.equals("1")).isPresent();
  }

  /** The description that is no caption, else any, else the second headline. */
  Optional<String> summary() {
    List<Element> all = WireXml.childElements(meta, "description");
    return all.stream()
        .filter(d -> !isCaption(d))
        .flatMap(d -> WireXml.lines(d).stream())
        .findFirst()
        .or(() -> all.stream().flatMap(d -> WireXml.lines(d).stream()).findFirst())
        .or(
            () ->
                WireXml.childElements(meta, "headline").stream()
                    .filter(G2Lines::isSub)
                    .flatMap(h -> text(h).stream())
                    .findFirst());
  }

  /** What a picture shows. */
  Optional<String> caption() {
    return WireXml.childElements(meta, "description").stream()
        .filter(G2Lines::isCaption)
        .flatMap(d -> WireXml.lines(d).stream())
        .findFirst();
  }

  private static boolean isCaption(Element description) {
    return G2Names.word(description, "role").contains("caption");
  }

  /** The credit line, else who is said to have given the information, else who provides it. */
  Optional<String> credit() {
    return inside(WireXml.child(meta, "creditline"))
        .or(this::sources)
        .or(() -> WireXml.child(itemMeta, "provider").flatMap(G2Names::label));
  }

  /** The sources of the information in words; codes that only their agency can read are none. */
  private Optional<String> sources() {
    return Some.text(
        WireXml.childElements(meta, "infoSource").stream()
            .filter(e -> !G2Names.word(e, "role").contains("phot"))
            .flatMap(e -> G2Names.name(e).or(() -> Xml.attribute(e, "literal")).stream())
            .distinct()
            .collect(Collectors.joining("/")));
  }

  /**
   * @param edNote all notes to editors
   */
  Lines lines(Optional<String> edNote) {
    Optional<Element> holder = WireXml.first(item, "copyrightHolder");
    return new Lines(
        inside(WireXml.child(meta, "by")).or(() -> nitf.flatMap(NitfHead::byline)),
        credit(),
        inside(WireXml.child(meta, "dateline")).or(() -> nitf.flatMap(NitfHead::dateline)),
        inside(WireXml.child(meta, "slugline")),
        located(),
        holder.flatMap(h -> G2Names.label(h).or(() -> text(h))),
        right("copyrightNotice"),
        right("usageTerms"),
        edNote);
  }

  /** A right in the language of the item, else in any. */
  private Optional<String> right(String name) {
    List<Element> all =
        WireXml.childElements(item, "rightsInfo").stream()
            .flatMap(r -> WireXml.childElements(r, name).stream())
            .toList();
    Optional<String> language = WireXml.attribute(meta, "language", "tag");
    return all.stream()
        .filter(e -> language.isPresent() && language.equals(Xml.language(e)))
        .flatMap(e -> WireXml.lines(e).stream())
        .findFirst()
        .or(() -> all.stream().flatMap(e -> WireXml.lines(e).stream()).findFirst());
  }

  private Optional<String> located() {
    List<Element> all = WireXml.childElements(meta, "located");
    return all.stream()
        .filter(e -> G2Names.word(e, "type").contains("city"))
        .flatMap(e -> G2Names.label(e).stream())
        .findFirst()
        .or(() -> all.stream().flatMap(e -> G2Names.label(e).stream()).findFirst());
  }

  /** Creators, then contributors; log-in names and the agency itself are no people. */
  List<Person> people() {
    List<Person> people = new ArrayList<>();
    List<String> agencies = new ArrayList<>();
    for (Element e : WireXml.childElements(meta, "infoSource")) {
      G2Names.label(e).ifPresent(agencies::add);
    }
    WireXml.child(itemMeta, "provider").flatMap(G2Names::label).ifPresent(agencies::add);
    credit().ifPresent(agencies::add);
    for (String name : new String[] {"creator", "contributor"}) {
      for (Element e : WireXml.childElements(meta, name)) {
        Optional<String> who =
            G2Names.name(e).or(() -> Xml.attribute(e, "literal")).filter(G2Lines::isName);
        boolean house =
            WireXml.child(e, "organisationDetails").isPresent()
                || who.filter(w -> agencies.stream().anyMatch(w::equalsIgnoreCase)).isPresent();
        if (who.isPresent() && !house) {
          people.add(new Person(who.get(), role(e, name), Optional.empty(), Optional.empty()));
        }
      }
    }
    return people.stream().distinct().toList();
  }

  /** "doe.jane" is a log-in, "VRG" or "MDJ/" a sign of the desk. */
  private static boolean isName(String name) {
    boolean bicameral = name.chars().anyMatch(c -> Character.isUpperCase(c));
    boolean latin = name.chars().anyMatch(c -> Character.isLowerCase(c));
    boolean parts = name.indexOf(' ') > 0;
    return parts ? bicameral || !latin : bicameral == latin && name.length() > 3;
  }

  private static String role(Element e, String element) {
    String role = (G2Names.word(e, "role") + G2Names.word(e, "jobtitle")).toLowerCase(Locale.ROOT);
    if (role.contains("phot")) {
      return "photographer";
    }
    if (role.contains("edit")) {
      return "editor";
    }
    if (role.contains("transl")) {
      return "translator";
    }
    return element.equals("creator") ? "author" : "contributor";
  }

  private static Optional<String> inside(Optional<Element> e) {
    return e.flatMap(G2Lines::text);
  }

  private static Optional<String> text(Element e) {
    return Some.text(AuthorForms.fold(e.getValue()));
  }
}
