package news.dateline.app;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import news.dateline.model.Bytes;
import news.dateline.model.RetryableException;
import news.dateline.model.Source;
import news.dateline.sources.DueQueue;
import news.dateline.websub.Callback;
import news.dateline.websub.Callback.Outcome;
import news.dateline.websub.Delivery;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what hubs deliver: through the same pipeline as everything else, answered only when it
 * is committed. Meanwhile the source is out of the queue, so that a poll and a delivery never work
 * on one source at the same time.
 */
final class PushDoor {
  private static final Logger LOG = LoggerFactory.getLogger(PushDoor.class);

  /** How long a delivery waits for a poll of the same source; then the hub comes again. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Callback callback;
  private final Function<String, Optional<Source>> sources;
  private final DueQueue due;
  private final Ledger ledger;
  private final Counters counters;
  private final Replays replays;
  private final BooleanSupplier resting;
  private final ProducerTemplate pipeline;

  /**
   * @param replays knows what was committed before
   * @param resting true while nothing may come in: whoever delivers is told to come again
   */
  PushDoor(
      CamelContext camel,
      Callback callback,
      Function<String, Optional<Source>> sources,
      DueQueue due,
      Ledger ledger,
      Counters counters,
      Replays replays,
      BooleanSupplier resting) {
    this.replays = replays;
    this.callback = callback;
    this.sources = sources;
    this.due = due;
    this.ledger = ledger;
    this.counters = counters;
    this.resting = resting;
    this.pipeline = camel.createProducerTemplate();
  }

  /** The HTTP status to answer with. */
  int deliver(
      String token,
      String signature,
      List<String> links,
      Optional<String> contentType,
      Bytes body) {
    if (resting.getAsBoolean()) {
      counters.pushed("deferred");
      return 503;
    }
    Callback.Receipt receipt = callback.received(token, signature, links, contentType, body);
    int status = receipt.delivery().map(this::take).orElseGet(() -> status(receipt.outcome()));
    counters.pushed(status == 503 ? "deferred" : receipt.outcome().name().toLowerCase(Locale.ROOT));
    return status;
  }

  private static int status(Outcome outcome) {
    return switch (outcome) {
      // WebSub 7.1: whoever sends without the secret learns nothing from the answer
      case FORGED, REPEATED, ACCEPTED -> 202;
      case MISMATCHED -> 422;
      case ENDED -> 410;
      case UNKNOWN -> 404;
    };
  }

  private int take(Delivery delivery) {
    String id = delivery.subscription().source();
    if (sources.apply(id).isEmpty()) {
      return 410;
    }
    try {
      if (!due.claim(id, PATIENCE)) {
        return 503;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 503;
    }
    long before = ledger.state(id).published();
    boolean ask;
    try {
      // The hub only says that there is news; or an old body is sent again, or the feed is as it
      // was
      // before: what it says now decides.
      Optional<String> latest = ledger.state(id).cursor().bodyHash();
      ask =
          delivery.body().isEmpty()
              || replays.isReplay(id, delivery.body(), Optional.empty(), "", latest);

      if (!ask) {
        pipeline.sendBody("direct:deliveries.receive", delivery);
      }
      callback.delivered(delivery, ledger.state(id).published() - before);
    } catch (CamelExecutionException e) {
      LOG.error("{}: a delivery could not be committed: {}", id, String.valueOf(e.getCause()));
      return 503;
    } catch (RetryableException e) {
      LOG.error("{}: a delivery could not be compared with earlier ones: {}", id, e.getMessage());
      return 503;
    } finally {
      ledger.back(id);
    }
    if (ask) {
      due.wake(id);
    }
    return 202;
  }
}
