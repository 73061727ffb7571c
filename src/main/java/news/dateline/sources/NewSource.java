package news.dateline.sources;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;
import news.dateline.model.Source;

/**
 * Whether a source that somebody hands in may be written into a file: it has to be acceptable, and
 * the file has to say the same when it is read back.
 */
public final class NewSource {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

  private NewSource() {}

  /**
   * Refuses what the HTTP API and the page may not add: transports other than folders, secrets by
   * name or by value, and whatever a file could not say.
   *
   * @throws IllegalArgumentException with one clear line
   */
  public static void checkFromHttp(Source source) {
    if (!source.headers().isEmpty()) {
      throw new IllegalArgumentException(
          "headers: carry secrets and are not accepted over HTTP: write them into its file");
    }
    source
        .from()
        .filter(Secrets::refers)
        .ifPresent(
            from -> {
              throw new IllegalArgumentException(
                  "from: a secret may not be named over HTTP: write it into a file in"
                      + " config/sources");
            });
    check(source, new FromCheck(TransportTable.shipped(), true));
  }

  /**
   * Refuses what could not be read back from its file.
   *
   * @throws IllegalArgumentException with one clear line
   */
  static void check(Source source, FromCheck transports) {
    if (CONTROL.matcher(source.name()).find()) {
      throw new IllegalArgumentException("name: holds a line end or a control character");
    }
    Problems problems = new Problems();
    String shownAs = source.id() + ".yaml";
    byte[] file = SourceText.file(source).getBytes(StandardCharsets.UTF_8);
    List<YamlNode> nodes = Yaml.parse(new String(file, StandardCharsets.UTF_8), shownAs, problems);
    Optional<Source> read = Optional.empty();
    if (problems.isEmpty() && nodes.size() == 1) {
      read = reader(transports).read(nodes.get(0), problems);
    }
    problems.list().stream()
        .findFirst()
        .ifPresent(
            p -> {
              throw new IllegalArgumentException(
                  (p.key().isEmpty() ? "" : p.key() + ": ")
                      + p.message()
                      + (p.hint().isEmpty() ? "" : " (" + p.hint() + ")"));
            });
    boolean same = read.map(r -> same(r, source, (YamlNode.Mapping) nodes.get(0))).orElse(false);
    if (!same) {
      throw new IllegalArgumentException("it cannot be written into a file as it is");
    }
  }

  /** A reader that looks up no secret. */
  static SourceReader reader(FromCheck transports) {
    return new SourceReader(
        new Secrets(name -> Optional.of("set")), SourceFiles.FORMATS, transports);
  }

  /** The same source; where secrets are filled in, as it is written. */
  private static boolean same(Source read, Source source, YamlNode.Mapping written) {
    Source.Builder as = read.toBuilder().headers(source.headers());
    source.from().ifPresent(as::from);
    source.language().ifPresent(as::language); // en_GB reads as en-GB
    boolean from = written.text(SourceKeys.FROM).equals(source.from());
    boolean headers =
        source.headers().entrySet().stream()
            .allMatch(
                h ->
                    written
                        .mapping(SourceKeys.HEADERS)
                        .flatMap(m -> m.text(h.getKey()))
                        .filter(h.getValue()::equals)
                        .isPresent());
    return from && headers && as.build().equals(source);
  }
}
