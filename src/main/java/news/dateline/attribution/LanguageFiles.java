package news.dateline.attribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;

/**
 * The words of one language: the file of this build, and what a newsroom adds to it in {@code
 * config/lexicon/<language>.yaml}.
 */
final class LanguageFiles {
  /** Not words but sentences that prove words. */
  static final String EXAMPLES = "examples";

  /** Twelve in order: nothing can be added. */
  private static final String MONTHS = "months";

  private final List<YamlNode.Mapping> files = new ArrayList<>();

  /**
   * @param more checked by {@link #check}
   */
  LanguageFiles(String code, List<YamlNode.Mapping> more) {
    String file = code + ".yaml";
    Problems problems = new Problems();
    List<YamlNode> documents = Yaml.parse(Language.resource(file), file, problems);
    if (documents.size() == 1 && documents.get(0) instanceof YamlNode.Mapping shipped) {
      check(shipped, problems);
      files.add(shipped);
    }
    if (!problems.isEmpty() || files.isEmpty()) {
      throw new IllegalStateException(file + ": " + problems.list());
    }
    files.addAll(more);
  }

  /** The words or phrases under a key, in all files. */
  List<String> texts(String key) {
    if (files.size() == 1) {
      return files.get(0).texts(key);
    }
    List<String> all = new ArrayList<>();
    files.forEach(f -> all.addAll(f.texts(key)));
    return all;
  }

  /** The keys of the file of this build. */
  Set<String> keys() {
    return files.get(0).entries().keySet();
  }

  /**
   * Tells what a newsroom's file may not hold.
   *
   * @return whether it can be used
   */
  static boolean checkAdded(YamlNode.Mapping file, Problems problems) {
    int before = problems.list().size();
    if (file.entries().containsKey(MONTHS)) {
      at(file, MONTHS, problems, "cannot be added to", "a language has its twelve");
    }
    for (LexiconExample example : LexiconExample.of(file)) {
      if (!example.isWhole()) {
        problems.add(
            new Problem(
                file.file(),
                example.line(),
                EXAMPLES,
                "\"" + example.text() + "\" says not what it shows",
                "TEXT => CLAIM, or TEXT =/> WORDS for what must not be found"));
      }
    }
    check(file, problems);
    return problems.list().size() == before;
  }

  private static void check(YamlNode.Mapping file, Problems problems) {
    Set<String> known = new HashSet<>(Language.keys());
    known.add(EXAMPLES);
    for (Map.Entry<String, YamlNode> entry : file.entries().entrySet()) {
      String key = entry.getKey();
      boolean list =
          entry.getValue() instanceof YamlNode.Sequence words
              && words.items().stream().allMatch(YamlNode.Scalar.class::isInstance);
      if (!known.contains(key)) {
        at(
            file,
            key,
            problems,
            "is unknown",
            known.stream().sorted().collect(Collectors.joining(", ")));
      } else if (!list) {
        at(file, key, problems, "must be a list of words", key + ": [one, two]");
      } else if (Language.takesSingleWords(key)) {
        for (String word : file.texts(key)) {
          if (word.indexOf(' ') >= 0) {
            at(file, key, problems, "\"" + word + "\" is more than one word", "one form a word");
          }
        }
      }
    }
  }

  private static void at(
      YamlNode.Mapping file, String key, Problems problems, String message, String hint) {
    int line = file.keyLines().getOrDefault(key, file.line());
    problems.add(new Problem(file.file(), line, key, message, hint));
  }
}
