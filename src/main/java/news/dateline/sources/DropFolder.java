package news.dateline.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The folder below which sources that come by HTTP may watch folders, and nowhere else. */
public final class DropFolder {
  /** Nothing that could be read in more than one way: no %, no spaces, no empty step. */
  private static final Pattern PLAIN =
      Pattern.compile("/?[\\p{L}\\p{N}_.-]+(?:/[\\p{L}\\p{N}_.-]+)*");

  private final Path root;
  private final Path drop;

  /**
   * @param root where relative folders of {@code file:} begin
   * @param drop relative to that, or absolute; need not be there yet
   */
  public DropFolder(Path root, Path drop) {
    this.root = root.toAbsolutePath().normalize();
    this.drop = this.root.resolve(drop).normalize();
  }

  /**
   * Why a source may not watch the folder that its {@code from:} names; empty when it may. Links
   * are followed, as the system would.
   */
  public Optional<String> refuse(String from) {
    FromUri uri = FromUri.parse(from);
    String hint = " (write file:" + drop + "/NAME)";
    if (!PLAIN.matcher(uri.address()).matches()) {
      return Optional.of(
          "over HTTP the name of a folder has letters, digits, dots, dashes and slashes" + hint);
    }
    try {
      Path named = root.resolve(Path.of(uri.address()));
      for (Path step : named) {
        if (step.toString().equals("..") || step.toString().equals(".")) {
          return Optional.of("over HTTP the name of a folder has no .. in it" + hint);
        }
      }
      Path top = real(drop);
      Path folder = real(named);
      boolean below = folder.startsWith(top) && !folder.equals(top);
      return below
          ? Optional.empty()
          : Optional.of("over HTTP only folders below " + drop + " are watched" + hint);
    } catch (IOException | InvalidPathException e) {
      return Optional.of("its folder cannot be looked at: " + e.getMessage());
    }
  }

  /** The path with every link in it followed; what is not there yet stays as it is named. */
  private static Path real(Path path) throws IOException {
    Path there = path;
    while (there != null && !Files.exists(there)) {
      if (Files.isSymbolicLink(there)) {
        throw new IOException(there.getFileName() + " is a link to nowhere");
      }
      there = there.getParent();
    }
    return there == null ? path : there.toRealPath().resolve(there.relativize(path)).normalize();
  }
}
