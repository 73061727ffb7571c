package news.dateline.bench.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Bylines of newspapers of the world, on rows of {@code publisher, country, authors, paragraphs}.
 * The authors are given in three ways: as a list, as one field, and as a line above the text as the
 * language prints it. People must be found by name; agencies, desks and the publisher itself are no
 * people: a name is one unless it is an agency's or the publisher's, or holds a digit or a domain,
 * or is written in small letters.
 */
final class BylineTable implements Table {
  @Override
  public String name() {
    return "bylines";
  }

  @Override
  public String folder() {
    return "bylines";
  }

  @Override
  public void run(Path folder, Predictor predictor, Report report) {
    report.begin("bylines");
    for (Path file : Rows.files(folder, ".jsonl")) {
      Prf[][] sums = new Prf[3][2];
      for (Prf[] pair : sums) {
        pair[0] = new Prf();
        pair[1] = new Prf();
      }
      int n = 0;
      for (JsonNode row : Rows.json(file)) {
        List<String> authors = new ArrayList<>();
        row.path("authors").forEach(a -> authors.add(a.asText()));
        boolean hidden = Rows.blind(row.path("publisher").asText() + n++);
        if (authors.isEmpty()) {
          continue;
        }
        String language = language(row.path("country").asText());
        List<String> paragraphs = new ArrayList<>();
        row.path("paragraphs").forEach(p -> paragraphs.add(p.asText()));
        String body = String.join("\n\n", paragraphs);
        String publisher = row.path("publisher").asText();
        Set<String> wanted = new LinkedHashSet<>();
        for (String author : authors) {
          if (person(author, publisher, predictor)) {
            wanted.add(key(author));
          }
        }
        String joined = joined(authors, language);
        score(
            sums[0],
            hidden,
            wanted,
            predictor.names(publisher, body, authors, language),
            "list",
            report);
        score(
            sums[1],
            hidden,
            wanted,
            predictor.names(publisher, body, List.of(joined), language),
            "one",
            report);
        score(
            sums[2],
            hidden,
            wanted,
            predictor.names(
                publisher, opener(language) + joined + "\n\n" + body, List.of(), language),
            "line",
            report);
      }
      String[] titles = {
        "authors as a list", "authors as one field", "authors as a line of the text"
      };
      report.line("%s", file.getFileName());
      for (int i = 0; i < 3; i++) {
        report.line("   %-32s %s", titles[i], sums[i][0]);
        report.line("      not looked at %15s %s", "", sums[i][1]);
      }
    }
  }

  private static void score(
      Prf[] sums,
      boolean hidden,
      Set<String> wanted,
      List<String> found,
      String way,
      Report report) {
    Set<String> made = found.stream().map(BylineTable::key).collect(Collectors.toSet());
    Prf sum = sums[hidden ? 1 : 0];
    wanted.forEach(w -> sum.wanted(made.contains(w)));
    made.forEach(m -> sum.made(wanted.contains(m)));
    if (!made.equals(wanted)) {
      report.mistake(hidden, "%s: gold %s, found %s", way, wanted, made);
    }
  }

  private static boolean person(String author, String publisher, Predictor predictor) {
    String flat = squeezed(author);
    boolean self = flat.contains(squeezed(publisher)) || squeezed(publisher).contains(flat);
    boolean domain = author.matches(".*\\d.*|.*\\w\\.\\w\\w.*|.*@.*");
    boolean small = author.equals(author.toLowerCase(Locale.ROOT)) && author.matches("[a-z-]+");
    return !self && !domain && !small && predictor.agencyIn(author).isEmpty();
  }

  private static String squeezed(String s) {
    return s.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}]", "");
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("^(dr|prof|mr|mrs|ms)\\.? ", "").strip();
  }

  static String language(String country) {
    return switch (country) {
      case "at", "de", "ch", "li" -> "de";
      case "fr" -> "fr";
      case "es", "mx", "ar", "cl" -> "es";
      case "ru", "by" -> "ru";
      default -> "en";
    };
  }

  private static String joined(List<String> authors, String language) {
    String and =
        switch (language) {
          case "de" -> " und ";
          case "fr" -> " et ";
          case "es" -> " y ";
          case "ru" -> " и ";
          default -> " and ";
        };
    int last = authors.size() - 1;
    return last == 0
        ? authors.get(0)
        : String.join(", ", authors.subList(0, last)) + and + authors.get(last);
  }

  private static String opener(String language) {
    return switch (language) {
      case "de" -> "Von ";
      case "fr" -> "Par ";
      case "es" -> "Por ";
      case "ru" -> "Автор: ";
      default -> "By ";
    };
  }
}
