package news.dateline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.dateline.app.TextAttribution;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Plain text in, the text with its attribution out: as JSON, or with its claims marked for people,
 * which is what a terminal gets when nothing is asked for.
 */
@Command(
    name = "attribute",
    mixinStandardHelpOptions = true,
    description = {
      "Tags attribution on plain text.",
      "Prints JSON; to a terminal, the text with its claims marked."
    })
final class AttributeCommand implements Callable<Integer> {
  @Mixin private HomeOptions options = new HomeOptions();

  @Option(
      names = "--lang",
      paramLabel = "CODE",
      description = "Language of the text, for instance en (default: told from the text).")
  private String language = "";

  /** One way to print. */
  static final class Form {
    @Option(names = "--json", description = "One JSON object, also to a terminal.")
    private boolean json;

    @Option(
        names = "--jsonl",
        description = "One JSON object a line in, one a line out with the same id.")
    private boolean jsonl;

    @Option(
        names = "--marked",
        description =
            "The text with each claim marked: in colours on a terminal, else in brackets.")
    private boolean marked;

    @Option(
        names = "--explain",
        description =
            "The marked text, then of each claim the rule, the confidence and the words that"
                + " prove it, and what was removed.")
    private boolean explain;
  }

  @ArgGroup private Form form = new Form();

  @Option(names = "--publisher", paramLabel = "NAME", description = "Who published the text.")
  private String publisher = "";

  @Parameters(paramLabel = "FILE|-", description = "What to read; - is standard input.")
  private String input = "-";

  @Override
  public Integer call() throws IOException {
    TextAttribution attribution = TextAttribution.open(options.home());
    try (InputStream in = input.equals("-") ? System.in : Files.newInputStream(Path.of(input));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        BufferedWriter out =
            new BufferedWriter(
                new OutputStreamWriter(
                    new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8),
                1 << 16)) {
      if (form.jsonl) {
        lines(attribution, reader, out);
      } else {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[8192];
        for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
          text.append(buffer, 0, n);
        }
        String json =
            attribution.json(
                new TextAttribution.Input(
                    word(language), "", publisher, Optional.empty(), text.toString()));
        out.write(shown(json));
      }
    } catch (NoSuchFileException e) {
      throw new Failure("no such file: " + input);
    } catch (UncheckedIOException e) {
      throw new Failure(String.valueOf(e.getMessage()));
    }
    return 0;
  }

  /** As JSON, or for people. */
  private String shown(String json) throws JsonProcessingException {
    Terminal terminal = Terminal.ofOutput();
    boolean people = form.marked || form.explain || (terminal.interactive() && !form.json);
    return people
        ? MarkedArticle.of(ApiClient.JSON.readTree(json), form.explain, terminal)
        : json + "\n";
  }

  /** One line out for each line in: one that cannot be read does not stop the others. */
  private void lines(TextAttribution attribution, BufferedReader reader, BufferedWriter out)
      throws IOException {
    int number = 0;
    int unread = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      String answer;
      JsonNode input = MissingNode.getInstance();
      try {
        input = ApiClient.JSON.readTree(line);
        answer = attributed(attribution, input);
      } catch (JsonProcessingException e) {
        unread++;
        answer = error(input, Reason.MALFORMED, "line " + number + ": " + e.getOriginalMessage());
      } catch (RejectedException e) {
        unread++;
        answer = error(input, e.reason(), "line " + number + ": " + e.getMessage());
      } catch (RuntimeException | StackOverflowError e) {
        unread++;
        answer = error(input, Reason.UNFORESEEN, "line " + number + ": " + e);
      }
      out.write(answer);
      out.write('\n');
    }
    if (unread > 0) {
      System.err.println("dateline: " + unread + " of " + number + " lines could not be read");
    }
  }

  private static String error(JsonNode input, Reason reason, String message) {
    ObjectNode out = ApiClient.JSON.createObjectNode();
    if (input.has("id")) {
      out.set("id", input.get("id"));
    }
    out.putObject("error").put("reason", reason.slug()).put("message", message);
    return out.toString();
  }

  private String attributed(TextAttribution attribution, JsonNode o) {
    if (!o.path("text").isTextual()) {
      throw new RejectedException(Reason.MALFORMED, "no member \"text\"");
    }
    Optional<String> lang = word(o.path("lang").asText("")).or(() -> word(language));
    String json =
        attribution.json(
            new TextAttribution.Input(
                lang,
                o.path("headline").asText(""),
                o.path("publisher").asText(publisher),
                published(o),
                o.path("text").asText()));
    // The id comes back as it was given: a number stays a number.
    return o.has("id") ? "{\"id\":" + o.get("id") + "," + json.substring(1) : json;
  }

  private static Optional<Instant> published(JsonNode o) {
    try {
      String written = o.path("published").asText("");
      return written.isEmpty()
          ? Optional.empty()
          : Optional.of(Instant.parse(written.length() == 10 ? written + "T00:00:00Z" : written));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> word(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }
}
