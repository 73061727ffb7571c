package news.dateline.app;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import news.dateline.model.Article;
import news.dateline.model.Batch;
import news.dateline.model.Cursor;
import news.dateline.model.Gap;
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
 * <p>A first document never opens a gap: nothing was missed before one subscribed. A circle of
 * pages ends by itself, because the second time round its items are known.
 */
final class Gaps {
  /** Times a page that cannot be read is tried. */
  private static final int TRIES = 4;

  private static final Duration FIRST_RETRY = Duration.ofMinutes(5);

  /** A page handed out and never heard of again is asked anew after this time. */
  private static final Duration LOST = Duration.ofMinutes(10);

  /** Pages move on as items come: after this long they no longer hold what they held. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Map<String, List<Gap>> open = new ConcurrentHashMap<>();
  private final Map<String, Gap> asked = new ConcurrentHashMap<>();
  private final Consumer<Gap> forget;
  private final int pages;

  /**
   * @param known gaps that were open when the last process ended
   * @param forget takes a gap out of the store
   * @param pages the most older pages asked for one gap; 0: none are
   */
  Gaps(List<Gap> known, Consumer<Gap> forget, int pages, Instant now) {
    known.forEach(gap -> (expired(gap, now) ? forget : (Consumer<Gap>) this::add).accept(gap));
    this.forget = forget;
    this.pages = pages;
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
    Source source = poll.source();
    for (Gap gap : open.getOrDefault(source.id(), List.of())) {
      if (source.feed().filter(gap.feed()::equals).isEmpty() || expired(gap, now)) {
        forget.accept(gap);
        remove(gap);
      } else if (!gap.due().isAfter(now)) {
        asked.put(source.id(), gap);
        add(gap.dueAt(now.plus(LOST)));
        return Poll.page(source, gap.page());
      }
    }
    return poll;
  }

  private static boolean expired(Gap gap, Instant now) {
    return gap.since().plus(LONGEST).isBefore(now);
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
    boolean readBefore = before.published() > 0 && !before.cursor().equals(Cursor.START);
    boolean whole = !batch.document().visit().cursor().ofDelta();
    Source source = batch.document().source();
    if (pages == 0 || !readBefore || !whole || !allNew(batch) || source.feed().isEmpty()) {
      return Gap.Change.NONE;
    }
    return new Gap.Change(
        Optional.empty(),
        older(batch)
            .map(page -> new Gap(source.id(), source.feed().get(), page, pages, 0, now, now)));
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

  /** After an older page gave no usable answer. */
  Outcome afterFailedPage(Source source, String why, Instant now) {
    Gap gap = asked(source);
    if (gap.failures() + 1 >= TRIES) {
      return given(gap, "an older page could not be read: " + why);
    }
    Duration wait = FIRST_RETRY.multipliedBy(1L << (2 * gap.failures()));
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
