package news.dateline.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Notices edits of the source files by looking at their times and sizes: inotify misses network
 * drives, container mounts and editors that replace files. Call {@link #scan()} every second or so,
 * from one thread.
 */
public final class SourceFolderWatch {
  private final Path folder;
  private final SourceBook book;
  private Map<Path, Stamp> applied;
  private Map<Path, Stamp> lastSeen;

  /**
   * Starts from the folder as it is now.
   *
   * @param book loaded from that folder already
   */
  public SourceFolderWatch(Path folder, SourceBook book) {
    this.folder = folder;
    this.book = book;
    this.applied = look();
    this.lastSeen = applied;
  }

  private record Stamp(long modified, long size) {}

  /**
   * Reloads the book once the folder has changed and then stayed as it is for two looks, so that a
   * file is not read while it is being written. Files with problems are read again at every look,
   * because what they miss may lie outside of them (a variable, a secret's file).
   *
   * @return what changed; empty when nothing did and the problems are the ones already known
   */
  public Optional<SourceBook.Reload> scan() {
    Map<Path, Stamp> seen = look();
    boolean settled = seen.equals(lastSeen);
    lastSeen = seen;
    var known = book.problems();
    if (!settled || (seen.equals(applied) && known.isEmpty())) {
      return Optional.empty();
    }
    applied = seen;
    SourceBook.Reload reload = book.reload();
    boolean news = !reload.changedNothing() || !reload.problems().equals(known);
    return news ? Optional.of(reload) : Optional.empty();
  }

  private Map<Path, Stamp> look() {
    Map<Path, Stamp> out = new TreeMap<>();
    try {
      for (Path file : SourceFiles.list(folder)) {
        BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
        out.put(file, new Stamp(a.lastModifiedTime().toMillis(), a.size()));
      }
    } catch (IOException e) {
      // a file or the folder went away while we looked: the next look sees what is left
      return out;
    }
    return out;
  }
}
