package news.dateline.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
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
 * @param end whether the root was read to its end
 */
record JsonTree(JsonNode root, boolean repaired, String unread, End end) {
  /** How far the root could be read. */
  enum End {
    /** To its closing bracket. */
    WHOLE,
    /** To a fault in it; what stands behind that is lost. */
    BROKEN,
    /** To the end of the document, which came before the closing bracket. */
    CUT_OFF
  }

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
      return new JsonTree(STRICT.readTree(text), false, "", End.WHOLE);
    } catch (StreamConstraintsException e) {
      throw new RejectedException(Reason.TOO_COMPLEX, e.getOriginalMessage());
    } catch (IOException e) {
      return lenient(text);
    }
  }

  private static JsonTree lenient(String text) {
    try (JsonParser p = LENIENT.createParser(text)) {
      Reading reading = new Reading(p, text);
      JsonToken first = p.nextToken();
      if (first == JsonToken.START_OBJECT) {
        ObjectNode root = LENIENT.createObjectNode();
        reading.fill(root);
        return reading.tree(root);
      }
      if (first == JsonToken.START_ARRAY) {
        ArrayNode root = LENIENT.createArrayNode();
        reading.fill(root);
        return reading.tree(root);
      }
    } catch (IOException e) {
      // Not even the first token: not JSON.
    }
    return new JsonTree(MissingNode.getInstance(), true, "", End.BROKEN);
  }

  /** Fills the root with what is complete, and minds where and how that ended. */
  private static final class Reading {
    private final JsonParser p;
    private final String text;
    private final int length;
    private int read;
    private End end = End.WHOLE;

    Reading(JsonParser p, String text) {
      this.p = p;
      this.text = text;
      this.length = text.length();
      this.read = length;
    }

    JsonTree tree(ContainerNode<?> root) {
      JsonNode kept = root.isEmpty() ? MissingNode.getInstance() : root;
      return new JsonTree(kept, true, rest(text, read), end);
    }

    /** What is left unread; a comma before the end of the text is nothing. */
    private static String rest(String text, int read) {
      int from = read;
      while (from < text.length() && (text.charAt(from) == ',' || text.charAt(from) <= ' ')) {
        from++;
      }
      return text.substring(from);
    }

    void fill(ObjectNode into) {
      try {
        while (end == End.WHOLE && p.nextToken() == JsonToken.FIELD_NAME) {
          String name = p.currentName();
          if (p.nextToken() == JsonToken.START_ARRAY) {
            fill(into.putArray(name));
          } else {
            into.set(name, (JsonNode) LENIENT.readTree(p));
          }
        }
      } catch (IOException e) {
        end = broken(e); // what came before is kept
      }
    }

    void fill(ArrayNode into) {
      int begin = (int) p.currentLocation().getCharOffset();
      try {
        for (JsonToken t = p.nextToken(); t != JsonToken.END_ARRAY; t = p.nextToken()) {
          begin = (int) p.currentTokenLocation().getCharOffset();
          into.add((JsonNode) LENIENT.readTree(p));
          begin = (int) p.currentLocation().getCharOffset();
        }
      } catch (IOException e) {
        end = broken(e);
        read = begin;
      }
    }

    /** A word that the end cut through ({@code tru}) is a fault to the parser, not an end. */
    private End broken(IOException e) {
      boolean word = Character.isLetterOrDigit(text.charAt(length - 1));
      return e instanceof JsonEOFException
              || (word && p.currentLocation().getCharOffset() >= length)
          ? End.CUT_OFF
          : End.BROKEN;
    }
  }
}
