package news.dateline.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import news.dateline.model.Bytes;

/** Reads request bodies and writes answers as JSON. */
final class Json {
  private static final String TYPE = "application/json; charset=utf-8";
  static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(50).build());
  }

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static Reply reply(int status, JsonNode node) {
    try {
      return new Reply(status, TYPE, Map.of(), Bytes.wrap(MAPPER.writeValueAsBytes(node)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree always has a text", e);
    }
  }

  /** {@code {"error": {"reason": …, "message": …}}}. */
  static Reply error(int status, String reason, String message) {
    ObjectNode node = object();
    node.putObject("error").put("reason", reason).put("message", message);
    return reply(status, node);
  }

  /**
   * The object a request carries.
   *
   * @throws BadRequest when it is not one JSON object
   */
  static ObjectNode body(Request request) {
    try {
      if (MAPPER.readTree(request.body().array()) instanceof ObjectNode object) {
        return object;
      }
      throw new BadRequest("the body must be one JSON object");
    } catch (JsonProcessingException e) {
      throw new BadRequest("the body is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new BadRequest("the body is not JSON");
    }
  }

  /** The request itself is wrong: answered with 400. */
  static final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
      super(message);
    }
  }
}
