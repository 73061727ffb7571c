package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every expression of every profile, on long lines made to lead it astray. */
class ProfilePatternsTest {
  private static final int LONG = 1_200;

  /** Characters looked at for one of the line: the square of its length would be twice this. */
  private static final int LOOKS = 300;

  /** How a line may begin, so that an expression sets off. */
  private static final List<String> BEGINNINGS =
      List.of(
          "",
          "A",
          "LIMA, ",
          "LIMA (AP",
          "embargoed until ",
          "Sperrfrist: ",
          "not for release before ",
          "Eds: ",
          "dpa",
          "(",
          "urn:newsml:afp.com:1:",
          "tag:reuters.com,1:newsml_",
          "1st ",
          "Korr (");

  /** What no expression wants, and more of it than one looks past. */
  private static final String END = "\u0001".repeat(100);

  /** What it may have many of. */
  private static final List<String> REPEATED =
      List.of(
          " ",
          "\n",
          "\t",
          "A",
          "a",
          "1",
          "-",
          "_",
          "(",
          ")",
          "/",
          ".",
          ":",
          "*",
          "#",
          "a ",
          "A ",
          "1 ",
          "a/",
          " /a",
          "-a",
          "a-",
          "(a",
          ". ",
          "a\n",
          "\n ",
          "- ",
          "media ",
          "embargo ",
          "embargoed until ",
          "correct ",
          "dpa ",
          " (dpa",
          "update ",
          "1-",
          "\u00e9",
          "\u00e9 ");

  /**
   * @param way in which the house uses the pattern
   */
  private record Use(Pattern pattern, Predicate<Matcher> way) {}

  @Test
  void no_line_keeps_an_expression_busy() {
    Map<String, String> slow = new LinkedHashMap<>();
    for (Use use : uses()) {
      for (String beginning : BEGINNINGS) {
        for (String repeated : REPEATED) {
          String line = beginning + repeated.repeat(LONG / repeated.length()) + END;
          if (busy(use, line)) {
            slow.put(use.pattern().pattern(), beginning + repeated + "...");
          }
        }
      }
    }
    assertThat(slow).isEmpty();
  }

  private static boolean busy(Use use, String text) {
    try {
      return use.way().test(use.pattern().matcher(new Watched(text))) && text.isEmpty();
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private static boolean all(Matcher matcher) {
    while (matcher.find()) {
      continue;
    }
    return false;
  }

  /** A text that counts how often it is looked at. */
  private static final class Watched implements CharSequence {
    private final String text;
    private int looks;

    Watched(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++looks > text.length() * LOOKS) {
        throw new IllegalStateException("too often");
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static List<Use> uses() {
    List<AgencyProfile> profiles = new ArrayList<>(Documents.PROFILES.agencies());
    profiles.add(Documents.PROFILES.common());
    List<Use> uses = new ArrayList<>();
    for (AgencyProfile profile : profiles) {
      profile.story().ifPresent(p -> uses.add(new Use(p, Matcher::matches)));
      profile.datelines().forEach(p -> uses.add(new Use(p, Matcher::lookingAt)));
      profile.style().signoffs().forEach(p -> uses.add(new Use(p, Matcher::matches)));
      Stream.of(
              profile.embargoes(),
              profile.style().nonPublic(),
              profile.style().nonPublicFrom(),
              profile.markers().values().stream().flatMap(List::stream).toList())
          .flatMap(List::stream)
          .forEach(p -> uses.add(new Use(p, ProfilePatternsTest::all)));
    }
    return uses;
  }
}
