package news.dateline.attribution;

import java.util.List;
import news.dateline.model.Attribution.Speaker.SpeakerKind;
import org.jspecify.annotations.Nullable;

/** Finds the frames that name who speaks without a verb of saying, as "according to" does. */
final class VerblessFrames {
  private static final long VERBS = Words.AUX | Words.CUE | Words.TELL;

  private final Copy copy;
  private final Language language;
  private final Hits hits;
  private final NounPhrases phrases;
  private final FrameBuilder builder;
  private final Sources sources;

  VerblessFrames(
      Copy copy,
      Language language,
      Hits hits,
      NounPhrases phrases,
      FrameBuilder builder,
      Sources sources) {
    this.copy = copy;
    this.language = language;
    this.hits = hits;
    this.phrases = phrases;
    this.builder = builder;
    this.sources = sources;
  }

  /** “…” ― Jane Roe: the name alone after a dash. */
  @Nullable Frame signed(int lo, int end) {
    if (lo + 2 > end || !Marks.dash(copy.mark(lo))) {
      return null;
    }
    int to = lo + 1;
    while (to < end && to < lo + 6 && copy.has(to, Copy.CAP)) {
      to++;
    }
    boolean closes = to >= copy.size() || to == end || copy.mark(to) == '.' || copy.mark(to) == ',';
    return closes && to - lo > 2
        ? builder.frame("signature", phrases.classify(lo + 1, to), lo, lo + 1, false, lo, to)
        : null;
  }

  /** "according to NP" that begins at {@code from}. */
  @Nullable Frame according(int from, int end) {
    int at = from;
    while (at < end
        && copy.is(at, Words.CONJUNCTION | Words.ADVERB)
        && !copy.is(at, Words.ACCORDING)
        && !copy.wordIs(at, "so")) {
      at++;
    }
    if (at >= end) {
      return null;
    }
    int after = copy.is(at, Words.ACCORDING) ? CitedAgencies.accordingEnd(copy, language, at) : -1;
    boolean german =
        language.code().equals("de") && copy.wordIs(at, "so") && !copy.has(at, Copy.CAP);
    if (german) {
      after = at + 1;
    }
    while (after > 0 && after + 1 < end && language.inverts() && copy.is(after, VERBS)) {
      after++; // "según ha informado el diario"
    }
    if (after < 0 || after >= end || copy.is(after, Words.RELATIVE)) {
      return null;
    }
    AgencyHit hit = hits.startingAt(after);
    if (hit != null
        && !hit.trapped()
        && copy.is(Math.min(hit.phraseTo(), copy.size() - 1), Words.AGENCY_NEXT)) {
      return null;
    }
    if (hit != null && !hit.trapped()) {
      Np cited = sources.citing(hit.phraseTo(), end);
      return builder.frame("according-to", cited, at, after, false, from, end);
    }
    boolean possessive =
        after - at > 2
            && (copy.is(at + 1, Words.OBJECT)
                || copy.wordIs(at + 1, "ihren")
                || copy.wordIs(at + 1, "seinen")
                || copy.wordIs(at + 1, "eigenen"));
    if (possessive) {
      return builder.frame("according-to", null, at, after, true, from, after);
    }
    Np np = phrases.beside(after, end);
    if (np == null) {
      return null;
    }
    if (survey(np)) {
      return builder.frame("according-to", null, at, after, false, from, end);
    }
    if (sources.unnamedAgency(np)) {
      return builder.frame("according-to", null, at, after, false, from, end);
    }
    AgencyHit agency = sources.agency(np);
    if (agency != null) {
      return new Frame(
          "according-to",
          null,
          at,
          after,
          false,
          List.of(agency.agency().code()),
          false,
          from,
          end);
    }
    return builder.oblique(builder.frame("according-to", np, at, after, false, from, end));
  }

  /** "a new AP-GfK poll": an agency's figures, not its words. */
  private boolean survey(Np np) {
    if (copy.is(np.from(), Words.DETERMINER) && !named(np)) {
      return false;
    }
    int last = np.to() - 1;
    boolean poll = copy.is(last, Words.AGENCY_NEXT) && !copy.is(last, Words.ROLE | Words.TITLE);
    int next = np.to();
    if (next + 2 < copy.size() && (copy.mark(next) == '/' || copy.mark(next) == '-')) {
      next += 2; // "Reuters/Ipsos poll"
    }
    boolean pollNext =
        next < copy.size()
            && copy.is(next, Words.AGENCY_NEXT)
            && !copy.is(next, Words.ROLE | Words.TITLE);
    return poll || pollNext;
  }

  private boolean named(Np np) {
    for (int i = np.from(); i < np.to(); i++) {
      if (copy.has(i, Copy.CAP)) {
        return true;
      }
    }
    return false;
  }

  /** French "Pour la ministre, c'est « … »": in whose eyes it is so. */
  @Nullable Frame viewpoint(int from, int hi) {
    boolean english = language.code().equals("en");
    if (english
        || from >= hi
        || !copy.serves(from, Grammar.VIEWPOINT)
        || !copy.has(from, Copy.SENTENCE)) {
      return null;
    }
    Np np = phrases.right(from + 1, hi);
    if (np == null || np.pronoun()) {
      return null;
    }
    boolean someone = np.kind() == SpeakerKind.PERSON;
    for (int i = np.from(); i < np.to() && !someone; i++) {
      someone = copy.is(i, Words.ROLE | Words.TITLE | Words.ORG);
    }
    boolean bound = np.to() < hi && copy.mark(np.to()) == ',';
    return someone && bound
        ? builder.frame("viewpoint", np, from, from + 1, false, from, hi)
        : null;
  }

  /** "NP: …" with nothing else before it. */
  @Nullable Frame colon(int from, int hi) {
    int end = hi;
    while (end > from && Marks.quote(copy.mark(end - 1))) {
      end--;
    }
    if (end - from < 2
        || copy.mark(end - 1) != ':'
        || end - from > 9
        || !copy.has(from, Copy.CAP)) {
      return null;
    }
    int comma = from + 1;
    while (comma < end - 1 && copy.mark(comma) != ',') {
      comma++;
    }
    Np np = phrases.classify(from, comma);
    boolean named = np.kind() == SpeakerKind.PERSON && np.from() == from && np.to() == comma;
    np = named ? np : phrases.classify(from, end - 1); // "Jane Roe, clerk: “…”"
    boolean person = named || np.from() == from || np.to() == end - 1;
    return person ? builder.frame("colon", np, end - 1, end, false, from, hi) : null;
  }
}
