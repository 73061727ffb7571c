package news.dateline.parse;

import java.util.List;
import java.util.Optional;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.PubStatus;
import org.jdom2.Element;

/** {@code at:deleted-entry} (RFC 6721): the publisher takes an entry back, which is a kill. */
final class Tombstone {
  private Tombstone() {}

  static Item read(Element e) {
    Fields f = Fields.of(e, "at");
    return new Item(
        new Item.Identity(
            Xml.attribute(e, "ref"), false, Optional.empty(), Optional.empty(), List.of()),
        Optional.empty(),
        Xml.language(e),
        f.first("comment").map(AtomText::read).orElse(Markup.EMPTY),
        Markup.EMPTY,
        Markup.EMPTY,
        new Item.Dates(
            Optional.empty(),
            Xml.attribute(e, "when"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new Item.Editorial(
            PubStatus.CANCELED, Item.Editorial.NONE.urgency(), false, Item.Editorial.NONE.genre()),
        List.of(),
        Lines.NONE,
        List.of(),
        List.of(),
        Xml.bytes(e));
  }
}
