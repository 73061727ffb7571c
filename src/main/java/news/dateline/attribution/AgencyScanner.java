package news.dateline.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds every agency named in a text, and tells what only looks like one. */
final class AgencyScanner {
  private final Copy copy;
  private final AgencyWords words;
  private final String language;
  private final Map<String, Boolean> otherMeaning = new HashMap<>();

  AgencyScanner(Copy copy, AgencyWords words, String language) {
    this.copy = copy;
    this.words = words;
    this.language = language;
  }

  /** All of them in text order, the trapped ones too (a credit line may still mean them). */
  List<AgencyHit> scan() {
    List<AgencyHit> out = new ArrayList<>();
    int i = 0;
    while (i < copy.size()) {
      boolean likely =
          copy.has(i, Copy.WORD) && words.mayStart(copy.chars, copy.start(i), copy.end(i));
      AgencyHit hit = likely ? hitAt(i) : null;
      if (hit == null) {
        i++;
      } else {
        out.add(hit);
        i = hit.to();
      }
    }
    return out;
  }

  private @org.jspecify.annotations.Nullable AgencyHit hitAt(int i) {
    List<AgencyWords.Surface> surfaces = words.startingWith(copy.chars, copy.start(i), copy.end(i));
    AgencyWords.Surface best = null;
    for (AgencyWords.Surface s : surfaces) {
      if (!matches(s, i)) {
        continue;
      }
      if (best == null
          || (s.rest().size() == best.rest().size()
              && !best.agency().languages().contains(language)
              && s.agency().languages().contains(language))) {
        best = s;
      }
    }
    if (best == null) {
      return null;
    }
    int to = i + 1 + best.rest().size();
    return phrase(i, to, best);
  }

  /** Is {@code text[from, to)} the first word of an agency? */
  boolean opens(int from, int to) {
    return !words.startingWith(copy.chars, from, to).isEmpty();
  }

  /** An agency whose name was found by other means, with the words around it. */
  AgencyHit phrase(int from, int to, Agency agency) {
    return phrase(from, to, new AgencyWords.Surface("", List.of(), agency, true));
  }

  private boolean matches(AgencyWords.Surface s, int i) {
    if (i + s.rest().size() >= copy.size()) {
      return false;
    }
    for (int k = 0; k < s.rest().size(); k++) {
      String expected = s.rest().get(k);
      int token = i + 1 + k;
      if (copy.end(token) - copy.start(token) != expected.length()
          || !copy.word(token).equals(expected)) {
        return false;
      }
    }
    return true;
  }

  private AgencyHit phrase(int from, int to, AgencyWords.Surface surface) {
    boolean named = !surface.credit();
    int right = to;
    if (right < copy.size() && Marks.quote(copy.mark(right))) {
      right++;
    }
    int nouns = right;
    while (nouns < copy.size()
        && nouns < right + 3
        && copy.is(nouns, Words.AGENCY_WORD)
        && !copy.has(nouns, Copy.SENTENCE)) {
      named |= copy.is(nouns, Words.AGENCY_NOUN);
      nouns++;
    }
    right = nouns > right && copy.is(nouns - 1, Words.AGENCY_NOUN) ? nouns : right;
    if (right + 2 < copy.size() && copy.mark(right) == '(' && copy.mark(right + 2) == ')') {
      right += 3;
      boolean noun = // "the Press Trust of India (PTI) news agency"
          right + 1 < copy.size()
              && copy.is(right, Words.AGENCY_WORD)
              && copy.is(right + 1, Words.AGENCY_NOUN);
      right = noun ? right + 2 : right;
    }
    right = sameAgain(right, surface.agency());
    int left = from;
    if (left > 0 && Marks.quote(copy.mark(left - 1)) && copy.has(left - 1, Copy.SPACED)) {
      left--;
    }
    int steps = 0;
    while (left > 0 && steps < 6 && !copy.has(left, Copy.SENTENCE) && before(left - 1, from)) {
      named |= copy.is(left - 1, Words.AGENCY_NOUN);
      left--;
      steps++;
      if (copy.is(left, Words.DETERMINER)) {
        break;
      }
    }
    return new AgencyHit(
        from, to, left, right, surface.agency(), named, "", trapped(from, to, surface));
  }

  /** "the Kuwait News Agency KUNA": past the second name. */
  private int sameAgain(int at, Agency agency) {
    if (at >= copy.size() || !copy.has(at, Copy.WORD) || copy.has(at, Copy.SENTENCE)) {
      return at;
    }
    for (AgencyWords.Surface s : words.startingWith(copy.chars, copy.start(at), copy.end(at))) {
      if (s.agency().equals(agency) && matches(s, at)) {
        return at + 1 + s.rest().size();
      }
    }
    return at;
  }

  /** Words that may stand between an article and the agency: adjectives, "news agency". */
  private boolean before(int i, int from) {
    if (!copy.has(i, Copy.WORD)) {
      return copy.has(i, Copy.POSSESSIVE);
    }
    if (copy.is(i, Words.CUE | Words.WEAK | Words.QUOTING | Words.THAT | Words.AND | Words.TELL)) {
      return false;
    }
    if (copy.is(i, Words.DETERMINER | Words.AGENCY_WORD)) {
      return !copy.is(i, Words.PREPOSITION) || copy.is(i, Words.AGENCY_NOUN) || i + 1 < from;
    }
    if (copy.is(i, Words.PREPOSITION | Words.CONJUNCTION | Words.AUX | Words.TIME)) {
      return false;
    }
    return (copy.has(i, Copy.CAP) && i + 1 < copy.size() && copy.has(i + 1, Copy.POSSESSIVE))
        || (language.equals("en")
            && copy.has(i, Copy.CAP)
            && copy.is(i + 1, Words.AGENCY_WORD)
            && !copy.is(i, Words.TITLE))
        || adjectiveOfCountry(i);
  }

  private boolean adjectiveOfCountry(int i) {
    boolean english =
        copy.has(i, Copy.CAP)
            && (copy.wordEndsWith(i, "an")
                || copy.wordEndsWith(i, "ese")
                || copy.wordEndsWith(i, "ish")
                || copy.wordEndsWith(i, "i"));
    return english
        || copy.wordEndsWith(i, "ischen")
        || copy.wordEndsWith(i, "ische")
        || copy.wordEndsWith(i, "ского")
        || copy.wordEndsWith(i, "ское")
        || copy.wordEndsWith(i, "ому");
  }

  private boolean trapped(int from, int to, AgencyWords.Surface surface) {
    Agency.Traps traps = surface.agency().traps();
    boolean hyphen =
        to < copy.size()
            && !copy.has(to, Copy.SPACED)
            && copy.mark(to) == '/'
            && to + 1 < copy.size()
            && neighbour(traps.next(), to + 1);
    if (hyphen || neighbour(traps.next(), to)) {
      return true;
    }
    if (givenName(from, to, surface) || (from > 0 && surname(from, to, surface))) {
      otherMeaning.put(surface.first() + " " + surface.agency().code(), true);
      return true;
    }
    if (from > 0) {
      for (String word : traps.previous()) {
        if (copy.word(from - 1).equals(word)) {
          return true;
        }
      }
    }
    return surface.credit()
        && to == from + 1
        && otherMeaning.computeIfAbsent(
            surface.first() + " " + surface.agency().code(), k -> means(surface));
  }

  /** "Hr. Reuter", "Gwen Stefani": somebody of that name. */
  private boolean surname(int from, int to, AgencyWords.Surface surface) {
    if (to != from + 1
        || surface.agency().use() == Agency.Use.ANYWHERE
        || copy.has(from, Copy.UPPER | Copy.SENTENCE)
        || !copy.has(from, Copy.CAP)) {
      return false;
    }
    // German writes every noun with a capital: there only a known given name tells.
    boolean unknown = copy.bits(from - 1) == 0 && !language.equals("de");
    if (copy.has(from - 1, Copy.CAP)
        && !copy.has(from - 1, Copy.UPPER)
        && !adjectiveOfCountry(from - 1)
        && (unknown || copy.is(from - 1, Words.MALE | Words.FEMALE))) {
      return true;
    }
    int before = copy.mark(from - 1) == '.' ? from - 2 : from - 1;
    return before >= 0
        && copy.is(before, Words.TITLE)
        && copy.end(before) - copy.start(before) <= 4
        && (copy.has(before, Copy.CAP) || copy.mark(from - 1) == '.');
  }

  /**
   * "Petra Vane": an agency's name before a word that is no word of the language is a first name.
   */
  private boolean givenName(int from, int to, AgencyWords.Surface surface) {
    boolean nameLike =
        to == from + 1
            && surface.agency().use() != Agency.Use.ANYWHERE
            && copy.has(from, Copy.CAP)
            && !copy.has(from, Copy.UPPER)
            && copy.end(from) - copy.start(from) > 3;
    if (!nameLike || to >= copy.size() || copy.has(to, Copy.SENTENCE | Copy.UPPER)) {
      return false;
    }
    boolean follows = copy.has(to, Copy.CAP) && copy.has(to, Copy.SPACED) && copy.bits(to) == 0;
    return follows && (!language.equals("de") || copy.is(from, Words.MALE | Words.FEMALE));
  }

  private boolean neighbour(List<String> words, int at) {
    if (at >= copy.size()) {
      return false;
    }
    for (String word : words) {
      if (copy.text().startsWith(word, copy.start(at))
          && (copy.start(at) + word.length() >= copy.chars.length
              || !Tokenizer.isWordChar(copy.chars[copy.start(at) + word.length()]))) {
        return true;
      }
    }
    return false;
  }

  /** Does the text itself say that these letters stand for something else? */
  private boolean means(AgencyWords.Surface surface) {
    for (String word : surface.agency().traps().document()) {
      if (copy.text().contains(word)) {
        return true;
      }
    }
    String letters = surface.first();
    if (letters.length() < 2
        || letters.length() > 5
        || !letters.equals(letters.toUpperCase(java.util.Locale.ROOT))) {
      return false;
    }
    for (int i = 0; i + letters.length() <= copy.size(); i++) {
      if (copy.has(i, Copy.CAP) && copy.chars[copy.start(i)] == letters.charAt(0)) {
        int end = spells(i, letters);
        if (end > 0 && !ownName(surface.agency(), i, end)) {
          boolean inBrackets =
              end + 2 < copy.size() && copy.mark(end) == '(' && copy.word(end + 1).equals(letters);
          if (inBrackets || letters.length() > 2) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private int spells(int from, String letters) {
    int token = from;
    int k = 0;
    while (token < copy.size() && k < letters.length()) {
      if (!copy.has(token, Copy.WORD) || (token > from && copy.has(token, Copy.SENTENCE))) {
        return -1;
      }
      char first = copy.chars[copy.start(token)];
      if (copy.end(token) - copy.start(token) > 2 && first == letters.charAt(k)) {
        k++;
      } else if (k == 0 || !copy.is(token, Words.PREPOSITION | Words.DETERMINER)) {
        return -1;
      }
      token++;
    }
    return k == letters.length() ? token : -1;
  }

  private boolean ownName(Agency agency, int from, int to) {
    String run = copy.slice(from, to);
    if (agency.name().contains(run)) {
      return true;
    }
    for (String name : agency.names()) {
      if (name.contains(run)) {
        return true;
      }
    }
    return agency.credits().stream().anyMatch(c -> c.contains(run));
  }
}
