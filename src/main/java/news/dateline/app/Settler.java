package news.dateline.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import news.dateline.model.Article;
import news.dateline.model.Batch;
import news.dateline.model.Bytes;
import news.dateline.model.Cursor;
import news.dateline.model.Document;
import news.dateline.model.Fetch;
import news.dateline.model.Gap;
import news.dateline.model.Hole;
import news.dateline.model.Memo;
import news.dateline.model.Outgoing;
import news.dateline.model.Reason;
import news.dateline.model.Rejection;
import news.dateline.model.Settlement;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.Visit;
import news.dateline.model.WebLinks;
import news.dateline.publish.MessageRenderer;
import news.dateline.sources.Planned;
import news.dateline.sources.PollPlanner;
import news.dateline.sources.PushSecret;
import news.dateline.sources.Rollover;
import news.dateline.sources.Sequences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts together what is committed in one transaction: the articles with their messages, the buried
 * items, the source's new state with cursor and next poll, and the event when its health changed.
 */
final class Settler {
  private static final Logger LOG = LoggerFactory.getLogger(Settler.class);

  private final PollPlanner planner;
  private final MessageRenderer renderer;
  private final Notices notices;
  private final Numbering numbering;
  private final IdentityNotes identity;
  private final Function<String, SourceState> states;
  private final Gaps gaps;
  private final Listings listings;
  private final Predicate<String> pushed;
  private final Moves moves;
  private final InstantSource clock;

  /**
   * @param states the state of a source as last committed
   * @param listings what pages of listings leave to be done
   * @param pushed whether the hub of a source delivers, so that it is polled slowly
   * @param moves hears of sources that have moved for good
   */
  Settler(
      PollPlanner planner,
      MessageRenderer renderer,
      Function<String, SourceState> states,
      Gaps gaps,
      Listings listings,
      Predicate<String> pushed,
      Moves moves,
      InstantSource clock) {
    this.planner = planner;
    this.renderer = renderer;
    this.notices = new Notices(renderer, clock);
    this.numbering = new Numbering(notices, clock);
    this.identity = new IdentityNotes(notices);
    this.states = states;
    this.gaps = gaps;
    this.listings = listings;
    this.pushed = pushed;
    this.moves = moves;
    this.clock = clock;
  }

  /** A document that went all the way. */
  public Settled settle(Batch<Article> batch) {
    if (batch.received() == 0 && !batch.rejections().isEmpty()) {
      return settleRejected(batch.document(), batch.rejections().get(0));
    }
    Source source = batch.document().source();
    Visit visit = Validators.of(batch.document().visit(), batch.rejections());
    SourceState before = states.apply(source.id());
    int published = batch.items().size();
    int rejected = batch.rejections().size();
    List<Outgoing> messages = new ArrayList<>(published + rejected + 1);
    batch.items().forEach(a -> messages.add(renderer.article(a)));
    if (!isRepeated(batch.document(), before)) {
      batch.rejections().forEach(r -> messages.add(notices.bury(r, format(r, batch))));
    }
    Settled.Tally tally =
        new Settled.Tally(batch.received(), published, batch.unchanged(), rejected, 0);
    Instant now = clock.instant();
    Memo memo = before.memo().withIdentity(batch.memo().identity());
    if (visit.way() == Visit.Way.LISTED) {
      Sequences.Step numbers = numbering.after(source, before, batch.feed().serials());
      messages.addAll(numbering.told(before, numbers));
      return paged(
          before.remembering(memo.withSequences(numbers.state())),
          gaps.afterListed(source),
          batch.items(),
          messages,
          tally);
    }
    Optional<Listings.Found> listed = listings.of(batch, before, now);
    if (visit.way() == Visit.Way.PAGED) {
      Gaps.Outcome page =
          listed
              .map(found -> gaps.afterFurther(source, found, now))
              .orElseGet(() -> gaps.afterPage(batch, now));
      Memo kept = listed.map(found -> memo.withPlace(found.place())).orElse(memo);
      return paged(before.remembering(kept), page, batch.items(), messages, tally);
    }
    int documents = listed.map(found -> found.documents().size()).orElse(0);
    int known = listed.map(Listings.Found::old).orElse(0);
    boolean useless = rejected > 0 && rejected == batch.received();
    Planned planned =
        useless
            ? planner.afterFailed(source, before, nothingOf(batch), rejected, clock.instant())
            : planner.afterDocument(
                source,
                before,
                visit,
                batch.feed(),
                batch.received() + documents + known,
                published + documents,
                batch.unchanged() + known,
                rejected,
                dates(batch),
                now);
    Sequences.Step numbers = numbering.after(source, before, batch.feed().serials());
    Memo kept =
        useless // the same items would be taken for known ones, and the source for well
            ? before.memo()
            : listed.map(f -> batch.memo().withPlace(f.place())).orElse(batch.memo());
    planned = planned.remembering(kept.withSequences(numbers.state()));
    if (!useless) { // what was listed is news for the rhythm, but counts when it comes
      planned = planned.counting(-documents - known, -documents, -known);
    }
    identity.after(before, kept).ifPresent(messages::add);
    messages.addAll(numbering.told(before, numbers));
    Gap.Change gap =
        visit.way() == Visit.Way.POLLED
            ? listed
                .map(found -> Gaps.afterListing(source, found, now))
                .orElseGet(() -> gaps.afterDocument(batch, before, now))
            : Gap.Change.NONE;
    boolean paged = gap.open().isPresent() || listed.isPresent();
    if (visit.way() == Visit.Way.POLLED && !paged && Gaps.isRolledOver(batch, before)) {
      Optional<Hole> hole = Rollover.find(before, dates(batch), published, now);
      if (hole.isPresent()) {
        planned = planner.holed(source, planned, hole.get(), published, now);
        hole.filter(Hole::news).ifPresent(h -> messages.add(notices.gap(before, h)));
      }
    }
    gap.open()
        .filter(g -> g.kind() == Gap.Kind.OLDER)
        .ifPresent(g -> LOG.info("{}: all items are new, older pages are asked", g.source()));
    Settled settled =
        settled(before, behindPush(source, planned), batch.items(), messages, tally, gap)
            .burying(batch.rejections().stream().findFirst());
    boolean pushed = visit.way() == Visit.Way.PUSHED || PushSecret.isPushed(source);
    if (pushed && !useless) {
      settled = settled.ofPush(Replays.hash(batch.document().bytes()));
    }
    Optional<WebLinks> links =
        visit.cursor().ofDelta() ? Optional.empty() : Optional.of(batch.feed().links());
    return visit.way() == Visit.Way.POLLED
        ? settled.answering(new Settled.Answer(source, visit.at(), links, published))
        : settled;
  }

  /** How an item can be read again; a document, or what an archive held, tells that itself. */
  @SuppressWarnings("ReferenceEquality") // the very bytes of the document, not equal ones
  private static Optional<String> format(Rejection r, Batch<?> batch) {
    boolean alone =
        r.raw() == batch.document().bytes() || !r.document().equals(batch.document().location());
    return alone ? Optional.empty() : Optional.of(batch.feed().format());
  }

  /**
   * Numbers that were waited for long enough, of a source that has sent nothing since.
   *
   * @return empty when nothing is missing
   */
  Optional<Settled> settleMissing(Source source) {
    return numbering.overdue(source, states.apply(source.id()));
  }

  /** The visit to a source none of whose items can be used: it is not well, however it answers. */
  private static Visit nothingOf(Batch<Article> batch) {
    Rejection first = batch.rejections().get(0);
    return Validators.of(batch.document().visit(), batch.rejections())
        .failed(
            first.reason(),
            "none of its items can be used (" + batch.received() + "): " + first.message());
  }

  /** A visit that brought no document: unchanged, deferred or failed. */
  public Settled settleVisit(Fetch fetch) {
    Source source = fetch.source();
    SourceState before = states.apply(source.id());
    Instant now = clock.instant();
    if (fetch.visit().way() == Visit.Way.PAGED || fetch.visit().way() == Visit.Way.LISTED) {
      return page(fetch, before, now);
    }
    List<Outgoing> messages = new ArrayList<>(2);
    Planned planned;
    int buried = 0;
    if (fetch instanceof Fetch.Failed failed) {
      Optional<Document> evidence =
          failed
              .evidence()
              .filter(e -> !before.cursor().bodyHash().equals(Optional.of(e.bytes().sha256())));
      Reason reason = fetch.visit().reason().orElse(Reason.UNFORESEEN);
      evidence.ifPresent(
          e ->
              messages.add(
                  notices.bury(
                      Rejection.ofDocument(
                          e, "sources.fetch", reason, fetch.visit().detail(), now))));
      buried = messages.size();
      Visit visit = remembering(fetch.visit(), evidence);
      if (Listings.isLost(fetch, before)) {
        String line = "its listing no longer goes on where it stood: " + visit.detail();
        Visit refused = visit.failed(Reason.CLIENT_ERROR, line);
        planned =
            planner
                .afterFailed(source, before, refused, buried, now)
                .remembering(before.memo().withPlace(""));
      } else {
        planned = planner.afterFailed(source, before, visit, buried, now);
      }
    } else if (fetch instanceof Fetch.Deferred deferred) {
      planned = planner.afterDeferred(source, before, fetch.visit(), deferred.until(), now);
    } else {
      planned = behindPush(source, planner.afterUnchanged(source, before, fetch.visit(), now));
    }
    Settled.Tally tally = new Settled.Tally(0, 0, 0, 0, buried);
    Settled settled = settled(before, planned, List.of(), messages, tally, Gap.Change.NONE);
    return fetch instanceof Fetch.Unchanged
        ? settled.answering(new Settled.Answer(source, fetch.visit().at(), Optional.empty(), 0))
        : settled;
  }

  /** A document that is buried whole. */
  Settled settleRejected(Document document, Rejection rejection) {
    SourceState before = states.apply(document.source().id());
    Settled.Tally whole = new Settled.Tally(0, 0, 0, 0, 1);
    if (document.visit().way() == Visit.Way.LISTED) {
      Gaps.Outcome over = gaps.afterListed(document.source());
      return paged(before, over, List.of(), List.of(notices.bury(rejection)), whole);
    }
    if (document.visit().way() == Visit.Way.PAGED) {
      Gaps.Outcome page = gaps.afterRejectedPage(document.source(), rejection.message());
      return paged(before, page, List.of(), List.of(notices.bury(rejection)), whole);
    }
    // Whatever stood in a delta that nobody can read must come again, so the next body is a whole
    // one.
    Visit came =
        document.visit().cursor().ofDelta()
            ? Validators.without(document.visit())
            : Validators.of(document.visit(), List.of(rejection));
    Visit visit = came.failed(rejection.reason(), rejection.message());
    Planned planned = planner.afterFailed(document.source(), before, visit, 1, clock.instant());
    List<Outgoing> messages =
        isRepeated(document, before) ? List.of() : List.of(notices.bury(rejection));
    return settled(before, planned, List.of(), messages, whole, Gap.Change.NONE)
        .burying(Optional.of(rejection));
  }

  /**
   * A delivery with the very bytes that were committed last: this process ended before it could be
   * acknowledged. What is buried of it lies in the queue already.
   */
  private static boolean isRepeated(Document document, SourceState before) {
    Optional<String> hash = document.visit().cursor().bodyHash();
    return document.visit().way() == Visit.Way.DELIVERED
        && hash.isPresent()
        && hash.equals(before.cursor().bodyHash());
  }

  /** A visit that broke off by a fault of ours, before there was anything to bury. */
  Settled settleFault(Source source, Reason reason, String message) {
    SourceState before = states.apply(source.id());
    Visit visit = Visit.delivery(clock.instant(), 0).failed(reason, message);
    return settled(
        before,
        planner.afterFailed(source, before, visit, 0, clock.instant()),
        List.of(),
        List.of(),
        Settled.Tally.NOTHING,
        Gap.Change.NONE);
  }

  /** A state that changed without a visit: paused, resumed, edited, judged by the clock. */
  Settled settleState(SourceState before, Planned planned) {
    return settled(before, planned, List.of(), List.of(), Settled.Tally.NOTHING, Gap.Change.NONE);
  }

  private Settled settled(
      SourceState before,
      Planned plan,
      List<Article> articles,
      List<Outgoing> messages,
      Settled.Tally tally,
      Gap.Change gap) {
    Instant now = clock.instant();
    Planned planned = moves.consider(before, plan, now);
    List<Outgoing> all = new ArrayList<>(messages);
    renderer
        .sourceEvent(before, planned.state(), now)
        .or(() -> planned.event().map(e -> renderer.sourceNotice(before, planned.state(), now)))
        .ifPresent(all::add);
    planned.event().ifPresent(e -> LOG.info("{}", e));
    return new Settled(new Settlement(planned.state(), articles, all, gap), tally);
  }

  /** An older page that brought no document. It says nothing of how the source is. */
  private Settled page(Fetch fetch, SourceState before, Instant now) {
    Gaps.Outcome outcome =
        fetch instanceof Fetch.Deferred deferred
            ? new Gaps.Outcome(
                gaps.afterDeferredPage(fetch.source(), deferred.until()), Optional.empty())
            : gaps.afterFailedPage(fetch.source(), fetch.visit().detail(), now);
    boolean listed = fetch.visit().way() == Visit.Way.LISTED;
    if (listed && outcome.lost().isPresent()) {
      Outgoing buried = notices.bury(unobtained(fetch, outcome, now));
      Gaps.Outcome over = new Gaps.Outcome(outcome.change(), Optional.empty());
      Settled.Tally whole = new Settled.Tally(0, 0, 0, 0, 1);
      return paged(before, over, List.of(), List.of(buried), whole);
    }
    return paged(before, outcome, List.of(), List.of(), Settled.Tally.NOTHING);
  }

  /** A listed document that nobody could have: its address, and what came in its place. */
  private static Rejection unobtained(Fetch fetch, Gaps.Outcome outcome, Instant now) {
    String address = outcome.change().over().map(g -> g.page().toString()).orElse("");
    Document document =
        fetch instanceof Fetch.Failed failed && failed.evidence().isPresent()
            ? failed.evidence().get()
            : new Document(
                fetch.source(), address, Bytes.wrap(new byte[0]), Optional.empty(), fetch.visit());
    return Rejection.ofDocument(
        document,
        "sources.fetch",
        fetch.visit().reason().orElse(Reason.UNFORESEEN),
        address + ": " + outcome.lost().orElse(""),
        now);
  }

  private Settled paged(
      SourceState before,
      Gaps.Outcome page,
      List<Article> articles,
      List<Outgoing> messages,
      Settled.Tally tally) {
    List<Outgoing> all = new ArrayList<>(messages);
    page.lost().ifPresent(why -> all.add(notices.notice(before, Reason.GAP_LEFT, why)));
    SourceState state =
        before.counting(tally.received(), tally.published(), tally.unchanged(), tally.rejected());
    return new Settled(new Settlement(state, articles, all, page.change()), tally);
  }

  /** Something worth knowing of a source, beside any visit. */
  Settled settleNotice(String source, Reason reason, String detail) {
    SourceState state = states.apply(source);
    List<Outgoing> message = List.of(notices.notice(state, reason, detail));
    return new Settled(new Settlement(state, List.of(), message), Settled.Tally.NOTHING);
  }

  private Planned behindPush(Source source, Planned planned) {
    return pushed.test(source.id())
        ? planner.behindPush(source, planned, clock.instant())
        : planned;
  }

  /**
   * The evidence's hash goes into the cursor, so that the same bytes are not buried at every visit.
   */
  private static Visit remembering(Visit visit, Optional<Document> evidence) {
    if (evidence.isEmpty()) {
      return visit;
    }
    Cursor cursor =
        new Cursor(Optional.empty(), Optional.empty(), evidence.map(e -> e.bytes().sha256()));
    return visit.withCursor(cursor);
  }

  private static List<Instant> dates(Batch<Article> batch) {
    return batch.items().stream().flatMap(a -> a.times().contentCreated().stream()).toList();
  }
}
