package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Media;
import org.jdom2.Element;

/** Pictures, sound and video a NewsML-G2 item carries or shows as its icon. */
final class G2Media {
  private G2Media() {}

  /**
   * @param caption of the item
   * @param credit of the item
   */
  static List<Media> of(Element item, Optional<String> caption, Optional<String> credit) {
    List<Media> out = new ArrayList<>();
    for (Element set : WireXml.childElements(item, "contentSet")) {
      for (Element e : WireXml.descendants(set, "remoteContent")) {
        medium(e, caption, credit).ifPresent(out::add);
      }
      NitfBody.content(set).map(NitfBody::media).ifPresent(out::addAll);
    }
    for (Element meta : item.getChildren()) {
      for (Element icon : WireXml.childElements(meta, "icon")) {
        medium(icon, Optional.empty(), credit).ifPresent(out::add);
      }
    }
    return out;
  }

  private static Optional<Media> medium(
      Element e, Optional<String> caption, Optional<String> credit) {
    return Xml.attribute(e, "href")
        .or(() -> Xml.attribute(e, "residref"))
        .map(
            href ->
                new Media(
                    href,
                    Xml.attribute(e, "contenttype"),
                    Some.number(Xml.attribute(e, "size")),
                    Some.integer(Xml.attribute(e, "width")),
                    Some.integer(Xml.attribute(e, "height")),
                    Some.seconds(Xml.attribute(e, "duration")),
                    Xml.attribute(e, "rendition").map(G2Names::tail),
                    caption,
                    credit));
  }
}
