package news.dateline.attribution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final List<SignOffStyle> signOffStyles;
  private final Map<String, Language> languages;
  private final Language other;

  private Lexicon(List<Agency> agencies) {
    Map<String, Agency> byCode = new LinkedHashMap<>();
    for (Agency agency : agencies) {
      byCode.put(agency.code(), agency);
    }
    this.agencies = Map.copyOf(byCode);
    this.agencyWords = new AgencyWords(agencies);
    this.creditWords = new CreditWords(agencies);
    List<SignOffStyle> styles = new ArrayList<>();
    for (Agency agency : agencies) {
      agency.house().forEach(style -> styles.add(SignOffStyle.of(agency, style)));
    }
    this.signOffStyles = List.copyOf(styles);
    Map<String, Language> loaded = new HashMap<>();
    for (String code : LANGUAGES) {
      loaded.put(code, Language.load(code));
    }
    this.languages = Map.copyOf(loaded);
    this.other = Language.load(Language.OTHER);
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
    return new Lexicon(new ArrayList<>(new AgencyReader(problems).read(documents)));
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
