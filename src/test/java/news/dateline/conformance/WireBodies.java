package news.dateline.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The text of a wire file's bodies, found without any of our readers: by the elements, keys and
 * control characters that hold it. Of alternatives of one text only the longest counts.
 */
final class WireBodies {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The elements that hold a body, in the order they are looked for. */
  private static final List<String> ELEMENTS =
      List.of("body.content", "inlinexml", "inlinedata", "datacontent", "body");

  private WireBodies() {}

  /** Empty when nothing is known to hold a body. */
  static String of(byte[] bytes) {
    String text = decoded(bytes);
    String head = text.strip();
    if (head.startsWith("<") || head.startsWith("\uFEFF<")) {
      return xml(text);
    }
    if (head.startsWith("{") || head.startsWith("[")) {
      return json(text);
    }
    int stx = text.indexOf('\u0002');
    int etx = text.indexOf('\u0003', Math.max(stx, 0));
    return stx < 0 || etx < 0 ? "" : transmission(text.substring(stx + 1, etx));
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /** Signs of the wire that are no text: ends of headlines, carets, tabulators. */
  private static String transmission(String text) {
    return text.replaceFirst("(?m),\\d+<?\\s*$", " ").replaceAll("[\\p{Cntrl}^<]", " ");
  }

  private static String xml(String text) {
    Document document = Jsoup.parse(text, "", Parser.xmlParser());
    for (String name : ELEMENTS) {
      StringBuilder found = new StringBuilder();
      for (Element e : document.getAllElements()) {
        if (local(e).equals(name) && !isWithin(e, name)) {
          found.append(' ').append(text(e));
        }
      }
      if (!found.toString().isBlank()) {
        return found.toString();
      }
    }
    return "";
  }

  private static String text(Element body) {
    Element copy = body.clone();
    for (Element e : copy.getAllElements()) {
      if (List.of("media", "head", "title", "script", "style", "time").contains(local(e))) {
        e.empty(); // captions belong to pictures
      }
    }
    StringBuilder out = new StringBuilder();
    copy.textNodes().forEach(t -> out.append(t.getWholeText()));
    copy.getAllElements()
        .forEach(
            e -> {
              if (e != copy) {
                e.textNodes().forEach(t -> out.append(' ').append(t.getWholeText()));
              }
            });
    return out.toString();
  }

  private static boolean isWithin(Element e, String name) {
    return e.parents().stream().anyMatch(p -> local(p).equals(name));
  }

  private static String local(Element e) {
    String name = e.tagName().toLowerCase(Locale.ROOT);
    return name.substring(name.indexOf(':') + 1);
  }

  private static String json(String text) {
    try {
      StringBuilder out = new StringBuilder();
      bodies(JSON.readTree(text.strip().replace("\uFEFF", "")), out);
      return out.toString();
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  private static void bodies(JsonNode node, StringBuilder out) {
    String longest = "";
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String key = field.getKey().toLowerCase(Locale.ROOT);
      if (key.equals("bodies")) {
        for (JsonNode body : field.getValue()) {
          longest = longer(longest, body.path("value").asText());
        }
      } else if (key.startsWith("body_") || key.equals("article_html") || key.equals("body")) {
        longest = longer(longest, field.getValue().asText());
      } else if (field.getValue().isContainerNode() && !key.equals("associations")) {
        bodies(field.getValue(), out);
      }
    }
    if (node.isArray()) {
      node.forEach(n -> bodies(n, out));
    }
    out.append(' ').append(longest);
  }

  private static String longer(String a, String html) {
    String text = Jsoup.parse(html).text();
    return text.length() > a.length() ? text : a;
  }
}
