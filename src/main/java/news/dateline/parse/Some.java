package news.dateline.parse;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Small conversions from written fields to optional values: what is blank or odd is absent. */
final class Some {
  private Some() {}

  static Optional<String> text(String value) {
    String stripped = value.strip();
    return stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
  }

  /** The leading digits as a number. */
  static OptionalInt integer(Optional<String> value) {
    OptionalLong number = number(value);
    return number.isPresent() && number.getAsLong() <= Integer.MAX_VALUE
        ? OptionalInt.of((int) number.getAsLong())
        : OptionalInt.empty();
  }

  /** The leading digits as a number. */
  static OptionalLong number(Optional<String> value) {
    String s = value.orElse("");
    int end = 0;
    while (end < s.length() && end < 18 && s.charAt(end) >= '0' && s.charAt(end) <= '9') {
      end++;
    }
    return end == 0 ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(s.substring(0, end)));
  }

  /** Hours, minutes and seconds ({@code 1:02:03}), or seconds alone. */
  static OptionalInt seconds(Optional<String> value) {
    int total = 0;
    for (String part : value.orElse("").split(":", 4)) {
      OptionalInt n = integer(Optional.of(part.strip()));
      if (n.isEmpty()) {
        return OptionalInt.empty();
      }
      total = total * 60 + n.getAsInt();
    }
    return OptionalInt.of(total);
  }

  @SafeVarargs
  static Optional<String> first(Optional<String>... candidates) {
    return List.of(candidates).stream().flatMap(Optional::stream).findFirst();
  }
}
