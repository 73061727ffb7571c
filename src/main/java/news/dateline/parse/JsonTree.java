package news.dateline.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
 */
record JsonTree(JsonNode root, boolean repaired) {
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
      return new JsonTree(STRICT.readTree(text), false);
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
        fill(p, root);
        return new JsonTree(root.isEmpty() ? MissingNode.getInstance() : root, true);
      }
      if (first == JsonToken.START_ARRAY) {
        ArrayNode root = LENIENT.createArrayNode();
        fill(p, root);
        return new JsonTree(root.isEmpty() ? MissingNode.getInstance() : root, true);
      }
    } catch (IOException e) {
      // Not even the first token: not JSON.
    }
    return new JsonTree(MissingNode.getInstance(), true);
  }

  private static boolean fill(JsonParser p, ObjectNode into) {
    try {
      while (p.nextToken() == JsonToken.FIELD_NAME) {
        String name = p.currentName();
        if (p.nextToken() == JsonToken.START_ARRAY) {
          ArrayNode array = into.putArray(name);
          if (!fill(p, array)) {
            return false;
          }
        } else {
          into.set(name, (JsonNode) LENIENT.readTree(p));
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean fill(JsonParser p, ArrayNode into) {
    try {
      for (JsonToken t = p.nextToken(); t != JsonToken.END_ARRAY; t = p.nextToken()) {
        if (t == null) {
          return false;
        }
        into.add((JsonNode) LENIENT.readTree(p));
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
