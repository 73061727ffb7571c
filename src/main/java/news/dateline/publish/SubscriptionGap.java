package news.dateline.publish;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import news.dateline.model.Outgoing;
import news.dateline.model.Reason;

/**
 * What one subscription lost while nobody read it: told to the subscriber itself, before anything
 * that comes after the hole, and on {@link Outgoing#SOURCE_EVENTS}.
 *
 * @param subscription name of its queue
 * @param desk the desk whose queue it is; empty for a subscription of somebody's own
 * @param number counts the holes of this subscription, from 1
 * @param from when the first message that was dropped had been sent
 * @param to when the last one had been
 * @param first the smallest {@code sequence} among them; empty when they carried none
 * @param last the greatest
 * @param count how many were dropped
 * @param since when dropping began
 */
public record SubscriptionGap(
    String subscription,
    Optional<String> desk,
    long number,
    Instant from,
    Instant to,
    OptionalLong first,
    OptionalLong last,
    long count,
    Instant since) {
  /** The property and the field {@code type} of the message. */
  public static final String TYPE = "gap";

  private static final String JSON = "application/json";

  /** No article goes before it. */
  private static final int PRIORITY = 9;

  private static final int EVENT_PRIORITY = 4;

  /** Stays the same however often the gap is told, and while it grows. */
  public String uri() {
    return "urn:dateline:gap:" + subscription + ":" + number;
  }

  /** The command that is to bring the articles back (DESIGN, section 6); not built yet. */
  public String replay() {
    return "dateline replay --from "
        + from
        + " --to "
        + to
        + desk.map(d -> " --desk " + d).orElse("");
  }

  /** One sentence for people. */
  public String sentence() {
    return String.format(
        "subscription %s: nobody read it, its oldest %,d messages, sent from %s to %s, were"
            + " dropped",
        subscription, count, from, to);
  }

  /**
   * The message for the subscriber.
   *
   * @param address of the subscription
   */
  public Outgoing message(String address) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("type", TYPE);
    properties.put("uri", uri());
    properties.put("count", count);
    first.ifPresent(n -> properties.put("firstSequence", n));
    last.ifPresent(n -> properties.put("lastSequence", n));
    return new Outgoing(
        address,
        uri(),
        "",
        SubscriptionGapJson.message(this),
        JSON,
        properties,
        PRIORITY,
        Optional.empty(),
        false,
        false);
  }

  /**
   * The event for whoever looks after the house: {@code failing} while the subscriber does not know
   * of the gap, {@code ok} once it does.
   */
  public Outgoing event(boolean told, Instant at) {
    return new Outgoing(
        Outgoing.SOURCE_EVENTS,
        source(),
        "",
        SubscriptionGapJson.event(this, told, at),
        JSON,
        Map.of(
            "source",
            source(),
            "from",
            told ? "failing" : "ok",
            "to",
            told ? "ok" : "failing",
            "reason",
            Reason.SUBSCRIPTION_GAP.slug()),
        EVENT_PRIORITY,
        Optional.empty(),
        false,
        false);
  }

  /** What stands for the subscription where events name a source; no source's id has a colon. */
  String source() {
    return "subscription:" + subscription;
  }
}
