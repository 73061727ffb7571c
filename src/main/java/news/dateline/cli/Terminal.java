package news.dateline.cli;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.Map;

/**
 * What standard output is.
 *
 * @param interactive a person looks at it
 * @param colours it may be sent escape sequences
 * @param width in columns
 */
record Terminal(boolean interactive, boolean colours, int width) {
  /** Set by the launcher, which can ask the system: columns, or {@code no}. */
  private static final String TOLD = "dateline.terminal";

  private static final int WIDTH = 80;
  private static final int NARROWEST = 20;
  private static final int WIDEST = 110; // longer lines of prose are hard to follow

  static Terminal ofOutput() {
    return of(System.getProperty(TOLD, ""), System.getenv(), console());
  }

  /**
   * @param told by the launcher: columns, {@code no}, or empty when Dateline was started without it
   * @param console what Java itself thinks
   */
  static Terminal of(String told, Map<String, String> environment, boolean console) {
    boolean interactive = told.isEmpty() ? console : !told.equals("no");
    boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
    boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    int width = columns(told, columns(environment.getOrDefault("COLUMNS", ""), WIDTH));
    return new Terminal(
        interactive,
        interactive && !dumb && !refused,
        Math.max(NARROWEST, Math.min(WIDEST, width)));
  }

  private static int columns(String text, int otherwise) {
    try {
      int columns = Integer.parseInt(text.strip());
      return columns > 0 ? columns : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /**
   * Before Java 22 there is a console only when input and output are a terminal; since then there
   * always is one, and it must be asked.
   */
  @SuppressWarnings("SystemConsoleNull") // older versions say it that way
  private static boolean console() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      Method isTerminal = Console.class.getMethod("isTerminal");
      return (boolean) isTerminal.invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
