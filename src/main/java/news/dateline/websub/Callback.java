package news.dateline.websub;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import news.dateline.model.Bytes;
import news.dateline.model.LinkHeader;
import news.dateline.model.Reason;
import news.dateline.websub.Subscription.Deliveries;
import news.dateline.websub.Subscription.Phase;

/**
 * What hubs send: whether we mean it (WebSub section 5.3), that they will not (5.2), and content
 * (7). Whoever does not know a token learns nothing here. Thread-safe.
 */
public final class Callback {
  /** Shorter leases would be renewed all day long; longer ones are as good as for ever. */
  private static final Duration SHORTEST_LEASE = Duration.ofMinutes(1);

  private static final Duration LONGEST_LEASE = Duration.ofDays(365);

  /** Bodies remembered against replays. */
  private static final int RECENT = 50;

  private static final int LONGEST_CHALLENGE = 4096;
  private static final Duration QUIET = Duration.ofHours(1);

  private final Roll roll;
  private final PushSettings settings;
  private final PushEvents events;
  private final BiConsumer<Subscription, String> denied;
  private final InstantSource clock;
  private final Map<String, Instant> told = new ConcurrentHashMap<>();

  Callback(
      Roll roll,
      PushSettings settings,
      PushEvents events,
      BiConsumer<Subscription, String> denied,
      InstantSource clock) {
    this.roll = roll;
    this.settings = settings;
    this.events = events;
    this.denied = denied;
    this.clock = clock;
  }

  /** What becomes of something sent to a callback. */
  public enum Outcome {
    /** Genuine: to be read. */
    ACCEPTED,
    /** Not signed as agreed: to be ignored, but answered as if it were (section 7.1). */
    FORGED,
    /** The same as before: answered, not read again. */
    REPEATED,
    /** Signed, but of another topic. */
    MISMATCHED,
    /** Under a subscription that has ended: the hub may drop it. */
    ENDED,
    /** No such subscription. */
    UNKNOWN
  }

  /**
   * Content that came.
   *
   * @param delivery present when it is accepted
   */
  public record Receipt(Outcome outcome, Optional<Delivery> delivery) {
    static Receipt of(Outcome outcome) {
      return new Receipt(outcome, Optional.empty());
    }
  }

  /**
   * A hub asks whether we mean it, or says that it will not.
   *
   * @param token the end of the path
   * @param query its parameters
   * @return the text to answer with, empty text for a denial; empty when there is nothing of the
   *     kind under way: to be answered 404
   */
  public Optional<String> asked(String token, Map<String, String> query) {
    Optional<Subscription> found =
        roll.find(token)
            .filter(s -> s.topic().toString().equals(query.getOrDefault("hub.topic", "")));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String mode = query.getOrDefault("hub.mode", "");
    if (mode.equals("denied")) {
      return denied(found.get(), query.getOrDefault("hub.reason", "denied"));
    }
    String challenge = query.getOrDefault("hub.challenge", "");
    if (challenge.isEmpty() || challenge.length() > LONGEST_CHALLENGE) {
      return Optional.empty();
    }
    return switch (mode) {
      case "subscribe" -> granted(token, query).map(s -> challenge);
      case "unsubscribe" -> ended(found.get()).map(s -> challenge);
      default -> Optional.empty();
    };
  }

  private Optional<Subscription> granted(String token, Map<String, String> query) {
    Instant now = clock.instant();
    Duration lease = lease(query.getOrDefault("hub.lease_seconds", ""));
    // Renewed when a tenth to a fifth of it is left, each at a moment of its own.
    double part = 0.8 + 0.1 * ThreadLocalRandom.current().nextDouble();
    Instant renewal = now.plusMillis((long) (lease.toMillis() * part));
    return roll.change(
        token,
        s ->
            s.asked().isPresent() && (s.phase() == Phase.PENDING || s.phase() == Phase.VERIFIED)
                ? Optional.of(s.granted(now, now.plus(lease), renewal))
                : Optional.empty());
  }

  private Optional<Subscription> ended(Subscription s) {
    if (s.phase() != Phase.LEAVING || s.asked().isEmpty()) {
      return Optional.empty();
    }
    roll.remove(s.token());
    return Optional.of(s);
  }

  private Optional<String> denied(Subscription s, String why) {
    if (s.phase() != Phase.PENDING && s.phase() != Phase.VERIFIED) {
      return Optional.empty();
    }
    String line = why.replaceAll("\\p{Cntrl}+", " ");
    denied.accept(s, line.substring(0, Math.min(200, line.length())));
    return Optional.of("");
  }

  private Duration lease(String seconds) {
    if (!seconds.matches("\\d{1,18}")) {
      return settings.lease();
    }
    Duration lease = Duration.ofSeconds(Long.parseLong(seconds));
    if (lease.compareTo(SHORTEST_LEASE) < 0) {
      return SHORTEST_LEASE;
    }
    return lease.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : lease;
  }

  /**
   * A hub delivers content. Nothing changes yet: {@link #delivered} does once it is committed.
   *
   * @param signature the header {@code X-Hub-Signature}; empty when there is none
   * @param links all {@code Link} headers
   * @param body as sent
   */
  public Receipt received(
      String token,
      String signature,
      List<String> links,
      Optional<String> contentType,
      Bytes body) {
    Optional<Subscription> found = roll.find(token);
    if (found.isEmpty() || found.get().verified().isEmpty()) {
      return Receipt.of(Outcome.UNKNOWN);
    }
    Subscription s = found.get();
    if (s.phase() == Phase.LEAVING || s.phase() == Phase.DENIED) {
      return Receipt.of(Outcome.ENDED);
    }
    if (!Signature.valid(signature, s.secret(), body)) {
      forged(s, signature.isEmpty());
      return Receipt.of(Outcome.FORGED);
    }
    if (!ofTopic(s, links)) {
      return Receipt.of(Outcome.MISMATCHED);
    }
    String digest = body.sha256().substring(0, 16);
    if (!body.isEmpty() && s.record().recent().contains(digest)) {
      return Receipt.of(Outcome.REPEATED);
    }
    return new Receipt(Outcome.ACCEPTED, Optional.of(new Delivery(s, digest, body, contentType)));
  }

  /** Hubs must name the topic (section 7), but those older than the specification do not. */
  private static boolean ofTopic(Subscription s, List<String> links) {
    return LinkHeader.read(
            links, Optional.of(s.topic()), Set.of("self"), address -> resolve(s.topic(), address))
        .first("self")
        .map(self -> Topics.same(self, s.topic()))
        .orElse(true);
  }

  private static Optional<URI> resolve(URI base, String address) {
    try {
      return Optional.of(base.resolve(address.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** One event an hour is enough: whoever forges could fill the queue with them. */
  private void forged(Subscription s, boolean unsigned) {
    Instant now = clock.instant();
    Instant last = told.get(s.source());
    if (last == null || last.plus(QUIET).isBefore(now)) {
      told.put(s.source(), now);
      events.raise(
          s.source(),
          Reason.PUSH_FORGED,
          unsigned ? "a delivery without a signature" : "a delivery with a wrong signature");
    }
  }

  /**
   * A delivery was committed, with all that came of it.
   *
   * @param news new or changed items it brought
   */
  public void delivered(Delivery delivery, long news) {
    Instant now = clock.instant();
    roll.change(
        delivery.subscription().token(),
        s -> {
          Deliveries d = s.record();
          List<String> recent = new ArrayList<>(d.recent());
          recent.remove(delivery.digest());
          recent.add(0, delivery.digest());
          return Optional.of(
              s.with(
                  new Deliveries(
                      Optional.of(now),
                      d.count() + 1,
                      d.proven() || news > 0,
                      Optional.empty(),
                      d.missed(),
                      recent.subList(0, Math.min(RECENT, recent.size())))));
        });
  }
}
