package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words of saying within one pair of marks: {@code « Nous, a dit Anne, partons »}, {@code «Мы, —
 * сказал он, — идем»}. The narrator's words part the quotation into speeches of their own.
 */
final class Incises {
  private static final Set<String> LANGUAGES = Set.of("fr", "ru", "es");

  /** Longest incise, in tokens. */
  private static final int LONGEST = 24;

  private final Copy copy;
  private final NounPhrases phrases;
  private final boolean dashed;
  private final boolean dropped;

  private Incises(Copy copy, NounPhrases phrases, boolean dashed, boolean dropped) {
    this.copy = copy;
    this.phrases = phrases;
    this.dashed = dashed;
    this.dropped = dropped;
  }

  /** The quotations with their incises cut out, in text order. */
  static List<Quoted> split(
      Copy copy, Language language, NounPhrases phrases, List<Quoted> quotes) {
    if (!LANGUAGES.contains(language.code()) || quotes.isEmpty()) {
      return quotes;
    }
    Incises incises =
        new Incises(copy, phrases, language.code().equals("ru"), language.dropsSubjects());
    List<Quoted> out = new ArrayList<>(quotes.size());
    for (Quoted q : quotes) {
      incises.one(q, out);
    }
    return out;
  }

  private void one(Quoted whole, List<Quoted> out) {
    Quoted q = whole;
    int end = copy.tokenAt(q.end());
    int i = copy.tokenAt(q.start()) + 1;
    while (i < end) {
      int closes = copy.mark(i) == ',' ? incise(i, end) : -1;
      if (closes < 0) {
        i++;
        continue;
      }
      int said = copy.end(i - 1);
      out.add(
          new Quoted(
              q.open(), q.start(), said, said, q.paragraph(), false, q.continues(), q.dialogue()));
      int from = closes;
      while (from < end && copy.mark(from) != 0 && !Marks.quote(copy.mark(from))) {
        from++;
      }
      if (from >= end) {
        return;
      }
      q =
          new Quoted(
              copy.start(closes),
              copy.start(from),
              q.end(),
              q.close(),
              q.paragraph(),
              q.continued(),
              false,
              q.dialogue());
      i = from + 1;
    }
    out.add(q);
  }

  /** One past the mark that ends the narrator's words behind a comma; -1 when none are there. */
  private int incise(int comma, int end) {
    int i = comma + 1;
    boolean dash = i < end && Marks.dash(copy.mark(i));
    if (dashed != dash) {
      return -1;
    }
    i += dash ? 1 : 0;
    Np speaker = speaker(i, Math.min(end, i + LONGEST));
    if (speaker == null) {
      return -1;
    }
    for (int k = speaker.to(); k < Math.min(end, comma + LONGEST); k++) {
      char mark = copy.mark(k);
      boolean stops = mark == ',' || (Marks.ends(mark) && closesSentence(k, end));
      if (stops && (!dashed || (k + 1 < end && Marks.dash(copy.mark(k + 1))))) {
        int aside = mark == ',' ? aside(k + 1, end) : -1;
        return (aside < 0 ? k : aside) + 1;
      }
      if (mark == ';' || mark == ':' || Marks.quote(mark)) {
        return -1;
      }
    }
    return dashed ? -1 : end - comma < LONGEST ? end : -1;
  }

  /** "…, dit Anne, l'infirmière. …": the mark that ends what the speaker is; -1 when none. */
  private int aside(int from, int end) {
    int i = from;
    while (i < end && copy.is(i, Words.DETERMINER)) {
      i++;
    }
    boolean age = i < end && copy.has(i, Copy.NUMBER); // "…, se souvient Anne, 84 ans. …"
    if (i >= end || (!age && !copy.is(i, Words.ROLE | Words.TITLE))) {
      return -1;
    }
    for (int k = i + 1; k < Math.min(end, i + 12); k++) {
      char mark = copy.mark(k);
      if (mark == ',' || (Marks.ends(mark) && closesSentence(k, end))) {
        return k;
      }
      if ((mark != 0 && mark != '-') || copy.is(k, Words.AUX | Words.CUE)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean closesSentence(int k, int end) {
    return k + 1 >= end || copy.has(k + 1, Copy.SENTENCE) || Marks.dash(copy.mark(k + 1));
  }

  /** Who speaks by a verb of saying that begins right here, subject after verb. */
  private @Nullable Np speaker(int from, int to) {
    int verb = from;
    if (verb + 1 < to && copy.wordIs(verb, "se")) {
      verb++; // "se souvient Anne"
    }
    while (verb < to
        && copy.is(verb, Words.AUX | Words.OBJECT)
        && !copy.is(verb, Words.CUE)
        && !pronoun(verb)) {
      verb++; // "s'est félicité Paul"
    }
    if (verb >= to || copy.has(verb, Copy.CAP)) {
      return null;
    }
    if (pronoun(verb)) {
      boolean says = copy.is(verb, Words.CUE) || verb + 1 >= to || copy.is(verb + 1, Words.CUE);
      return says || inverted(verb) ? phrases.pronoun(verb) : null;
    }
    if (!copy.is(verb, Words.CUE | Words.TELL)) {
      return null;
    }
    if (dropped && verb + 1 < to && copy.mark(verb + 1) == ',') {
      return phrases.pronoun(verb); // "…, ha dicho, …"
    }
    Np np = phrases.right(verb + 1, to);
    return np != null && phrases.sure(np) ? np : null;
  }

  /** French "dit-il", "a-t-elle": verb and pronoun in one. */
  private boolean pronoun(int i) {
    return copy.is(i, Words.HE | Words.SHE | Words.THEY) && copy.wordHas(i, '-');
  }

  /** "explique-t-il" says so by itself, "a-t-il" needs its participle. */
  private boolean inverted(int i) {
    return !copy.is(i, Words.AUX);
  }
}
