package news.dateline.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.dateline.model.Letters;
import news.dateline.model.Markup;
import org.jdom2.Element;

/**
 * The text in a contentSet. Its parts are alternatives (NewsML-G2 Guidelines, "contentSet"): the
 * best is read, never two.
 *
 * @param body the text
 * @param nitf the NITF document the text was read from; empty when it was something else
 * @param notes texts beside it that are for editors
 */
record G2Content(WireHtml.Body body, Optional<Element> nitf, List<String> notes) {
  /** Parts by whose class or rendition the agency says that they are not for readers. */
  private static final Pattern FOR_EDITORS =
      Pattern.compile("(?i)(?:^|[^a-z])(?:[a-z]{1,4}-)?non-?public|closing-?line");

  /** Elements of metadata that pages print above the text. */
  private static final Set<String> WORDS =
      Set.of("headline", "name", "keyword", "slugline", "by", "genre", "title", "creditline");

  /** One way the content is given. */
  private record Version(WireHtml.Body body, Optional<Element> nitf, boolean marked, int length) {}

  /**
   * @param said what the item's fields say already: folded texts that a page's header repeats
   */
  static G2Content of(Element item, Set<String> said) {
    List<Version> versions = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Element set : WireXml.childElements(item, "contentSet")) {
      for (Element e : set.getChildren()) {
        String name = e.getName().toLowerCase(Locale.ROOT);
        boolean text = name.equals("inlinexml") || name.equals("inlinedata");
        if (text && isForEditors(e)) {
          WireXml.lines(e).ifPresent(notes::add);
        } else if (text) {
          versions.add(name.equals("inlinexml") ? xml(e, said, notes) : data(e));
        }
      }
    }
    int longest = versions.stream().mapToInt(Version::length).max().orElse(0);
    Optional<Version> best =
        versions.stream()
            .filter(v -> v.marked && v.length > 0 && v.length * 10L >= longest * 8L)
            .findFirst()
            .or(() -> versions.stream().filter(v -> v.length == longest).findFirst());
    return new G2Content(
        best.map(Version::body).orElse(WireHtml.Body.EMPTY),
        best.flatMap(Version::nitf),
        notes.stream().distinct().toList());
  }

  private static Version xml(Element inline, Set<String> said, List<String> notes) {
    Optional<Element> nitf = NitfBody.content(inline);
    if (nitf.isPresent()) {
      notes.addAll(NitfBody.advisories(nitf.get()));
      return version(NitfBody.body(nitf.get()), WireXml.first(inline, "nitf"), true);
    }
    Element body = WireXml.first(inline, "body").orElse(inline);
    if (!Xml.hasElements(body)) {
      return version(WireHtml.guess(Xml.text(body)), Optional.empty(), true);
    }
    for (Element e : WireXml.all(body)) {
      if (isForEditors(e)) {
        WireXml.lines(e).ifPresent(notes::add);
      }
    }
    return version(
        WireHtml.of(
            body, e -> isForEditors(e) || isRepeated(e, said) || e.getName().equals("head")),
        Optional.empty(),
        true);
  }

  private static Version data(Element inline) {
    String text = inline.getValue();
    String encoding = Xml.attribute(inline, "encoding").orElse("").toLowerCase(Locale.ROOT);
    String type = Xml.attribute(inline, "contenttype").orElse("text/plain");
    if (encoding.contains("base64")) {
      text = type.startsWith("text") ? decoded(text) : "";
    }
    if (Xml.hasElements(inline)) {
      return version(WireHtml.of(inline, e -> false), Optional.empty(), false);
    }
    return version(WireHtml.guess(text), Optional.empty(), false);
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return ""; // no text then
    }
  }

  private static Version version(WireHtml.Body body, Optional<Element> nitf, boolean marked) {
    Markup m = body.markup();
    return new Version(body, nitf, marked, body.letters().orElse(Letters.count(m.value())));
  }

  private static boolean isForEditors(Element e) {
    for (String name : new String[] {"class", "rendition", "role", "pubconstraint"}) {
      if (Xml.attribute(e, name).filter(v -> FOR_EDITORS.matcher(v).find()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The header of a page and a heading say again what the item's fields say: such lines are no part
   * of the text. What a header says alone stays.
   */
  private static boolean isRepeated(Element e, Set<String> said) {
    String name = e.getName().toLowerCase(Locale.ROOT);
    boolean heading = name.equals("h1");
    if (!heading && !isInHeader(e)) {
      return false;
    }
    if (name.equals("time")) {
      return true;
    }
    return !e.getValue().isBlank()
        && !name.equals("header")
        && said.contains(key(e.getValue()))
        && !Xml.hasElements(e);
  }

  private static boolean isInHeader(Element e) {
    for (Element at = e; at != null; at = at.getParentElement()) {
      if (at.getName().equalsIgnoreCase("header")) {
        return true;
      }
    }
    return false;
  }

  /** A text as {@code said} holds it. */
  static String key(String text) {
    return AuthorForms.fold(text).toLowerCase(Locale.ROOT);
  }

  /** What the metadata says in words. */
  static Set<String> said(Element item) {
    Set<String> said = new HashSet<>();
    for (Element part : item.getChildren()) {
      if (!part.getName().equalsIgnoreCase("contentSet")) {
        for (Element e : WireXml.all(part)) {
          if (WORDS.contains(e.getName().toLowerCase(Locale.ROOT))) {
            said.add(key(e.getValue()));
          }
        }
      }
    }
    said.remove("");
    return said;
  }
}
