package news.dateline.web;

import java.util.LinkedHashMap;
import java.util.Map;
import news.dateline.model.Bytes;

/**
 * One HTTP answer, free of any server's types.
 *
 * @param status HTTP status
 * @param contentType with its charset; empty when there is no body
 * @param headers further headers
 * @param body empty for 204 and 304
 */
public record Reply(int status, String contentType, Map<String, String> headers, Bytes body) {
  public Reply {
    headers = Map.copyOf(headers);
  }

  /** Without a body. */
  static Reply empty(int status) {
    return new Reply(status, "", Map.of(), Bytes.EMPTY);
  }

  /** The same answer with one more header. */
  Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, contentType, more, body);
  }

  /**
   * A 200 gets an {@code ETag} of its bytes; when the client already has them (RFC 9110 section
   * 13.1.2, weak comparison) it becomes a 304.
   */
  Reply conditional(Request request) {
    if (status != 200 || !request.reads()) {
      return this;
    }
    String etag = "\"" + body.sha256().substring(0, 22) + "\"";
    boolean known = request.header("if-none-match").filter(h -> h.contains(etag)).isPresent();
    return (known ? new Reply(304, "", headers, Bytes.EMPTY) : this).with("ETag", etag);
  }
}
