package news.dateline.sources;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.model.Cursor;
import news.dateline.model.Feed;
import news.dateline.model.Hole;
import news.dateline.model.Memo;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.SourceState.Health;
import news.dateline.model.Visit;
import news.dateline.sources.StateDraft.Judged;

/**
 * Decides after every visit how a source is doing and when it is asked next. Pure functions of the
 * source, its state, what happened and the time; thread-safe.
 */
public final class PollPlanner {
  private static final int MOVE_ANSWERS = 4;
  private static final Duration MOVE_TIME = Duration.ofDays(2);
  private static final double WATCH_HOURS_TO_JUDGE = 24;
  private static final Duration LONGEST_SILENCE = Duration.ofDays(60);

  /** How many times longer a source is left alone while its hub delivers. */
  private static final int BEHIND_PUSH = 6;

  private static final String PAUSED_IN_FILE = "paused in its file";

  private final PollSettings settings;
  private final HealthJudge judge;
  private final NextPoll nextPoll;

  /**
   * @param seed of the jitter; nodes sharing the work should differ in it
   */
  public PollPlanner(PollSettings settings, long seed) {
    this.settings = settings;
    this.judge = new HealthJudge(settings);
    this.nextPoll = new NextPoll(settings, seed);
  }

  /** A source seen for the first time: due at once, or paused when its file says so. */
  public SourceState first(Source source, Instant now) {
    return review(source, SourceState.unseen(source.id(), now), now).state();
  }

  /** It answered 304, or with the bytes read last. */
  public Planned afterUnchanged(Source source, SourceState before, Visit visit, Instant now) {
    StateDraft d = new StateDraft(before);
    if (d.memory.badDocument && before.reason().isPresent()) {
      // the same broken document again is no recovery
      return failed(
          d, source, visit.failed(before.reason().get(), before.detail()), "unchanged", now);
    }
    d.cursor = merged(visit.cursor(), before.cursor());
    Trust.unchanged(d.memory, visit);
    d.glance(visit, "unchanged", 0);
    return answered(d, source, visit, 0, now);
  }

  /** It was not asked, because its host is being paced or asked for a pause. */
  public Planned afterDeferred(
      Source source, SourceState before, Visit visit, Instant until, Instant now) {
    StateDraft d = new StateDraft(before);
    Instant at = nextPoll.notBefore(source, until, now);
    d.next(
        isPaused(source, before) ? Optional.empty() : Optional.of(at),
        visit.detail().isEmpty() ? "its host is asked no faster" : visit.detail());
    return d.finish(now);
  }

  /**
   * It gave no usable answer.
   *
   * @param visit with its reason; {@link Reason#UNFORESEEN} is taken when there is none
   * @param rejected how many documents were buried: 1 when the answer was kept as evidence, which
   *     is then remembered by its hash, so that the same bytes are not buried at every visit
   */
  public Planned afterFailed(
      Source source, SourceState before, Visit visit, int rejected, Instant now) {
    StateDraft d = new StateDraft(before);
    d.rejected += rejected;
    d.memory.badDocument = false;
    if (rejected > 0 && visit.cursor().bodyHash().isPresent()) {
      d.cursor = visit.cursor();
      d.memory.badDocument = true;
    }
    Reason reason = visit.reason().orElse(Reason.UNFORESEEN);
    return failed(d, source, visit.failed(reason, visit.detail()), reason.slug(), now);
  }

  /**
   * It brought a document that was read.
   *
   * @param feed what the document says of itself
   * @param received items in it: the sum of the next three
   * @param newOrChanged items published
   * @param unchanged items already known
   * @param rejected items buried
   * @param published the dates of the items published, as far as they have any
   */
  public Planned afterDocument(
      Source source,
      SourceState before,
      Visit visit,
      Feed feed,
      int received,
      int newOrChanged,
      int unchanged,
      int rejected,
      List<Instant> published,
      Instant now) {
    StateDraft d = new StateDraft(before);
    d.received += received;
    d.published += newOrChanged;
    d.unchanged += unchanged;
    d.rejected += rejected;
    Memory m = d.memory;
    boolean sameAddress = m.address.equals(Memory.addressOf(source));
    Trust.document(m, visit, before.cursor(), newOrChanged, sameAddress);
    m.badDocument = false;
    m.repaired = feed.repaired();
    m.ttl = feed.schedule().ttl();
    m.skips = Skips.of(feed.schedule());
    m.newest = newest(m.newest, published, now);
    if (m.rhythm.watchedHours() == 0) {
      m.rhythm.seed(published, now);
    }
    if (visit.status().isPresent() || visit.cursor().bodyHash().isPresent()) {
      d.cursor = visit.cursor();
    }
    d.glance(visit, newOrChanged > 0 ? "new" : "unchanged", newOrChanged);
    return answered(d, source, visit, newOrChanged, now);
  }

  /**
   * Judges by the clock alone, for sources not visited for a while (backing off, or delivering by
   * themselves), and takes up what its file says about pausing. Call it for every source now and
   * then.
   */
  public Planned review(Source source, SourceState before, Instant now) {
    if (source.paused() && before.health() != Health.PAUSED) {
      return paused(before, PAUSED_IN_FILE, now);
    }
    if (before.health() == Health.PAUSED) {
      boolean over = !source.paused() && before.detail().equals(PAUSED_IN_FILE);
      return over ? resumed(source, before, now) : new StateDraft(before).finish(now);
    }
    StateDraft d = new StateDraft(before);
    switch (before.health()) {
      case OK, QUIET, MOVED, REPAIRED, SILENT, STALE, FAILING, THROTTLED -> {
        if (before.reason().isPresent()) {
          d.judge(
              judge.failing(
                  source,
                  d.memory,
                  d.lastItem,
                  before.reason().get(),
                  before.health() == Health.SILENT ? "" : before.detail(),
                  now));
        } else if (before.health() != Health.SILENT && before.health() != Health.STALE) {
          d.judge(judge.answering(source, d.memory, d.lastItem, false, now));
        }
      }
      case BLOCKED, GONE, NOT_A_FEED, PAUSED, WAITING -> {
        // only a visit can change these
      }
    }
    if (source.feed().isEmpty()) {
      d.next(Optional.empty(), "delivers by itself");
    }
    return d.finish(now);
  }

  /**
   * Somebody paused it: it is not asked until {@link #resumed}.
   *
   * @param why for people, for instance who did it
   */
  public Planned paused(SourceState before, String why, Instant now) {
    StateDraft d = new StateDraft(before);
    d.judge(Judged.well(Health.PAUSED, why));
    d.next(Optional.empty(), "paused");
    return d.finish(now);
  }

  /** Somebody resumed it: it is asked at once. */
  public Planned resumed(Source source, SourceState before, Instant now) {
    StateDraft d = new StateDraft(before);
    d.failures = 0;
    d.judge(Judged.well(Health.WAITING, ""));
    nextAtOnce(d, source, "resumed", now);
    return d.finish(now);
  }

  /** Its file was edited: a new address is read from the start, and the next poll is at once. */
  public Planned edited(Source source, SourceState before, Instant now) {
    StateDraft d = new StateDraft(before);
    if (!d.memory.address.isEmpty() && !d.memory.address.equals(Memory.addressOf(source))) {
      forgetAddress(d);
    }
    Planned planned = d.finish(now);
    if (planned.state().health() != Health.PAUSED && !source.paused()) {
      nextAtOnce(d, source, "its file was edited", now);
      planned = d.finish(now);
    }
    Planned reviewed = review(source, planned.state(), now);
    return reviewed.event().isPresent() ? reviewed : planned;
  }

  /**
   * The same, but asked slowly, because its hub delivers what is new (WebSub) and polls only check.
   * A fixed interval stays as it is.
   */
  public Planned behindPush(Source source, Planned planned, Instant now) {
    Optional<Instant> next = planned.state().nextPoll();
    if (source.every().isPresent()
        || next.isEmpty()
        || !next.get().isAfter(now)
        || planned.state().reason().isPresent()) {
      return planned;
    }
    Duration usual = Duration.between(now, next.get());
    Duration longest = source.atLeastEvery().orElse(settings.longest());
    // less a part of a tenth that is each source's own, so that they do not come together
    Duration most = longest.minusMillis(next.get().toEpochMilli() % (longest.toMillis() / 10 + 1));
    Duration slow = usual.multipliedBy(BEHIND_PUSH);
    Duration wait = slow.compareTo(most) < 0 ? slow : most;
    return wait.compareTo(usual) <= 0
        ? planned
        : new Planned(
            planned.state().asked(now.plus(wait), "its hub delivers; asked only to check"),
            planned.event(),
            planned.moveTo());
  }

  /**
   * The same after items fell out of the feed unread: its state says so, and it is asked sooner, by
   * as much as it held too few, but not against what its server asks for or its file says.
   *
   * @param items in the document
   */
  public Planned holed(Source source, Planned planned, Hole hole, int items, Instant now) {
    StateDraft d = new StateDraft(planned.state());
    Memory m = d.memory;
    m.holed = hole.news() ? hole.missed() : m.holed + hole.missed();
    // from the first hole told on, so that one that lasts is told again each hour
    m.holeAt = hole.news() ? Optional.of(now) : m.holeAt;
    if (planned.state().health() == Health.OK) {
      d.judge(Judged.well(Health.OK, HealthJudge.holed(m)));
    }
    boolean own = source.every().isEmpty() && m.skips.equals(Skips.NONE);
    if (own && d.nextPoll.filter(now::isBefore).isPresent()) {
      Duration usual = Duration.between(now, d.nextPoll.get());
      double share = (double) items / (items + hole.missed());
      Duration wait = Duration.ofMillis((long) (usual.toMillis() * Math.min(0.5, share)));
      for (Duration floor :
          List.of(
              settings.shortest(),
              m.ttl.orElse(Duration.ZERO),
              m.fresh.orElse(Duration.ZERO),
              m.pressure)) {
        wait = floor.compareTo(wait) > 0 ? floor : wait;
      }
      if (wait.compareTo(usual) < 0) {
        d.next(Optional.of(now.plus(wait)), "items fell out of it unread; asked sooner");
      }
    }
    return new Planned(d.finish(now).state(), planned.event(), planned.moveTo());
  }

  /** Shall the validators of the cursor be sent to this source at the next poll? */
  static boolean sendsValidators(Source source, SourceState state) {
    Memory m = Memory.parse(state.rhythm());
    boolean learntHere = m.address.isEmpty() || m.address.equals(Memory.addressOf(source));
    return !m.liar && !m.whole && learntHere;
  }

  private static Optional<Instant> newest(
      Optional<Instant> known, List<Instant> published, Instant now) {
    return Stream.concat(known.stream(), published.stream())
        .map(at -> at.isAfter(now) ? now : at)
        .max(Comparator.naturalOrder());
  }

  private Planned answered(StateDraft d, Source source, Visit visit, int news, Instant now) {
    Memory m = d.memory;
    String address = Memory.addressOf(source);
    if (!m.address.isEmpty() && !m.address.equals(address)) {
      m.firstAnswer = Optional.empty();
      m.lastAnswer = Optional.empty();
    }
    m.address = address;
    d.failures = 0;
    d.lastPoll = Optional.of(visit.at());
    boolean backlog = m.firstAnswer.isEmpty() && visit.status().isPresent();
    learn(d, visit.at(), news);
    HealthJudge.noteMove(m, visit);
    Trust.decide(m, source, settings.fullEvery(), now);
    if (visit.status().isPresent() && visit.status().getAsInt() != 304) {
      m.fresh = visit.freshFor();
    }
    boolean paused = isPaused(source, d.before());
    if (!paused) {
      d.judge(judge.answering(source, m, d.lastItem, news > 0 && !backlog, now));
    }
    nextPoll.afterAnswer(d, source, visit, paused, now);
    Planned planned = d.finish(now);
    return new Planned(planned.state(), planned.event(), confirmedMove(m, visit));
  }

  private void learn(StateDraft d, Instant at, int news) {
    Memory m = d.memory;
    // the first document holds a backlog: only its dates teach something about the rhythm
    boolean first = m.firstAnswer.isEmpty();
    if (first) {
      m.firstAnswer = Optional.of(at);
    } else if (m.lastAnswer.isPresent()) {
      m.rhythm.observe(m.lastAnswer.get(), at, news);
    }
    m.lastAnswer = Optional.of(at);
    if (news == 0) {
      return;
    }
    if (!first && d.lastItem.isPresent()) {
      long each = Math.max(0, Duration.between(d.lastItem.get(), at).toSeconds()) / news;
      long known = m.gap.toSeconds();
      m.gap =
          Duration.ofSeconds(Math.max(1, known == 0 ? each : Math.round(0.9 * known + 0.1 * each)));
    }
    d.lastItem = Optional.of(at);
    Trust.news(m, at);
    m.silentAt = Optional.empty();
    if (m.rhythm.watchedHours() >= WATCH_HOURS_TO_JUDGE) {
      Duration silence = m.rhythm.until(settings.silentItems(), at, LONGEST_SILENCE);
      m.silentAt =
          Optional.of(
              at.plus(
                  silence.compareTo(settings.silentAtLeast()) < 0
                      ? settings.silentAtLeast()
                      : silence));
    }
  }

  private Planned failed(StateDraft d, Source source, Visit visit, String outcome, Instant now) {
    Reason reason = visit.reason().orElse(Reason.UNFORESEEN);
    d.glance(visit, outcome, 0);
    d.failures++;
    boolean paused = isPaused(source, d.before());
    if (!paused) {
      d.judge(judge.failing(source, d.memory, d.lastItem, reason, visit.detail(), now));
    }
    nextPoll.afterFailure(d, source, visit, reason, paused, now);
    d.lastPoll = Optional.of(visit.at());
    return d.finish(now);
  }

  private static void nextAtOnce(StateDraft d, Source source, String why, Instant now) {
    if (source.feed().isPresent()) {
      d.next(Optional.of(now), why);
    } else {
      d.next(Optional.empty(), "delivers by itself");
    }
  }

  private static boolean isPaused(Source source, SourceState before) {
    return source.paused() || before.health() == Health.PAUSED;
  }

  private static void forgetAddress(StateDraft d) {
    d.cursor = Cursor.START;
    d.memo = Memo.NONE;
    d.failures = 0;
    Memory m = d.memory;
    m.address = "";
    m.firstAnswer = Optional.empty();
    m.lastAnswer = Optional.empty();
    m.ttl = Optional.empty();
    m.skips = Skips.NONE;
    m.fresh = Optional.empty();
    m.newest = Optional.empty();
    m.pressure = Duration.ZERO;
    m.liar = false;
    m.lies = 0;
    m.same = 0;
    m.whole = false;
    m.doubtAt = Optional.empty();
    m.badDocument = false;
    m.moves = 0;
    m.movedTo = "";
    m.movedSince = Optional.empty();
    d.judge(Judged.well(Health.WAITING, "its address was changed"));
  }

  private static Optional<URI> confirmedMove(Memory m, Visit visit) {
    boolean confirmed =
        m.moves >= MOVE_ANSWERS
            && m.movedSince.isPresent()
            && Duration.between(m.movedSince.get(), visit.at()).compareTo(MOVE_TIME) >= 0;
    return confirmed ? visit.movedTo() : Optional.empty();
  }

  /** A 304 need not repeat the validators. */
  private static Cursor merged(Cursor after, Cursor before) {
    return new Cursor(
        after.etag().or(before::etag),
        after.lastModified().or(before::lastModified),
        after.bodyHash().or(before::bodyHash));
  }
}
