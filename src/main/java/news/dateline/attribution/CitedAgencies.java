package news.dateline.attribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells agencies through which a statement came from those that are only named. */
final class CitedAgencies {
  private final Copy copy;
  private final Language language;
  private final Set<String> namedSomewhere = new HashSet<>();

  CitedAgencies(Copy copy, Language language) {
    this.copy = copy;
    this.language = language;
  }

  List<AgencyHit> cited(List<AgencyHit> hits) {
    List<AgencyHit> out = new ArrayList<>(hits.size());
    for (AgencyHit hit : hits) {
      if (hit.named()) {
        namedSomewhere.add(hit.agency().code());
      }
    }
    AgencyHit previous = null;
    for (AgencyHit hit : hits) {
      AgencyHit decided = hit;
      if (!hit.trapped()) {
        String how = hit.isCited() ? hit.cited() : how(hit);
        if (how.isEmpty() && previous != null && previous.isCited() && joined(previous, hit)) {
          how = previous.cited();
        }
        decided = hit.withCited(how);
      }
      out.add(decided);
      previous = decided;
    }
    return out;
  }

  /** Those of which it is not yet known; what only "the agency" names and nothing cites is none. */
  List<AgencyHit> meant(List<AgencyHit> hits) {
    List<AgencyHit> out = new ArrayList<>(hits.size());
    for (AgencyHit hit : hits) {
      boolean noun =
          !hit.isCited() && hit.from() + 1 == hit.to() && copy.is(hit.from(), Words.AGENCY_NOUN);
      AgencyHit decided = noun ? hit.withCited(how(hit)) : hit;
      if (!noun || decided.isCited()) {
        out.add(decided);
      }
    }
    return out;
  }

  /** "dpa and AFP". */
  private boolean joined(AgencyHit a, AgencyHit b) {
    int gap = b.phraseFrom() - a.phraseTo();
    return gap == 1 && (copy.is(a.phraseTo(), Words.AND) || copy.mark(a.phraseTo()) == ',');
  }

  private String how(AgencyHit hit) {
    int to = hit.phraseTo();
    String last = hit.to() == hit.from() + 1 ? lastPart(hit.from()) : "";
    if (!last.isEmpty()) {
      return compound(hit, last);
    }
    if (to < copy.size()) {
      boolean employer =
          (copy.is(to, Words.AGENCY_NEXT) && !copy.is(to, Words.CUE))
              || copy.has(to, Copy.POSSESSIVE)
              || ((copy.mark(to) == '-' || copy.mark(to) == '/') && !copy.has(to, Copy.SPACED));
      if (employer) {
        return toItsPeople(hit) ? "told-agency" : "";
      }
    }
    if (hit.agency().use() == Agency.Use.SIGNED
        && !hit.named()
        && !namedSomewhere.contains(hit.agency().code())) {
      return "";
    }
    String before = before(hit.phraseFrom());
    if (!before.isEmpty()) {
      return before;
    }
    return after(to);
  }

  /** "anfrage" of "dpa-Anfrage"; empty for other words, "Keystone-SDA" among them. */
  private String lastPart(int token) {
    if (!language.code().equals("de") || Character.isUpperCase(copy.chars[copy.end(token) - 1])) {
      return "";
    }
    for (int i = copy.end(token) - 1; i > copy.start(token); i--) {
      if (copy.chars[i] == '-') {
        return copy.substring(i + 1, copy.end(token)).toLowerCase(java.util.Locale.ROOT);
      }
    }
    return "";
  }

  /** What the last part of a German compound makes of the agency. */
  private String compound(AgencyHit hit, String last) {
    long bits = language.words().bits(last);
    if ((bits & Words.DISPATCH) != 0) {
      String dispatched = dispatch(hit.phraseFrom() - 1, hit.from(), true);
      return dispatched;
    }
    return (bits & Words.LISTENER) != 0 && saidBefore(hit.phraseFrom()) ? "told-agency" : "";
  }

  /** "told an AFP reporter", "auf dpa-Anfrage": its people are the agency. */
  private boolean toItsPeople(AgencyHit hit) {
    int to = hit.phraseTo();
    boolean hyphen = copy.mark(to) == '-';
    int noun = hyphen ? to + 1 : to;
    if (noun >= copy.size() || copy.has(to, Copy.POSSESSIVE) || hit.phraseFrom() == 0) {
      return false;
    }
    int before = hit.phraseFrom() - 1;
    return copy.is(noun, Words.LISTENER)
        && !copy.has(hit.phraseFrom(), Copy.SENTENCE)
        && (copy.is(before, Words.TELL)
            || (copy.is(before, Words.PREPOSITION) && saidBefore(before)));
  }

  private String after(int to) {
    int i = aside(to);
    int limit = Math.min(copy.size(), i + 5);
    while (i < limit && !copy.has(i, Copy.SENTENCE)) {
      if (copy.is(i, Words.QUOTING)) {
        return "relay-quoting";
      }
      if (copy.is(i, Words.CUE)) {
        return "relay-report";
      }
      if (!copy.is(i, Words.ADVERB | Words.AUX | Words.TIME | Words.TIME_PREPOSITION)) {
        break;
      }
      i++;
    }
    if (i + 2 < copy.size()
        && copy.mark(i) == ','
        && copy.is(i + 1, Words.QUOTING | Words.RELATIVE)) {
      return "relay-citing";
    }
    if (zufolge(to)) {
      return "according-to";
    }
    return quotedBy(to) ? "relay-quoting" : "";
  }

  /** German "wird von der dpa mit den Worten zitiert": the verb comes last. */
  private boolean quotedBy(int to) {
    if (!language.code().equals("de")) {
      return false;
    }
    for (int i = to; i < Math.min(copy.size(), to + 6) && copy.mark(i) == 0; i++) {
      if (copy.is(i, Words.QUOTING)) {
        return true;
      }
    }
    return false;
  }

  /** Past "report from Rotterdam" and ", monitored in London,". */
  private int aside(int to) {
    int i = to;
    if (i < copy.size() && copy.is(i, Words.DISPATCH) && !reports(i)) {
      i++;
      int limit = Math.min(copy.size(), i + 4);
      while (i < limit && (copy.is(i, Words.PREPOSITION) || copy.has(i, Copy.CAP))) {
        i++;
      }
    }
    if (i < copy.size() && copy.mark(i) == ',') {
      int limit = Math.min(copy.size(), i + 8);
      for (int k = i + 1; k < limit; k++) {
        if (copy.mark(k) == ',') {
          boolean quotes = k + 1 < copy.size() && copy.is(k + 1, Words.QUOTING | Words.CUE);
          return quotes && !copy.is(i + 1, Words.QUOTING) ? k + 1 : i;
        }
      }
    }
    return i;
  }

  /** "…, TASS reports.": a verb, though "report" is a noun elsewhere. */
  private boolean reports(int i) {
    return copy.is(i, Words.CUE)
        && (i + 1 >= copy.size()
            || copy.mark(i + 1) != 0
            || copy.is(i + 1, Words.THAT | Words.TIME | Words.DETERMINER));
  }

  private boolean zufolge(int to) {
    return to < copy.size() && copy.wordIs(to, "zufolge");
  }

  private String before(int from) {
    int p = from - 1;
    while (p > 0
        && !language.code().equals("en")
        && copy.is(p, Words.TIME | Words.ADVERB)
        && !copy.has(p, Copy.SENTENCE)
        && !copy.is(p, Words.PREPOSITION | Words.ACCORDING)) {
      p--;
    }
    if (p < 0 || copy.has(from, Copy.SENTENCE)) {
      return "";
    }
    if (copy.is(p, Words.TELL)) {
      return "told-agency";
    }
    if (endsAccording(p)) {
      return "according-to";
    }
    if (copy.is(p, Words.QUOTING)) {
      return "relay-citing";
    }
    if (copy.is(p, Words.SPOKEN) || (copy.is(p, Words.MEDIUM) && !language.code().equals("en"))) {
      return "told-agency";
    }
    if (copy.is(p, Words.LISTENER) && !language.code().equals("en") && saidBefore(p)) {
      return "told-agency"; // "сказал корреспонденту ТАСС"
    }
    String dispatched = dispatch(p, from, false);
    if (!dispatched.isEmpty()) {
      return dispatched;
    }
    String named = behindName(p);
    if (!named.isEmpty()) {
      return named;
    }
    if ((copy.is(p, Words.CUE) && copy.wordIs(from, "dem")) || verbLast(p, from)) {
      return "told-agency"; // the German dative: "sagte dem epd"
    }
    boolean cueRight = copy.is(p, Words.CUE) && !copy.is(p, Words.TELL);
    if (cueRight && !language.code().equals("en")) {
      return "relay-report";
    }
    boolean dative =
        language.code().equals("de")
            && from < copy.size()
            && (copy.is(from, Words.DETERMINER) || copy.is(from, Words.AGENCY_NOUN));
    if (copy.is(p, Words.PREPOSITION) || dative || copy.is(p, Words.DETERMINER)) {
      return afterPreposition(p, dative);
    }
    return "";
  }

  /** "laut einem Artikel der dpa", "une dépêche de l'AFP annonce". */
  private String dispatch(int p, int from, boolean itself) {
    int noun = p;
    while (!itself
        && noun > 0
        && noun > p - 2
        && copy.is(noun, Words.PREPOSITION | Words.DETERMINER)) {
      noun--;
    }
    if (!itself && (noun == 0 || !copy.is(noun, Words.DISPATCH))) {
      return "";
    }
    for (int i = itself ? p : noun - 1; i >= Math.max(0, noun - 4); i--) {
      if (copy.is(i, Words.ACCORDING) || copy.wordIs(i, "nach")) {
        return "according-to";
      }
    }
    for (int i = from; i < Math.min(copy.size(), from + 8) && copy.mark(i) == 0; i++) {
      if (copy.is(i, Words.CUE)) {
        return "relay-report";
      }
    }
    return "";
  }

  private String afterPreposition(int p, boolean dative) {
    int limit = Math.max(0, p - (dative ? 14 : 6));
    boolean prepositionWord = copy.is(p, Words.PREPOSITION);
    if (copy.is(p, Words.TIME_PREPOSITION) && language.code().equals("en")) {
      return ""; // "read it on Reuters"
    }
    if (prepositionWord && copy.wordIs(p, "gegenüber") && saidBefore(p)) {
      return "told-agency";
    }
    for (int i = prepositionWord ? p - 1 : p; i >= limit; i--) {
      if (i < 0) {
        break;
      }
      if (copy.is(i, Words.QUOTING)) {
        return "relay-quoting";
      }
      if (copy.is(i, Words.CUE | Words.TELL) || copy.is(i, Words.MEDIUM)) {
        return "told-agency";
      }
      if (copy.has(i, Copy.SENTENCE)) {
        break;
      }
    }
    return "";
  }

  /** Russian "цитирует Иванову агентство", "сказала Иванова ТАСС": a name stands in between. */
  private String behindName(int p) {
    if (!language.code().equals("ru")) {
      return "";
    }
    boolean names = true;
    for (int i = p; i > 0 && i > p - 5 && copy.mark(i) == 0; i--) {
      if (copy.is(i, Words.QUOTING)) {
        return "relay-quoting";
      }
      if (names && copy.is(i, Words.SPOKEN)) {
        return "told-agency";
      }
      if (copy.has(i, Copy.SENTENCE)) {
        break;
      }
      names &= copy.has(i, Copy.CAP);
    }
    return "";
  }

  /** German "wie ein Sprecher der dpa mitteilte": somebody stands before the dative. */
  private boolean verbLast(int p, int from) {
    if (!copy.wordIs(from, "der") || copy.mark(p) != 0 || copy.is(p, Words.CONJUNCTION)) {
      return false;
    }
    int i = from;
    while (i < copy.size() && i < from + 8 && copy.mark(i) == 0 && !copy.is(i, Words.CUE)) {
      i++;
    }
    boolean verb = i < copy.size() && copy.is(i, Words.CUE) && copy.mark(i) == 0;
    return verb && (copy.has(p, Copy.CAP) || copy.is(p, Words.PRONOUN));
  }

  private boolean saidBefore(int p) {
    for (int i = p - 1; i >= Math.max(copy.sentenceStart(p), p - 40); i--) {
      if (copy.is(i, Words.CUE)) {
        return true;
      }
    }
    return false;
  }

  private boolean endsAccording(int p) {
    for (int i = p; i >= Math.max(0, p - 3); i--) {
      if (copy.is(i, Words.ACCORDING)) {
        int end = accordingEnd(copy, language, i);
        if (end == p + 1) {
          return true;
        }
        return end > 0 && end == p && copy.is(p, Words.DETERMINER | Words.PREPOSITION);
      }
    }
    return false;
  }

  /** One past the phrase of according that begins at a token, or -1. */
  static int accordingEnd(Copy copy, Language language, int i) {
    for (List<String> phrase : language.according()) {
      if (i + phrase.size() > copy.size()) {
        continue;
      }
      boolean all = true;
      for (int k = 0; k < phrase.size() && all; k++) {
        all = copy.wordIs(i + k, phrase.get(k));
      }
      if (all) {
        return i + phrase.size();
      }
    }
    return -1;
  }
}
