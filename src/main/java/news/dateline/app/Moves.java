package news.dateline.app;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import news.dateline.fetch.Sites;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.sources.FeedAddress;
import news.dateline.sources.Planned;
import news.dateline.sources.Relocation;
import news.dateline.sources.SourceBook;
import news.dateline.sources.SourceFileWriter;

/**
 * Decides whether a feed that has moved for good gets its new address written into its file, and
 * writes it. Deciding happens on the way of a visit and changes nothing; writing happens later, on
 * the keeper's thread. Thread-safe.
 *
 * <p>A file is not rewritten when the new address is another source's already, leads from https to
 * http, was taken back by a person before, or belongs to another registrable domain and has not
 * answered for a week; nor when the file is read-only. The source then says so, and what to do.
 */
final class Moves {
  private static final String TAKEN_BACK = "that move was taken back";

  private final SourceBook book;
  private final SourceFileWriter writer;
  private final Home home;
  private final Audit audit;
  private final Map<String, Wanted> wanted = new ConcurrentHashMap<>();
  private final Map<String, Failed> failed = new ConcurrentHashMap<>();

  Moves(Home home, SourceBook book, Audit audit) {
    this.home = home;
    this.book = book;
    this.audit = audit;
    this.writer = new SourceFileWriter(home.sources());
  }

  /** A move to carry out. */
  record Wanted(String source, URI from, URI to, Relocation.Evidence evidence) {}

  private record Failed(URI to, String why) {}

  /**
   * Looks at a plan that says its source has moved.
   *
   * @return the plan, with a line for people when the file is not rewritten; without a word about
   *     moving in any case
   */
  Planned consider(SourceState before, Planned planned, Instant now) {
    if (planned.moveTo().isEmpty()) {
      return planned; // every visit comes by here: nothing more is read for most
    }
    Optional<Source> source = book.find(before.source());
    Optional<Relocation.Evidence> evidence = Relocation.evidence(planned.state());
    Optional<URI> from = source.flatMap(Source::feed);
    if (from.isEmpty() || evidence.isEmpty()) {
      return planned;
    }
    URI to = planned.moveTo().get();
    Optional<String> not = obstacle(source.get(), from.get(), to, evidence.get(), now);
    if (not.isPresent()) {
      return Relocation.told(before, planned, "answers from " + to + "; " + not.get(), now);
    }
    wanted.put(before.source(), new Wanted(before.source(), from.get(), to, evidence.get()));
    return planned;
  }

  private Optional<String> obstacle(
      Source source, URI from, URI to, Relocation.Evidence evidence, Instant now) {
    Optional<Instant> undone = audit.undone(source.id(), to);
    if (undone.isPresent()) {
      return Optional.of(TAKEN_BACK + " on " + day(undone.get()) + ", its file stays");
    }
    Optional<Source> other = owner(source, to);
    if (other.isPresent()) {
      return Optional.of(
          other.get().id() + " polls that address already: remove one of the two sources");
    }
    if ("https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme())) {
      return Optional.of("its file stays, because that leads from https to http");
    }
    if (!Sites.same(from, to) && !evidence.isEnoughElsewhere(now)) {
      return Optional.of(
          "that is another site: its file is rewritten from "
              + day(evidence.elsewhereAt())
              + " on if it still does, or change it by hand");
    }
    Failed failure = failed.get(source.id());
    return failure != null && failure.to.equals(to)
        ? Optional.of(
            "write feed: " + to + " into " + where(source.id()) + " (" + failure.why + ")")
        : Optional.empty();
  }

  private Optional<Source> owner(Source source, URI address) {
    String key = FeedAddress.key(address);
    return book.sources().stream()
        .filter(s -> !s.id().equals(source.id()))
        .filter(s -> s.feed().map(FeedAddress::key).filter(key::equals).isPresent())
        .findFirst();
  }

  /** What is to be carried out, each handed over once. */
  List<Wanted> take() {
    List<Wanted> out = new ArrayList<>();
    for (String id : List.copyOf(wanted.keySet())) {
      Wanted w = wanted.remove(id);
      if (w != null) {
        out.add(w);
      }
    }
    return out;
  }

  /**
   * Rewrites the source's file and notes it.
   *
   * @return false when the file cannot be changed: the source will say so at its next visit
   */
  boolean carryOut(Wanted w, Instant now) {
    try {
      writer.move(
          w.source,
          w.from,
          w.to,
          Optional.of(
              String.format(
                  "%s from %s (%d answers since %s)",
                  day(now), w.from, w.evidence.answers(), day(w.evidence.since()))));
    } catch (IOException | RuntimeException e) {
      failed.put(w.source, new Failed(w.to, String.valueOf(e.getMessage())));
      return false;
    }
    audit.moved(
        w.source,
        new Control.Move(now, w.from, w.to, w.evidence.answers(), w.evidence.since()),
        where(w.source));
    return true;
  }

  /** The move that gave a source the address it has. */
  Optional<Control.Move> of(Source source) {
    return audit.move(source.id()).filter(m -> source.feed().equals(Optional.of(m.to())));
  }

  /** Whether a person has taken back the source's move to where it answers from. */
  boolean isTakenBack(SourceState state) {
    return state.detail().contains(TAKEN_BACK);
  }

  /**
   * Puts the address before the last move back into the source's file.
   *
   * @return the move taken back
   * @throws IllegalArgumentException when it has not been moved, or the file cannot be changed
   */
  Control.Move undo(Source source, Instant now) throws IOException {
    Control.Move move =
        of(source)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(source.id() + " has not been moved by Dateline"));
    writer.move(source.id(), move.to(), move.from(), Optional.empty());
    audit.undone(source.id(), move, where(source.id()), now);
    return move;
  }

  /** The file that declares a source, as people know it. */
  String where(String id) {
    return book.fileOf(id).map(home::shown).orElse(home.shown(home.sources()));
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
