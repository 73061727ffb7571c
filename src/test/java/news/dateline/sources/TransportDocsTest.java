package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/add-a-source.md} and {@code docs/source.schema.json} say of transports is what
 * is declared; {@code -Dgolden.update=true} writes it anew.
 */
class TransportDocsTest {
  private static final Path PAGE = Path.of("docs/add-a-source.md");
  private static final Path SCHEMA = Path.of("docs/source.schema.json");
  private static final TransportTable TABLE = TransportTable.shipped();

  @Test
  void the_page_lists_every_transport_with_its_parameters() throws IOException {
    check(
        PAGE, "<!-- transports: made of transports.yaml -->\n", "<!-- transports: end -->", page());
  }

  @Test
  void the_schema_knows_every_transport_and_parameter() throws IOException {
    check(SCHEMA, "        \"from\": {\n", "        },\n        \"format\"", schema());
  }

  @Test
  void every_example_is_acceptable_to_the_reader_and_the_schema() {
    for (Transport transport : TABLE.transports()) {
      List<String> said = new ArrayList<>();
      new FromCheck(TABLE, false).check(transport.example(), (m, h) -> said.add(m));
      assertThat(said).as(transport.example()).isEmpty();
      for (String scheme : transport.schemes()) {
        assertThat(Pattern.compile(pattern(transport)).matcher(transport.example()).find())
            .as(scheme)
            .isTrue();
        assertThat(transport.names(scheme)).doesNotHaveDuplicates();
      }
    }
  }

  private static void check(Path file, String begin, String end, String made) throws IOException {
    String text = Files.readString(file);
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf(end, from);
    assertThat(from).as(begin).isGreaterThan(begin.length());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, text.substring(0, from) + made + text.substring(to));
    } else {
      assertThat(text.substring(from, to)).isEqualTo(made);
    }
  }

  private static String page() {
    StringBuilder out = new StringBuilder("\n| transport | what | for instance |\n|---|---|---|\n");
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (Transport t : TABLE.transports()) {
      out.append("| ").append(ticks(t.schemes(), ":")).append(" | ").append(t.doc());
      out.append(" | `").append(t.example()).append("` |\n");
      t.parameters().forEach((name, p) -> rows.computeIfAbsent(row(name, p), r -> users(r)));
    }
    Map<List<String>, StringBuilder> tables = new LinkedHashMap<>();
    rows.forEach(
        (row, users) -> tables.computeIfAbsent(users, u -> new StringBuilder()).append(row));
    tables.forEach(
        (users, table) ->
            out.append("\nParameters of ")
                .append(ticks(users, ":"))
                .append("\n\n| parameter | value | |\n|---|---|---|\n")
                .append(table));
    return out.append('\n').toString();
  }

  private static List<String> users(String row) {
    List<String> users = new ArrayList<>();
    for (Transport t : TABLE.transports()) {
      if (t.parameters().entrySet().stream()
          .anyMatch(e -> row(e.getKey(), e.getValue()).equals(row))) {
        users.addAll(t.schemes());
      }
    }
    return users;
  }

  private static String row(String name, Transport.Parameter p) {
    String value = p.allowed().isEmpty() ? p.kind().code() : ticks(p.allowed(), "");
    return "| `"
        + name
        + "` | "
        + value
        + (p.secret() && p.kind() != ValueKind.SECRET ? ", or a secret" : "")
        + " | "
        + p.doc()
        + (p.needed() ? " Needed." : "")
        + (p.http() ? " Also over HTTP." : "")
        + " |\n";
  }

  private static String ticks(List<String> words, String after) {
    return String.join(" ", words.stream().map(w -> "`" + w + after + "`").toList());
  }

  private static String schema() {
    List<String> known = TABLE.schemes();
    StringBuilder out = new StringBuilder();
    out.append("          \"description\": \"A transport that delivers by itself, with the")
        .append(" parameters that docs/add-a-source.md lists. Relative file: folders are below the")
        .append(" project folder. Secrets as ${NAME} or ${file:/path}, the whole value of a")
        .append(" parameter that may hold one.\",\n")
        .append("          \"type\": \"string\",\n          \"anyOf\": [\n");
    for (Transport t : TABLE.transports()) {
      out.append("            { \"pattern\": \"").append(json(pattern(t))).append("\" },\n");
    }
    out.append(
            "            { \"$comment\": \"components of dateline.transports.more\", \"pattern\":")
        .append(" \"^(?!(https?|")
        .append(String.join("|", known))
        .append("):)[a-z][a-z0-9+.-]*:.+$\" }\n          ],\n          \"examples\": [")
        .append(
            String.join(
                ", ",
                TABLE.transports().stream().map(t -> "\"" + json(t.example()) + "\"").toList()))
        .append("]\n");
    return out.toString();
  }

  private static String pattern(Transport t) {
    String schemes = "(" + String.join("|", t.schemes()) + ")";
    String names =
        String.join(
            "|",
            t.parameters().keySet().stream()
                .map(n -> n.replace(".", "\\.").replace("SCHEME", schemes))
                .toList());
    String pair = "(" + names + ")=[^&]+";
    return "^" + schemes + ":[^?]*(\\?" + pair + "(&" + pair + ")*)?$";
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
