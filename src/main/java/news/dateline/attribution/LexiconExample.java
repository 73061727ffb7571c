package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.config.YamlNode;
import news.dateline.model.Attribution;

/**
 * A sentence that proves a word: {@code TEXT => CLAIM} shows the claim, written as {@link
 * ClaimLines} writes it or its beginning; {@code TEXT =/> WORDS} shows no claim with these words.
 *
 * @param claim empty when the example says not what it shows
 * @param counter the words must not be found
 * @param file as problems name it
 */
record LexiconExample(String text, String claim, boolean counter, String file, int line) {
  private static final String SHOWS = " => ";
  private static final String HIDES = " =/> ";

  /** The examples of a lexicon file. */
  static List<LexiconExample> of(YamlNode.Mapping file) {
    return of(file, LanguageFiles.EXAMPLES);
  }

  /** The examples under a key. */
  static List<LexiconExample> of(YamlNode.Mapping file, String key) {
    List<LexiconExample> out = new ArrayList<>();
    if (file.get(key).orElse(null) instanceof YamlNode.Sequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof YamlNode.Scalar scalar) {
          out.add(of(scalar));
        }
      }
    }
    return out;
  }

  private static LexiconExample of(YamlNode.Scalar scalar) {
    String value = scalar.value();
    for (String arrow : List.of(HIDES, SHOWS)) {
      int at = value.lastIndexOf(arrow);
      if (at >= 0) {
        String claim = value.substring(at + arrow.length()).strip();
        String text = value.substring(0, at).strip().replace(" / ", "\n\n");
        return new LexiconExample(text, claim, arrow.equals(HIDES), scalar.file(), scalar.line());
      }
    }
    return new LexiconExample(value, "", false, scalar.file(), scalar.line());
  }

  boolean isWhole() {
    return !text.isEmpty() && !claim.isEmpty();
  }

  /** What is found in it, a claim a line. */
  List<String> read(Attributor attributor, String language) {
    Attribution found = attributor.attribute(AttributionInput.of(text, Optional.of(language)));
    return ClaimLines.of(text, found, List.of());
  }

  /** Whether what was found is what it promises. */
  boolean isShownBy(List<String> found) {
    return counter
        ? found.stream().noneMatch(line -> line.contains(claim))
        : found.stream().anyMatch(line -> line.startsWith(claim));
  }
}
