package news.dateline.parse;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdom2.Element;

/**
 * What the components around the pictures of an item say of them. Each component is read once,
 * however many pictures it holds.
 */
final class NewsMlPictures {
  private final NewsMlParts parts;
  private final Map<Element, Optional<String>> captions = new HashMap<>();
  private final Map<Element, Optional<String>> credits = new HashMap<>();

  NewsMlPictures(NewsMlParts parts) {
    this.parts = parts;
  }

  /** The caption that stands in the component around a picture, or in the one around that. */
  Optional<String> caption(Element picture) {
    Element parent = above(picture);
    return captions
        .computeIfAbsent(parent, this::captionIn)
        .or(() -> captions.computeIfAbsent(above(parent), this::captionIn));
  }

  private Optional<String> captionIn(Element around) {
    return WireXml.descendants(around, "ContentItem").stream()
        .filter(c -> parts.text().filter(c::equals).isEmpty())
        .filter(c -> parts.roles().of(c).equals("caption") && !NewsMlParts.isMedia(c))
        .findFirst()
        .flatMap(c -> WireXml.text(c, "DataContent"));
  }

  /** Who made a picture and whose it is, from the news lines of the component around it. */
  Optional<String> credit(Element picture) {
    return credits.computeIfAbsent(above(above(picture)), NewsMlPictures::creditIn);
  }

  private static Optional<String> creditIn(Element around) {
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

  private static Element above(Element e) {
    return e.getParentElement() == null ? e : e.getParentElement();
  }
}
