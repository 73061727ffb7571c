package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.dateline.app.Control;
import news.dateline.app.Instance;
import news.dateline.app.Offline;
import news.dateline.model.Source;
import news.dateline.sources.OpmlWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The sources: those of a running instance where there is one, else the files. */
@Command(
    name = "sources",
    mixinStandardHelpOptions = true,
    description =
        "Lists, adds, removes, tests, pauses, resumes, polls, imports or exports sources, or"
            + " takes back a move.")
final class SourcesCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli fills it
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say list, add, remove, test, pause, resume, poll, import, export or undo-move");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "All sources and how they do.")
  void list(
      @Mixin HomeOptions options,
      @Option(names = "--json", description = "As JSON.") boolean json) {
    Optional<Instance> instance = Instance.find(options.home().data());
    if (instance.isEmpty()) {
      try (Offline offline = options.offline()) {
        for (Source s : offline.sources()) {
          System.out.printf(
              "%-22s %-28s %s%s%n",
              s.id(),
              s.name(),
              s.feed()
                  .map(Object::toString)
                  // what follows holds secrets, filled in
                  .or(() -> s.from().map(f -> f.replaceAll("(?s)\\?.*|:[^:/@?]*(?=@)", "")))
                  .orElse(""),
              offline
                  .move(s)
                  .map(
                      m ->
                          "  (moved "
                              + m.at().toString().substring(0, 10)
                              + " from "
                              + m.from()
                              + ")")
                  .orElse(""));
        }
      }
      System.out.println("(nothing runs on " + options.home().data() + ": states are unknown)");
      return;
    }
    JsonNode sources = new ApiClient(instance.get(), options.settings()).get("/sources");
    if (json) {
      System.out.println(sources.path("sources").toPrettyString());
      return;
    }
    System.out.printf(
        "%-22s %-11s %9s  %-20s %s%n", "SOURCE", "STATE", "ARTICLES", "NEXT POLL", "WHY");
    sources.path("sources").forEach(s -> System.out.println(SourceLine.of(s)));
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description =
          "Finds the feed behind a URL, shows what it would publish, and writes its file.")
  void add(
      @Mixin HomeOptions options,
      @Parameters(paramLabel = "URL", description = "A feed, or a web page that names one.")
          String url,
      @Option(names = "--id", description = "Id of the source (default: from its name).")
          @org.jspecify.annotations.Nullable
          String id,
      @Option(names = "--name", description = "Name of the publisher (default: the feed's title).")
          @org.jspecify.annotations.Nullable
          String name,
      @Option(names = "--internal", description = "Private addresses are allowed for this source.")
          boolean internal) {
    Optional<Instance> instance = Instance.find(options.home().data());
    if (instance.isPresent()) {
      addThere(new ApiClient(instance.get(), options.settings()), url, id, name, internal);
      return;
    }
    try (Offline offline = options.offline()) {
      Control.Preview preview = offline.preview(url, internal);
      Source found = preview.proposal().orElseThrow(() -> new Failure(preview.message()));
      Source.Builder chosen =
          Source.builder(id == null ? found.id() : id, name == null ? found.name() : name);
      found.feed().ifPresent(chosen::feed);
      found.language().ifPresent(chosen::language);
      Source source = chosen.internal(internal).build();
      System.out.println(preview.message());
      preview.articles().stream()
          .limit(5)
          .forEach(a -> System.out.println("  " + ArticleLine.of(a)));
      System.out.println("written: " + options.home().shown(offline.add(source)));
    }
  }

  /** The running instance previews and adds, so that the feed is fetched once. */
  private static void addThere(
      ApiClient api,
      String url,
      @org.jspecify.annotations.Nullable String id,
      @org.jspecify.annotations.Nullable String name,
      boolean internal) {
    JsonNode preview = api.post("/preview", Map.of("url", url, "internal", internal));
    JsonNode found = preview.path("proposal");
    if (!found.isObject()) {
      throw new Failure(preview.path("message").asText());
    }
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("id", id == null ? found.path("id").asText() : id);
    form.put("name", name == null ? found.path("name").asText() : name);
    form.put("feed", found.path("feed").asText());
    if (found.has("language")) {
      form.put("language", found.path("language").asText());
    }
    form.put("internal", internal);
    System.out.println(preview.path("message").asText());
    int shown = 0;
    for (JsonNode article : preview.path("articles")) {
      if (shown++ < 5) {
        System.out.println("  " + ArticleLine.of(article.toString()));
      }
    }
    JsonNode added = api.post("/sources", form);
    System.out.println("added to the running instance: " + added.path("id").asText());
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Removes a source and its file.")
  void remove(@Mixin HomeOptions options, @Parameters(paramLabel = "ID") String id) {
    Optional<Instance> instance = Instance.find(options.home().data());
    if (instance.isPresent()) {
      new ApiClient(instance.get(), options.settings()).delete("/sources/" + id);
    } else {
      try (Offline offline = options.offline()) {
        offline.remove(id);
      }
    }
    System.out.println("removed: " + id);
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = "Fetches a source once and shows what it would publish; changes nothing.")
  void test(@Mixin HomeOptions options, @Parameters(paramLabel = "ID") String id) {
    try (Offline offline = options.offline()) {
      Source source = offline.source(id);
      if (source.feed().isEmpty()) {
        throw new Failure(id + " delivers by itself and cannot be fetched");
      }
      Control.Preview preview = offline.preview(source);
      if (preview.reason().isPresent()) {
        throw new Failure(
            id + ": " + preview.message() + " [" + preview.reason().get().slug() + "]");
      }
      System.out.println(id + ": " + preview.message());
      preview.articles().forEach(a -> System.out.println("  " + ArticleLine.of(a)));
    }
  }

  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      description = "Stops asking a source until it is resumed.")
  void pause(@Mixin HomeOptions options, @Parameters(paramLabel = "ID") String id) {
    act(options, id, "pause");
  }

  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Asks a paused source again.")
  void resume(@Mixin HomeOptions options, @Parameters(paramLabel = "ID") String id) {
    act(options, id, "resume");
  }

  @Command(
      name = "poll",
      mixinStandardHelpOptions = true,
      description = "Asks a source now, whatever its rhythm says.")
  void poll(@Mixin HomeOptions options, @Parameters(paramLabel = "ID") String id) {
    act(options, id, "poll");
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = "Adds the feeds of an OPML list, all in one new file; asks none of them.")
  void importList(
      @Mixin HomeOptions options,
      @Parameters(paramLabel = "FILE|URL|-", description = "OPML; - is standard input.")
          String list,
      @Option(names = "--dry-run", description = "Says what would happen; changes nothing.")
          boolean dryRun,
      @Option(
              names = "--check",
              description =
                  "Fetches every feed first, looks for feeds behind pages, refuses what fails.")
          boolean check,
      @Option(names = "--internal", description = "Private addresses are allowed.")
          boolean internal)
      throws IOException {
    Control.Imported imported;
    try (Offline offline = options.offline()) {
      imported = offline.importList(list, dryRun, check, internal);
    }
    imported
        .refused()
        .forEach(r -> System.out.println("refused: " + r.entry() + ": " + r.reason()));
    if (imported.repaired()) {
      System.out.println("the list was malformed and has been mended");
    }
    if (dryRun) {
      imported
          .added()
          .forEach(
              s ->
                  System.out.printf(
                      "would add: %-32s %s%n", s.id(), s.feed().map(Object::toString).orElse("")));
    }
    imported.file().ifPresent(f -> System.out.println("written: " + f));
    System.out.println((dryRun ? "dry run: " : "") + imported.summary());
    if (imported.file().isPresent() && Instance.find(options.home().data()).isPresent()) {
      System.out.println("the running instance picks them up within seconds");
    }
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Writes all polled sources as OPML, desk tags as folders; never a secret.")
  void export(
      @Mixin HomeOptions options,
      @Parameters(
              arity = "0..1",
              paramLabel = "FILE",
              description = "Where to write (default, and -: standard output).")
          @org.jspecify.annotations.Nullable
          Path file)
      throws IOException {
    OpmlWriter.Exported exported;
    try (Offline offline = options.offline()) {
      exported = offline.exportList();
    }
    byte[] opml = exported.opml().getBytes(StandardCharsets.UTF_8);
    boolean standard = file == null || file.toString().equals("-");
    if (standard) {
      System.out.write(opml);
      System.out.flush();
    } else {
      Files.write(file, opml);
    }
    exported.leftOut().forEach(l -> System.err.println("left out: " + l));
    System.err.println("exported " + exported.exported() + (standard ? "" : " to " + file));
  }

  @Command(
      name = "undo-move",
      mixinStandardHelpOptions = true,
      description =
          "Puts back the address a source had before it moved, and never moves it there again.")
  void undoMove(@Mixin HomeOptions options, @Parameters(paramLabel = "ID") String id)
      throws IOException {
    if (Instance.find(options.home().data()).isPresent()) {
      JsonNode answer = ApiClient.of(options).post("/sources/" + id + "/undo-move", Map.of());
      System.out.println(id + " is asked at " + answer.path("feed").asText() + " again");
      return;
    }
    try (Offline offline = options.offline()) {
      Control.Move move = offline.undoMove(id);
      System.out.println(id + " is asked at " + move.from() + " again");
    }
  }

  private static void act(HomeOptions options, String id, String verb) {
    JsonNode answer = ApiClient.of(options).post("/sources/" + id + "/" + verb, Map.of());
    System.out.println(SourceLine.of(answer));
  }
}
