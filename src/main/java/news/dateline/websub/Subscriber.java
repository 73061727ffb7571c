package news.dateline.websub;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.model.WebLinks;
import news.dateline.websub.Subscription.Deliveries;
import news.dateline.websub.Subscription.Phase;

/**
 * Subscribes to the hubs that feeds name (W3C WebSub, 2018), keeps the leases, and ends
 * subscriptions nobody wants any more. What hubs send back is {@link Callback}'s. Thread-safe.
 *
 * <p>A request is written down before it is sent: some hubs ask back before they answer.
 */
public final class Subscriber {
  /** A hub that has not asked back after this time will not. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
  private static final Duration LONGEST_RETRY = Duration.ofHours(6);

  /** Hubs that all said no are asked again: they, or the way to this instance, may be mended. */
  private static final Duration DENIED = Duration.ofHours(12);

  /** Failures before another hub is tried. */
  private static final int TRIES = 3;

  /** Documents without a hub before the subscription ends: one may come from a stale cache. */
  private static final int ABSENT = 3;

  private static final int HUBS = 8;

  private final Roll roll;
  private final PushSettings settings;
  private final Hubs hubs;
  private final Function<String, Optional<Source>> sources;
  private final PushEvents events;
  private final Executor executor;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Callback callback;
  private final Watch watch;

  /**
   * @param sources the source with an id; empty when it is gone or paused
   * @param executor runs requests to hubs, which may take as long as a fetch
   */
  public Subscriber(
      PushSettings settings,
      SubscriptionStore store,
      Hubs hubs,
      Function<String, Optional<Source>> sources,
      PushEvents events,
      Executor executor,
      InstantSource clock) {
    this.roll = new Roll(store);
    this.settings = settings;
    this.hubs = hubs;
    this.sources = sources;
    this.events = events;
    this.executor = executor;
    this.clock = clock;
    this.callback = new Callback(roll, settings, events, this::denied, clock);
    this.watch = new Watch(roll, settings, events, clock);
  }

  /** What hubs send to this instance. */
  public Callback callback() {
    return callback;
  }

  /** What polls show about what hubs deliver. */
  public Watch watch() {
    return watch;
  }

  /** The subscription of a source, if it has one. */
  public Optional<Subscription> of(String source) {
    return roll.of(source);
  }

  /** How many subscriptions are in a phase. */
  public long count(Phase phase) {
    return roll.count(phase);
  }

  /**
   * A whole document of a source was read and committed.
   *
   * @param links what its answer and the document itself name
   */
  public void noticed(Source source, WebLinks links) {
    if (settings.base().isEmpty() || source.feed().isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    List<URI> named = links.every("hub").stream().filter(Topics::web).limit(HUBS).toList();
    Optional<URI> topic = links.first("self").filter(Topics::web);
    Optional<Subscription> active = roll.of(source.id());
    if (named.isEmpty() || topic.isEmpty()) {
      active.ifPresent(s -> missing(s, now));
      return;
    }
    if (active.isPresent()) {
      Subscription s = active.get();
      if (s.topic().equals(topic.get())
          && s.feed().equals(source.feed().get())
          && named.contains(s.hubNow())) {
        if (s.absent() > 0) {
          roll.change(s.token(), known -> Optional.of(known.absent(0)));
        }
        return;
      }
      leave(s, "the feed names another hub or topic", now);
    }
    roll.add(
        fresh(source.id(), source.feed().get(), source.internal(), topic.get(), named, 0, now));
  }

  private void missing(Subscription s, Instant now) {
    if (s.absent() + 1 >= ABSENT) {
      leave(s, "the feed names no hub any more", now);
    } else {
      roll.change(s.token(), known -> Optional.of(known.absent(known.absent() + 1)));
    }
  }

  private Subscription fresh(
      String source, URI feed, boolean internal, URI topic, List<URI> named, int hub, Instant now) {
    return new Subscription(
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes()),
        source,
        feed,
        internal,
        topic,
        named,
        hub,
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes()),
        Phase.PENDING,
        now,
        Optional.empty(),
        0,
        now,
        Optional.empty(),
        Optional.empty(),
        Deliveries.NONE,
        0,
        "");
  }

  private byte[] bytes() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Looks what is to be done; called every second. */
  public void tick() {
    Instant now = clock.instant();
    for (Subscription s : roll.all()) {
      if (s.phase() != Phase.LEAVING && !wanted(s)) {
        leave(s, "not wanted any more", now);
      } else if (s.phase() == Phase.VERIFIED && ended(s, now)) {
        change(s, known -> known.in(Phase.PENDING, now, now, "its lease ended"));
      } else if (!s.due().isAfter(now)) {
        due(s, now);
      }
    }
    watch.tick();
  }

  private boolean wanted(Subscription s) {
    return settings.base().isPresent()
        && sources.apply(s.source()).flatMap(Source::feed).filter(s.feed()::equals).isPresent();
  }

  private static boolean ended(Subscription s, Instant now) {
    return s.expires().filter(end -> !end.isAfter(now)).isPresent();
  }

  private void due(Subscription s, Instant now) {
    if (settings.base().isEmpty()) {
      // nobody could ask back: the lease at the hub ends by itself
      roll.remove(s.token());
    } else if (s.asked().isPresent()) {
      failed(s, Reason.TIMEOUT, "the hub took the request but did not ask back", false, now);
    } else {
      Phase phase = s.phase();
      change(
              s,
              known ->
                  (phase == Phase.DENIED
                          ? known.in(Phase.PENDING, now, now, known.detail())
                          : known)
                      .askedAt(now, now.plus(PATIENCE)))
          .ifPresent(asked -> executor.execute(() -> request(asked)));
    }
  }

  private void request(Subscription s) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("hub.callback", settings.callback(s.token()));
    form.put("hub.mode", s.phase() == Phase.LEAVING ? "unsubscribe" : "subscribe");
    form.put("hub.topic", s.topic().toString());
    if (s.phase() != Phase.LEAVING) {
      form.put("hub.lease_seconds", Long.toString(settings.lease().toSeconds()));
      form.put("hub.secret", s.secret());
    }
    Hubs.Answer answer = hubs.ask(s.hubNow(), s.internal(), form);
    Instant now = clock.instant();
    switch (answer.kind()) {
      case ACCEPTED -> {
        // the hub asks back, if it has not done so already
      }
      case POSTPONED ->
          change(s, known -> known.postponed(answer.notBefore().orElse(now.plus(FIRST_RETRY))));
      case REFUSED -> failed(s, Reason.PUSH_DENIED, answer.detail(), true, now);
      case FAILED -> failed(s, Reason.UNREACHABLE, answer.detail(), false, now);
    }
  }

  /** The hub says no, by a message of its own. */
  private void denied(Subscription s, String why) {
    failed(s, Reason.PUSH_DENIED, why, true, clock.instant());
  }

  private void failed(Subscription s, Reason reason, String why, boolean forGood, Instant now) {
    if (roll.find(s.token()).filter(known -> asMet(known, s)).isEmpty()) {
      return; // the hub has asked back meanwhile, whatever it answered
    }
    String detail = s.hubNow().getHost() + ": " + why + " (" + reason.slug() + ")";
    boolean enough = forGood || s.failures() + 1 >= TRIES;
    if (s.phase() == Phase.LEAVING && enough) {
      roll.remove(s.token()); // its lease ends by itself
    } else if (s.phase() == Phase.PENDING && enough) {
      next(s, detail, now);
    } else if (s.phase() == Phase.VERIFIED && reason == Reason.PUSH_DENIED) {
      next(s, detail, now);
    } else {
      change(s, known -> known.failedUntil(now.plus(backoff(known)), detail));
    }
  }

  /** Another hub, under another callback, so that the first cannot be taken for it. */
  private void next(Subscription s, String detail, Instant now) {
    if (s.hub() + 1 < s.hubs().size()) {
      roll.remove(s.token());
      roll.add(fresh(s.source(), s.feed(), s.internal(), s.topic(), s.hubs(), s.hub() + 1, now));
      return;
    }
    roll.remove(s.token());
    Subscription again = fresh(s.source(), s.feed(), s.internal(), s.topic(), s.hubs(), 0, now);
    roll.add(again.in(Phase.DENIED, now, now.plus(jittered(DENIED)), detail));
    events.raise(s.source(), Reason.PUSH_DENIED, detail);
  }

  private void leave(Subscription s, String why, Instant now) {
    if (s.mayBeKnown()) {
      change(s, known -> known.in(Phase.LEAVING, now, now, why));
    } else {
      roll.remove(s.token());
    }
  }

  /** Only when it still is as it was met: another thread may have been faster. */
  private Optional<Subscription> change(
      Subscription s, Function<Subscription, Subscription> change) {
    return roll.change(
        s.token(), known -> asMet(known, s) ? Optional.of(change.apply(known)) : Optional.empty());
  }

  private static boolean asMet(Subscription known, Subscription met) {
    return known.phase() == met.phase() && known.asked().equals(met.asked());
  }

  private Duration backoff(Subscription s) {
    Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(2 * s.failures(), 12));
    return jittered(wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait);
  }

  /** A tenth more or less, so that a hub that comes back is not run down. */
  private Duration jittered(Duration wait) {
    return Duration.ofMillis((long) (wait.toMillis() * (0.9 + 0.2 * random.nextDouble())));
  }
}
