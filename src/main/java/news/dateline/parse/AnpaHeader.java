package news.dateline.parse;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.model.Serial;

/**
 * The two lines a transmission of ANPA 1312 begins with: {@code W2870 US asian} and {@code f l DC3
 * DC1 BC-LT--Harbour 1stLd-Writethru 11-13 1049}.
 *
 * @param service its designation, one letter
 * @param digits its number as written
 * @param selector for whom it is; may be empty
 * @param priority its letter; 0 when the line has none
 * @param category its letter; 0 when the line has none
 * @param keyword the slug, cut to what the line has room for; may be empty
 * @param take which version or part this is; may be empty
 */
record AnpaHeader(
    String service,
    String digits,
    String selector,
    char priority,
    char category,
    String keyword,
    String take) {

  /**
   * What the letters mean in IPTC's counting, 1 to 9: flash, bulletin, urgent, regular, deferred;
   * the letters of the weekend and advance desks are the least urgent.
   */
  private static final Map<Character, Integer> URGENCY =
      Map.of('f', 1, 'b', 1, 'u', 2, 'r', 4, 'd', 5);

  private static final int LEAST = 6;

  private static final Pattern NUMBERED =
      Pattern.compile("(\\p{L}{1,4})(\\d{3,5})(\\p{L}{0,12})[\\u001f\\s]?(.{0,80})");

  /** Priority, category, DC3 or DC4, DC1 or DC2, and the rest. */
  private static final Pattern KEYED =
      Pattern.compile("(\\p{L})? ?(\\p{L})? ?[\\x13\\x14]?[\\x11\\x12]?[ \\t]*(.*)");

  private static final Pattern DATED =
      Pattern.compile("(.*?)(?:\\s+\\d{1,2}-\\d{1,2}(?:\\s+\\d{1,5})?)?\\s*");

  /**
   * @param first without what stands before the service's letter
   * @param second may be empty
   * @return empty when the first line carries no number
   */
  static Optional<AnpaHeader> of(String first, String second) {
    Matcher numbered = NUMBERED.matcher(first.strip());
    Matcher keyed = KEYED.matcher(second.strip());
    if (first.length() > 200 || second.length() > 200 || !numbered.matches() || !keyed.matches()) {
      return Optional.empty();
    }
    Matcher dated = DATED.matcher(keyed.group(3));
    String words = dated.matches() ? dated.group(1).strip() : "";
    int space = words.indexOf(' ');
    return Optional.of(
        new AnpaHeader(
            numbered.group(1),
            numbered.group(2),
            (numbered.group(3) + " " + numbered.group(4)).strip(),
            letter(keyed.group(1)),
            letter(keyed.group(2)),
            space < 0 ? words : words.substring(0, space),
            space < 0 ? "" : words.substring(space).strip()));
  }

  private static char letter(@org.jspecify.annotations.Nullable String group) {
    return group == null ? 0 : Character.toLowerCase(group.charAt(0));
  }

  OptionalInt urgency() {
    return priority == 0
        ? OptionalInt.empty()
        : OptionalInt.of(URGENCY.getOrDefault(priority, LEAST));
  }

  Serial serial() {
    return new Serial(service, Integer.parseInt(digits), digits.length());
  }
}
