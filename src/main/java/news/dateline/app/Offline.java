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
import news.dateline.sources.FeedAddress;
import news.dateline.sources.OpmlWriter;
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
    book = new SourceBook(home.sources(), SourceFiles.with(settings.transportTable()));
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

  /**
   * Adds the feeds of a list of subscriptions, all in one new file.
   *
   * @param list a path, a URL, or {@code -} for standard input
   * @param dryRun true: only says what would happen
   * @param check true: every feed is fetched and read first, and looked for behind its page where
   *     only that is named; what cannot be read is refused
   * @param internal private addresses are allowed for the list and its sources
   * @throws RejectedException when the list cannot be fetched, or read as OPML
   * @throws IOException when it cannot be read, or the file cannot be written
   */
  public Control.Imported importList(String list, boolean dryRun, boolean check, boolean internal)
      throws IOException {
    boolean web = list.contains("://");
    Source.Builder origin = Source.builder("import", "");
    Document document;
    if (web) {
      Fetch fetch =
          previewer.fetch(
              origin
                  .feed(
                      FeedAddress.of(list)
                          .uri()
                          .orElseThrow(() -> new IllegalArgumentException("no address: " + list)))
                  .internal(internal)
                  .build());
      if (!(fetch instanceof Fetch.Fetched fetched)) {
        throw new RejectedException(
            fetch.visit().reason().orElse(Reason.THROTTLED), list + ": " + fetch.visit().detail());
      }
      document = fetched.document();
    } else {
      byte[] bytes = list.equals("-") ? System.in.readAllBytes() : readFile(Path.of(list));
      document =
          new Document(
              origin.build(),
              list,
              Bytes.wrap(bytes),
              Optional.empty(),
              Visit.delivery(clock.instant(), bytes.length));
    }
    SourceLists lists = new SourceLists(home, clock);
    String name = list.equals("-") ? "" : list;
    return lists.read(
        document,
        name,
        book.sources(),
        internal,
        dryRun,
        check ? new ListCheck(previewer, internal)::apply : SourceLists.UNCHECKED);
  }

  /** All polled sources as a list of subscriptions, without secrets. */
  public OpmlWriter.Exported exportList() {
    return OpmlWriter.write(book.sources(), clock.instant());
  }

  /** The move that gave a source the address it has; empty when a person did. */
  public Optional<Control.Move> move(Source source) {
    return moves().of(source);
  }

  /**
   * Puts the address back that a source had before it moved; see {@link Control#undoMove}.
   *
   * @return the move taken back
   */
  public Control.Move undoMove(String id) throws IOException {
    return moves().undo(source(id), clock.instant());
  }

  private Moves moves() {
    return new Moves(home, book, new Audit(home.data()));
  }

  /** Removes the file of a source, or its entry in a shared one. */
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
