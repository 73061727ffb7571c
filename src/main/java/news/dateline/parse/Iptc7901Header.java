package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.model.Serial;

/**
 * The line a transmission begins with (IPTC 7901 rev. 5, "Message header"): {@code eca062 4 i 211
 * ccccb dpa 061}.
 *
 * @param service its designation
 * @param digits its number as written
 * @param priority 1 is highest
 * @param category one to three letters, sometimes four
 * @param words how many the text has; empty when the line does not say
 * @param optional what the agency adds; may be empty
 */
record Iptc7901Header(
    String service,
    String digits,
    int priority,
    String category,
    OptionalInt words,
    String optional) {

  private static final Pattern LINE =
      Pattern.compile(
          "(\\p{L}{1,8}) ?(\\d{2,5})[ \\t]+([1-9])[ \\t]+(\\p{L}{1,4})"
              + "(?:[ \\t]+(\\d{1,5})(?=\\s|$))?(?:[ \\t]+(\\S.{0,99}))?");

  static Optional<Iptc7901Header> of(String line) {
    String stripped = line.strip();
    Matcher m = LINE.matcher(stripped.length() > 200 ? "" : stripped);
    return m.matches()
        ? Optional.of(
            new Iptc7901Header(
                m.group(1),
                m.group(2),
                Integer.parseInt(m.group(3)),
                m.group(4),
                Some.integer(Optional.ofNullable(m.group(5))),
                m.group(6) == null ? "" : m.group(6)))
        : Optional.empty();
  }

  /**
   * @param day of the transmission; empty string when it is not known
   */
  Serial serial(String day) {
    return new Serial(service, Integer.parseInt(digits), digits.length(), day);
  }

  /** The words of the optional part that could name who sent it. */
  List<String> providers() {
    List<String> out = new ArrayList<>();
    for (String word : optional.split("[^\\p{L}]+", -1)) {
      Some.text(word).ifPresent(out::add);
    }
    return out;
  }
}
