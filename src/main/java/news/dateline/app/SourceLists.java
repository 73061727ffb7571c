package news.dateline.app;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import news.dateline.model.Document;
import news.dateline.model.Source;
import news.dateline.parse.Opml;
import news.dateline.parse.OpmlReader;
import news.dateline.sources.SourceFileWriter;
import news.dateline.sources.SourceIds;
import news.dateline.sources.SourceImport;

/** Turns a list of subscriptions into one file of sources. */
final class SourceLists {
  /** Asks nobody: an entry that names a page alone is refused with what to do about it. */
  static final Consumer<SourceImport> UNCHECKED =
      plan ->
          plan.refusePages("names a page, not its feed: use --check, or ./dateline sources add ");

  private final Home home;
  private final InstantSource clock;

  SourceLists(Home home, InstantSource clock) {
    this.home = home;
    this.clock = clock;
  }

  /**
   * Reads a list and writes what is new in it.
   *
   * @param name where the list comes from, a path or URL; empty: its title tells
   * @param existing sources that are there
   * @param internal the new ones may have private addresses
   * @param check looks into the plan before it is carried out
   */
  Control.Imported read(
      Document list,
      String name,
      Collection<Source> existing,
      boolean internal,
      boolean dryRun,
      Consumer<SourceImport> check)
      throws IOException {
    Opml opml = new OpmlReader().read(list);
    SourceImport plan = new SourceImport(existing, internal);
    opml.entries().forEach(plan::add);
    check.accept(plan);
    List<Source> added = plan.sources();
    Optional<String> file = Optional.empty();
    if (!dryRun && !added.isEmpty()) {
      String from = name.isEmpty() ? opml.title().orElse("a list") : name;
      String remark =
          "imported "
              + clock.instant().atZone(ZoneOffset.UTC).toLocalDate()
              + " from "
              + from
              + ": "
              + (added.size() == 1 ? "1 source" : added.size() + " sources");
      file =
          Optional.of(
              home.shown(
                  new SourceFileWriter(home.sources()).writeList(fileName(from), added, remark)));
    }
    return new Control.Imported(
        file, added, plan.alreadyThere(), plan.refused(), opml.headings(), opml.repaired());
  }

  /** {@code /home/me/My Feeds.opml} becomes {@code opml-my-feeds}. */
  private static String fileName(String from) {
    String last = from.replaceFirst("[?#].*", "").replaceFirst("(?<!/)/++$", "");
    String stem = last.substring(last.lastIndexOf('/') + 1).replaceFirst("(?i)\\.(opml|xml)$", "");
    String slug = SourceIds.of(stem);
    return slug.isEmpty() || slug.equals("opml") ? "opml" : "opml-" + slug;
  }
}
