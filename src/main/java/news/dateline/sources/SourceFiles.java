package news.dateline.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;
import news.dateline.model.Source;

/**
 * Reads a folder of source files ({@code *.yaml}, {@code *.yml}; hidden files are left alone). A
 * file holds one source, a list of sources, or several documents of either kind.
 */
public final class SourceFiles {
  /** Values of {@code format} understood when nothing else is said. */
  public static final Set<String> FORMATS =
      Set.of(
          "rss",
          "atom",
          "rdf",
          "cdf",
          "json-feed",
          "news-sitemap",
          "newsml-1.2",
          "newsml-g2",
          "nitf",
          "ninjs",
          "ap-media",
          "digitalwires",
          "iptc-7901",
          "iptc7901",
          "anpa-1312",
          "anpa",
          "zip",
          "tar",
          "email",
          "text");

  private final SourceReader reader;

  /**
   * @param environment looks up an environment variable; empty when it is not set
   * @param formats values allowed for the key of that name
   */
  public SourceFiles(Function<String, Optional<String>> environment, Set<String> formats) {
    this(environment, formats, TransportTable.shipped());
  }

  private SourceFiles(
      Function<String, Optional<String>> environment,
      Set<String> formats,
      TransportTable transports) {
    this.reader =
        new SourceReader(new Secrets(environment), formats, new FromCheck(transports, false));
  }

  /** With the process's environment, all of {@link #FORMATS} and the transports Dateline knows. */
  public static SourceFiles standard() {
    return with(TransportTable.shipped());
  }

  /** The same with transports of the operator's. */
  public static SourceFiles with(TransportTable transports) {
    return new SourceFiles(name -> Optional.ofNullable(System.getenv(name)), FORMATS, transports);
  }

  /**
   * What a folder holds.
   *
   * @param sources of all files without problems, in order of file name
   * @param problems of all files, in order of file name and line
   * @param files each file by itself
   */
  public record Loaded(List<Source> sources, List<Problem> problems, List<SourceFile> files) {
    public Loaded {
      sources = List.copyOf(sources);
      problems = List.copyOf(problems);
      files = List.copyOf(files);
    }
  }

  /**
   * One file.
   *
   * @param path of it
   * @param sources it declares; when there are problems those that are well by themselves
   * @param problems all of them; one is enough to refuse the file
   */
  public record SourceFile(Path path, List<Source> sources, List<Problem> problems) {
    public SourceFile {
      sources = List.copyOf(sources);
      problems = List.copyOf(problems);
    }

    public boolean isGood() {
      return problems.isEmpty();
    }
  }

  /** Reads all files of a folder; the first of two files declaring the same id keeps it. */
  public Loaded read(Path folder) {
    return read(folder, Map.of());
  }

  /**
   * Reads all files of a folder.
   *
   * @param owners which file an id belongs to already: that file keeps it when another one declares
   *     it too
   */
  Loaded read(Path folder, Map<String, Path> owners) {
    List<Path> paths;
    try {
      paths = list(folder);
    } catch (IOException e) {
      Problem problem =
          new Problem(
              folder.toString(), 0, "", "the folder of sources cannot be read", "create it");
      return new Loaded(List.of(), List.of(problem), List.of());
    }
    List<Parsed> parsed = new ArrayList<>();
    for (Path path : paths) {
      parsed.add(parse(path, folder.getFileName() + "/" + path.getFileName()));
    }
    Map<String, Declared> first = claims(parsed, owners);
    List<Source> sources = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<SourceFile> files = new ArrayList<>();
    for (Parsed p : parsed) {
      SourceFile file = p.check(first);
      if (file.isGood()) {
        sources.addAll(file.sources());
      }
      problems.addAll(file.problems());
      files.add(file);
    }
    return new Loaded(sources, problems, files);
  }

  /** The source files of a folder in order of name. */
  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(SourceFiles::isSourceFile).sorted().toList();
    }
  }

  private static boolean isSourceFile(Path path) {
    String name = path.getFileName().toString();
    return !name.startsWith(".")
        && (name.endsWith(".yaml") || name.endsWith(".yml"))
        && !Files.isDirectory(path);
  }

  private Parsed parse(Path path, String shownAs) {
    Problems problems = new Problems();
    List<Declared> declared = new ArrayList<>();
    try {
      for (YamlNode document : Yaml.read(path, shownAs, problems)) {
        List<YamlNode> nodes =
            document instanceof YamlNode.Sequence list ? list.items() : List.of(document);
        for (YamlNode node : nodes) {
          reader
              .read(node, problems)
              .ifPresent(s -> declared.add(new Declared(s, path, node, declared.size())));
        }
      }
    } catch (UncheckedIOException e) {
      // a file that went away between listing and reading is no problem: the next look sees it gone
      if (!(e.getCause() instanceof NoSuchFileException)) {
        problems.add(new Problem(shownAs, 0, "", "cannot be read", "UTF-8 text with permissions?"));
      }
    }
    return new Parsed(path, declared, problems);
  }

  private static Map<String, Declared> claims(List<Parsed> parsed, Map<String, Path> owners) {
    Map<String, Declared> first = new HashMap<>();
    for (Parsed p : parsed) {
      for (Declared d : p.declared) {
        Declared before = first.putIfAbsent(d.source.id(), d);
        Path owner = owners.get(d.source.id());
        if (before != null && d.path.equals(owner) && !before.path.equals(owner)) {
          first.put(d.source.id(), d);
        }
      }
    }
    return first;
  }

  private record Declared(Source source, Path path, YamlNode node, int number) {
    boolean is(Declared other) {
      return path.equals(other.path) && number == other.number;
    }

    String place() {
      return node.file() + ":" + node.line();
    }
  }

  private record Parsed(Path path, List<Declared> declared, Problems problems) {
    SourceFile check(Map<String, Declared> first) {
      for (Declared d : declared) {
        Declared owner = first.get(d.source.id());
        if (owner != null && !owner.is(d)) {
          problems.add(
              d.node,
              SourceKeys.ID,
              "\"" + d.source.id() + "\" is declared twice",
              "the other is " + owner.place() + "; ids are unique");
        }
      }
      List<Problem> byLine =
          problems.list().stream().sorted(Comparator.comparingInt(Problem::line)).toList();
      return new SourceFile(path, declared.stream().map(Declared::source).toList(), byLine);
    }
  }
}
