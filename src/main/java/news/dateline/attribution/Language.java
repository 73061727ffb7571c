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
  private static final Map<String, WordClass> CLASSES = new HashMap<>();
  private static final Map<String, WordClass> ENDINGS = new HashMap<>();
  private static final Map<String, WordClass> REPORTING =
      Map.ofEntries(
          Map.entry("sayings", WordClass.of(Words.CUE | Words.STATEMENT)),
          Map.entry("statements", WordClass.of(Words.STATEMENT)),
          Map.entry("acts", WordClass.of(Words.ACT)),
          Map.entry("beliefs", WordClass.of(Words.BELIEF)),
          Map.entry("promises", new WordClass(Words.ACT, Grammar.PROMISE)),
          Map.entry("judgements", new WordClass(Words.ACT, Grammar.JUDGEMENT)),
          Map.entry("topics", new WordClass(Words.ACT, Grammar.TOPICAL)),
          Map.entry("sights", new WordClass(Words.BELIEF, Grammar.TOPICAL)),
          Map.entry("forms-of-nouns", WordClass.serving(Grammar.NOUNY)),
          Map.entry("cue-nouns", WordClass.of(Words.CUE_NOUN)),
          Map.entry("cue-adjectives", WordClass.of(Words.CUE_ADJECTIVE)));

  /** Languages whose subject may stand behind any verb, and whose "that" is never left out. */
  private static final Set<String> FREE = Set.of("ru", "fr", "es");

  /** Verbs that may stand before words in marks, as "called it" does. */
  private static final Set<String> WEAK = Set.of("acts", "beliefs");

  static {
    CLASSES.put("cues", WordClass.of(Words.CUE));
    CLASSES.put("tells", WordClass.of(Words.TELL | Words.CUE));
    CLASSES.put("quoting", WordClass.of(Words.QUOTING));
    CLASSES.put("participles", WordClass.of(Words.PARTICIPLE));
    CLASSES.put("weak", WordClass.of(Words.WEAK));
    CLASSES.put("that", WordClass.of(Words.THAT));
    CLASSES.put("aux", WordClass.of(Words.AUX));
    CLASSES.put("adverbs", WordClass.of(Words.ADVERB));
    CLASSES.put("pronouns-male", WordClass.of(Words.HE));
    CLASSES.put("pronouns-female", WordClass.of(Words.SHE));
    CLASSES.put("pronouns-plural", WordClass.of(Words.THEY));
    CLASSES.put("pronouns-neuter", WordClass.of(Words.IT));
    CLASSES.put("pronouns-first", WordClass.of(Words.FIRST_PERSON));
    CLASSES.put("pronouns-object", WordClass.of(Words.OBJECT));
    CLASSES.put("determiners", WordClass.of(Words.DETERMINER));
    CLASSES.put("prepositions", WordClass.of(Words.PREPOSITION));
    CLASSES.put("nominal-prepositions", WordClass.serving(Grammar.NOMINAL_PREPOSITION));
    CLASSES.put("conjunctions", WordClass.of(Words.CONJUNCTION));
    CLASSES.put("indefinites", WordClass.serving(Grammar.INDEFINITE));
    CLASSES.put("asks", WordClass.of(Words.ASK));
    CLASSES.put("subordinate", WordClass.of(Words.SUBORDINATE));
    CLASSES.put("relatives", WordClass.of(Words.RELATIVE));
    CLASSES.put("titles", WordClass.of(Words.TITLE));
    CLASSES.put("roles", WordClass.of(Words.ROLE));
    CLASSES.put("orgs", WordClass.of(Words.ORG));
    CLASSES.put("agency-words", WordClass.of(Words.AGENCY_WORD));
    CLASSES.put("agency-nouns", WordClass.of(Words.AGENCY_NOUN));
    CLASSES.put("agency-next", WordClass.of(Words.AGENCY_NEXT));
    CLASSES.put("addressees", WordClass.of(Words.ADDRESSEE));
    CLASSES.put("times", WordClass.of(Words.TIME));
    CLASSES.put("time-prepositions", WordClass.of(Words.TIME_PREPOSITION));
    CLASSES.put("particles", WordClass.of(Words.PARTICLE));
    CLASSES.put("males", WordClass.of(Words.MALE));
    CLASSES.put("females", WordClass.of(Words.FEMALE));
    CLASSES.put("male-titles", WordClass.of(Words.MALE_TITLE));
    CLASSES.put("female-titles", WordClass.of(Words.FEMALE_TITLE));
    CLASSES.put("abbreviations", WordClass.of(Words.ABBREVIATION));
    CLASSES.put("stops", WordClass.of(Words.STOP));
    CLASSES.put("never-quotes", WordClass.of(Words.NEVER_QUOTE));
    CLASSES.put("own", WordClass.of(Words.OWN));
    CLASSES.put("photo-words", WordClass.of(Words.PHOTO));
    CLASSES.put("and", WordClass.of(Words.AND));
    CLASSES.put("core", WordClass.serving(Grammar.CORE));
    CLASSES.put("received", WordClass.of(Words.RECEIVED | Words.MEDIUM));
    CLASSES.put("spoken", WordClass.of(Words.SPOKEN));
    CLASSES.put("outlets", WordClass.of(Words.OUTLET));
    CLASSES.put("announcing", WordClass.of(Words.ANNOUNCING));
    CLASSES.put("plans", WordClass.of(Words.PLAN));
    CLASSES.put("agency-bodies", WordClass.of(Words.AGENCY_BODY));
    CLASSES.put("listeners", WordClass.of(Words.LISTENER));
    CLASSES.put("media", WordClass.of(Words.MEDIUM));
    CLASSES.put("dispatches", WordClass.of(Words.DISPATCH));
    CLASSES.put("subjunctives", WordClass.of(Words.SUBJUNCTIVE));
    CLASSES.put("viewpoints", WordClass.serving(Grammar.VIEWPOINT));
    CLASSES.put("copulas", WordClass.serving(Grammar.COPULA));
    CLASSES.put("questions", WordClass.serving(Grammar.QUESTION));
    CLASSES.put("quantifiers", WordClass.serving(Grammar.QUANTIFIER));
    CLASSES.put("verb-complements", WordClass.serving(Grammar.VERB_COMPLEMENT));
    CLASSES.put("noun-complements", WordClass.serving(Grammar.NOUN_COMPLEMENT));
    CLASSES.put("adjective-complements", WordClass.serving(Grammar.ADJECTIVE_COMPLEMENT));
    CLASSES.put("passive-complements", WordClass.serving(Grammar.PASSIVE_COMPLEMENT));
    CLASSES.put("circumstances", WordClass.serving(Grammar.CIRCUMSTANCE));
    CLASSES.put("unnamed", WordClass.serving(Grammar.UNNAMED));
    CLASSES.put("comparisons", WordClass.serving(Grammar.COMPARISON));
    CLASSES.put("quoting-participles", WordClass.serving(Grammar.QUOTING_PARTICIPLE));
    CLASSES.put("passive-auxiliaries", WordClass.serving(Grammar.PASSIVE_AUXILIARY));
    CLASSES.put("source-prepositions", WordClass.serving(Grammar.SOURCE_PREPOSITION));
    CLASSES.put("subjunctives-present", new WordClass(Words.SUBJUNCTIVE, Grammar.REPORTED_MOOD));
    CLASSES.put("verb-prefixes", WordClass.serving(Grammar.VERB_PREFIX));
    CLASSES.put("indefinite-articles", WordClass.serving(Grammar.INDEFINITE_ARTICLE));
    CLASSES.put("naming", WordClass.of(Words.NAMING));
    CLASSES.put("saying-nouns", WordClass.of(Words.SAYING_NOUN));
    ENDINGS.put("title-ends", WordClass.of(Words.TITLE | Words.ROLE));
    ENDINGS.put("male-title-ends", WordClass.of(Words.TITLE | Words.ROLE | Words.MALE_TITLE));
    ENDINGS.put("female-title-ends", WordClass.of(Words.TITLE | Words.ROLE | Words.FEMALE_TITLE));
    ENDINGS.put("org-ends", WordClass.of(Words.ORG));
    ENDINGS.put("source-noun-ends", WordClass.serving(Grammar.SOURCE_NOUN));
    ENDINGS.put("feminine-ends", WordClass.serving(Grammar.FEMININE));
    ENDINGS.put("saying-ends", WordClass.of(Words.SAYING_NOUN));
    ENDINGS.put("medium-ends", WordClass.of(Words.ORG | Words.NEVER_QUOTE));
  }

  /** The words of any language this build does not know. */
  static final String OTHER = "und";

  /** Whether it knows words of saying; without them nobody can be told to speak. */
  boolean tellsSpeakers() {
    return !code.equals(OTHER);
  }

  /**
   * Russian, French, Spanish: the subject may stand behind any verb, "that" is never left out, and
   * no verb stands behind a preposition or an article.
   */
  boolean inverts() {
    return FREE.contains(code);
  }

  /** Spanish and Russian: the verb alone may say who. */
  boolean dropsSubjects() {
    return code.equals("es") || code.equals("ru");
  }

  /** Every key a language file may have. */
  static Set<String> keys() {
    Set<String> keys = new HashSet<>(PHRASES);
    keys.addAll(CLASSES.keySet());
    keys.addAll(ENDINGS.keySet());
    keys.addAll(REPORTING.keySet());
    ROLES.forEach(role -> keys.add("credits-" + role));
    return keys;
  }

  /** Whether under a key stand single words, not phrases. */
  static boolean takesSingleWords(String key) {
    return CLASSES.containsKey(key) || ENDINGS.containsKey(key);
  }

  /**
   * Reads the resource of a language this build knows, or of {@link #OTHER}.
   *
   * @param more what a newsroom adds to it
   */
  static Language load(String code, List<YamlNode.Mapping> more) {
    LanguageFiles all = new LanguageFiles(code, more);
    Words.Builder words = new Words.Builder();
    for (Map.Entry<String, WordClass> key : CLASSES.entrySet()) {
      for (String word : all.texts(key.getKey())) {
        words.add(word.toLowerCase(Locale.ROOT), key.getValue());
      }
    }
    if (code.equals("fr")) {
      all.texts("cues").forEach(cue -> inverted(cue, words));
    }
    for (Map.Entry<String, WordClass> key : ENDINGS.entrySet()) {
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
        words.add(name, WordClass.of(Words.month(month)));
        months.put(name, month);
      }
    }
    List<List<String>> according = new ArrayList<>();
    for (String phrase : all.texts("according")) {
      List<String> split = List.of(phrase.split(" ", -1));
      according.add(split);
      words.add(split.get(0), WordClass.of(Words.ACCORDING));
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
      words.add(cue + "-ils", WordClass.of(Words.THEY));
      words.add(cue + "-elles", WordClass.of(Words.THEY));
    } else if (vowel || cue.endsWith("t") || cue.endsWith("d")) {
      words.add(cue + (vowel ? "-t-il" : "-il"), WordClass.of(Words.HE));
      words.add(cue + (vowel ? "-t-elle" : "-elle"), WordClass.of(Words.SHE));
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
    for (Map.Entry<String, WordClass> key : REPORTING.entrySet()) {
      boolean weak = FREE.contains(code) && WEAK.contains(key.getKey());
      for (String verb : all.texts(key.getKey())) {
        String[] forms = verb.split(" ", -1);
        if (code.equals("fr") && key.getKey().equals("sayings")) {
          for (String form : forms) {
            inverted(form, words);
          }
        }
        for (int i = 0; i < forms.length; i++) {
          boolean verbForms = ordered && forms.length > 3;
          long shape =
              !verbForms ? 0 : i < 2 ? Words.BARE : i == forms.length - 1 ? Words.GERUND : 0;
          long more = shape | (weak ? Words.WEAK : 0);
          words.add(forms[i], key.getValue().and(WordClass.of(more)));
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
