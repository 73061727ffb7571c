package news.dateline.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The people of one article: full names found as runs of capitalised words, so that a surname or a
 * misspelling finds the person it belongs to.
 */
final class Names {
  /**
   * A full name where it stands.
   *
   * @param gender {@link Words#HE}, {@link Words#SHE} or 0
   */
  record Mention(int from, int to, String name, long gender) {}

  private final Copy copy;
  private final String language;
  private final KnownNames known;
  private final Hits hits;
  private final NameRuns runs;
  private final PhraseKinds kinds;
  private boolean collected;
  private final List<Mention> mentions = new ArrayList<>();
  private final Namesakes namesakes = new Namesakes();
  private @Nullable Map<String, Long> genders;
  private @Nullable Set<String> firsts;

  Names(Copy copy, String language, KnownNames known, Hits hits) {
    this.copy = copy;
    this.language = language;
    this.known = known;
    this.hits = hits;
    this.runs = new NameRuns(copy, language);
    this.kinds = new PhraseKinds(copy, language, runs);
  }

  NameRuns runs() {
    return runs;
  }

  PhraseKinds kinds() {
    return kinds;
  }

  /** Reads the people, when somebody first asks for one: many a text has nobody to name. */
  private void collect() {
    if (collected) {
      return;
    }
    collected = true;
    int i = 0;
    while (i < copy.size()) {
      AgencyHit agency = hits.startingAt(i);
      if (agency != null && agency.from() == i && !agency.trapped()) {
        i = agency.to();
        continue;
      }
      if (!runs.nameWord(i)) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < copy.size()
          && end < i + 12
          && !copy.has(end, Copy.SENTENCE)
          && (runs.nameWord(end) || runs.joint(end))
          && hits.startingAt(end) == null) {
        end++;
      }
      while (end > i + 1 && !runs.nameWord(end - 1)) {
        end--;
      }
      boolean german = language.equals("de");
      int from = runs.afterBodies(runs.afterTitles(i, end), end);
      from = german ? atGivenName(from, end) : from;
      int words = runs.words(from, end);
      boolean believable =
          words >= 2 && words <= 5 && !runs.org(from, end) && !copy.is(from, Words.STOP);
      if (believable && german) {
        believable =
            from > i
                || copy.is(from, Words.MALE | Words.FEMALE)
                || i == 0
                || (!attributive(i - 1) && !articleWithin(from, end));
      }
      if (believable) {
        add(from, end, i);
      } else if (words == 1 && from > i) {
        mentions.add(new Mention(from, end, copy.word(from), gender(from, i)));
      }
      i = end;
    }
  }

  private void add(int from, int end, int runFrom) {
    String name = spelt(from, end);
    mentions.add(new Mention(from, end, name, gender(from, runFrom)));
    namesakes.add(key(copy.word(end - 1)), name, gender(from, runFrom), titleOf(from));
    boolean twoSurnames =
        language.equals("es")
            && end - from > 2
            && copy.has(end - 2, Copy.CAP)
            && !copy.is(end - 2, Words.MALE | Words.FEMALE)
            && copy.has(end - 3, Copy.CAP | Copy.WORD);
    if (twoSurnames) { // "Lola Rivas Gil" is Rivas later
      namesakes.add(copy.word(end - 2), name, gender(from, runFrom), titleOf(from));
    }
  }

  /**
   * "Promoter Frank Warren": what stands before a given name is what he is; no title need be known.
   */
  private int atGivenName(int from, int end) {
    for (int k = from; k + 1 < end; k++) {
      if (copy.is(k, Words.MALE | Words.FEMALE) && copy.has(k + 1, Copy.CAP)) {
        return k > from && copy.mark(k - 1) != 0 ? from : k;
      }
    }
    return from;
  }

  /** "Kind zu Hause", "Norden der Stadt": nobody's name unless a given name opens it. */
  private boolean articleWithin(int from, int end) {
    for (int k = from + 1; k < end; k++) {
      if (copy.is(k, Words.PARTICLE)
          && !copy.has(k, Copy.CAP)
          && (copy.is(k, Words.DETERMINER) || copy.wordIs(k, "zu") || runs.contracted(k))) {
        return true;
      }
    }
    return false;
  }

  /** An article or adjective, behind which a German noun stands and hardly a name. */
  private boolean attributive(int i) {
    boolean adjective =
        copy.has(i, Copy.WORD)
            && !copy.has(i, Copy.CAP)
            && !copy.is(
                i,
                Words.CUE
                    | Words.WEAK
                    | Words.TELL
                    | Words.AUX
                    | Words.ADVERB
                    | Words.PREPOSITION
                    | Words.CONJUNCTION
                    | Words.PRONOUN
                    | Words.OBJECT
                    | Words.SUBJUNCTIVE)
            && (copy.wordEndsWith(i, "es")
                || copy.wordEndsWith(i, "en")
                || copy.wordEndsWith(i, "em"));
    return adjective || copy.is(i, Words.DETERMINER) || runs.contracted(i);
  }

  /** The title right before a name, lower case; nothing when there is none. */
  private String titleOf(int name) {
    int i = name - 1;
    while (i >= 0 && copy.mark(i) == '.') {
      i--;
    }
    boolean titled =
        i >= 0 && copy.is(i, Words.TITLE) && copy.paragraphOf(i) == copy.paragraphOf(name);
    return titled ? copy.word(i).toLowerCase(Locale.ROOT) : "";
  }

  /** A full name as it is known to be spelt; a first name of the language is no slip of another. */
  private String spelt(int from, int to) {
    String printed = join(from, to);
    return copy.is(from, Words.MALE | Words.FEMALE) ? printed : known.corrected(printed);
  }

  private long gender(int from, int runFrom) {
    long he = 0;
    long she = 0;
    for (int i = Math.max(0, runFrom - 2); i < from; i++) {
      he |= copy.bits(i) & Words.MALE_TITLE;
      she |= copy.bits(i) & Words.FEMALE_TITLE;
    }
    if (he == 0 && she == 0) {
      he = copy.bits(from) & Words.MALE;
      she = copy.bits(from) & Words.FEMALE;
    }
    if (he == 0 && she == 0 && language.equals("ru")) {
      return RussianNames.gender(copy.word(from));
    }
    return he != 0 && she == 0 ? Words.HE : she != 0 && he == 0 ? Words.SHE : 0;
  }

  private List<Mention> mentions() {
    collect();
    return mentions;
  }

  private Namesakes namesakes() {
    collect();
    return namesakes;
  }

  /** A person named in full, or by a surname that the text gives in full somewhere. */
  boolean believable(Np np) {
    return runs.words(np.from(), np.to()) > 1 || namesakes().knows(key(copy.word(np.to() - 1)));
  }

  /** Whether the text names somebody in full whose surname stands at a token. */
  boolean surname(int token) {
    return namesakes().knows(key(copy.word(token)));
  }

  /** The last full name that lies within a range of tokens; null when none does. */
  @Nullable Mention mentionIn(int from, int to) {
    int low = 0;
    int high = mentions().size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (mentions().get(mid).from() < to) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    Mention m = low == 0 ? null : mentions().get(low - 1);
    return m != null && m.from() >= from && m.to() <= to ? m : null;
  }

  /**
   * "Norway denied", "Moscow said": a government by its place. Somebody introduced as "Chad, a
   * welder", titled, called so in full anywhere in the text, or by a given name, is no place.
   */
  boolean place(Np np, String name) {
    if (!Gazetteer.lists(name) || !titleOf(np.from()).isEmpty()) {
      return false;
    }
    int behind = np.to();
    boolean introduced =
        behind + 1 < copy.size()
            && copy.mark(behind) == ','
            && (copy.is(behind + 1, Words.DETERMINER) || copy.has(behind + 1, Copy.NUMBER));
    boolean given = copy.is(np.from(), Words.MALE | Words.FEMALE) || firstNames().contains(name);
    return !introduced && (name.indexOf(' ') > 0 || !given);
  }

  /** The first words of the full names of the text. */
  private Set<String> firstNames() {
    Set<String> found = firsts;
    if (found == null) {
      found = new HashSet<>();
      for (Mention m : mentions()) {
        int end = m.name().indexOf(' ');
        if (end > 0) {
          found.add(m.name().substring(0, end));
        }
      }
      firsts = found;
    }
    return found;
  }

  /** French or Spanish, which set an object before the verb. */
  boolean romance() {
    return language.equals("fr") || language.equals("es");
  }

  boolean english() {
    return language.equals("en");
  }

  /** Whose subject may stand behind any verb. */
  boolean inverts() {
    return romance() || russian();
  }

  boolean german() {
    return language.equals("de");
  }

  boolean russian() {
    return language.equals("ru");
  }

  private String key(String surname) {
    return language.equals("ru") ? RussianNames.stem(surname) : surname;
  }

  private String join(int from, int to) {
    return copy.line(from, to);
  }

  /**
   * The name by which this article knows a person.
   *
   * @param oblique the words stand in a case other than the nominative
   */
  String canonical(Np np, boolean oblique) {
    String printed = join(np.from(), np.to());
    String key = key(inText(np.to() - 1));
    boolean single = runs.words(np.from(), np.to()) == 1;
    if (language.equals("ru")) {
      String best = RussianNames.best(printed, single, namesakes().names(key), oblique);
      return best.equals(printed) ? spelt(np.from(), np.to()) : known.corrected(best);
    }
    if (!single) {
      return namesakes().spelt(key, spelt(np.from(), np.to()));
    }
    String title = titleOf(np.from());
    long gender = title.isEmpty() ? 0 : gender(np.from(), np.from());
    String meant = namesakes().meant(key, gender, title);
    String near = meant == null ? namesakes().near(key) : null;
    meant = near == null ? meant : namesakes().meant(near, gender, title);
    return meant != null ? meant : spelt(np.from(), np.to());
  }

  /** A surname as it is printed in running text: "KELLY" is Kelly. */
  private String inText(int token) {
    String word = copy.word(token);
    return copy.has(token, Copy.UPPER) && !namesakes.knows(key(word))
        ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT)
        : word;
  }

  /** The latest person named before a token whose gender fits; null when nobody is. */
  @Nullable Mention latestBefore(int token, long gender, int notBefore) {
    int low = 0;
    int high = mentions().size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (mentions().get(mid).from() < token) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    for (int i = low - 1; i >= 0 && i > low - 30; i--) {
      Mention m = mentions().get(i);
      if (m.from() < notBefore) {
        break;
      }
      if (m.gender() == 0 || gender == 0 || m.gender() == gender) {
        return m;
      }
    }
    return null;
  }

  /** The gender the article shows for a name: {@link Words#HE}, {@link Words#SHE} or 0. */
  long genderOf(String name) {
    Map<String, Long> found = genders;
    if (found == null) {
      found = new HashMap<>();
      for (Mention m : mentions()) {
        if (m.gender() != 0) {
          found.putIfAbsent(m.name(), m.gender());
        }
      }
      genders = found;
    }
    return found.getOrDefault(name, 0L);
  }
}
