package news.dateline.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import news.dateline.app.Offline;
import news.dateline.app.Previewed;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetch, parse, normalise, attribute; publishes nothing, keeps nothing. */
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description = "Shows what would be published; publishes nothing, keeps nothing.")
final class PreviewCommand implements Callable<Integer> {
  @Mixin private HomeOptions options = new HomeOptions();

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      description = "Forces a reader, for instance rss, nitf, text.")
  private String format = "";

  @Option(
      names = "--source",
      paramLabel = "ID",
      description = "Reads as this source's documents are read.")
  private String source = "";

  /** One way to print. */
  static final class Form {
    @Option(names = "--json", description = "One article after the other as indented JSON.")
    private boolean json;

    @Option(
        names = "--jsonl",
        description =
            "One article a line, with its document; a line with an error for a document that"
                + " fails.")
    private boolean jsonl;

    @Option(names = "--marked", description = "The text with each claim marked in place.")
    private boolean marked;

    @Option(
        names = "--explain",
        description = "The marked text, then of each claim the rule and the words that prove it.")
    private boolean explain;
  }

  @ArgGroup private Form form = new Form();

  @Option(names = "--internal", description = "Private addresses are allowed.")
  private boolean internal;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|URL|DIR|-",
      description = "What to read; - is standard input.")
  private List<String> inputs = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    long begin = System.nanoTime();
    long[] count = new long[4]; // documents, articles, errors, bytes
    try (Offline offline = options.offline();
        BufferedWriter out =
            new BufferedWriter(
                new OutputStreamWriter(
                    new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8),
                1 << 16)) {
      Stream<String> documents = inputs.stream().flatMap(PreviewCommand::expand);
      documents.toList().parallelStream()
          .map(d -> offline.preview(d, source, format, internal))
          .forEachOrdered(
              p -> {
                count[0]++;
                count[1] += p.articles().size();
                count[2] += p.errors().size();
                count[3] += p.bytes();
                write(out, p);
              });
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (form.jsonl || count[0] > 1) {
      PrintStream err = System.err;
      err.printf(
          "%d documents, %d articles, %d errors, %.1f MB in %.1f s: %.0f articles/s, %.1f MB/s%n",
          count[0],
          count[1],
          count[2],
          count[3] / 1e6,
          seconds,
          count[1] / seconds,
          count[3] / 1e6 / seconds);
    }
    return count[0] == 1 && count[1] == 0 && count[2] > 0 ? 1 : 0;
  }

  private void write(BufferedWriter out, Previewed previewed) {
    try {
      if (form.jsonl) {
        for (String line : previewed.jsonLines()) {
          out.write(line);
          out.write('\n');
        }
      } else if (form.json) {
        for (String article : previewed.articles()) {
          out.write(ApiClient.JSON.readTree(article).toPrettyString());
          out.write('\n');
        }
      } else {
        for (String article : previewed.articles()) {
          out.write(
              form.marked || form.explain
                  ? ArticleText.marked(article, form.explain, Terminal.ofOutput())
                  : ArticleText.of(article));
          out.write('\n');
        }
      }
      if (!form.jsonl) {
        out.flush();
        for (Previewed.Fault error : previewed.errors()) {
          System.err.println(
              "dateline: "
                  + previewed.document()
                  + ": "
                  + error.message()
                  + " ["
                  + error.reason().slug()
                  + "]");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder is all files below it, in order; anything else is itself. */
  private static Stream<String> expand(String input) {
    Path path = input.equals("-") || input.contains("://") ? null : Path.of(input);
    if (path == null || !Files.isDirectory(path)) {
      return Stream.of(input);
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).sorted().map(Path::toString).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
