package news.dateline.app;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** JSON strings without an object mapper. */
final class Json {
  private Json() {}

  /** The text as a JSON string, quotation marks included. */
  static String quote(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}
