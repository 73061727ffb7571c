package news.dateline.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Query parameters that say where a reader came from and nothing about the story, from {@code
 * tracking-parameters.txt}: one list for the links that are published and for what tells stories
 * apart.
 */
public final class Tracking {
  private static final Tracking LIST = new Tracking();

  private final Set<String> exact = new HashSet<>();
  private final List<String> prefixes;

  private Tracking() {
    List<String> lines = lines();
    lines.stream().filter(l -> !l.endsWith("*")).forEach(exact::add);
    prefixes =
        lines.stream()
            .filter(l -> l.endsWith("*"))
            .map(l -> l.substring(0, l.length() - 1))
            .toList();
  }

  private static List<String> lines() {
    try (InputStream in = Tracking.class.getResourceAsStream("tracking-parameters.txt")) {
      if (in == null) {
        throw new IllegalStateException("tracking-parameters.txt is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.strip().toLowerCase(Locale.ROOT))
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param parameter as in the query: {@code name} or {@code name=value}
   */
  public static boolean is(String parameter) {
    String text = parameter.toLowerCase(Locale.ROOT);
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    if (LIST.exact.contains(name) || LIST.exact.contains(text)) {
      return true;
    }
    for (String prefix : LIST.prefixes) {
      if (text.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
