package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Attribution;
import news.dateline.model.Attribution.Quote;
import news.dateline.model.Removed;

/**
 * Claims as examples and golden files hold them: one a line, what is claimed without where it
 * stands, for instance {@code direct We shall answer, | Oleg Berezin (he) | person | said | via
 * TASS}.
 */
final class ClaimLines {
  private ClaimLines() {}

  static List<String> of(String text, Attribution found, List<Removed> removed) {
    List<String> out = new ArrayList<>();
    found.dateline().ifPresent(d -> out.add(dateline(d)));
    for (Attribution.Byline b : found.bylines()) {
      out.add("byline " + b.name() + " | " + b.role() + option(" | ", b.agency()));
    }
    for (Attribution.Agency a : found.agencies()) {
      out.add("agency " + a.code() + " | " + a.role().code());
    }
    for (Quote q : found.quotes()) {
      out.add(quote(text, q));
    }
    for (Quote q : found.stances()) {
      out.add("stance " + quote(text, q));
    }
    found.signoff().ifPresent(s -> out.add("signoff " + s.text()));
    for (Removed cut : removed) {
      out.add("removed " + cut.reason() + " | " + cut.text());
    }
    return out;
  }

  private static String dateline(Attribution.Dateline d) {
    return "dateline "
        + d.text()
        + option(" | place ", d.place())
        + option(" | date ", d.date())
        + option(" | agency ", d.agency());
  }

  private static String quote(String text, Quote q) {
    List<String> fragments = new ArrayList<>();
    for (Attribution.Span f : q.fragments()) {
      fragments.add(at(text, f.start(), f.end()));
    }
    StringBuilder out = new StringBuilder(q.kind().code()).append(' ');
    out.append(String.join(" […] ", fragments).replaceAll("\\s+", " "));
    q.statement()
        .ifPresent(
            s -> out.append(" | in ").append(at(text, s.start(), s.end()).replaceAll("\\s+", " ")));
    out.append(" | ").append(q.speaker().map(ClaimLines::speaker).orElse("nobody"));
    q.cue().ifPresent(c -> out.append(" | ").append(c.text()));
    if (!q.via().isEmpty()) {
      out.append(" | via ").append(String.join(", ", q.via()));
    }
    return out.toString();
  }

  private static String at(String text, int start, int end) {
    return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
  }

  private static String speaker(Attribution.Speaker s) {
    String printed = s.mention().equalsIgnoreCase(s.name()) ? "" : " (" + s.mention() + ")";
    return s.name() + printed + " | " + s.kind().code();
  }

  private static String option(String before, Optional<?> value) {
    return value.map(v -> before + v).orElse("");
  }
}
