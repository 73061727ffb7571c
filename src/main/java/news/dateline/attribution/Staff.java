package news.dateline.attribution;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;

/**
 * Author fields and names in bylines that are no person: "Reuters Staff", "red", an e-mail address,
 * a desk, an agency nobody knows. Its words stand in the resource {@code desks.yaml}.
 */
final class Staff {
  private static final Set<String> WORDS;
  private static final List<String> PARTS;
  private static final Set<String> AFTER_NAMES;

  /** Letters of which an abbreviation such as "MDR" has none. */
  private static final String VOWELS = "AEIOUYÄÖÜÉÈÁÀÍÓÚÅØÆЕЁАИОУЫЭЮЯІЇЄ";

  static {
    Problems problems = new Problems();
    List<YamlNode> documents = Yaml.parse(Language.resource("desks.yaml"), "desks.yaml", problems);
    if (!problems.isEmpty() || documents.size() != 1) {
      throw new IllegalStateException(problems.list().toString());
    }
    YamlNode.Mapping all = (YamlNode.Mapping) documents.get(0);
    WORDS = Set.copyOf(all.texts("words"));
    PARTS = List.copyOf(all.texts("parts"));
    AFTER_NAMES = Set.copyOf(all.texts("after-names"));
  }

  private Staff() {}

  /** An author field that is an address and nothing else. */
  static boolean address(String field) {
    return field.indexOf(' ') < 0
        && (field.indexOf('@') >= 0 || field.startsWith("http") || field.startsWith("www."));
  }

  static boolean is(String name) {
    for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}-]+", -1)) {
      if (word(word)) {
        return true;
      }
    }
    return false;
  }

  /** Is a run of words that looks like a name a desk, an agency or an abbreviation? */
  static boolean in(Copy copy, int from, int to) {
    // "Robert Service" and "Bill Press" are people.
    int first = copy.is(from, Words.MALE | Words.FEMALE) && to == from + 2 ? to : from;
    for (int i = first; i < to; i++) {
      if (copy.mark(i) == 0 && (word(copy.word(i).toLowerCase(Locale.ROOT)) || letters(copy, i))) {
        return true;
      }
    }
    return false;
  }

  /** "기자", "記者": what stands behind a name. */
  static boolean afterName(Copy copy, int i) {
    return AFTER_NAMES.contains(copy.word(i));
  }

  private static boolean word(String word) {
    if (WORDS.contains(word)) {
      return true;
    }
    for (String part : PARTS) {
      if (word.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** Three capitals or more without a vowel: "MDR". */
  private static boolean letters(Copy copy, int i) {
    int length = copy.end(i) - copy.start(i);
    if (!copy.has(i, Copy.UPPER) || length < 3 || length > 5) {
      return false;
    }
    for (int k = copy.start(i); k < copy.end(i); k++) {
      char c = copy.chars[k];
      if (!Character.isUpperCase(c) || VOWELS.indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }
}
