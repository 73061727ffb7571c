package news.dateline.bench.attribution;

import static news.dateline.bench.attribution.GoldStatement.length;
import static news.dateline.bench.attribution.GoldStatement.overlap;
import static news.dateline.bench.attribution.GoldStatement.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.dateline.model.Attribution;
import news.dateline.model.Attribution.Quote;
import news.dateline.model.Attribution.Quote.QuoteKind;
import news.dateline.model.Attribution.Span;

/**
 * Direct quotes, their speakers, and indirect and mixed statements, on texts annotated as {@code
 * {id, text, attributions: [{type, content: [[from, to]], source: [[from, to]], source_text}]}}.
 *
 * <p>Direct quotes are counted as {@code score_quotes.py} does: a predicted quote in marks and a
 * fragment of an annotated one agree when they share more than half of the longer one; quotes that
 * lie within indirect or mixed content count neither way. The speaker is right when the mention
 * overlaps the annotated source. Indirect and mixed statements agree when they share at least three
 * tenths of their union; a mixed quote counts with its whole statement where that is told, and
 * stances count: the annotators took them for attributions.
 */
final class QuoteTable implements Table {
  private static final double OVERLAP = 0.3;

  private final String name;
  private final String folder;
  private final String language;

  QuoteTable(String name, String folder, String language) {
    this.name = name;
    this.folder = folder;
    this.language = language;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String folder() {
    return folder;
  }

  /** What is counted over some rows. */
  static final class Sums {
    private final Prf direct = new Prf();
    private final Prf speaker = new Prf();
    private final Prf reported = new Prf();
    private final Prf statements = new Prf();
    private final Prf indirect = new Prf();
    private final Prf mixed = new Prf();
    private final Prf reportedSpeaker = new Prf();
    private final Trust trust = new Trust();
    private final RuleShares directRules = new RuleShares();
    private final RuleShares reportedRules = new RuleShares();
    private final RuleShares quoteRules = new RuleShares();
    private final RuleShares statementRules = new RuleShares();
  }

  @Override
  public void run(Path folder, Predictor predictor, Report report) {
    report.begin(name + ": quotes and speakers");
    for (Path file : Rows.files(folder, ".jsonl")) {
      Sums tune = new Sums();
      Sums blind = new Sums();
      for (JsonNode row : Rows.json(file)) {
        String id = row.get("id").asText();
        boolean hidden = Rows.blind(id);
        Attribution found = predictor.attribute(row.get("text").asText(), language);
        score(row, found, hidden ? blind : tune, report, hidden);
      }
      print(report, file.getFileName() + ", rows looked at", tune);
      print(report, file.getFileName() + ", rows not looked at", blind);
    }
  }

  static void print(Report report, String title, Sums s) {
    report.line("%s", title);
    report.line("   direct              %s", s.direct);
    report.line("   speaker of direct   %s", s.speaker);
    report.line("     confidence        %s", s.trust);
    report.line("   indirect or mixed   %s", s.reported);
    report.line("     without stances   %s", s.statements);
    report.line("     indirect          %s", s.indirect);
    report.line("     mixed             %s", s.mixed);
    report.line("     speaker of found  %s", s.reportedSpeaker);
    if (report.errors() > 0) {
      s.directRules.print(report, "speaker of direct by rule");
      s.reportedRules.print(report, "speaker of reported by rule");
      s.quoteRules.print(report, "quote in marks that somebody says, by kind and rule");
      s.statementRules.print(report, "indirect or mixed by rule");
    }
  }

  /** Adds what was found in a row to the sums, whoever found it. */
  static void score(JsonNode row, Attribution found, Sums s, Report report, boolean hidden) {
    String text = row.get("text").asText();
    int[] cp = text.codePoints().toArray();
    List<GoldStatement> gold = new ArrayList<>();
    for (JsonNode a : row.get("attributions")) {
      gold.add(GoldStatement.of(a, cp));
    }
    List<Quote> marked = outer(found.quotes(), cp);
    direct(cp, gold, marked, s, report, hidden);
    speakers(cp, gold, marked, s, report, hidden);
    List<Quote> told = new ArrayList<>(found.quotes());
    told.addAll(found.stances());
    reported(cp, gold, told, s, report, hidden);
    Sums alone = new Sums();
    reported(cp, gold, found.quotes(), alone, new Report(report.out(), 0), hidden);
    s.statements.add(alone.reported);
  }

  private static Span bare(int[] cp, Quote q) {
    return GoldStatement.bare(cp, q.start(), q.end());
  }

  /** Quotes in marks, those within another left out. */
  private static List<Quote> outer(List<Quote> quotes, int[] cp) {
    List<Quote> sorted = new ArrayList<>();
    for (Quote q : quotes) {
      if (q.kind() != QuoteKind.INDIRECT && bare(cp, q).end() > bare(cp, q).start()) {
        sorted.add(q);
      }
    }
    sorted.sort(
        Comparator.comparingInt((Quote q) -> bare(cp, q).start())
            .thenComparing(q -> -bare(cp, q).end()));
    List<Quote> out = new ArrayList<>();
    int last = -1;
    for (Quote q : sorted) {
      int end = bare(cp, q).end();
      if (end > last) {
        out.add(q);
        last = end;
      }
    }
    return out;
  }

  private static void direct(
      int[] cp,
      List<GoldStatement> gold,
      List<Quote> marked,
      Sums s,
      Report report,
      boolean hidden) {
    List<Span> pieces = new ArrayList<>();
    List<Span> all = new ArrayList<>();
    for (GoldStatement g : gold) {
      all.addAll(g.spans());
      if (g.kind() == QuoteKind.DIRECT) {
        pieces.addAll(g.pieces());
      }
    }
    for (Span piece : pieces) {
      boolean hit =
          marked.stream()
              .map(q -> bare(cp, q))
              .anyMatch(q -> shared(q, piece) > 0.5 * Math.max(length(q), length(piece)));
      s.direct.wanted(hit);
      if (!hit) {
        report.mistake(hidden, "missed direct: %s", around(cp, piece));
      }
    }
    for (Quote quote : marked) {
      Span q = bare(cp, quote);
      if (pieces.stream().anyMatch(p -> shared(q, p) > 0.5 * length(q))) {
        s.direct.made(true);
        s.quoteRules.made(quote.kind().code() + " " + quote.proof().rule(), true);
      } else if (all.stream().noneMatch(p -> shared(q, p) > 0.5 * length(q))) {
        s.direct.made(false);
        s.quoteRules.made(quote.kind().code() + " " + quote.proof().rule(), false);
        report.mistake(hidden, "nobody says (%s): %s", quote.proof().rule(), around(cp, q));
      }
    }
  }

  private static void speakers(
      int[] cp,
      List<GoldStatement> gold,
      List<Quote> marked,
      Sums s,
      Report report,
      boolean hidden) {
    for (GoldStatement g : gold) {
      if (g.kind() != QuoteKind.DIRECT || g.source().isEmpty() || g.pieces().isEmpty()) {
        continue;
      }
      Optional<Quote> best = best(cp, g, marked);
      boolean right = best.isPresent() && speaks(best.get(), g);
      s.speaker.wanted(right);
      if (best.isPresent() && best.get().speaker().isPresent()) {
        s.speaker.made(right);
        s.trust.add(best.get().proof().confidence(), right);
        s.directRules.made(best.get().proof().rule(), right);
      }
      if (!right && best.isPresent()) {
        report.mistake(
            hidden,
            "speaker, gold \"%s\", found \"%s\" (%s): %s",
            g.sourceText(),
            best.get().speaker().map(Attribution.Speaker::mention).orElse("nobody"),
            best.get().proof().rule(),
            around(cp, g.pieces().get(0)));
      }
    }
  }

  private static Optional<Quote> best(int[] cp, GoldStatement g, List<Quote> quotes) {
    Quote best = null;
    int most = 0;
    for (Quote q : quotes) {
      int n = g.pieces().stream().mapToInt(p -> shared(bare(cp, q), p)).sum();
      if (n > most) {
        most = n;
        best = q;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean speaks(Quote q, GoldStatement g) {
    return q.speaker().isPresent()
        && g.source().stream()
            .anyMatch(
                x -> shared(x, new Span(q.speaker().get().start(), q.speaker().get().end())) > 0);
  }

  private static void reported(
      int[] cp,
      List<GoldStatement> gold,
      List<Quote> quotes,
      Sums s,
      Report report,
      boolean hidden) {
    List<GoldStatement> wanted = gold.stream().filter(g -> g.kind() != QuoteKind.DIRECT).toList();
    List<Quote> made = statements(quotes);
    record Pair(int gold, int quote, double overlap) {}
    List<Pair> pairs = new ArrayList<>();
    for (int g = 0; g < wanted.size(); g++) {
      for (int q = 0; q < made.size(); q++) {
        double o = overlap(wanted.get(g).spans(), extent(cp, made.get(q)));
        if (o >= OVERLAP) {
          pairs.add(new Pair(g, q, o));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble((Pair p) -> -p.overlap()));
    int[] quoteOf = new int[wanted.size()];
    java.util.Arrays.fill(quoteOf, -1);
    boolean[] used = new boolean[made.size()];
    for (Pair p : pairs) {
      if (quoteOf[p.gold()] < 0 && !used[p.quote()]) {
        quoteOf[p.gold()] = p.quote();
        used[p.quote()] = true;
      }
    }
    for (int g = 0; g < wanted.size(); g++) {
      GoldStatement one = wanted.get(g);
      boolean hit = quoteOf[g] >= 0;
      s.reported.wanted(hit);
      (one.kind() == QuoteKind.MIXED ? s.mixed : s.indirect).wanted(hit);
      if (hit && !one.source().isEmpty()) {
        Quote quote = made.get(quoteOf[g]);
        boolean right = speaks(quote, one);
        s.reportedSpeaker.wanted(right);
        if (quote.speaker().isPresent()) {
          s.reportedRules.made(quote.proof().rule(), right);
        }
      }
      if (!hit) {
        report.mistake(
            hidden,
            "missed %s by \"%s\" (%s): %s",
            one.kind().code(),
            one.sourceText(),
            one.cue(),
            around(cp, one.spans().get(0)));
      }
    }
    List<GoldStatement> directs = gold.stream().filter(g -> g.kind() == QuoteKind.DIRECT).toList();
    for (int q = 0; q < made.size(); q++) {
      Quote quote = made.get(q);
      List<Span> extent = extent(cp, quote);
      boolean neutral =
          !used[q]
              && quote.kind() == QuoteKind.MIXED
              && directs.stream().anyMatch(g -> overlap(g.pieces(), extent) >= OVERLAP);
      if (neutral) {
        continue;
      }
      s.reported.made(used[q]);
      s.statementRules.made(quote.proof().rule(), used[q]);
      (quote.kind() == QuoteKind.MIXED ? s.mixed : s.indirect).made(used[q]);
      if (!used[q]) {
        report.mistake(
            hidden,
            "wrong %s (%s): %s",
            quote.kind().code(),
            quote.proof().rule(),
            around(cp, extent.get(0)));
      }
    }
  }

  /** Statements not wholly in marks; one whose words are quoted in two places is one. */
  private static List<Quote> statements(List<Quote> quotes) {
    List<Quote> out = new ArrayList<>();
    Set<Span> told = new HashSet<>();
    for (Quote q : quotes) {
      boolean again = q.statement().isPresent() && !told.add(q.statement().get());
      if (q.kind() != QuoteKind.DIRECT && !again) {
        out.add(q);
      }
    }
    return out;
  }

  private static List<Span> extent(int[] cp, Quote q) {
    Span all = q.statement().orElse(new Span(q.start(), q.end()));
    return List.of(GoldStatement.bare(cp, all.start(), all.end()));
  }

  private static String around(int[] cp, Span s) {
    int from = Math.max(0, s.start() - 90);
    int to = Math.min(cp.length, s.end() + 90);
    String in = new String(cp, s.start(), length(s));
    String shown =
        in.length() <= 160 ? in : in.substring(0, 80) + " … " + in.substring(in.length() - 70);
    return (new String(cp, from, s.start() - from)
            + "⟦"
            + shown
            + "⟧"
            + new String(cp, s.end(), to - s.end()))
        .replace("\n\n", " ¶ ")
        .replace('\n', ' ');
  }
}
