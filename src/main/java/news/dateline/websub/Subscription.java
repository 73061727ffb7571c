package news.dateline.websub;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A subscription at a hub.
 *
 * @param token the end of the callback's address: nobody but the hub knows it
 * @param source id
 * @param feed the address of the source it was found at
 * @param internal the source may go to private addresses, so its hub may have one
 * @param topic what is subscribed to: the feed's own {@code self}
 * @param hubs all the feed named; one is enough
 * @param hub which of them it is at
 * @param secret the key of the signatures
 * @param phase how far it is
 * @param since when that began
 * @param asked when the hub was asked and has not asked back yet
 * @param failures requests in a row that failed
 * @param due when the next request is due
 * @param verified when the hub first asked back
 * @param expires when the lease ends
 * @param record what came of it
 * @param absent documents in a row that named no hub
 * @param detail one line for people; may be empty
 */
public record Subscription(
    String token,
    String source,
    URI feed,
    boolean internal,
    URI topic,
    List<URI> hubs,
    int hub,
    String secret,
    Phase phase,
    Instant since,
    Optional<Instant> asked,
    int failures,
    Instant due,
    Optional<Instant> verified,
    Optional<Instant> expires,
    Deliveries record,
    int absent,
    String detail) {

  public Subscription {
    hubs = List.copyOf(hubs);
  }

  /** How far a subscription is. */
  public enum Phase {
    /** The hub has been asked, or will be. */
    PENDING,
    /** The hub has asked back and delivers until the lease ends. */
    VERIFIED,
    /** No hub granted it; they are asked again later. */
    DENIED,
    /** Not wanted any more; the hub is being told. */
    LEAVING;

    /** As shown. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What a hub has done.
   *
   * @param last when it last delivered something acceptable
   * @param count how often
   * @param proven it has brought news, and no poll has found anything it missed since
   * @param suspect when a poll found news that it may be about to deliver
   * @param missed how often it did not
   * @param recent digests of the last bodies, newest first: the same again is a replay
   */
  public record Deliveries(
      Optional<Instant> last,
      long count,
      boolean proven,
      Optional<Instant> suspect,
      long missed,
      List<String> recent) {
    /** Nothing yet. */
    public static final Deliveries NONE =
        new Deliveries(Optional.empty(), 0, false, Optional.empty(), 0, List.of());

    public Deliveries {
      recent = List.copyOf(recent);
    }
  }

  /** The hub it is at. */
  public URI hubNow() {
    return hubs.get(hub);
  }

  /** The hub knows of it, or may. */
  boolean mayBeKnown() {
    return asked.isPresent() || verified.isPresent();
  }

  Subscription in(Phase other, Instant now, Instant next, String why) {
    return next(other, now, Optional.empty(), 0, next, why);
  }

  Subscription askedAt(Instant now, Instant next) {
    return next(phase, since, Optional.of(now), failures, next, detail);
  }

  Subscription failedUntil(Instant next, String why) {
    return next(phase, since, Optional.empty(), failures + 1, next, why);
  }

  Subscription postponed(Instant next) {
    return next(phase, since, Optional.empty(), failures, next, detail);
  }

  Subscription granted(Instant now, Instant until, Instant renewal) {
    boolean renewed = phase == Phase.VERIFIED;
    return next(Phase.VERIFIED, renewed ? since : now, Optional.empty(), 0, renewal, "")
        .lasting(renewed ? verified : Optional.of(now), Optional.of(until), record, absent);
  }

  Subscription with(Deliveries newRecord) {
    return lasting(verified, expires, newRecord, absent);
  }

  Subscription absent(int times) {
    return lasting(verified, expires, record, times);
  }

  /** The same, at another point of its way. */
  private Subscription next(
      Phase newPhase,
      Instant newSince,
      Optional<Instant> newAsked,
      int newFailures,
      Instant newDue,
      String newDetail) {
    return new Subscription(
        token,
        source,
        feed,
        internal,
        topic,
        hubs,
        hub,
        secret,
        newPhase,
        newSince,
        newAsked,
        newFailures,
        newDue,
        verified,
        expires,
        record,
        absent,
        newDetail);
  }

  /** The same with another lease and another record. */
  private Subscription lasting(
      Optional<Instant> newVerified,
      Optional<Instant> newExpires,
      Deliveries newRecord,
      int newAbsent) {
    return new Subscription(
        token,
        source,
        feed,
        internal,
        topic,
        hubs,
        hub,
        secret,
        phase,
        since,
        asked,
        failures,
        due,
        newVerified,
        newExpires,
        newRecord,
        newAbsent,
        detail);
  }

  /** Without token and secret. */
  @Override
  public String toString() {
    return "Subscription[" + source + " at " + hubNow() + ", " + phase.code() + "]";
  }
}
