package news.dateline.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.dateline.model.Attribution.Cue;
import news.dateline.model.Attribution.Quote;
import news.dateline.model.Attribution.Quote.QuoteKind;
import news.dateline.model.Attribution.Span;
import news.dateline.model.Attribution.Speaker;
import news.dateline.model.Attribution.Speaker.SpeakerKind;
import org.jspecify.annotations.Nullable;

/** Everything said in a story, in text order, with who said it. */
final class Speech {
  private final Field field;
  private final Copy copy;
  private final Names names;
  private final NounPhrases phrases;
  private final Set<AgencyHit> speaking = new HashSet<>();

  Speech(Field field, Names names) {
    this.field = field;
    this.copy = field.copy();
    this.names = names;
    this.phrases =
        field.language().code().equals("de")
            ? new GermanPhrases(copy, names, field.hits())
            : new NounPhrases(copy, names, field.hits());
  }

  List<Quote> quotes(Zones zones) {
    Frames frames =
        phrases instanceof GermanPhrases german
            ? new GermanFrames(copy, field.language(), field.hits(), german)
            : new Frames(copy, field.language(), field.hits(), phrases);
    List<Quoted> marked =
        new ArrayList<>(
            Dialogue.merge(
                new QuoteScanner(copy).scan(), Dialogue.scan(copy, field.language().code())));
    marked.removeIf(this::namesAgency);
    marked = Incises.split(copy, field.language(), phrases, marked);
    Taken taken = new Taken(copy.size());
    Clauses clauses = new Clauses(copy, field.language(), field.hits());
    DirectQuotes direct =
        new DirectQuotes(
            copy,
            frames,
            new Leads(copy, field.language(), phrases, new FrameBuilder(field.hits())),
            new Titles(copy, field.language()),
            Fragments.of(copy, field.language()),
            marked);
    List<Said> all = new ArrayList<>(direct.find(zones.body(), zones.storyFrom()));
    indirect(
        zones,
        direct,
        new IndirectQuotes(
            copy,
            field.language(),
            field.hits(),
            phrases,
            frames,
            new ReportEnds(copy, field.language(), taken)),
        frames,
        new Reports(copy, field.language(), field.hits(), phrases, frames, clauses, taken),
        phrases,
        taken,
        all);
    all.sort(Comparator.comparingInt(Said::start).thenComparing(s -> -s.end()));
    return resolve(new MixedStatements(copy, clauses, taken).join(all));
  }

  /** РИА «Новости»: marks around an agency are nobody's words. */
  private boolean namesAgency(Quoted q) {
    int from = copy.tokenAt(q.start());
    int to = copy.tokenAt(q.end());
    for (AgencyHit hit : field.hits().within(from, to)) {
      if (hit.phraseFrom() <= from && to <= hit.phraseTo()) {
        return true;
      }
    }
    return false;
  }

  private void indirect(
      Zones zones,
      DirectQuotes direct,
      IndirectQuotes finder,
      Frames frames,
      Reports reports,
      NounPhrases phrases,
      Taken taken,
      List<Said> all) {
    List<Said> directOnes = new ArrayList<>();
    for (Said said : all) {
      take(taken, said);
      if (said.kind() == QuoteKind.DIRECT) {
        directOnes.add(said);
      }
    }
    boolean english = field.language().code().equals("en");
    GermanReports german =
        field.language().code().equals("de")
            ? new GermanReports(copy, field.hits(), phrases, frames, taken)
            : null;
    Acts acts =
        field.language().inverts()
            ? new Acts(
                copy,
                field.language(),
                field.hits(),
                phrases,
                new Clauses(copy, field.language(), field.hits()),
                taken)
            : null;
    int next = 0;
    for (int p = 0; p < copy.paragraphs(); p++) {
      if (!zones.body()[p]) {
        continue;
      }
      int s = Math.max(copy.paragraphFirst(p), zones.storyFrom());
      int end = copy.paragraphFirst(p + 1);
      while (s < end) {
        int e = Math.min(end, copy.sentenceEnd(s));
        int from = copy.start(s);
        int to = copy.end(e - 1);
        while (next < directOnes.size() && directOnes.get(next).end() <= from) {
          next++;
        }
        boolean spoken = next < directOnes.size() && directOnes.get(next).start() < to;
        boolean reporting = english && copy.sentenceHas(s, Reports.ANY);
        Said closing = reporting ? reports.closing(s, e) : null;
        if (closing != null) {
          take(taken, closing);
          all.add(closing);
        } else if (!spoken && !direct.framed(copy.sentenceStart(s))) {
          for (Said found : finder.find(s, e)) {
            take(taken, found);
            all.add(found);
          }
        }
        if (acts != null && !spoken) {
          all.addAll(acts.find(s, e));
        }
        if (german != null) {
          german.join(all, s, german.find(s, e));
        }
        if (reporting) {
          all.addAll(reports.find(s, e, framing(directOnes, next, s, e)));
        }
        s = e;
      }
    }
  }

  /** Who speaks in a sentence by the frame of a quotation that stands in it or before it. */
  private static @Nullable Np framing(List<Said> directOnes, int next, int s, int e) {
    Np found = null;
    for (int i = Math.max(0, next - 1); i < Math.min(directOnes.size(), next + 2); i++) {
      Frame frame = directOnes.get(i).frame();
      boolean here = frame != null && frame.cueFrom() >= s && frame.cueFrom() < e;
      found = here && frame != null ? frame.speaker() : found;
    }
    return found;
  }

  private void take(Taken taken, Said said) {
    if (said.kind() != QuoteKind.MIXED) {
      taken.add(copy.tokenAt(said.start()), copy.tokenAt(said.end()));
    }
    Frame frame = said.frame();
    if (frame != null && said.kind() != QuoteKind.MIXED) {
      taken.add(frame.cueFrom(), frame.cueTo());
    }
  }

  private List<Quote> resolve(List<Said> all) {
    Speakers speakers = new Speakers(copy, names, phrases);
    List<Quote> out = new ArrayList<>(all.size());
    Optional<Cue> cue = Optional.empty();
    List<String> via = List.of();
    int paragraph = -1;
    boolean question = false;
    int open = -1;
    for (Said said : all) {
      int here = copy.paragraphOf(Math.min(copy.tokenAt(said.start()), copy.size() - 1));
      Optional<Speaker> speaker;
      Frame frame = said.frame();
      if (frame != null
          && frame.speaker() == null
          && said.kind() == QuoteKind.DIRECT
          && speakers.carried().isEmpty()) {
        frame = alone(frame);
      }
      if (frame != null) {
        speaker = agencyByName(frame, speakers.of(frame));
        cue = Optional.of(cue(frame));
        boolean goesOn =
            here == paragraph
                && !copy.isUnbroken()
                && frame.via().isEmpty()
                && speaker.isPresent()
                && same(out, speaker);
        via = goesOn ? via : frame.via();
        note(frame);
        if (said.inherits() && open >= 0) {
          toldLater(out, open, speaker, frame.rule());
        }
        open = -1;
      } else {
        open = said.inherits() ? open : here == paragraph ? -1 : out.size();
        boolean far = here - paragraph > 1 && !said.inherits();
        boolean nobody = said.kind() == QuoteKind.MIXED ? here != paragraph : far;
        if (nobody && said.kind() != QuoteKind.INDIRECT) {
          speaker = Optional.empty();
        } else {
          boolean turn = said.kind() == QuoteKind.DIRECT && here != paragraph && !said.inherits();
          speaker = turn ? speakers.next(question) : speakers.carried();
        }
        if (here != paragraph) {
          cue = Optional.empty();
          via = List.of();
        }
      }
      String rule =
          said.inherits() ? "same-speech" : here == paragraph ? "same-paragraph" : "carried";
      paragraph = here;
      question = copy.chars[said.end() - 1] == '?';
      int start = copy.codePoint(said.start());
      int end = copy.codePoint(said.end());
      out.add(
          new Quote(
              said.kind(),
              copy.substring(said.start(), said.end()),
              start,
              end,
              said.broken()
                  ? List.of(
                      new Span(start, copy.codePoint(said.gapStart())),
                      new Span(copy.codePoint(said.gapEnd()), end))
                  : List.of(new Span(start, end)),
              speaker,
              said.kind() == QuoteKind.INDIRECT && frame == null ? Optional.empty() : cue,
              via,
              said.part()
                  ? Optional.of(
                      new Span(copy.codePoint(said.wholeStart()), copy.codePoint(said.wholeEnd())))
                  : Optional.empty(),
              Confidence.of(frame != null ? frame.rule() : rule)));
    }
    return out;
  }

  /** A speech of several paragraphs whose speaker only the last of them names. */
  private static void toldLater(List<Quote> out, int from, Optional<Speaker> speaker, String rule) {
    for (int i = from; i < out.size(); i++) {
      Quote q = out.get(i);
      out.set(
          i,
          new Quote(
              q.kind(),
              q.text(),
              q.start(),
              q.end(),
              q.fragments(),
              speaker,
              q.cue(),
              q.via(),
              q.statement(),
              Confidence.of(rule)));
    }
  }

  /** Words between marks that are ascribed to an agency and to nobody else are its own. */
  private Frame alone(Frame frame) {
    List<AgencyHit> hits = field.hits().within(frame.from(), frame.to());
    if (!frame.rule().equals("relay-report") || frame.via().size() != 1 || hits.size() != 1) {
      return frame;
    }
    Np agency =
        new Np(hits.get(0).phraseFrom(), hits.get(0).phraseTo(), SpeakerKind.ORGANISATION, false);
    return new Frame(
        "agency-quoted-alone",
        agency,
        frame.cueFrom(),
        frame.cueTo(),
        false,
        List.of(),
        false,
        frame.from(),
        frame.to());
  }

  /** "The London-based news agency said it was dismayed": it has a name. */
  private Optional<Speaker> agencyByName(Frame frame, Optional<Speaker> speaker) {
    Np np = frame.speaker();
    if (np == null || speaker.isEmpty() || !frame.rule().startsWith("agency-")) {
      return speaker;
    }
    for (AgencyHit hit : field.hits().within(np.from(), np.to())) {
      if (hit.to() == hit.from() + 1 && copy.is(hit.from(), Words.AGENCY_NOUN)) {
        Speaker s = speaker.get();
        return Optional.of(
            new Speaker(hit.agency().name(), s.mention(), s.start(), s.end(), s.kind()));
      }
    }
    return speaker;
  }

  private static boolean same(List<Quote> out, Optional<Speaker> speaker) {
    return !out.isEmpty()
        && out.get(out.size() - 1).speaker().map(Speaker::name).equals(speaker.map(Speaker::name));
  }

  private void note(Frame frame) {
    Np np = frame.speaker();
    if (np != null) {
      for (AgencyHit hit : field.hits().within(np.from(), np.to())) {
        speaking.add(hit);
      }
    }
  }

  private Cue cue(Frame frame) {
    int start = copy.start(frame.cueFrom());
    int end = copy.end(frame.cueTo() - 1);
    return new Cue(copy.substring(start, end), copy.codePoint(start), copy.codePoint(end));
  }

  /** Agencies that speak for themselves somewhere. */
  Set<AgencyHit> speakingAgencies() {
    return speaking;
  }
}
