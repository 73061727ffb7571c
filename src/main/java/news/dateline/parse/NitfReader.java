package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import news.dateline.model.Bytes;
import news.dateline.model.Feed;
import org.jdom2.Element;

/** NITF 3.x (IPTC), with or without its namespace; several documents in one file are read too. */
final class NitfReader implements Reader {
  @Override
  public boolean answersTo(String format) {
    return format.startsWith("nitf");
  }

  @Override
  public boolean recognises(Content content) {
    return content.shape() == Content.Shape.XML && content.rootName().equals("nitf");
  }

  @Override
  public Harvest read(Content content) {
    XmlTree tree = content.tree();
    Harvest harvest = new Harvest(Feed.of("nitf").repaired(tree.repaired()));
    List<Element> documents = new ArrayList<>(WireXml.descendants(tree.root(), "nitf"));
    if (documents.isEmpty() || tree.root().getName().equalsIgnoreCase("nitf")) {
      documents.add(0, tree.root());
    }
    documents.stream().filter(NitfReader::isWithinAnother).forEach(Element::detach);
    boolean alone = documents.size() == 1;
    for (Element nitf : documents) {
      Supplier<Bytes> raw = alone ? content::bytes : Xml.bytes(nitf);
      harvest.take(tree, nitf, raw, () -> new NitfItem(nitf, raw).read(content));
    }
    return harvest;
  }

  /** One that was never closed holds the next, and is a document of its own for all that. */
  private static boolean isWithinAnother(Element nitf) {
    for (Element at = nitf.getParentElement(); at != null; at = at.getParentElement()) {
      if (at.getName().equalsIgnoreCase("nitf")) {
        return true;
      }
    }
    return false;
  }
}
