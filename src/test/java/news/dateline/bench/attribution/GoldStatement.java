package news.dateline.bench.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.dateline.model.Attribution.Quote.QuoteKind;
import news.dateline.model.Attribution.Span;

/**
 * One annotated statement.
 *
 * @param spans as annotated
 * @param pieces cut at line ends
 * @param source who says it; empty when nobody is annotated
 */
record GoldStatement(
    QuoteKind kind,
    List<Span> spans,
    List<Span> pieces,
    List<Span> source,
    String sourceText,
    String cue) {
  private static final String STRIPPED = " \t\r\n\u00a0\"“”„«»‟‘’'`‚‹›.,;:!?—–-…";

  /** One as it is written in the file, over the text's code points. */
  static GoldStatement of(JsonNode a, int[] cp) {
    List<Span> spans = new ArrayList<>();
    List<Span> pieces = new ArrayList<>();
    for (JsonNode c : a.get("content")) {
      Span span = bare(cp, c.get(0).asInt(), c.get(1).asInt());
      spans.add(span);
      int from = span.start();
      for (int i = span.start(); i <= span.end(); i++) {
        if (i == span.end() || cp[i] == '\n') {
          Span piece = bare(cp, from, i);
          if (piece.end() > piece.start()) {
            pieces.add(piece);
          }
          from = i + 1;
        }
      }
    }
    List<Span> source = new ArrayList<>();
    for (JsonNode c : a.path("source")) {
      source.add(new Span(c.get(0).asInt(), c.get(1).asInt()));
    }
    return new GoldStatement(
        QuoteKind.valueOf(a.get("type").asText().toUpperCase(Locale.ROOT)),
        spans,
        pieces,
        source,
        a.path("source_text").asText(""),
        cue(a, cp));
  }

  private static String cue(JsonNode a, int[] cp) {
    StringBuilder out = new StringBuilder();
    for (JsonNode c : a.path("cue")) {
      int from = c.get(0).asInt();
      out.append(out.length() == 0 ? "" : " … ")
          .append(new String(cp, from, c.get(1).asInt() - from));
    }
    return out.toString();
  }

  /** Without the marks and spaces around it. */
  static Span bare(int[] cp, int from, int to) {
    int f = from;
    int t = to;
    while (f < t && STRIPPED.indexOf(cp[f]) >= 0) {
      f++;
    }
    while (t > f && STRIPPED.indexOf(cp[t - 1]) >= 0) {
      t--;
    }
    return new Span(f, t);
  }

  /** Characters two spans share. */
  static int shared(Span a, Span b) {
    return Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.start(), b.start()));
  }

  static int length(Span a) {
    return a.end() - a.start();
  }

  /** Shared characters over the union, neither side overlapping itself. */
  static double overlap(List<Span> a, List<Span> b) {
    int both = 0;
    int sum = 0;
    for (Span x : a) {
      sum += length(x);
      for (Span y : b) {
        both += shared(x, y);
      }
    }
    sum += b.stream().mapToInt(GoldStatement::length).sum();
    return sum == both ? 0 : (double) both / (sum - both);
  }
}
