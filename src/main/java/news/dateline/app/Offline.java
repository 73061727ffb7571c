package news.dateline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.fetch.Fetcher;
import news.dateline.model.Bytes;
import news.dateline.model.Document;
import news.dateline.model.Fetch;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.model.Source;
import news.dateline.model.Visit;
import news.dateline.sources.SourceBook;
import news.dateline.sources.SourceFileWriter;
import news.dateline.sources.SourceFiles;

/**
 * What can be done without a running instance: read the sources' files, change them, fetch and
 * preview.
 */
public final class Offline implements AutoCloseable {
  private final Home home;
  private final Settings settings;
  private final Clock clock;
  private final Fetcher fetcher;
  private final Previewer previewer;
  private final SourceBook book;

  /**
   * @throws RejectedException with {@link Reason#CONFIG_INVALID} when {@code agencies.yaml} has
   *     problems
   */
  public Offline(Home home, Settings settings, Clock clock) {
    this.home = home;
    this.settings = settings;
    this.clock = clock;
    Problems problems = new Problems();
    Stages stages = Stages.make(home, clock, problems);
    if (!problems.isEmpty()) {
      Problem first = problems.list().get(0);
      throw new RejectedException(Reason.CONFIG_INVALID, first + "; dateline check lists all");
    }
    fetcher = new Fetcher(Wiring.fetchSettings(settings), clock);
    previewer = new Previewer(fetcher, stages, clock);
    book = new SourceBook(home.sources(), SourceFiles.standard());
    book.reload();
  }

  /** All sources without problems, in order of id. */
  public Collection<Source> sources() {
    return book.sources();
  }

  /**
   * @throws NoSuchElementException when no file declares it
   */
  public Source source(String id) {
    return book.find(id).orElseThrow(() -> new NoSuchElementException("no source is called " + id));
  }

  /** A URL nobody declared; see {@link Control#preview}. */
  public Control.Preview preview(String url, boolean internal) {
    return previewer.preview(url, internal);
  }

  /** A declared source, fetched once. */
  public Control.Preview preview(Source source) {
    return previewer.preview(source);
  }

  /**
   * Writes the file of a new source.
   *
   * @return the file
   * @throws IllegalArgumentException when its id is taken
   */
  public Path add(Source source) {
    if (book.find(source.id()).isPresent()) {
      throw new IllegalArgumentException(
          "there is a source called " + source.id() + " already (choose another with --id)");
    }
    try {
      return new SourceFileWriter(home.sources()).write(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the file of a source. */
  public void remove(String id) {
    try {
      new SourceFileWriter(home.sources()).remove(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One document of the preview command; never throws for what is wrong with the document.
   *
   * @param input a path, a URL, or {@code -} for standard input
   * @param sourceId reads as this source's documents; empty: as nobody's
   * @param format forces a reader; empty: detected
   * @param internal private addresses are allowed
   */
  public Previewed preview(String input, String sourceId, String format, boolean internal) {
    Source.Builder builder =
        sourceId.isEmpty() ? Source.builder("preview", "") : source(sourceId).toBuilder();
    if (!format.isEmpty()) {
      builder.format(format);
    }
    try {
      if (input.contains("://")) {
        Source source = builder.feed(URI.create(input)).internal(internal).build();
        Fetch fetch = previewer.fetch(source);
        if (fetch instanceof Fetch.Fetched fetched) {
          return previewer.read(input, fetched.document());
        }
        return Previewed.failed(
            input, 0, fetch.visit().reason().orElse(Reason.THROTTLED), fetch.visit().detail());
      }
      byte[] bytes = input.equals("-") ? System.in.readAllBytes() : readFile(Path.of(input));
      Document document =
          new Document(
              builder.build(),
              input,
              Bytes.wrap(bytes),
              Optional.empty(),
              Visit.delivery(clock.instant(), bytes.length));
      return previewer.read(input, document);
    } catch (RejectedException e) {
      return Previewed.failed(input, 0, e.reason(), e.getMessage());
    } catch (IllegalArgumentException e) {
      return Previewed.failed(
          input, 0, Reason.CLIENT_ERROR, "\"" + input + "\" is not a web address");
    } catch (IOException e) {
      return Previewed.failed(input, 0, Reason.UNREACHABLE, "cannot be read: " + e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      return Previewed.failed(input, 0, Reason.UNFORESEEN, e.toString());
    }
  }

  private byte[] readFile(Path file) throws IOException {
    long size = Files.size(file);
    if (size > settings.maxBody()) {
      throw new RejectedException(
          Reason.BODY_TOO_LARGE, file + " has " + size + " bytes, more than " + settings.maxBody());
    }
    return Files.readAllBytes(file);
  }

  /** Files whose problems keep their sources out. */
  public List<Problem> problems() {
    return book.problems();
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
