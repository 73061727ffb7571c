package news.dateline.normalise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;

/**
 * The words and phrases of the resources {@code boilerplate/<language>.yaml}. Phrases are told from
 * each other by themselves, so those of all languages are asked at once, whatever language a source
 * says it writes; words are counted language by language, because "sie" and "don" are words of
 * several.
 *
 * @param classes what a word speaks of: a bit for each class in each language, as {@link #bit}
 * @param capitals the same for words that count only with a capital, in small letters
 * @param closers last lines of appeals
 * @param phrases openers of paragraphs, by the name of their list
 * @param examples of all lists
 */
record BoilerplateWords(
    Map<String, Long> classes,
    Map<String, Long> capitals,
    Set<String> closers,
    Map<String, Phrases> phrases,
    List<Example> examples) {
  static final List<String> LANGUAGES = List.of("en", "ru", "fr", "de", "es");

  static final int YOU = 0;
  static final int WE = 1;
  static final int SUPPORT = 2;
  static final int SUBSCRIBE = 3;
  static final int PLIGHT = 4;
  static final int CREDIT = 5;
  static final int NEWSROOM = 6;

  /** How many classes of words there are. */
  static final int CLASSES = 7;

  private static final List<String> CLASS_NAMES =
      List.of("you", "we", "support", "subscribe", "plight", "credit", "newsroom");
  private static final List<String> LISTS =
      List.of(
          "openers",
          "navigation",
          "frames",
          "newsletter",
          "follow",
          "non-public",
          "rights",
          "standing");

  /**
   * A text that a list must, or must not, cut.
   *
   * @param list the list's name; {@code words} for the words
   * @param text one paragraph a line
   * @param cut whether all of it is boilerplate
   */
  record Example(String language, String list, String text, boolean cut) {}

  static BoilerplateWords load() {
    Map<String, Long> classes = new HashMap<>();
    Map<String, Long> capitals = new HashMap<>();
    Set<String> closers = new HashSet<>();
    Map<String, List<String>> lists = new HashMap<>();
    List<Example> examples = new ArrayList<>();
    for (int l = 0; l < LANGUAGES.size(); l++) {
      String language = LANGUAGES.get(l);
      YamlNode.Mapping all = read(language);
      YamlNode.Mapping words = section(all, language, "words");
      for (int c = 0; c < CLASSES; c++) {
        for (String word : words.texts(CLASS_NAMES.get(c))) {
          String small = word.toLowerCase(Locale.ROOT);
          (small.equals(word) ? classes : capitals).merge(small, bit(l, c), (x, y) -> x | y);
        }
      }
      examples(words, language, "words", examples);
      YamlNode.Mapping last = section(all, language, "closers");
      closers.addAll(last.texts("phrases"));
      examples(last, language, "closers", examples);
      for (String list : LISTS) {
        YamlNode.Mapping section = section(all, language, list);
        lists.computeIfAbsent(list, k -> new ArrayList<>()).addAll(section.texts("phrases"));
        examples(section, language, list, examples);
      }
    }
    Map<String, Phrases> phrases = new HashMap<>();
    lists.forEach((list, words) -> phrases.put(list, new Phrases(words)));
    return new BoilerplateWords(classes, capitals, closers, phrases, examples);
  }

  /** The bit of a class of words in a language. */
  static long bit(int language, int wordClass) {
    return 1L << (language * CLASSES + wordClass);
  }

  Phrases phrases(String list) {
    return phrases.getOrDefault(list, Phrases.NONE);
  }

  private static void examples(
      YamlNode.Mapping section, String language, String list, List<Example> out) {
    section.texts("examples").forEach(t -> out.add(new Example(language, list, t, true)));
    section.texts("counterexamples").forEach(t -> out.add(new Example(language, list, t, false)));
  }

  private static YamlNode.Mapping section(YamlNode.Mapping all, String language, String key) {
    return all.mapping(key)
        .orElseThrow(() -> new IllegalStateException(language + ".yaml has no " + key));
  }

  private static YamlNode.Mapping read(String language) {
    String file = "boilerplate/" + language + ".yaml";
    Problems problems = new Problems();
    List<YamlNode> documents = Yaml.parse(resource(file), file, problems);
    if (!problems.isEmpty() || documents.size() != 1) {
      throw new IllegalStateException(problems.list().toString());
    }
    return (YamlNode.Mapping) documents.get(0);
  }

  private static String resource(String file) {
    try (InputStream in = BoilerplateWords.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("resource " + file + " is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
