package news.dateline.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;

/**
 * The words by which one language says who speaks, read from the resource file {@code <code>.yaml}
 * beside this class.
 *
 * @param code two letters
 * @param words every known word
 * @param according phrases such as "according to", longest first, split into words
 * @param notPlaces upper-case openers that are no place
 * @param bylines words that open a byline
 * @param credits phrases of credit lines by role of the people they name
 * @param contributions phrases before agencies that contributed
 * @param contributed phrases that make a line one of contribution wherever they stand in it
 * @param reports phrases before the agency a report comes from
 * @param months names of months, in small letters, with their numbers
 * @param ends words that mark the end of a wire item
 */
record Language(
    String code,
    Words words,
    List<List<String>> according,
    Set<String> notPlaces,
    Set<String> bylines,
    Map<String, List<String>> credits,
    List<String> contributions,
    List<String> contributed,
    List<String> reports,
    Map<String, Integer> months,
    Set<String> ends) {
  private static final List<String> ROLES =
      List.of("contributor", "author", "editor", "photographer", "translator");
  private static final List<String> PHRASES =
      List.of(
          "months",
          "according",
          "not-places",
          "bylines",
          "contribution-lines",
          "contributed",
          "report-lines",
          "sign-ends",
          "in");
  private static final Map<String, Long> BITS = new HashMap<>();
  private static final Map<String, Long> ENDINGS = new HashMap<>();
  private static final Map<String, Long> REPORTING =
      Map.of(
          "statements", Words.STATEMENT,
          "acts", Words.ACT,
          "beliefs", Words.BELIEF,
          "topics", Words.ACT | Words.TOPICAL,
          "sights", Words.BELIEF | Words.TOPICAL,
          "forms-of-nouns", Words.NOUNY,
          "cue-nouns", Words.CUE_NOUN,
          "cue-adjectives", Words.CUE_ADJECTIVE);

  static {
    BITS.put("cues", Words.CUE);
    BITS.put("tells", Words.TELL | Words.CUE);
    BITS.put("quoting", Words.QUOTING);
    BITS.put("participles", Words.PARTICIPLE);
    BITS.put("weak", Words.WEAK);
    BITS.put("that", Words.THAT);
    BITS.put("aux", Words.AUX);
    BITS.put("adverbs", Words.ADVERB);
    BITS.put("pronouns-male", Words.HE);
    BITS.put("pronouns-female", Words.SHE);
    BITS.put("pronouns-plural", Words.THEY);
    BITS.put("pronouns-neuter", Words.IT);
    BITS.put("pronouns-first", Words.FIRST_PERSON);
    BITS.put("pronouns-object", Words.OBJECT);
    BITS.put("determiners", Words.DETERMINER);
    BITS.put("prepositions", Words.PREPOSITION);
    BITS.put("nominal-prepositions", Words.NOMINAL_PREPOSITION);
    BITS.put("conjunctions", Words.CONJUNCTION);
    BITS.put("indefinites", Words.INDEFINITE);
    BITS.put("asks", Words.ASK);
    BITS.put("subordinate", Words.SUBORDINATE);
    BITS.put("relatives", Words.RELATIVE);
    BITS.put("titles", Words.TITLE);
    BITS.put("roles", Words.ROLE);
    BITS.put("orgs", Words.ORG);
    BITS.put("agency-words", Words.AGENCY_WORD);
    BITS.put("agency-nouns", Words.AGENCY_NOUN);
    BITS.put("agency-next", Words.AGENCY_NEXT);
    BITS.put("addressees", Words.ADDRESSEE);
    BITS.put("times", Words.TIME);
    BITS.put("time-prepositions", Words.TIME_PREPOSITION);
    BITS.put("particles", Words.PARTICLE);
    BITS.put("males", Words.MALE);
    BITS.put("females", Words.FEMALE);
    BITS.put("male-titles", Words.MALE_TITLE);
    BITS.put("female-titles", Words.FEMALE_TITLE);
    BITS.put("abbreviations", Words.ABBREVIATION);
    BITS.put("stops", Words.STOP);
    BITS.put("never-quotes", Words.NEVER_QUOTE);
    BITS.put("own", Words.OWN);
    BITS.put("photo-words", Words.PHOTO);
    BITS.put("and", Words.AND);
    BITS.put("core", Words.CORE);
    BITS.put("received", Words.RECEIVED | Words.MEDIUM);
    BITS.put("spoken", Words.SPOKEN);
    BITS.put("outlets", Words.OUTLET);
    BITS.put("announcing", Words.ANNOUNCING);
    BITS.put("plans", Words.PLAN);
    BITS.put("agency-bodies", Words.AGENCY_BODY);
    BITS.put("listeners", Words.LISTENER);
    BITS.put("media", Words.MEDIUM);
    BITS.put("dispatches", Words.DISPATCH);
    BITS.put("subjunctives", Words.SUBJUNCTIVE);
    BITS.put("viewpoints", Words.VIEWPOINT);
    BITS.put("naming", Words.NAMING);
    BITS.put("saying-nouns", Words.SAYING_NOUN);
    ENDINGS.put("title-ends", Words.TITLE | Words.ROLE);
    ENDINGS.put("male-title-ends", Words.TITLE | Words.ROLE | Words.MALE_TITLE);
    ENDINGS.put("female-title-ends", Words.TITLE | Words.ROLE | Words.FEMALE_TITLE);
    ENDINGS.put("org-ends", Words.ORG);
    ENDINGS.put("feminine-ends", Words.FEMININE);
    ENDINGS.put("medium-ends", Words.ORG | Words.NEVER_QUOTE);
  }

  /** The words of any language this build does not know. */
  static final String OTHER = "und";

  /** Whether it knows words of saying; without them nobody can be told to speak. */
  boolean tellsSpeakers() {
    return !code.equals(OTHER);
  }

  /** Every key a language file may have. */
  static Set<String> keys() {
    Set<String> keys = new HashSet<>(PHRASES);
    keys.addAll(BITS.keySet());
    keys.addAll(ENDINGS.keySet());
    keys.addAll(REPORTING.keySet());
    ROLES.forEach(role -> keys.add("credits-" + role));
    return keys;
  }

  /** Whether under a key stand single words, not phrases. */
  static boolean takesSingleWords(String key) {
    return BITS.containsKey(key) || ENDINGS.containsKey(key);
  }

  /**
   * Reads the resource of a language this build knows, or of {@link #OTHER}.
   *
   * @param more what a newsroom adds to it
   */
  static Language load(String code, List<YamlNode.Mapping> more) {
    LanguageFiles all = new LanguageFiles(code, more);
    Words.Builder words = new Words.Builder();
    for (Map.Entry<String, Long> key : BITS.entrySet()) {
      for (String word : all.texts(key.getKey())) {
        words.add(word.toLowerCase(Locale.ROOT), key.getValue());
      }
    }
    if (code.equals("fr")) {
      all.texts("cues").forEach(cue -> inverted(cue, words));
    }
    for (Map.Entry<String, Long> key : ENDINGS.entrySet()) {
      for (String ending : all.texts(key.getKey())) {
        words.ending(ending, key.getValue());
      }
    }
    Map<String, Integer> months = new LinkedHashMap<>();
    reporting(code, more, words);
    int month = 0;
    for (String names : all.texts("months")) {
      month++;
      for (String name : names.split(" ", -1)) {
        words.add(name, Words.month(month));
        months.put(name, month);
      }
    }
    List<List<String>> according = new ArrayList<>();
    for (String phrase : all.texts("according")) {
      List<String> split = List.of(phrase.split(" ", -1));
      according.add(split);
      words.add(split.get(0), Words.ACCORDING);
    }
    according.sort((a, b) -> b.size() - a.size());
    Map<String, List<String>> credits = new HashMap<>();
    for (String role : ROLES) {
      credits.put(role, all.texts("credits-" + role));
    }
    return new Language(
        code,
        words.build(),
        according,
        Set.copyOf(all.texts("not-places")),
        Set.copyOf(all.texts("bylines")),
        credits,
        all.texts("contribution-lines"),
        all.texts("contributed"),
        all.texts("report-lines"),
        Map.copyOf(months),
        Set.copyOf(all.texts("sign-ends")));
  }

  /** French sets the pronoun behind the verb of saying: "souligne-t-elle", "dit-il". */
  private static void inverted(String cue, Words.Builder words) {
    boolean vowel = cue.endsWith("e") || cue.endsWith("a");
    if (cue.endsWith("nt")) {
      words.add(cue + "-ils", Words.THEY);
      words.add(cue + "-elles", Words.THEY);
    } else if (vowel || cue.endsWith("t") || cue.endsWith("d")) {
      words.add(cue + (vowel ? "-t-il" : "-il"), Words.HE);
      words.add(cue + (vowel ? "-t-elle" : "-elle"), Words.SHE);
    }
  }

  /**
   * The verbs of {@code reporting-<code>.yaml}, each with its forms; the English ones in an order
   * that tells which form may be a noun and which ends in -ing.
   */
  private static void reporting(String code, List<YamlNode.Mapping> more, Words.Builder words) {
    String file = "reporting-" + code + ".yaml";
    if (Language.class.getResource(file) != null) {
      reporting(code, mapping(file), words);
    }
    more.forEach(added -> reporting(code, added, words));
  }

  private static void reporting(String code, YamlNode.Mapping all, Words.Builder words) {
    boolean ordered = code.equals("en");
    for (Map.Entry<String, Long> key : REPORTING.entrySet()) {
      for (String verb : all.texts(key.getKey())) {
        String[] forms = verb.split(" ", -1);
        for (int i = 0; i < forms.length; i++) {
          boolean verbForms = ordered && forms.length > 3;
          long shape =
              !verbForms ? 0 : i < 2 ? Words.BARE : i == forms.length - 1 ? Words.GERUND : 0;
          words.add(forms[i], key.getValue() | shape);
        }
      }
    }
  }

  private static YamlNode.Mapping mapping(String file) {
    Problems problems = new Problems();
    List<YamlNode> documents = Yaml.parse(resource(file), file, problems);
    if (!problems.isEmpty() || documents.size() != 1) {
      throw new IllegalStateException(problems.list().toString());
    }
    return (YamlNode.Mapping) documents.get(0);
  }

  /** The text of a file beside this class. */
  static String resource(String file) {
    try (InputStream in = Language.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("resource " + file + " is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
