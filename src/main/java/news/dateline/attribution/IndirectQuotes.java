package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import news.dateline.model.Attribution.Quote.QuoteKind;
import news.dateline.model.Attribution.Speaker.SpeakerKind;
import org.jspecify.annotations.Nullable;

/** Finds statements given in other words: "X said that …", "…, X said", "according to X, …". */
final class IndirectQuotes {
  private static final long SAY = Words.CUE | Words.TELL;

  private final Copy copy;
  private final Language language;
  private final Hits hits;
  private final NounPhrases phrases;
  private final Frames frames;
  private final List<Said> said = new ArrayList<>();

  IndirectQuotes(Copy copy, Language language, Hits hits, NounPhrases phrases, Frames frames) {
    this.copy = copy;
    this.language = language;
    this.hits = hits;
    this.phrases = phrases;
    this.frames = frames;
  }

  /** The statements of one sentence. */
  List<Said> find(int from, int to) {
    said.clear();
    int end = to;
    while (end > from && copy.mark(end - 1) != 0 && !Marks.quote(copy.mark(end - 1))) {
      end--;
    }
    int s = from;
    while (s < end && (Marks.dash(copy.mark(s)) || copy.mark(s) == '(')) {
      s++;
    }
    if (end - s >= 5 && !quoted(s, end) && !opening(s, end) && !closing(s, end)) {
      said(s, end, List.of(), 0);
    }
    return said;
  }

  private boolean opening(int s, int end) {
    Frame f = frames.according(s, Math.min(end, s + 24));
    if (f == null) {
      f = asReported(s, end);
    }
    if (f == null) {
      return false;
    }
    int at = f.speaker() != null ? f.speaker().to() : f.cueTo();
    for (AgencyHit hit : hits.within(f.cueTo(), Math.min(end, f.cueTo() + 12))) {
      if (f.speaker() == null && hit.phraseFrom() == f.cueTo()) {
        at = hit.phraseTo();
      }
    }
    if (at >= end) {
      return false;
    }
    int comma = at;
    while (comma < Math.min(end, at + 12) && copy.mark(comma) != ',') {
      comma++;
    }
    int content = comma < Math.min(end, at + 12) ? comma + 1 : at;
    Frame narrow =
        new Frame(
            f.speaker(), f.cueFrom(), f.cueTo(), f.oblique(), f.via(), f.dropped(), s, content);
    if (f.speaker() == null && !f.via().isEmpty()) {
      int before = said.size();
      said(content, end, f.via(), 1);
      if (said.size() > before) {
        return true;
      }
    }
    return add(content, end, narrow);
  }

  /** "Как сообщили в ведомстве, …", "Comme l'a dit X, …": the clause before the first comma. */
  private @Nullable Frame asReported(int s, int end) {
    boolean as = copy.wordIs(s, "как") || copy.wordIs(s, "comme") || copy.wordIs(s, "wie") || copy.wordIs(s, "como");
    if (!as) {
      return null;
    }
    for (int i = s + 1; i < Math.min(end, s + 5); i++) {
      if (copy.is(i, SAY)) {
        int comma = i;
        while (comma < end && copy.mark(comma) != ',') {
          comma++;
        }
        return comma < end ? frames.after(i, comma, false) : null;
      }
    }
    return null;
  }

  private boolean closing(int s, int end) {
    for (int i = end - 1; i > s + 3 && i > end - 45; i--) {
      if (copy.has(i, Copy.QUOTED)) {
        continue;
      }
      if (after(i - 1) && (copy.is(i, Words.ACCORDING) || copy.wordIs(i, "so"))) {
        Frame f = frames.according(i, end);
        if (f != null) {
          return statement(s, i - 1, f);
        }
      }
      if (!copy.is(i, SAY) || copy.has(i, Copy.CAP)) {
        continue;
      }
      int lead = i;
      while (lead > s
          && copy.is(lead - 1, Words.AUX | Words.ADVERB | Words.OBJECT)
          && copy.mark(lead - 1) == 0
          && !copy.is(lead - 1, Words.PRONOUN)) {
        lead--;
      }
      if (after(lead - 1)) {
        Frame f = frames.after(lead - 1, end, false);
        if (f != null && f.cueFrom() == i && inverted(f, end)) {
          return statement(s, lead - 1, f);
        }
        continue;
      }
      if (goesOn(i + 1, end)) {
        continue;
      }
      Np np = phrases.left(i, s);
      int comma = np == null ? -1 : commaBefore(np.from(), s);
      if (comma > s + 2) {
        Frame f = frames.after(comma, end, false);
        return f != null && f.cueFrom() == i && statement(s, comma, f);
      }
    }
    return false;
  }

  /** "…, said X." and not "X, the head of Y, said Z had gone". */
  private boolean inverted(Frame f, int end) {
    Np np = f.speaker();
    if (np == null) {
      return !f.via().isEmpty() || f.dropped();
    }
    if (np.from() < f.cueFrom()) {
      return true;
    }
    int next = np.to();
    if (next >= end || hits.startingAt(next) != null) {
      return true;
    }
    if (copy.mark(next) != 0) {
      return true;
    }
    return !np.pronoun()
        && copy.is(
            next,
            Words.PREPOSITION
                | Words.TIME
                | Words.PARTICIPLE
                | Words.QUOTING
                | Words.CONJUNCTION
                | Words.RELATIVE
                | Words.AND)
        && !copy.is(next, Words.AUX);
  }

  /** "TASS quoted X as saying …", "X was quoted by TASS as saying …", also at the end. */
  private boolean quoted(int s, int end) {
    int limit = Math.min(end, s + 60);
    int from = s;
    for (int i = s; i < limit; i++) {
      if (copy.mark(i) == ',') {
        from = i + 1;
      }
      if (!copy.is(i, Words.QUOTING) || copy.has(i, Copy.QUOTED)) {
        continue;
      }
      int saying = i + 1;
      while (saying < end && !copy.is(saying, Words.PARTICIPLE)) {
        saying++;
      }
      if (saying >= end || saying - i > 25) {
        continue;
      }
      Frame f = frames.quoting(s, end);
      Np np = f == null ? null : f.speaker();
      if (f == null || np == null) {
        return false;
      }
      int content = saying + 1;
      int that = laterThat(content, Math.min(end, content + 6));
      content = that > 0 ? that : content;
      boolean told = copy.wordIs(saying, "telling");
      if (told && that < 0) {
        while (content < end && (copy.has(content, Copy.CAP) || copy.is(content, Words.ADDRESSEE | Words.DETERMINER))) {
          content++;
          if (copy.is(content - 1, Words.ADDRESSEE)) {
            break;
          }
        }
      }
      if (end - content >= 4) {
        return add(content, end, f);
      }
      return from > s + 3 && add(s, from - 1, f);
    }
    return false;
  }

  /** A comma, or the dash that Russian sets before the word of saying. */
  private boolean after(int i) {
    return i > 0 && (copy.mark(i) == ',' || (Marks.dash(copy.mark(i)) && copy.has(i, Copy.SPACED)));
  }

  private int commaBefore(int from, int s) {
    for (int i = from - 1; i > s && i > from - 12; i--) {
      char m = copy.mark(i);
      if (m == ',') {
        return i;
      }
      if ((m != 0 && !copy.has(i, Copy.POSSESSIVE) && m != '.' && m != '-')
          || (copy.is(i, SAY | Words.AUX | Words.THAT | Words.CONJUNCTION)
              && !copy.has(i, Copy.CAP))) {
        return -1;
      }
    }
    return -1;
  }

  /** A clause follows the word of saying, so that the statement stands after it, not before. */
  private boolean goesOn(int from, int end) {
    int i = skipAddressee(from, end);
    while (i < end && copy.is(i, Words.ADVERB | Words.TIME)) {
      i++;
    }
    if (i >= end || (copy.mark(i) != 0 && !Marks.quote(copy.mark(i)))) {
      return false;
    }
    if (copy.is(
            i,
            Words.PREPOSITION
                | Words.TIME_PREPOSITION
                | Words.QUOTING
                | Words.PARTICIPLE
                | Words.CONJUNCTION)
        && !copy.is(i, Words.DETERMINER)) {
      return false;
    }
    return end - i > 3;
  }

  private boolean statement(int s, int end, Frame f) {
    if (f.speaker() == null && !f.via().isEmpty()) {
      int before = said.size();
      said(s, end, f.via(), 1);
      if (said.size() > before) {
        return true;
      }
    }
    int from = s;
    while (from < end
        && copy.is(from, Words.CONJUNCTION | Words.THAT)
        && copy.has(from, Copy.SENTENCE)
        && copy.wordIs(from, "but")) {
      from++;
    }
    return add(from, end, f);
  }

  private boolean add(int from, int to, Frame f) {
    int s = from;
    int e = to;
    while (s < e && copy.mark(s) != 0 && !Marks.quote(copy.mark(s))) {
      s++;
    }
    while (e > s
        && copy.mark(e - 1) != 0
        && !Marks.quote(copy.mark(e - 1))
        && copy.mark(e - 1) != ')') {
      e--;
    }
    if (e - s < 3) {
      return false;
    }
    said.add(new Said(QuoteKind.INDIRECT, copy.start(s), copy.end(e - 1), f, false));
    return true;
  }

  /** "NP said (that) …". */
  private void said(int s, int end, List<String> via, int depth) {
    int limit = Math.min(end, s + 40);
    for (int i = s; i < limit; i++) {
      if (!copy.is(i, SAY) || copy.has(i, Copy.QUOTED) || (copy.has(i, Copy.CAP) && i > s)) {
        continue;
      }
      if ((i > s
              && copy.is(i - 1, Words.DETERMINER)
              && !copy.is(i - 1, Words.PRONOUN | Words.ADVERB))
          || (i > s && copy.wordIs(i - 1, "to"))) {
        continue;
      }
      int content = contentAfter(i, end);
      if (content < 0) {
        continue;
      }
      Np np = i == s ? null : phrases.left(i, s);
      boolean prodrop =
          np == null
              && i <= s + 2
              && (language.code().equals("es") || language.code().equals("ru"));
      if (np == null && !prodrop) {
        Np right = language.code().equals("en") ? null : phrases.right(i + 1, content);
        if (right == null) {
          continue;
        }
        np = right;
      }
      emit(np, i, s, content, end, via, depth, prodrop);
      return;
    }
  }

  private void emit(
      @Nullable Np np,
      int cue,
      int s,
      int content,
      int end,
      List<String> via,
      int depth,
      boolean prodrop) {
    AgencyHit agency = np == null ? null : hits.covering(np.from(), np.to());
    List<String> through = new ArrayList<>(via);
    for (AgencyHit hit : hits.within(s, content)) {
      if (hit.isCited()
          && !through.contains(hit.agency().code())
          && (np == null || np.from() > hit.from() || hit.to() > np.to() || hit.equals(agency))) {
        through.add(hit.agency().code());
      }
    }
    if (agency != null && np != null) {
      if (own(content, Math.min(end, content + 30))) {
        Np self = new Np(agency.phraseFrom(), agency.phraseTo(), SpeakerKind.ORGANISATION, false);
        add(content, end, new Frame(self, cue, cue + 1, false, via, false, s, content));
        return;
      }
      if (depth == 0) {
        int before = said.size();
        said(content, end, through, 1);
        if (said.size() > before) {
          return;
        }
      }
      add(content, end, new Frame(null, cue, cue + 1, false, through, false, s, content));
      return;
    }
    add(content, end, new Frame(np, cue, cue + 1, false, through, prodrop, s, content));
  }

  private boolean own(int from, int to) {
    for (int i = from; i < to; i++) {
      if (copy.is(i, Words.OWN)) {
        return true;
      }
    }
    return false;
  }

  /** First token of the statement after a word of saying, or -1 when none follows. */
  private int contentAfter(int cue, int end) {
    int reach = Math.min(end, cue + 14);
    boolean english = language.code().equals("en");
    for (int i = cue + 1; i < reach; i++) {
      char m = copy.mark(i);
      if (copy.is(i, Words.THAT)) {
        return end - i > 3 ? i + 1 : -1;
      }
      if (copy.has(i, Copy.QUOTED)) {
        break;
      }
      if (m == ',' && language.code().equals("de")) {
        return end - i > 3 ? i + 1 : -1;
      }
      if (m == ':') {
        break;
      }
      if (english && copy.is(cue, Words.CORE)) {
        break;
      }
      if (copy.is(i, SAY | Words.CONJUNCTION) && english) {
        break;
      }
    }
    if (!english || !copy.is(cue, Words.CORE)) {
      return -1;
    }
    int i = skipAddressee(cue + 1, end);
    while (i < end
        && (copy.is(i, Words.ADVERB | Words.TIME)
            || (copy.is(i, Words.TIME_PREPOSITION)
                && i + 1 < end
                && copy.is(i + 1, Words.TIME | Words.MONTH)))) {
      i++;
    }
    if (i < end && copy.is(i, Words.THAT)) {
      i++;
    }
    if (i < end && copy.mark(i) == ',' && copy.is(cue, Words.TELL)) {
      i++;
    }
    if (i >= end || (copy.mark(i) != 0 && !Marks.quote(copy.mark(i)) && copy.mark(i) != '$')) {
      return laterThat(i, end);
    }
    if (copy.is(i, Words.PREPOSITION) && !copy.is(i, Words.DETERMINER)) {
      int that = laterThat(i, end);
      return that > 0
          ? that
          : end - i > 7 && !copy.wordIs(i, "of") && !copy.wordIs(i, "to") ? i : -1;
    }
    return end - i > 2 ? i : -1;
  }

  private int laterThat(int from, int end) {
    for (int i = from; i < Math.min(end, from + 12); i++) {
      if (copy.is(i, Words.THAT) && end - i > 3) {
        return i + 1;
      }
    }
    return -1;
  }

  private int skipAddressee(int from, int end) {
    if (from >= end) {
      return from;
    }
    AgencyHit hit = hits.startingAt(from);
    if (hit != null && copy.is(from - 1, Words.TELL | Words.PREPOSITION)) {
      return hit.phraseTo();
    }
    if (copy.is(from, Words.PREPOSITION)) {
      for (int k = from + 1; k < Math.min(end, from + 4); k++) {
        AgencyHit to = hits.startingAt(k);
        if (to != null) {
          return to.phraseTo();
        }
        if (copy.is(k, Words.ADDRESSEE)) {
          return k + 1;
        }
      }
    }
    if (copy.is(from - 1, Words.TELL)) {
      int i = from;
      if (copy.is(i, Words.OBJECT | Words.ADDRESSEE | Words.IT)) {
        return i + 1;
      }
      while (i < Math.min(end, from + 3)
          && (copy.is(i, Words.DETERMINER) || copy.has(i, Copy.CAP))) {
        i++;
      }
      if (i > from
          && i < end
          && copy.mark(i) == 0
          && !copy.is(i, Words.THAT | Words.AUX)
          && !copy.has(i - 1, Copy.CAP)) {
        i++;
      }
      return i;
    }
    return from;
  }
}
