package news.dateline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathFactory;
import news.dateline.bench.ReadBench.Work;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * The same fields read as tutorials do it: a DOM and compiled XPaths, a Jackson tree and a mapping,
 * a mail's first text. They mend nothing, follow no profile and count no letters.
 */
final class WirePeers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Session SESSION = Session.getInstance(new Properties());

  private WirePeers() {}

  static Work newsMlG2() throws Exception {
    return xml(
        "//newsItem|//packageItem|//planningItem|//conceptItem",
        "@guid",
        "@version",
        ".//headline",
        ".//slugline",
        ".//by",
        ".//dateline",
        ".//creditline",
        ".//versionCreated",
        ".//embargoed",
        ".//pubStatus/@qcode",
        ".//urgency",
        ".//edNote",
        ".//provider/@literal",
        ".//subject/@qcode",
        ".//creator/name",
        ".//inlineXML|.//inlineData");
  }

  static Work newsMl1() throws Exception {
    return xml(
        "//NewsItem",
        ".//NewsItemId",
        ".//RevisionId",
        ".//PublicIdentifier",
        ".//HeadLine",
        ".//SlugLine",
        ".//ByLine",
        ".//DateLine",
        ".//CreditLine",
        ".//ThisRevisionCreated",
        ".//Status/@FormalName",
        ".//Urgency/@FormalName",
        ".//ProviderId",
        ".//Provider/Party/@FormalName",
        ".//SubjectCode/*/@FormalName",
        ".//Language/@FormalName",
        ".//DataContent");
  }

  static Work nitf() throws Exception {
    return xml(
        "/nitf",
        ".//doc-id/@id-string",
        ".//du-key/@version",
        ".//hl1|.//hedline",
        ".//byline",
        ".//dateline",
        ".//distributor",
        ".//date.issue/@norm",
        ".//date.release/@norm",
        ".//urgency/@ed-urg",
        ".//ed-msg/@info",
        ".//docdata/@management-status",
        ".//keyword/@key",
        ".//meta/@content",
        ".//body.content");
  }

  private static Work xml(String items, String... fields) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    XPath xpath = XPathFactory.newDefaultInstance().newXPath();
    XPathExpression each = xpath.compile(items);
    List<XPathExpression> wanted = new ArrayList<>();
    for (String field : fields) {
      wanted.add(xpath.compile(field));
    }
    return bytes -> {
      Document document = builder.parse(new ByteArrayInputStream(bytes));
      NodeList found = (NodeList) each.evaluate(document, XPathConstants.NODESET);
      for (int i = 0; i < found.getLength(); i++) {
        for (XPathExpression field : wanted) {
          NodeList nodes = (NodeList) field.evaluate(found.item(i), XPathConstants.NODESET);
          for (int n = 0; n < nodes.getLength(); n++) {
            seen(nodes.item(n).getTextContent());
          }
        }
      }
      return found.getLength();
    };
  }

  /** Every object in a list, or the only one; the fields of them that are texts or lists. */
  static Work json(String... fields) {
    return bytes -> {
      JsonNode root = JSON.readTree(bytes);
      List<JsonNode> items = new ArrayList<>();
      JsonNode data = root.path("data").isObject() ? root.path("data") : root;
      JsonNode list = root.isArray() ? root : data.path("items");
      list.forEach(i -> items.add(i.has("item") ? i.path("item") : i));
      if (items.isEmpty()) {
        items.add(data.has("item") ? data.path("item") : root);
      }
      for (JsonNode item : items) {
        for (String field : fields) {
          JsonNode value = item.path(field);
          value.forEach(v -> seen(v.isTextual() ? v.asText() : v.path("name").asText()));
          seen(value.asText());
        }
      }
      return items.size();
    };
  }

  static int mail(byte[] bytes) throws MessagingException, IOException {
    MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
    seen(message.getSubject());
    seen(String.valueOf(message.getSentDate()));
    seen(String.valueOf(message.getFrom() == null ? "" : message.getFrom()[0]));
    seen(message.getMessageID());
    seen(text(message));
    return 1;
  }

  private static String text(Part part) throws MessagingException, IOException {
    if (part.isMimeType("text/*")) {
      return String.valueOf(part.getContent());
    }
    if (part.getContent() instanceof Multipart multipart) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < multipart.getCount(); i++) {
        BodyPart inner = multipart.getBodyPart(i);
        all.append(text(inner));
      }
      return all.toString();
    }
    return "";
  }

  private static long characters;

  /** Keeps the compiler from leaving out what nobody uses. */
  private static void seen(String text) {
    characters += text == null ? 0 : text.length();
  }
}
