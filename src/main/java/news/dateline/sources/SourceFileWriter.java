package news.dateline.sources;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;
import news.dateline.model.Source;

/**
 * Writes sources into files, and removes them again: one into a file of its own, {@code <id>.yaml},
 * or a list into one. A file appears or changes in one step, so nobody ever reads half of it.
 */
public final class SourceFileWriter {
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
   * @throws IllegalArgumentException when a file of that name declares something else, when the
   *     source carries a secret in plain: write {@code ${NAME}} into it instead, or when its file
   *     could not be read back as the same
   * @throws IOException when the file cannot be written
   */
  public Path write(Source source) throws IOException {
    refusePlainSecrets(source);
    NewSource.check(source, new FromCheck(TransportTable.shipped(), false));
    Path file = folder.resolve(source.id() + ".yaml");
    if (Files.exists(file) && !ids(file).equals(List.of(source.id()))) {
      throw new IllegalArgumentException(file + " declares something else already");
    }
    Files.createDirectories(folder);
    replace(file, SourceText.file(source));
    return file;
  }

  /**
   * Writes sources into one new file.
   *
   * @param name of the file, without ending; when there is a file of that name, a number is added
   * @param remark one line for people, at the head of the file
   * @return the file
   * @throws IllegalArgumentException when a source carries a secret in plain, or could not be read
   *     back: one bad entry would make the whole file refused
   * @throws IOException when the file cannot be written; there is none then
   */
  public Path writeList(String name, Collection<Source> sources, String remark) throws IOException {
    sources.forEach(SourceFileWriter::refusePlainSecrets);
    String text = SourceText.list(sources, remark);
    refuseUnreadable(text, sources);
    Files.createDirectories(folder);
    String free =
        SourceIds.free(
            name,
            n ->
                Files.exists(folder.resolve(n + ".yaml"))
                    || Files.exists(folder.resolve(n + ".yml")));
    Path file = folder.resolve(free + ".yaml");
    replace(file, text);
    return file;
  }

  /**
   * Writes another feed address into a source's file; every other byte stays.
   *
   * @param from the address the file names now
   * @param remark stands above the address as a comment, after {@code # moved}; empty: such a
   *     comment is taken away
   * @return the file
   * @throws NoSuchElementException when no file declares the source with that address
   * @throws IllegalArgumentException when the file is read-only, or written in a way that cannot be
   *     changed safely
   */
  public Path move(String id, URI from, URI to, Optional<String> remark) throws IOException {
    for (Path file : SourceFiles.list(folder)) {
      if (ids(file).contains(id)) {
        refuseReadOnly(file);
        String text = Files.readString(file);
        replace(
            file,
            new SourceFileEdit(text, file.getFileName().toString()).moved(id, from, to, remark));
        return file;
      }
    }
    throw new NoSuchElementException("no file in " + folder + " declares " + id);
  }

  /**
   * A file nobody may write is meant to stay, also where the process could write it all the same.
   */
  private static void refuseReadOnly(Path name) throws IOException {
    Path file = name.toRealPath();
    boolean writable = Files.isWritable(file) && Files.isWritable(file.getParent());
    try {
      writable &= Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_WRITE);
    } catch (UnsupportedOperationException e) {
      // not a POSIX file system: what isWritable says is all there is
    }
    if (!writable) {
      throw new IllegalArgumentException(name.getFileName() + " is read-only");
    }
  }

  /**
   * Removes a source: its file when that declares it alone, else its entry in the list, all other
   * lines as they were.
   *
   * @return the file removed or changed
   * @throws NoSuchElementException when no file declares it
   * @throws IllegalArgumentException when its file is written in a way that cannot be cut
   */
  public Path remove(String id) throws IOException {
    for (Path file : SourceFiles.list(folder)) {
      List<String> ids = ids(file);
      if (ids.contains(id)) {
        if (ids.size() > 1) {
          replace(file, new SourceFileEdit(Files.readString(file), file.toString()).without(id));
        } else {
          Files.delete(file);
        }
        return file;
      }
    }
    throw new NoSuchElementException("no file in " + folder + " declares " + id);
  }

  /** Replaces a file in one step, its permissions kept; a link goes on pointing to it. */
  static void replace(Path name, String text) throws IOException {
    Path file = Files.exists(name) ? name.toRealPath() : name;
    Path parent = file.toAbsolutePath().getParent();
    Path draft = Files.createTempFile(parent, "." + file.getFileName(), ".tmp");
    try {
      Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
      try {
        // a temporary file is for its owner only; other tools may read sources as usual
        Files.setPosixFilePermissions(
            draft,
            Files.exists(file)
                ? Files.getPosixFilePermissions(file)
                : PosixFilePermissions.fromString("rw-r--r--"));
      } catch (UnsupportedOperationException e) {
        // not a POSIX file system: the default permissions do
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
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

  private static void refuseUnreadable(String text, Collection<Source> sources) {
    Problems problems = new Problems();
    SourceReader reader = NewSource.reader(new FromCheck(TransportTable.shipped(), false));
    for (YamlNode document : Yaml.parse(text, "the list", problems)) {
      if (document instanceof YamlNode.Sequence list) {
        list.items().forEach(node -> reader.read(node, problems));
      }
    }
    Set<String> ids = new HashSet<>();
    for (Source source : sources) {
      if (!ids.add(source.id())) {
        throw new IllegalArgumentException(source.id() + " is twice in the list");
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.list().get(0).toString());
    }
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
}
