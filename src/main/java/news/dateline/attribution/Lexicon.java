package news.dateline.attribution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;

/**
 * What attribution knows before it reads a text: the agencies of {@code config/agencies.yaml}, and
 * per language the words of saying. Immutable; one serves all threads.
 */
public final class Lexicon {
  private static final List<String> LANGUAGES = List.of("en", "ru", "fr", "de", "es");

  private final Map<String, Agency> agencies;
  private final AgencyWords agencyWords;
  private final CreditWords creditWords;
  private final UnspacedAgencies unspaced;
  private final List<SignOffStyle> signOffStyles;
  private final Map<String, Language> languages;
  private final Language other;

  private final Map<String, List<LexiconExample>> examples;

  private Lexicon(List<Agency> agencies, Map<String, List<YamlNode.Mapping>> words) {
    Map<String, Agency> byCode = new LinkedHashMap<>();
    for (Agency agency : agencies) {
      byCode.put(agency.code(), agency);
    }
    this.agencies = Map.copyOf(byCode);
    this.agencyWords = new AgencyWords(agencies);
    this.creditWords = new CreditWords(agencies);
    this.unspaced = new UnspacedAgencies(agencies);
    List<SignOffStyle> styles = new ArrayList<>();
    for (Agency agency : agencies) {
      agency.house().forEach(style -> styles.add(SignOffStyle.of(agency, style)));
    }
    this.signOffStyles = List.copyOf(styles);
    Map<String, Language> loaded = new HashMap<>();
    for (String code : LANGUAGES) {
      loaded.put(code, Language.load(code, words.getOrDefault(code, List.of())));
    }
    this.languages = Map.copyOf(loaded);
    Map<String, List<LexiconExample>> promised = new TreeMap<>();
    words.forEach(
        (code, files) ->
            promised.put(
                code, files.stream().flatMap(f -> LexiconExample.of(f).stream()).toList()));
    this.examples = Collections.unmodifiableMap(promised);
    this.other = Language.load(Language.OTHER, List.of());
  }

  /**
   * Reads the agencies.
   *
   * @param file {@code agencies.yaml}
   * @param shownAs how problems name it
   * @param problems receives everything wrong with it; agencies without a problem are kept
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static Lexicon load(Path file, String shownAs, Problems problems) {
    return of(Yaml.read(file, shownAs, problems), problems);
  }

  /** Takes the agencies from nodes already read; see {@link #load}. */
  public static Lexicon of(List<YamlNode> documents, Problems problems) {
    return of(documents, List.of(), problems);
  }

  /**
   * Takes the agencies, and the words a newsroom adds to those of this build.
   *
   * @param agencies documents of {@code agencies.yaml}
   * @param words documents of {@code lexicon/<language>.yaml}; those with a problem are left out
   * @param problems receives everything wrong with either
   */
  public static Lexicon of(List<YamlNode> agencies, List<YamlNode> words, Problems problems) {
    Map<String, List<YamlNode.Mapping>> byLanguage = new TreeMap<>();
    for (YamlNode document : words) {
      String name = document.file().substring(document.file().lastIndexOf('/') + 1);
      String code = name.replaceFirst("\\.ya?ml$", "");
      if (!LANGUAGES.contains(code)) {
        problems.add(
            new Problem(
                document.file(),
                0,
                "",
                "is named after no language whose words are known",
                String.join(".yaml, ", LANGUAGES) + ".yaml"));
      } else if (!(document instanceof YamlNode.Mapping mapping)) {
        problems.add(document, "", "must hold keys with lists of words", "cues: [groused]");
      } else if (LanguageFiles.checkAdded(mapping, problems)) {
        byLanguage.computeIfAbsent(code, k -> new ArrayList<>()).add(mapping);
      }
    }
    return new Lexicon(new ArrayList<>(new AgencyReader(problems).read(agencies)), byLanguage);
  }

  /** What a newsroom's own words promise, by language. */
  Map<String, List<LexiconExample>> examples() {
    return examples;
  }

  /** The agency of a code. */
  public Optional<Agency> agency(String code) {
    return Optional.ofNullable(agencies.get(code));
  }

  /** All agencies, in no particular order. */
  public List<Agency> agencies() {
    return List.copyOf(agencies.values());
  }

  AgencyWords agencyWords() {
    return agencyWords;
  }

  CreditWords creditWords() {
    return creditWords;
  }

  UnspacedAgencies unspaced() {
    return unspaced;
  }

  List<SignOffStyle> signOffStyles() {
    return signOffStyles;
  }

  /**
   * The words of a BCP 47 language; of a language this build does not know, only what holds in all:
   * agencies, datelines, quotation marks.
   */
  Language language(String tag) {
    int dash = tag.indexOf('-');
    return languages.getOrDefault(dash < 0 ? tag : tag.substring(0, dash), other);
  }

  /** What holds in a language this build does not know. */
  Language other() {
    return other;
  }

  Language english() {
    Language english = languages.get("en");
    if (english == null) {
      throw new IllegalStateException("en");
    }
    return english;
  }

  List<Language> languages() {
    return List.copyOf(languages.values());
  }
}
