package news.dateline.bench.attribution;

import java.io.PrintStream;
import java.util.Locale;

/** Where tables print: figures always, mistakes up to a number, and never those of blind rows. */
final class Report {
  private final PrintStream out;
  private final int errors;
  private int shown;

  Report(PrintStream out, int errors) {
    this.out = out;
    this.errors = errors;
  }

  void begin(String title) {
    shown = 0;
    out.println();
    out.println("== " + title);
  }

  void line(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }

  /** A mistake, shown when the row may be looked at and not too many were shown before. */
  void mistake(boolean blind, String format, Object... values) {
    if (!blind && shown < errors) {
      shown++;
      out.printf(Locale.ROOT, "   ! " + format + "%n", values);
    }
  }

  int errors() {
    return errors;
  }

  PrintStream out() {
    return out;
  }
}
