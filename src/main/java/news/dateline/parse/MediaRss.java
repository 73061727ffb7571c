package news.dateline.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import news.dateline.model.Media;
import org.jdom2.Element;

/**
 * Pictures, sound and video of an item: RSS enclosures, Media RSS, iTunes images. Media RSS lets
 * title, description and credit stand on the content, its group or the item; the nearest wins
 * (Media RSS 1.5.1, optional elements).
 */
final class MediaRss {
  private final Map<String, Media> found = new LinkedHashMap<>();

  /** What an outer level says of all media below it. */
  private record Inherited(
      Optional<String> title, Optional<String> caption, Optional<String> credit) {
    static final Inherited NOTHING =
        new Inherited(Optional.empty(), Optional.empty(), Optional.empty());

    Inherited or(Fields f) {
      return new Inherited(
          f.text("media:title").or(() -> title),
          f.text("media:description").or(() -> caption),
          f.text("media:credit").or(() -> credit));
    }
  }

  /** All media of an item or entry. */
  static List<Media> of(Fields item) {
    MediaRss reader = new MediaRss();
    for (Element e : item.all("enclosure")) {
      reader.enclosure(e);
    }
    Inherited here = Inherited.NOTHING.or(item);
    for (Element group : item.all("media:group")) {
      reader.level(Fields.of(group, ""), here);
    }
    reader.level(item, here);
    for (String name : new String[] {"itunes:image", "googleplay:image"}) {
      for (Element e : item.all(name)) {
        Xml.attribute(e, "href")
            .or(() -> Xml.attribute(e, "url"))
            .or(() -> Some.text(Xml.text(e)))
            .ifPresent(h -> reader.add(Media.of(h, Optional.empty())));
      }
    }
    for (Element e : item.all("itunes:link")) {
      Xml.attribute(e, "href")
          .filter(h -> Xml.attribute(e, "rel").filter("image"::equalsIgnoreCase).isPresent())
          .ifPresent(h -> reader.add(Media.of(h, Xml.attribute(e, "type"))));
    }
    for (Element e : item.all("image")) {
      Fields.of(e, "").text("url").ifPresent(u -> reader.add(Media.of(u, Optional.empty())));
    }
    return new ArrayList<>(reader.found.values());
  }

  private void enclosure(Element e) {
    Xml.attribute(e, "url")
        .or(() -> Xml.attribute(e, "resource"))
        .ifPresent(
            url ->
                add(
                    new Media(
                        url,
                        Xml.attribute(e, "type"),
                        Some.number(Xml.attribute(e, "length")),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Xml.attribute(e, "title"),
                        Optional.empty(),
                        Optional.empty())));
  }

  private void level(Fields fields, Inherited outer) {
    Inherited here = outer.or(fields);
    for (Element e : fields.all("media:content")) {
      Fields inside = Fields.of(e, "");
      Optional<String> url =
          Xml.attribute(e, "url")
              .or(() -> inside.first("media:player").flatMap(p -> Xml.attribute(p, "url")));
      Inherited own = here.or(inside);
      url.ifPresent(u -> add(content(u, e, own)));
      thumbnails(inside, own);
    }
    thumbnails(fields, here);
  }

  private static Media content(String url, Element e, Inherited own) {
    return new Media(
        url,
        Xml.attribute(e, "type"),
        Some.number(Xml.attribute(e, "fileSize")),
        Some.integer(Xml.attribute(e, "width")),
        Some.integer(Xml.attribute(e, "height")),
        Some.seconds(Xml.attribute(e, "duration")),
        own.title(),
        own.caption(),
        own.credit());
  }

  private void thumbnails(Fields fields, Inherited here) {
    for (Element e : fields.all("media:thumbnail")) {
      Xml.attribute(e, "url")
          .or(() -> Some.text(Xml.text(e)))
          .ifPresent(url -> add(content(url, e, here)));
    }
  }

  private void add(Media media) {
    found.putIfAbsent(media.href(), media);
  }
}
