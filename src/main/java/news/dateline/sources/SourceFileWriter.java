package news.dateline.sources;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.regex.Pattern;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;
import news.dateline.model.Source;

/**
 * Writes a source into a file of its own, {@code <id>.yaml}, and removes such files again. A file
 * appears or changes in one step, so nobody ever reads half of it.
 */
public final class SourceFileWriter {
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}][\\p{L}\\p{N}_/.-]*(?: [\\p{L}\\p{N}_/.-]+)*");
  private static final Pattern PLAIN_URI =
      Pattern.compile("[a-z][a-z0-9+.-]*:[A-Za-z0-9/._~%?=&;+@$-]*[A-Za-z0-9/=]");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|[.]?(?:nan|inf)");

  private final Path folder;

  /**
   * @param folder of the source files; made when it is needed
   */
  public SourceFileWriter(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes the source's file, replacing one that declares the same source alone.
   *
   * @return the file
   * @throws IllegalArgumentException when a file of that name declares something else, or when the
   *     source carries a secret in plain: write {@code ${NAME}} into it instead
   * @throws IOException when the file cannot be written
   */
  public Path write(Source source) throws IOException {
    refusePlainSecrets(source);
    Path file = folder.resolve(source.id() + ".yaml");
    if (Files.exists(file) && !ids(file).equals(List.of(source.id()))) {
      throw new IllegalArgumentException(file + " declares something else already");
    }
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, "." + source.id(), ".tmp");
    try {
      Files.write(draft, text(source).getBytes(StandardCharsets.UTF_8));
      if (Files.exists(file)) {
        Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(file));
      } else {
        // a temporary file is for its owner only; other tools may read sources as usual
        Files.setPosixFilePermissions(
            draft, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
      }
    } catch (UnsupportedOperationException e) {
      // not a POSIX file system: the default permissions do
    }
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    return file;
  }

  /**
   * Removes the file that declares this source alone.
   *
   * @return the file removed
   * @throws NoSuchElementException when no file declares it
   * @throws IllegalArgumentException when the file declares other sources too
   */
  public Path remove(String id) throws IOException {
    for (Path file : SourceFiles.list(folder)) {
      List<String> ids = ids(file);
      if (ids.contains(id)) {
        if (ids.size() > 1) {
          throw new IllegalArgumentException(
              id + " shares " + file + " with other sources: take it out of the file by hand");
        }
        Files.delete(file);
        return file;
      }
    }
    throw new NoSuchElementException("no file in " + folder + " declares " + id);
  }

  private static List<String> ids(Path file) {
    List<String> ids = new ArrayList<>();
    for (YamlNode document : Yaml.read(file, file.toString(), new Problems())) {
      List<YamlNode> nodes =
          document instanceof YamlNode.Sequence list ? list.items() : List.of(document);
      for (YamlNode node : nodes) {
        ids.add(node instanceof YamlNode.Mapping m ? m.text(SourceKeys.ID).orElse("") : "");
      }
    }
    return ids;
  }

  private static void refusePlainSecrets(Source source) {
    source
        .headers()
        .forEach(
            (name, value) -> {
              if (Secrets.isSecretHeader(name) && !Secrets.refers(value)) {
                throw new IllegalArgumentException(
                    "the header " + name + " holds a secret: write ${NAME} and export NAME");
              }
            });
    source
        .from()
        .flatMap(Secrets::plainSecretIn)
        .ifPresent(
            what -> {
              throw new IllegalArgumentException(
                  what + " is a secret: write ${NAME} and export NAME");
            });
  }

  /** The file's text. */
  static String text(Source source) {
    StringBuilder out = new StringBuilder(512);
    out.append("# yaml-language-server: $schema=../../docs/source.schema.json\n");
    out.append("# optional keys: every, at-least-every, silent-after, language, agency, zone,\n");
    out.append("# charset, headers, strip, desk-tags, paused\n");
    line(out, SourceKeys.ID, source.id());
    line(out, SourceKeys.NAME, scalar(source.name()));
    source.feed().ifPresent(v -> line(out, SourceKeys.FEED, scalar(v.toString())));
    source.from().ifPresent(v -> line(out, SourceKeys.FROM, scalar(v)));
    source.format().ifPresent(v -> line(out, SourceKeys.FORMAT, scalar(v)));
    source.agency().ifPresent(v -> line(out, SourceKeys.AGENCY, scalar(v)));
    source.language().ifPresent(v -> line(out, SourceKeys.LANGUAGE, scalar(v)));
    source.every().ifPresent(v -> line(out, SourceKeys.EVERY, duration(v)));
    source.atLeastEvery().ifPresent(v -> line(out, SourceKeys.AT_LEAST_EVERY, duration(v)));
    source.silentAfter().ifPresent(v -> line(out, SourceKeys.SILENT_AFTER, duration(v)));
    source.zone().ifPresent(v -> line(out, SourceKeys.ZONE, scalar(v.getId())));
    source.charset().ifPresent(v -> line(out, SourceKeys.CHARSET, scalar(v.name())));
    if (!source.headers().isEmpty()) {
      out.append(SourceKeys.HEADERS).append(":\n");
      new TreeMap<>(source.headers())
          .forEach((name, value) -> line(out, "  " + scalar(name), quoted(value)));
    }
    if (source.paused()) {
      line(out, SourceKeys.PAUSED, "true");
    }
    if (source.internal()) {
      line(out, SourceKeys.INTERNAL, "true");
    }
    list(out, SourceKeys.STRIP, source.strip());
    list(out, SourceKeys.DESK_TAGS, source.deskTags());
    return out.toString();
  }

  private static String duration(Duration duration) {
    return Durations.format(duration);
  }

  private static void list(StringBuilder out, String key, List<String> values) {
    if (!values.isEmpty()) {
      out.append(key).append(":\n");
      for (String value : values) {
        out.append("  - ").append(scalar(value)).append('\n');
      }
    }
  }

  private static void line(StringBuilder out, String key, String value) {
    out.append(key).append(": ").append(value).append('\n');
  }

  private static String scalar(String value) {
    boolean plain =
        !RESERVED.matcher(value).matches()
            && (PLAIN.matcher(value).matches() || PLAIN_URI.matcher(value).matches());
    return plain ? value : quoted(value);
  }

  /** YAML's double quotes, which can hold every character. */
  private static String quoted(String value) {
    StringBuilder out = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' '
          || c == 0x7f
          || c == 0x85
          || c == '\u2028'
          || c == '\u2029'
          || c == '\ufeff') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
