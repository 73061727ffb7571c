package news.dateline.parse;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * The fast path: well-formed XML by the JDK's own parser. A DOCTYPE is accepted, since live wires
 * carry one, but nothing outside the document is ever read, and entity expansion is capped.
 */
final class StrictXml {
  private static final String XERCES = "http://apache.org/xml/features/";
  private static final String SAX = "http://xml.org/sax/features/";

  /** One parser a thread: making one costs more than parsing a small feed. */
  private static final ThreadLocal<SAXParser> PARSER = ThreadLocal.withInitial(StrictXml::parser);

  private StrictXml() {}

  /**
   * @param text the document
   * @param into receives the tree; holds what came before the fault when this returns false
   * @return false when the document is not well-formed
   * @throws RejectedException when it is nested or expanded beyond the limits
   */
  static boolean parse(String text, TreeBuilder into) {
    try {
      SAXParser parser = PARSER.get();
      parser.reset();
      InputSource source =
          new InputSource(
              text.length() > 4096
                  ? new CharArrayReader(text.toCharArray())
                  : new StringReader(text));
      boolean whole = false;
      try {
        parser.parse(source, new Handler(into));
        whole = true;
      } finally {
        if (!whole) {
          PARSER.remove(); // one that stopped half-way forgets, even reset, to report skipped
          // entities
        }
      }
      return true;
    } catch (SAXParseException e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains("JAXP0001")) { // the JDK's own processing limits
        throw new RejectedException(Reason.TOO_COMPLEX, message);
      }
      return false;
    } catch (SAXException | IOException e) {
      return false;
    }
  }

  private static SAXParser parser() {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(false); // TreeBuilder resolves prefixes, declared or not
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(SAX + "external-general-entities", false);
      factory.setFeature(SAX + "external-parameter-entities", false);
      factory.setFeature(XERCES + "nonvalidating/load-external-dtd", false);
      return factory.newSAXParser();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("the JDK's own SAX parser cannot be set up", e);
    }
  }

  /** Passes on what belongs to the tree; drops comments and instructions. */
  private static final class Handler extends DefaultHandler2 {
    private final TreeBuilder into;

    Handler(TreeBuilder into) {
      this.into = into;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      int n = attributes.getLength();
      if (n == 0) {
        into.start(name, List.of());
        return;
      }
      List<String> flat = new ArrayList<>(2 * n);
      for (int i = 0; i < n; i++) {
        flat.add(attributes.getQName(i));
        flat.add(attributes.getValue(i));
      }
      into.start(name, flat);
    }

    @Override
    public void endElement(String uri, String local, String name) {
      into.end();
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      into.characters(chars, start, length);
    }

    /** An entity the external DTD would have declared; HTML's are known anyway. */
    @Override
    public void skippedEntity(String name) {
      if (!name.startsWith("%") && !name.startsWith("[")) {
        into.characters(HtmlEntities.value(name).orElse("&" + name + ";"));
      }
    }

    @Override
    public InputSource resolveEntity(
        @Nullable String name, @Nullable String publicId, @Nullable String base, String systemId) {
      return new InputSource(new StringReader(""));
    }

    @Override
    public void error(SAXParseException e) {
      // Validity errors do not matter to a reader of news.
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
      throw e;
    }
  }
}
