package news.dateline.websub;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import news.dateline.model.Reason;
import news.dateline.websub.Subscription.Deliveries;
import news.dateline.websub.Subscription.Phase;

/**
 * Compares what polls find with what hubs deliver. A poll that finds news gives the hub a time of
 * grace to deliver it late; after that the item counts as missed, an event says so, and the source
 * is polled as usual until the hub brings news again.
 */
public final class Watch {
  private final Roll roll;
  private final PushSettings settings;
  private final PushEvents events;
  private final InstantSource clock;

  /** When each subscribed source was last asked with success. */
  private final Map<String, Instant> polled = new ConcurrentHashMap<>();

  Watch(Roll roll, PushSettings settings, PushEvents events, InstantSource clock) {
    this.roll = roll;
    this.settings = settings;
    this.events = events;
    this.clock = clock;
  }

  /** Whether a source may be polled slowly, because its hub delivers. */
  public boolean delivers(String source) {
    return roll.of(source)
        .filter(s -> s.phase() == Phase.VERIFIED && s.record().proven())
        .filter(s -> s.expires().filter(clock.instant()::isBefore).isPresent())
        .filter(s -> s.record().suspect().isEmpty())
        .isPresent();
  }

  /**
   * A source was polled with success.
   *
   * @param at when
   * @param news new or changed items it brought
   */
  public void polled(String source, Instant at, int news) {
    Optional<Subscription> found = roll.of(source).filter(s -> s.phase() == Phase.VERIFIED);
    if (found.isEmpty()) {
      polled.remove(source);
      return;
    }
    Instant before = polled.put(source, at);
    // What came since the poll before came while the hub was bound to deliver; else who knows.
    boolean bound = before != null && found.get().verified().filter(before::isBefore).isEmpty();
    if (news > 0 && bound && found.get().record().suspect().isEmpty()) {
      roll.change(found.get().token(), s -> Optional.of(s.with(suspecting(s.record(), at))));
    }
  }

  private static Deliveries suspecting(Deliveries d, Instant at) {
    return new Deliveries(d.last(), d.count(), d.proven(), Optional.of(at), d.missed(), d.recent());
  }

  /** Looks which times of grace have ended. */
  void tick() {
    Instant now = clock.instant();
    for (Subscription s : roll.all()) {
      Optional<Instant> since = s.record().suspect();
      if (since.isPresent() && since.get().plus(settings.grace()).isBefore(now)) {
        missed(s, since.get());
      }
    }
  }

  private void missed(Subscription met, Instant since) {
    Optional<Subscription> missed =
        roll.change(
            met.token(),
            s ->
                s.record().suspect().equals(Optional.of(since))
                    ? Optional.of(s.with(unproven(s.record())))
                    : Optional.empty());
    missed
        .filter(s -> s.phase() == Phase.VERIFIED)
        .ifPresent(
            s ->
                events.raise(
                    s.source(),
                    Reason.PUSH_MISSED,
                    "the poll at "
                        + since
                        + " found news that "
                        + s.hubNow().getHost()
                        + " did not deliver"));
  }

  private static Deliveries unproven(Deliveries d) {
    return new Deliveries(d.last(), d.count(), false, Optional.empty(), d.missed() + 1, d.recent());
  }
}
