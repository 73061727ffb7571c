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
 * @param text the ContentItem that holds most of the story; empty when there is none
 * @param texts all that hold a part of it, in document order: lead, body, further texts
 * @param media the ContentItems that are pictures, graphics, sound or video
 * @param roles what each is for
 */
record NewsMlParts(
    Optional<Element> text, List<Element> texts, List<Element> media, NewsMlRoles roles) {
  private static final Set<String> MEDIA =
      Set.of("photo", "picture", "graphic", "image", "video", "audio", "animation");

  /** Roles of texts that are a line beside the story, which stands in a field of its own too. */
  private static final Set<String> LINES = Set.of("title", "headline", "slug", "slugline");

  private static final Set<String> BESIDE =
      Set.of("caption", "thumbnail", "quicklook", "preview", "highdef", "photo", "picture");

  static NewsMlParts of(Element item) {
    NewsMlRoles roles = new NewsMlRoles();
    List<Element> media = new ArrayList<>();
    List<Element> texts = new ArrayList<>();
    Optional<Element> best = Optional.empty();
    int bestScore = 0;
    for (Element content : WireXml.descendants(item, "ContentItem")) {
      if (isMedia(content)) {
        media.add(content);
        continue;
      }
      int score = score(content, roles.of(content));
      if (score > 1 && !LINES.contains(roles.of(content))) {
        texts.add(content);
      }
      if (score > bestScore) {
        best = Optional.of(content);
        bestScore = score;
      }
    }
    return new NewsMlParts(best, NewsMlTexts.distinct(texts, best), media, roles);
  }

  /** The longest text is the story, unless it stands beside a picture. */
  private static int score(Element content, String role) {
    int length = content.getValue().strip().length();
    if (role.equals("main") || role.equals("body")) {
      return length == 0 ? 0 : length + 1_000_000;
    }
    return BESIDE.contains(role) ? Math.min(length, 1) : length;
  }

  /** Whether it is a picture, graphic, sound or video. */
  static boolean isMedia(Element content) {
    return WireXml.attribute(content, "MediaType", "FormalName")
        .filter(t -> MEDIA.contains(t.toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  /** The story, all its texts one after the other; empty when the item has none. */
  WireHtml.Body body() {
    return NewsMlTexts.joined(texts.stream().map(NewsMlParts::body).toList());
  }

  private static WireHtml.Body body(Element text) {
    return NitfBody.content(text)
        .map(NitfBody::body)
        .orElseGet(() -> data(WireXml.first(text, "DataContent").orElse(text)));
  }

  /** The NITF content elements inside the texts that are NITF. */
  List<Element> nitf() {
    return texts.stream().flatMap(t -> NitfBody.content(t).stream()).toList();
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
}
