package news.dateline.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.dateline.model.Attribution.Speaker.SpeakerKind;
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
  private boolean collected;
  private final List<Mention> mentions = new ArrayList<>();
  private final Namesakes namesakes = new Namesakes();
  private @Nullable Map<String, Long> genders;

  Names(Copy copy, String language, KnownNames known, Hits hits) {
    this.copy = copy;
    this.language = language;
    this.known = known;
    this.hits = hits;
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
      if (!nameWord(i)) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < copy.size()
          && end < i + 12
          && !copy.has(end, Copy.SENTENCE)
          && (nameWord(end) || joint(end))
          && hits.startingAt(end) == null) {
        end++;
      }
      while (end > i + 1 && !nameWord(end - 1)) {
        end--;
      }
      boolean german = language.equals("de");
      int from = afterBodies(afterTitles(i, end), end);
      from = german ? atGivenName(from, end) : from;
      int words = words(from, end);
      boolean believable =
          words >= 2 && words <= 5 && !org(from, end) && !copy.is(from, Words.STOP);
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
          && (copy.is(k, Words.DETERMINER) || copy.wordIs(k, "zu") || contracted(k))) {
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
    return adjective || copy.is(i, Words.DETERMINER) || contracted(i);
  }

  /** "im Berliner Ortsteil", "zum Ende": a preposition that has swallowed the article of a noun. */
  private boolean contracted(int i) {
    return copy.is(i, Words.PREPOSITION)
        && (copy.wordEndsWith(i, "im")
            || copy.wordIs(i, "am")
            || copy.wordIs(i, "zum")
            || copy.wordIs(i, "zur")
            || copy.wordIs(i, "ins")
            || copy.wordIs(i, "vom"));
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

  private boolean nameWord(int i) {
    return copy.has(i, Copy.CAP)
        && !(copy.has(i, Copy.SENTENCE)
            && copy.is(
                i,
                Words.STOP
                    | Words.PREPOSITION
                    | Words.ADVERB
                    | Words.CONJUNCTION
                    | Words.THAT
                    | Words.AUX)
            && !copy.is(i, Words.MALE | Words.FEMALE))
        && !copy.is(i, Words.TIME | Words.PRONOUN | Words.FIRST_PERSON)
        && !(copy.is(i, Words.MONTH)
            && !copy.is(i, Words.MALE | Words.FEMALE)
            && !(i > 0 && copy.is(i - 1, Words.MALE | Words.FEMALE)))
        && !(copy.is(i, Words.DETERMINER) && !copy.has(i, Copy.UPPER));
  }

  private boolean joint(int i) {
    return abbreviationDot(i) || (copy.is(i, Words.PARTICLE) && particle(i, copy.size()));
  }

  /** A dot that belongs to an initial or a shortened title. */
  boolean abbreviationDot(int i) {
    if (copy.mark(i) != '.' || i == 0 || copy.start(i) != copy.end(i - 1)) {
      return false;
    }
    int before = i - 1;
    boolean initial = copy.has(before, Copy.CAP) && copy.end(before) - copy.start(before) == 1;
    boolean shortened = copy.has(before, Copy.CAP) && copy.is(before, Words.ABBREVIATION);
    return (initial || shortened) && (i + 1 >= copy.size() || !copy.has(i + 1, Copy.SENTENCE));
  }

  /** "von", "al" and their like between two capitalised words. */
  boolean particle(int i, int hi) {
    if (!copy.is(i, Words.PARTICLE) || copy.has(i, Copy.CAP) || i == 0 || i + 1 >= hi) {
      return false;
    }
    boolean before =
        (copy.has(i - 1, Copy.CAP)
                && !copy.is(i - 1, Words.TITLE | Words.ROLE | Words.ORG)
                && !title(i - 1))
            || (copy.is(i - 1, Words.PARTICLE) && i > 1 && copy.has(i - 2, Copy.CAP));
    boolean after = copy.has(i + 1, Copy.CAP) || copy.is(i + 1, Words.PARTICLE);
    if (language.equals("de") && copy.is(i, Words.PREPOSITION)) {
      // "Georg Huber vom Sender": a second name before it makes it a preposition.
      boolean given = copy.is(i - 1, Words.MALE | Words.FEMALE | Words.PARTICLE);
      boolean second = i > 1 && copy.has(i - 2, Copy.CAP) && !copy.is(i - 2, Words.TITLE);
      before &= (given && !contracted(i)) || !second;
      after &= !copy.is(i + 1, Words.ORG | Words.TITLE | Words.AGENCY_NOUN);
    }
    if (copy.is(i, Words.PREPOSITION | Words.AND) && language.equals("es")) {
      before &= copy.is(i - 1, Words.MALE | Words.FEMALE) || copy.is(i - 1, Words.PARTICLE);
    }
    return before && after;
  }

  /** A capitalised word that may be part of a name, not a title or an organisation. */
  boolean nameLike(int i, int phraseFrom) {
    boolean germanNoun =
        language.equals("de") && i > phraseFrom && copy.is(i - 1, Words.DETERMINER);
    return !copy.is(i, Words.TITLE | Words.ROLE | Words.ORG | Words.STOP)
        && !title(i)
        && !germanNoun;
  }

  private boolean title(int i) {
    return copy.is(i, Words.TITLE | Words.ROLE);
  }

  private boolean org(int from, int to) {
    for (int i = from; i < to; i++) {
      if (copy.is(i, Words.ORG)) {
        return true;
      }
    }
    return false;
  }

  /** Russian "глава МИД Сергей Лавров": a body before the name is none of it. */
  private int afterBodies(int from, int to) {
    int name = from;
    for (int i = from; russian() && i + 2 < to; i++) {
      boolean acronym =
          copy.has(i, Copy.UPPER)
              && copy.end(i) - copy.start(i) > 1
              && !copy.has(i + 1, Copy.UPPER);
      if (acronym || copy.is(i, Words.ORG)) {
        name = i + 1;
      }
    }
    return org(name, to) ? from : name;
  }

  private int afterTitles(int from, int to) {
    int name = from;
    for (int i = from; i < to - 1; i++) {
      if (copy.mark(i) == 0 && title(i) && !copy.is(i, Words.MALE | Words.FEMALE)) {
        name = i + 1;
      }
    }
    // "Beekeeper Nina Volkov": at the head of a sentence any trade has a capital.
    boolean trade =
        name == from
            && to - from > 2
            && copy.has(from, Copy.SENTENCE)
            && !copy.is(from, Words.MALE | Words.FEMALE)
            && copy.is(from + 1, Words.MALE | Words.FEMALE)
            && copy.mark(from + 2) == 0;
    name = trade ? from + 1 : name;
    while (name < to && copy.mark(name) != 0) {
      name++;
    }
    return name;
  }

  private int words(int from, int to) {
    int n = 0;
    for (int i = from; i < to; i++) {
      n += copy.mark(i) == 0 ? 1 : 0;
    }
    return n;
  }

  /** Where the run of name words that ends at {@code to} begins; {@code to} when there is none. */
  int runStart(int from, int to) {
    int s = to;
    while (s > from) {
      int i = s - 1;
      boolean cap =
          copy.has(i, Copy.CAP)
              && !copy.is(i, Words.TIME)
              && !(copy.has(i, Copy.SENTENCE) && copy.is(i, Words.STOP | Words.DETERMINER));
      boolean inside =
          s < to
              && (abbreviationDot(i)
                  || particle(i, to)
                  || copy.mark(i) == '&'
                  || (copy.is(i, Words.AND) && i > from && copy.has(i - 1, Copy.CAP)));
      if (!cap && !inside) {
        break;
      }
      s--;
    }
    while (s < to && !copy.has(s, Copy.CAP)) {
      s++;
    }
    return s;
  }

  /** What a phrase names. */
  Np classify(int from, int to) {
    int headEnd = to;
    for (int i = from + 1; i < to; i++) {
      boolean cutting = copy.is(i, Words.PREPOSITION) && !copy.has(i, Copy.CAP) && !particle(i, to);
      if (cutting && copy.mark(i) == 0) {
        headEnd = i;
        break;
      }
    }
    int tail = runStart(from, to);
    int tailName = afterTitles(tail, to);
    if (headEnd < to && tailName > tail && tailName < to && words(tailName, to) >= 2) {
      // "Bank of Japan Governor Satoshi Sumita"
      return new Np(tailName, to, SpeakerKind.PERSON, false);
    }
    int run = runStart(from, headEnd);
    if (run == headEnd) {
      return nominal(from, to);
    }
    int holder = headEnd < to ? holder(from, headEnd, to) : to;
    if (holder < to) {
      return new Np(holder, to, SpeakerKind.PERSON, false);
    }
    int name = afterBodies(afterTitles(run, headEnd), headEnd);
    boolean titled = name > run || (run > from && title(run - 1));
    boolean article =
        (run > from && copy.is(run - 1, Words.DETERMINER))
            || (name == run && copy.is(run, Words.DETERMINER) && copy.has(run, Copy.CAP));
    boolean joined = copy.is(name, Words.AND) && title(headEnd - 1);
    if (joined || (name == run && words(run, headEnd) == 1 && title(run))) {
      return nominal(from, to);
    }
    if (!titled
        && (article
            || org(name, headEnd)
            || (copy.has(name, Copy.UPPER) && words(name, headEnd) == 1))) {
      boolean german = language.equals("de");
      boolean genitive = german && article && from < run - 1;
      if (genitive || (german && article && !org(name, headEnd) && !copy.has(name, Copy.UPPER))) {
        return nominal(from, to);
      }
      int start = run;
      if (article && run > from && copy.is(run - 1, Words.DETERMINER)) {
        start = run - 1;
      } else if (org(name, headEnd) && from < run) {
        start = from;
      }
      return new Np(start, headEnd, SpeakerKind.ORGANISATION, false);
    }
    if (titled && org(name, headEnd)) {
      return nominal(from, to);
    }
    return new Np(name, headEnd, SpeakerKind.PERSON, false);
  }

  /** "Minister of Industry and Trade Ann Roe": where the name begins behind what she heads. */
  private int holder(int from, int headEnd, int to) {
    if (!copy.is(headEnd - 1, Words.TITLE)
        || copy.is(from, Words.DETERMINER)
        || copy.is(headEnd + 1, Words.DETERMINER)
        || words(headEnd + 1, to) < 3) {
      return to;
    }
    for (int i = headEnd + 1; i < to; i++) {
      if (!copy.has(i, Copy.CAP) && !copy.is(i, Words.AND | Words.PARTICLE)) {
        return to;
      }
      if (i > headEnd + 1 && copy.is(i, Words.MALE | Words.FEMALE) && i + 1 < to) {
        return i;
      }
    }
    return to - 2;
  }

  private Np nominal(int from, int to) {
    boolean org = false;
    boolean role = false;
    for (int i = from; i < to; i++) {
      if (copy.is(i, Words.PREPOSITION) && !copy.is(i, Words.DETERMINER)) {
        break;
      }
      org |= copy.is(i, Words.ORG) || org(i, i + 1);
      role |= copy.is(i, Words.ROLE | Words.TITLE);
    }
    return new Np(from, to, org && !role ? SpeakerKind.ORGANISATION : SpeakerKind.NOMINAL, false);
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
    return words(np.from(), np.to()) > 1 || namesakes().knows(key(copy.word(np.to() - 1)));
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

  /** French or Spanish, which set an object before the verb. */
  boolean romance() {
    return language.equals("fr") || language.equals("es");
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
    boolean single = words(np.from(), np.to()) == 1;
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
