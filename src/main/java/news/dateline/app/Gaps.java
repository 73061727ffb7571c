package news.dateline.app;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import news.dateline.model.Article;
import news.dateline.model.Batch;
import news.dateline.model.Cursor;
import news.dateline.model.Gap;
import news.dateline.model.Gap.Kind;
import news.dateline.model.Poll;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.WebLinks;

/**
 * Fills the gaps that outages leave. When every item of a polled document is new though the source
 * was read before, older ones have probably fallen out of it; then its older pages are asked (RFC
 * 5005: {@code prev-archive} of archived, {@code next} of paged feeds; {@code next_url} of JSON
 * Feed), one after the other, until one brings an item that is known. Each is a visit of its own in
 * the queue of due sources, so pacing, limits and the address guard hold for it, and is committed
 * with where to go on.
 *
 * <p>In the same way the pages of listings are asked, and the documents that they name ({@link
 * Listings}): these until they are read, or buried after the last of their tries.
 *
 * <p>A first document never opens a gap: nothing was missed before one subscribed. A circle of
 * pages ends by itself, because the second time round its items are known.
 */
final class Gaps {
  /** Times a page that cannot be read is tried. */
  private static final int TRIES = 4;

  /** How long a page that cannot be read rests first; then each time four times as long. */
  static final Duration FIRST_RETRY = Duration.ofMinutes(5);

  /** A page handed out and never heard of again is asked anew after this time. */
  private static final Duration LOST = Duration.ofMinutes(10);

  /** Pages move on as items come: after this long they no longer hold what they held. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Map<String, List<Gap>> open = new ConcurrentHashMap<>();
  private final Map<String, Gap> asked = new ConcurrentHashMap<>();
  private final Consumer<Gap> forget;
  private final int pages;
  private final Duration firstRetry;

  /** As below, with the shipped patience. */
  Gaps(List<Gap> known, Consumer<Gap> forget, int pages, Instant now) {
    this(known, forget, pages, FIRST_RETRY, now);
  }

  /**
   * @param known gaps that were open when the last process ended
   * @param forget takes a gap out of the store
   * @param pages the most older pages asked for one gap; 0: none are
   * @param firstRetry how long what cannot be read rests first
   */
  Gaps(List<Gap> known, Consumer<Gap> forget, int pages, Duration firstRetry, Instant now) {
    known.forEach(gap -> (expired(gap, now) ? forget : (Consumer<Gap>) this::add).accept(gap));
    this.forget = forget;
    this.pages = pages;
    this.firstRetry = firstRetry;
  }

  /**
   * What a page leaves behind.
   *
   * @param change of the source's gaps
   * @param lost a line for people when the gap is given up; else empty
   */
  record Outcome(Gap.Change change, Optional<String> lost) {}

  /** The page to ask instead of the feed itself, when the source has a gap that is due. */
  Poll instead(Poll poll, Instant now) {
    return instead(poll, false, now);
  }

  /**
   * The address to ask instead of the feed itself, when the source has one that is due.
   *
   * @param feedDue whether the feed is due as well: then it goes before documents that it has
   *     listed, for a long list of them must not keep news waiting
   */
  Poll instead(Poll poll, boolean feedDue, Instant now) {
    Source source = poll.source();
    for (Gap gap : open.getOrDefault(source.id(), List.of())) {
      boolean document = gap.kind() == Kind.DOCUMENT;
      boolean elsewhere = source.feed().filter(gap.feed()::equals).isEmpty();
      if ((elsewhere && !document) || expired(gap, now)) {
        forget.accept(gap);
        remove(gap);
      } else if (!gap.due().isAfter(now) && !(feedDue && document)) {
        asked.put(source.id(), gap);
        add(gap.dueAt(now.plus(LOST)));
        return document ? Poll.listed(source, gap.page()) : Poll.page(source, gap.page());
      }
    }
    return poll;
  }

  /** What was listed is promised: it is read, or buried after its last try. */
  private static boolean expired(Gap gap, Instant now) {
    return gap.kind() != Kind.DOCUMENT && gap.since().plus(LONGEST).isBefore(now);
  }

  /** The same state, asked earlier when a page of the source is due earlier. */
  SourceState hurried(SourceState state) {
    Optional<Instant> due =
        open.getOrDefault(state.source(), List.of()).stream().map(Gap::due).min(Instant::compareTo);
    boolean earlier = due.isPresent() && state.nextPoll().filter(due.get()::isBefore).isPresent();
    return earlier ? state.asked(due.get(), "filling a gap from older pages") : state;
  }

  /** Whether a polled document shows a gap. */
  Gap.Change afterDocument(Batch<Article> batch, SourceState before, Instant now) {
    Source source = batch.document().source();
    if (pages == 0 || !isRolledOver(batch, before)) {
      return Gap.Change.NONE;
    }
    return new Gap.Change(
        Optional.empty(),
        older(batch)
            .map(page -> new Gap(source.id(), source.feed().get(), page, pages, 0, now, now)));
  }

  /** A feed that was read before, nothing of which is known any more. */
  static boolean isRolledOver(Batch<Article> batch, SourceState before) {
    boolean readBefore = before.published() > 0 && !before.cursor().equals(Cursor.START);
    boolean whole = !batch.document().visit().cursor().ofDelta();
    return readBefore && whole && allNew(batch) && batch.document().source().feed().isPresent();
  }

  /** After an older page was read. */
  Outcome afterPage(Batch<Article> batch, Instant now) {
    Gap gap = asked(batch.document().source());
    Optional<URI> next = allNew(batch) ? older(batch) : Optional.empty();
    if (next.isEmpty()) {
      return new Outcome(new Gap.Change(Optional.of(gap), Optional.empty()), Optional.empty());
    }
    if (gap.left() <= 1) {
      return given(gap, "no item that was known on " + pages + " older pages");
    }
    return new Outcome(
        new Gap.Change(Optional.of(gap), Optional.of(gap.on(next.get(), now))), Optional.empty());
  }

  /** What a page of a listing opens; it was polled. */
  static Gap.Change afterListing(Source source, Listings.Found found, Instant now) {
    Optional<Gap> further =
        found
            .next()
            .map(
                page ->
                    new Gap(
                        source.id(),
                        source.feed().orElse(page),
                        page,
                        Kind.FURTHER,
                        Listings.PAGES,
                        0,
                        now,
                        now));
    return new Gap.Change(Optional.empty(), further, found.documents(), found.marks());
  }

  /** What a further page of a listing opens. One that resumes is followed by the next poll too. */
  Outcome afterFurther(Source source, Listings.Found found, Instant now) {
    Gap gap = asked(source);
    boolean enough = found.next().isPresent() && gap.left() <= 1;
    Optional<Gap> further = enough ? Optional.empty() : found.next().map(p -> gap.on(p, now));
    boolean missed = enough && found.place().isEmpty();
    return new Outcome(
        new Gap.Change(Optional.of(gap), further, found.documents(), found.marks()),
        missed
            ? Optional.of(
                "documents may have been missed on more than " + Listings.PAGES + " pages")
            : Optional.empty());
  }

  /** After a listed document was read, or buried. */
  Outcome afterListed(Source source) {
    return new Outcome(
        new Gap.Change(Optional.of(asked(source)), Optional.empty()), Optional.empty());
  }

  /** After a page, or a listed document, gave no usable answer. */
  Outcome afterFailedPage(Source source, String why, Instant now) {
    Gap gap = asked(source);
    if (gap.failures() + 1 >= TRIES) {
      return gap.kind() == Kind.DOCUMENT
          ? new Outcome(
              new Gap.Change(Optional.of(gap), Optional.empty()),
              Optional.of("listed, but not to be had at " + TRIES + " tries: " + why))
          : given(gap, "an older page could not be read: " + why);
    }
    Duration wait = firstRetry.multipliedBy(1L << (2 * gap.failures()));
    return new Outcome(
        new Gap.Change(Optional.empty(), Optional.of(gap.failedUntil(now.plus(wait)))),
        Optional.empty());
  }

  /** After an older page could not be asked yet, because its host is being spared. */
  Gap.Change afterDeferredPage(Source source, Instant until) {
    return new Gap.Change(Optional.empty(), Optional.of(asked(source).dueAt(until)));
  }

  /** After an older page that nobody can read was buried. */
  Outcome afterRejectedPage(Source source, String why) {
    return given(asked(source), "an older page could not be read: " + why);
  }

  private static Outcome given(Gap gap, String why) {
    return new Outcome(
        new Gap.Change(Optional.of(gap), Optional.empty()),
        Optional.of("items may have been missed before " + gap.since() + ": " + why));
  }

  private Gap asked(Source source) {
    Gap gap = asked.get(source.id());
    if (gap == null) {
      throw new IllegalStateException(source.id() + " was not asked for an older page");
    }
    return gap;
  }

  /** Takes up what was committed. */
  void apply(Gap.Change change) {
    change.over().ifPresent(this::remove);
    change.open().ifPresent(this::add);
    if (!change.listed().isEmpty()) {
      String source = change.listed().get(0).source();
      Set<URI> again = new HashSet<>();
      change.listed().forEach(gap -> again.add(gap.page()));
      open.compute(
          source,
          (id, known) -> {
            List<Gap> gaps = new ArrayList<>(known == null ? List.of() : known);
            gaps.removeIf(g -> again.contains(g.page()));
            gaps.addAll(change.listed());
            return List.copyOf(gaps);
          });
    }
  }

  /** Sources with older pages to ask. */
  int size() {
    return open.size();
  }

  private void add(Gap gap) {
    open.compute(
        gap.source(),
        (id, known) -> {
          List<Gap> gaps = new ArrayList<>(known == null ? List.of() : known);
          gaps.removeIf(g -> g.page().equals(gap.page()));
          gaps.add(gap);
          return List.copyOf(gaps);
        });
  }

  private void remove(Gap gap) {
    open.computeIfPresent(
        gap.source(),
        (id, known) -> {
          List<Gap> gaps = new ArrayList<>(known);
          gaps.removeIf(g -> g.page().equals(gap.page()));
          return gaps.isEmpty() ? null : List.copyOf(gaps);
        });
  }

  /** Each of its items is a first version: none was known, not even under another wording. */
  private static boolean allNew(Batch<Article> batch) {
    return batch.unchanged() == 0
        && !batch.items().isEmpty()
        && batch.items().stream().allMatch(a -> a.change().previousVersion().isEmpty());
  }

  /** An archive is complete by its nature (RFC 5005 section 4); pages may shift (section 3). */
  private static Optional<URI> older(Batch<Article> batch) {
    WebLinks links = batch.feed().links();
    return links
        .first("prev-archive")
        .or(() -> links.first("next"))
        .filter(page -> page.getScheme() != null && page.getScheme().matches("(?i)https?"));
  }
}
