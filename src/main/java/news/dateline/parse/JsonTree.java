package news.dateline.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;

/**
 * A document as JSON.
 *
 * @param root {@code isMissingNode()} when nothing could be read
 * @param repaired true when it was malformed or cut short
 * @param unread the text from the element of a list that could not be read to the end; empty when
 *     every element was read
 */
record JsonTree(JsonNode root, boolean repaired, String unread) {
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build();

  /**
   * Strictly first, then leniently, keeping what is complete when the text breaks off.
   *
   * @throws RejectedException when it is nested beyond the limits
   */
  static JsonTree build(String text) {
    try {
      return new JsonTree(STRICT.readTree(text), false, "");
    } catch (StreamConstraintsException e) {
      throw new RejectedException(Reason.TOO_COMPLEX, e.getOriginalMessage());
    } catch (IOException e) {
      return lenient(text);
    }
  }

  private static JsonTree lenient(String text) {
    try (JsonParser p = LENIENT.createParser(text)) {
      JsonToken first = p.nextToken();
      if (first == JsonToken.START_OBJECT) {
        ObjectNode root = LENIENT.createObjectNode();
        int read = fill(p, root, text.length());
        return new JsonTree(orMissing(root), true, rest(text, read));
      }
      if (first == JsonToken.START_ARRAY) {
        ArrayNode root = LENIENT.createArrayNode();
        int read = fill(p, root, text.length());
        return new JsonTree(orMissing(root), true, rest(text, read));
      }
    } catch (IOException e) {
      // Not even the first token: not JSON.
    }
    return new JsonTree(MissingNode.getInstance(), true, "");
  }

  /** What is left unread; a comma before the end of the text is nothing. */
  private static String rest(String text, int read) {
    int from = read;
    while (from < text.length() && (text.charAt(from) == ',' || text.charAt(from) <= ' ')) {
      from++;
    }
    return text.substring(from);
  }

  private static JsonNode orMissing(ContainerNode<?> root) {
    return root.isEmpty() ? MissingNode.getInstance() : root;
  }

  /**
   * @return where the element of a list begins that could not be read, else the end
   */
  private static int fill(JsonParser p, ObjectNode into, int end) {
    try {
      while (p.nextToken() == JsonToken.FIELD_NAME) {
        String name = p.currentName();
        if (p.nextToken() == JsonToken.START_ARRAY) {
          int read = fill(p, into.putArray(name), end);
          if (read < end) {
            return read;
          }
        } else {
          into.set(name, (JsonNode) LENIENT.readTree(p));
        }
      }
    } catch (IOException e) {
      // It breaks off here; what came before is kept.
    }
    return end;
  }

  private static int fill(JsonParser p, ArrayNode into, int end) {
    int begin = (int) p.currentLocation().getCharOffset();
    try {
      for (JsonToken t = p.nextToken(); t != JsonToken.END_ARRAY; t = p.nextToken()) {
        if (t == null) {
          return end;
        }
        begin = (int) p.currentTokenLocation().getCharOffset();
        into.add((JsonNode) LENIENT.readTree(p));
        begin = (int) p.currentLocation().getCharOffset();
      }
      return end;
    } catch (IOException e) {
      return begin;
    }
  }
}
