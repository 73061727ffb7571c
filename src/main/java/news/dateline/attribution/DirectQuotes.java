package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import news.dateline.attribution.Fragments.Verdict;
import news.dateline.model.Attribution.Quote.QuoteKind;
import org.jspecify.annotations.Nullable;

/** Decides of everything between quotation marks whether somebody says it, and who. */
final class DirectQuotes {
  private final Copy copy;
  private final Frames frames;
  private final Leads leads;
  private final Titles titles;
  private final @Nullable Fragments fragments;
  private final List<Quoted> found;
  private final List<Quoted> quotes = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final boolean[] framed;
  private final List<Said> said = new ArrayList<>();
  private Settings settings;
  private int storyFrom;
  private int headlined = -1;
  private @Nullable Quoted kept;
  private @Nullable GermanQuotes german;

  /**
   * @param fragments tells words said from names; null where capitals do
   */
  DirectQuotes(
      Copy copy,
      Frames frames,
      Leads leads,
      Titles titles,
      @Nullable Fragments fragments,
      List<Quoted> quotes) {
    this.copy = copy;
    this.frames = frames;
    this.leads = leads;
    this.titles = titles;
    this.fragments = fragments;
    this.found = quotes;
    this.framed = new boolean[copy.size() + 1];
    this.settings = new Settings(copy, 0);
  }

  /**
   * @param body tells which paragraphs belong to the story
   * @param storyFrom first token after the dateline
   */
  List<Said> find(boolean[] body, int storyFrom) {
    this.storyFrom = storyFrom;
    this.settings = new Settings(copy, storyFrom);
    this.german = fragments == null ? null : new GermanQuotes(copy, frames, storyFrom);
    for (Quoted q : found) {
      Verdict verdict = verdict(q);
      if (verdict != Verdict.NAME) {
        quotes.add(q);
        verdicts.add(verdict);
        copy.quoted(copy.tokenAt(q.open()), copy.tokenAt(q.close()));
      }
    }
    for (int k = 0; k < quotes.size(); k++) {
      if (body[quotes.get(k).paragraph()]) {
        one(k);
      }
    }
    return said;
  }

  /** Does the sentence that begins at a token belong to the frame of a quotation? */
  boolean framed(int sentence) {
    return framed[sentence];
  }

  private void one(int k) {
    Setting s = settings.of(quotes, k);
    if (restOfIncise(s)) {
      add(s.quote(), QuoteKind.DIRECT, lastFrame(), s.open());
      return;
    }
    Verdict verdict = verdicts.get(k);
    Frame frame = frame(s, verdict);
    if (titles.headline(s.quote(), s.first(), s.next())) {
      headlined = s.quote().paragraph();
      return;
    }
    if (headlined == s.quote().paragraph() && copy.mark(s.open() - 1) == ':') {
      return; // the story below its headline is reprinted, nobody says it
    }
    boolean named =
        fragments == null
            && !(s.alone() && settings.stops(s.quote()))
            && titles.name(s.open(), s.first(), s.last());
    boolean cueAtOnce =
        s.alone() && s.finished() && frame != null && frame.cueFrom() - s.next() < 8;
    if (named && !cueAtOnce && verdict != Verdict.SAID) {
      return;
    }
    if (s.clean() || s.quote().dialogue()) {
      if (frame == null && s.clean()) {
        frame = lead(s);
      }
      boolean spoken = frame != null ? s.words() > 0 : unframed(s);
      if (spoken) {
        add(s.quote(), runsOn(s, frame) ? QuoteKind.MIXED : QuoteKind.DIRECT, frame, s.open());
        return;
      }
    }
    boolean resumes =
        (frame != null || interrupted(s))
            && s.before() != null
            && s.before().equals(kept)
            && lastDirect()
            && copy.mark(Math.max(s.lo(), s.open() - 1)) == ','
            && s.words() >= 2;
    if (resumes) {
      add(s.quote(), QuoteKind.DIRECT, lastFrame(), s.open());
      return;
    }
    mixed(s, frame, verdict);
  }

  /** "'The pier will hold' if it is mended, Roe said": the clause ends outside the marks. */
  private boolean runsOn(Setting s, @Nullable Frame frame) {
    if (frame == null || s.finished() || fragments != null || frame.cueFrom() <= s.next()) {
      return false;
    }
    Np np = frame.speaker();
    int limit = np == null ? frame.cueFrom() : Math.min(np.from(), frame.cueFrom());
    for (int i = s.next() + 1; i < limit; i++) {
      if (copy.mark(i) == ',') {
        return settings.words(s.next(), i) > 0;
      }
    }
    return false;
  }

  /** The words of saying of the quotation before stand between it and this one. */
  private boolean interrupted(Setting s) {
    Frame last = lastFrame();
    Quoted before = s.before();
    return titles.freely()
        && last != null
        && before != null
        && last.cueFrom() >= copy.tokenAt(before.close())
        && last.cueTo() <= s.open();
  }

  /** What goes on within one pair of marks behind the narrator's words. */
  private boolean restOfIncise(Setting s) {
    Quoted before = s.before();
    return before != null
        && before.equals(kept)
        && lastDirect()
        && !s.quote().dialogue()
        && !Marks.quote(copy.chars[s.quote().open()])
        && s.words() > 0
        && interrupted(s);
  }

  private Verdict verdict(Quoted q) {
    if (q.dialogue()) {
      return Verdict.OPEN;
    }
    int open = copy.tokenAt(q.open());
    int next = copy.tokenAt(q.close());
    if (fragments == null) {
      boolean name = titles.attributive(open, copy.tokenAt(q.start()), copy.tokenAt(q.end()), next);
      return name ? Verdict.NAME : Verdict.OPEN;
    }
    return fragments.judge(
        settings.sentence(open),
        open,
        copy.tokenAt(q.start()),
        copy.tokenAt(q.end()),
        next,
        Math.max(next, settings.sentenceEnd(q, next)));
  }

  /** The words of saying behind a quotation, else those before it. */
  private @Nullable Frame frame(Setting s, Verdict verdict) {
    if (german != null) {
      int end = Math.max(s.next(), settings.sentenceEnd(s.quote(), s.next()));
      return german.frame(s, verdict, settings.sentence(s.open()), end);
    }
    if (s.clean() || s.quote().dialogue()) {
      Frame after = frames.after(s.next(), s.hi(), false);
      if (after != null && (s.finished() || !far(after, s.next()))) {
        // A sentence of its own behind "?" says less than what leads up to the quotation.
        boolean apart = !s.alone() && copy.has(s.next(), Copy.SENTENCE) && german == null;
        Frame ahead = apart ? frames.before(s.lo(), s.open(), false) : null;
        return ahead == null || ahead.speaker() == null ? after : ahead;
      }
    }
    if (s.alone()) {
      return null;
    }
    Frame source = s.clean() ? null : frames.source(s.next(), s.hi());
    if (source != null) {
      return source;
    }
    Frame found = frames.before(s.lo(), s.open(), !s.clean());
    Quoted before = s.before();
    boolean outside =
        found != null && before != null && found.from() < copy.tokenAt(before.close());
    return found == null || outside ? null : frames.relayed(found, s.next(), s.hi());
  }

  /** Is a quotation speech though nothing tells its speaker? */
  private boolean unframed(Setting s) {
    Quoted q = s.quote();
    boolean enough = s.words() >= 4 || (s.finished() && s.words() >= 2) || q.dialogue();
    return enough && !titles.subhead(q, s.open(), s.next(), s.words());
  }

  /** Words of somebody within a sentence of the writer's. */
  private void mixed(Setting s, @Nullable Frame told, Verdict verdict) {
    Frame frame = told != null || german != null ? told : frames.after(s.next(), s.hi(), false);
    boolean near =
        frame != null
            && (s.words() > 2
                || s.finished()
                || (s.open() - frame.cueTo()
                        < (!titles.freely() || copy.has(s.first(), Copy.CAP) ? 8 : 16)
                    && s.open() >= frame.cueTo()));
    if (near) {
      add(s.quote(), QuoteKind.MIXED, frame, s.open());
    } else if (verdict == Verdict.SAID) {
      add(s.quote(), QuoteKind.MIXED, frame, s.open());
    } else if (s.words() >= 8) {
      add(s.quote(), QuoteKind.MIXED, leads.before(s.lo(), s.open()), s.open());
    }
  }

  /** The clause bound to a quotation, though no word of saying is known in it. */
  private @Nullable Frame lead(Setting s) {
    if (!s.alone()) {
      return leads.before(s.lo(), s.open());
    }
    Quoted q = s.quote();
    if (introduced(q, s.open())) {
      int from = copy.sentenceStart(s.open() - 1);
      Frame frame = frames.before(from, s.open(), false);
      return frame != null ? frame : leads.before(from, s.open());
    }
    Frame signed = leads.signature(s.next(), q.paragraph());
    if (signed != null) {
      return signed;
    }
    char last = settings.lastMark(q);
    boolean bound =
        last == ',' || last == '!' || last == '?' || settings.finishedOutside(q, s.next());
    Frame after = bound && s.next() < s.hi() ? leads.after(s.next(), s.hi()) : null;
    return after == null && !q.continues() ? sentenceBefore(s) : after;
  }

  /** "Jones answered in a statement. “…”": no quotation stands between. */
  private @Nullable Frame sentenceBefore(Setting s) {
    if (s.open() <= storyFrom || copy.has(s.open() - 1, Copy.QUOTED)) {
      return null;
    }
    int from = Math.max(storyFrom, copy.sentenceStart(s.open() - 1));
    Quoted spoken = kept;
    if (framed[from] || (spoken != null && spoken.close() > copy.start(from))) {
      return null;
    }
    return leads.sentence(from, s.open(), frames);
  }

  /** The paragraph before ends with a colon: "Jones went on: ¶ “…”". */
  private boolean introduced(Quoted q, int open) {
    return open > storyFrom
        && open == copy.paragraphFirst(q.paragraph())
        && copy.mark(open - 1) == ':';
  }

  private boolean lastDirect() {
    return !said.isEmpty() && said.get(said.size() - 1).kind() == QuoteKind.DIRECT;
  }

  private @Nullable Frame lastFrame() {
    return said.isEmpty() ? null : said.get(said.size() - 1).frame();
  }

  private void add(Quoted q, QuoteKind kind, @Nullable Frame frame, int open) {
    kept = q;
    said.add(new Said(kind, q.start(), q.end(), frame, q.continues()));
    if (kind == QuoteKind.DIRECT) {
      framed[copy.sentenceStart(Math.min(open, copy.size() - 1))] = true;
      int next = copy.tokenAt(q.close());
      if (frame != null && frame.from() >= next && next < copy.size()) {
        framed[copy.sentenceStart(frame.from())] = true;
      }
      boolean introduces = open > 0 && copy.mark(open - 1) == ':';
      if (frame != null
          && (introduces || frame.cueTo() > copy.sentenceStart(open))
          && frame.to() <= open + 1
          && frame.cueFrom() < copy.size()) {
        framed[copy.sentenceStart(frame.cueFrom())] = true;
      }
    }
  }

  /** The frame's verb or name must be near the closing mark unless punctuation binds it. */
  private static boolean far(Frame frame, int next) {
    return frame.cueFrom() - next > 14;
  }
}
