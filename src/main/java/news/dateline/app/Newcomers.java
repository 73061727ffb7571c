package news.dateline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import news.dateline.model.Source;
import news.dateline.sources.DropFolder;
import news.dateline.sources.NewSource;
import news.dateline.sources.SourceBook;
import news.dateline.sources.SourceFileWriter;

/**
 * Takes in sources that people add by the HTTP API and the page. One that is not acceptable, or
 * cannot start, is refused with one line and leaves nothing behind: no file, no route.
 */
final class Newcomers {
  private final Home home;
  private final DropFolder drop;
  private final SourceBook book;
  private final SourceKeeper keeper;

  Newcomers(Home home, DropFolder drop, SourceBook book, SourceKeeper keeper) {
    this.home = home;
    this.drop = drop;
    this.book = book;
    this.keeper = keeper;
  }

  /**
   * Tries a source before anything of it is kept; takes as long as a trial of its transport may.
   *
   * @throws IllegalArgumentException with one clear line
   */
  void check(Source source) {
    refuseTaken(source.id());
    NewSource.checkFromHttp(source);
    source
        .from()
        .flatMap(drop::refuse)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException("from: " + why);
            });
    keeper.trial(source).ifPresent(Newcomers::refuse);
  }

  /**
   * Writes its file and starts it; takes both back when it cannot start.
   *
   * @throws IllegalArgumentException with one clear line
   */
  synchronized void add(Source source) {
    refuseTaken(source.id());
    Path file = file(source.id());
    try {
      new SourceFileWriter(home.sources()).write(source);
      keeper.reload();
      keeper.find(source.id());
      keeper.fault(source.id()).ifPresent(Newcomers::refuse);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      takeBack(file, e);
      throw e instanceof NoSuchElementException
          ? new IllegalArgumentException("its file cannot be read back: " + problem(file), e)
          : e;
    }
  }

  private void refuseTaken(String id) {
    if (book.find(id).isPresent()) {
      throw new IllegalArgumentException("there is a source called " + id + " already");
    }
    if (Files.exists(file(id))) {
      throw new IllegalArgumentException(
          home.shown(file(id)) + " is there already, though nothing of it runs");
    }
  }

  private String problem(Path file) {
    return book.problems().stream()
        .filter(p -> p.file().endsWith(String.valueOf(file.getFileName())))
        .findFirst()
        .map(p -> p.key() + ": " + p.message())
        .orElse("see the log");
  }

  private void takeBack(Path file, RuntimeException why) {
    try {
      Files.deleteIfExists(file);
      keeper.reload();
    } catch (IOException | RuntimeException e) {
      why.addSuppressed(e);
    }
  }

  private Path file(String id) {
    return home.sources().resolve(id + ".yaml");
  }

  private static void refuse(String why) {
    throw new IllegalArgumentException("from: its transport cannot be started: " + why);
  }
}
