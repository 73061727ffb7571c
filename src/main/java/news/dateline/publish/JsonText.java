package news.dateline.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Small steps of writing JSON that leave out what is empty. */
final class JsonText {
  private JsonText() {}

  /** Writes the field unless the text is empty. */
  static void text(JsonGenerator json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeFieldName(name);
      json.writeString(wellFormed(value));
    }
  }

  static void text(JsonGenerator json, String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      text(json, name, value.get());
    }
  }

  static void time(JsonGenerator json, String name, Instant value) throws IOException {
    json.writeStringField(name, value.toString());
  }

  static void time(JsonGenerator json, String name, Optional<Instant> value) throws IOException {
    if (value.isPresent()) {
      time(json, name, value.get());
    }
  }

  static void number(JsonGenerator json, String name, OptionalInt value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.getAsInt());
    }
  }

  static void span(JsonGenerator json, int start, int end) throws IOException {
    json.writeNumberField("start", start);
    json.writeNumberField("end", end);
  }

  /**
   * The text itself, or a copy with each lone surrogate replaced by U+FFFD: UTF-8 cannot carry one.
   * The number of code points, and so every offset, stays the same.
   */
  static String wellFormed(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c)
            && i + 1 < length
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++;
        } else {
          return repaired(text);
        }
      }
    }
    return text;
  }

  private static String repaired(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
