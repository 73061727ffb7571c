package news.dateline.sources;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import news.dateline.config.Problem;
import news.dateline.model.Source;

/**
 * The sources in force. A file with problems is refused as a whole: the sources it declared when it
 * was last good go on as they were, and all other files are applied. Thread-safe.
 */
public final class SourceBook {
  private final Path folder;
  private final SourceFiles files;
  private final Map<Path, List<Source>> lastGood = new HashMap<>();
  private volatile SortedMap<String, Entry> entries = Collections.emptySortedMap();
  private volatile List<Problem> problems = List.of();

  /**
   * An empty book: {@link #reload()} fills it.
   *
   * @param folder of the source files
   */
  public SourceBook(Path folder, SourceFiles files) {
    this.folder = folder;
    this.files = files;
  }

  /**
   * What a reload did.
   *
   * @param added sources that are new, in order of id
   * @param changed sources declared differently than before
   * @param removed sources no file declares any longer
   * @param problems of the refused files
   */
  public record Reload(
      List<Source> added, List<Change> changed, List<Source> removed, List<Problem> problems) {
    public Reload {
      added = List.copyOf(added);
      changed = List.copyOf(changed);
      removed = List.copyOf(removed);
      problems = List.copyOf(problems);
    }

    /** Are the sources in force the same as before? */
    public boolean changedNothing() {
      return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
  }

  /** One source before and after an edit. */
  public record Change(Source before, Source after) {}

  private record Entry(Source source, Path file) {}

  /** Reads all files again and puts the good ones in force. */
  public synchronized Reload reload() {
    Map<String, Path> owners = new HashMap<>();
    entries.forEach((id, entry) -> owners.put(id, entry.file));
    SourceFiles.Loaded loaded = files.read(folder, owners);
    if (loaded.files().isEmpty() && !loaded.problems().isEmpty()) {
      // the folder itself is out of reach: better yesterday's sources than none
      problems = loaded.problems();
      return new Reload(List.of(), List.of(), List.of(), problems);
    }
    SortedMap<String, Entry> next = new TreeMap<>();
    Map<Path, List<Source>> good = new HashMap<>();
    for (SourceFiles.SourceFile file : loaded.files()) {
      if (file.isGood()) {
        good.put(file.path(), file.sources());
        file.sources().forEach(s -> next.put(s.id(), new Entry(s, file.path())));
      }
    }
    for (SourceFiles.SourceFile file : loaded.files()) {
      if (!file.isGood() && lastGood.containsKey(file.path())) {
        List<Source> kept = lastGood.get(file.path());
        good.put(file.path(), kept);
        kept.forEach(s -> next.putIfAbsent(s.id(), new Entry(s, file.path())));
      }
    }
    lastGood.clear();
    lastGood.putAll(good);
    Reload result = compare(entries, next, loaded.problems());
    entries = Collections.unmodifiableSortedMap(next);
    problems = loaded.problems();
    return result;
  }

  private static Reload compare(
      SortedMap<String, Entry> before, SortedMap<String, Entry> after, List<Problem> problems) {
    List<Source> added = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    List<Source> removed = new ArrayList<>();
    after.forEach(
        (id, entry) -> {
          Entry old = before.get(id);
          if (old == null) {
            added.add(entry.source);
          } else if (!old.source.equals(entry.source)) {
            changed.add(new Change(old.source, entry.source));
          }
        });
    before.forEach(
        (id, entry) -> {
          if (!after.containsKey(id)) {
            removed.add(entry.source);
          }
        });
    return new Reload(added, changed, removed, problems);
  }

  /** All sources in force, in order of id. */
  public Collection<Source> sources() {
    return entries.values().stream().map(Entry::source).toList();
  }

  /** The source of that id, if it is in force. */
  public Optional<Source> find(String id) {
    return Optional.ofNullable(entries.get(id)).map(Entry::source);
  }

  /** The file that declares the source. */
  public Optional<Path> fileOf(String id) {
    return Optional.ofNullable(entries.get(id)).map(Entry::file);
  }

  /** The problems of the last reload. */
  public List<Problem> problems() {
    return problems;
  }
}
