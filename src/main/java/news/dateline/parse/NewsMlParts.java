package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Element;

/**
 * The content items of a NewsItem told apart: its text, and the pictures beside it. Agencies nest
 * components one to five deep, so the text is found by what it is, not by where it lies.
 *
 * @param text the ContentItem that holds the story; empty when there is none
 * @param media the ContentItems that are pictures, graphics, sound or video
 */
record NewsMlParts(Optional<Element> text, List<Element> media) {
  private static final Set<String> MEDIA =
      Set.of("photo", "picture", "graphic", "image", "video", "audio", "animation");

  private static final Set<String> BESIDE =
      Set.of("caption", "thumbnail", "quicklook", "preview", "highdef", "photo", "picture");

  static NewsMlParts of(Element item) {
    List<Element> media = new ArrayList<>();
    Optional<Element> best = Optional.empty();
    int bestScore = 0;
    for (Element content : WireXml.descendants(item, "ContentItem")) {
      if (isMedia(content)) {
        media.add(content);
        continue;
      }
      int score = score(content);
      if (score > bestScore) {
        best = Optional.of(content);
        bestScore = score;
      }
    }
    return new NewsMlParts(best, media);
  }

  /** The longest text is the story, unless it stands beside a picture. */
  private static int score(Element content) {
    int length = content.getValue().strip().length();
    String role = role(content);
    if (role.equals("main") || role.equals("body")) {
      return length == 0 ? 0 : length + 1_000_000;
    }
    return BESIDE.contains(role) ? Math.min(length, 1) : length;
  }

  private static boolean isMedia(Element content) {
    return WireXml.attribute(content, "MediaType", "FormalName")
        .filter(t -> MEDIA.contains(t.toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  private static String role(Element content) {
    for (Element at = content.getParentElement();
        at != null && !at.getName().equalsIgnoreCase("NewsItem");
        at = at.getParentElement()) {
      for (Element child : at.getChildren()) {
        if (child.getName().equalsIgnoreCase("Role")) {
          return Xml.attribute(child, "FormalName").orElse("").toLowerCase(Locale.ROOT);
        }
      }
    }
    return "";
  }

  /** The story; empty when the item has none. */
  WireHtml.Body body() {
    return nitf()
        .map(NitfBody::body)
        .or(() -> text.map(t -> WireXml.first(t, "DataContent").orElse(t)).map(NewsMlParts::data))
        .orElse(WireHtml.Body.EMPTY);
  }

  /** The NITF content element inside the text, when the text is NITF. */
  Optional<Element> nitf() {
    return text.flatMap(t -> NitfBody.content(t));
  }

  /** What it is, as ninjs says it; empty when its content does not tell. */
  Optional<String> type() {
    if (text.isPresent()) {
      return Optional.of("text");
    }
    return media.stream()
        .flatMap(m -> WireXml.attribute(m, "MediaType", "FormalName").stream())
        .map(t -> t.toLowerCase(Locale.ROOT))
        .map(t -> t.equals("photo") || t.equals("image") ? "picture" : t)
        .findFirst();
  }

  private static WireHtml.Body data(Element data) {
    Optional<Element> html = WireXml.first(data, "body");
    if (html.isPresent()) {
      return WireHtml.of(html.get(), e -> false);
    }
    return Xml.hasElements(data) ? NitfBody.body(data) : WireHtml.guess(Xml.text(data));
  }

  /** The caption that stands in the component around a picture. */
  Optional<String> caption(Element picture) {
    for (int i = 0; i < 2 && picture.getParentElement() != null; i++) {
      Element around = i == 0 ? picture.getParentElement() : grandparent(picture);
      for (Element content : WireXml.descendants(around, "ContentItem")) {
        boolean story = text.filter(content::equals).isPresent();
        if (!story && !isMedia(content) && role(content).equals("caption")) {
          return WireXml.text(content, "DataContent");
        }
      }
    }
    return Optional.empty();
  }

  /** Who made a picture and whose it is, from the news lines of the component around it. */
  Optional<String> credit(Element picture) {
    Element around = grandparent(picture);
    Optional<String> line = WireXml.text(around, "CreditLine");
    Optional<String> maker =
        WireXml.text(around, "ByLine")
            .or(
                () ->
                    WireXml.first(around, "Creator")
                        .flatMap(c -> WireXml.attribute(c, "Party", "FormalName")));
    if (line.isEmpty() || maker.isEmpty() || line.get().contains(maker.get())) {
      return line.or(() -> maker);
    }
    return Optional.of(maker.get() + " / " + line.get());
  }

  private static Element grandparent(Element e) {
    Element parent = e.getParentElement();
    if (parent == null) {
      return e;
    }
    Element above = parent.getParentElement();
    return above == null ? parent : above;
  }
}
