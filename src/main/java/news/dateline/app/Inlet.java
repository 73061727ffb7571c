package news.dateline.app;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import news.dateline.model.RetryableException;
import news.dateline.model.Source;
import news.dateline.sources.PushProof;
import news.dateline.sources.PushSecret;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ServiceStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what senders push, through the route of the source and the same pipeline as everything
 * else. Answers only when it is committed; one delivery of a source after the other.
 */
final class Inlet {
  private static final Logger LOG = LoggerFactory.getLogger(Inlet.class);

  /** How long a delivery waits for another of the same source; then the sender comes again. */
  private static final long PATIENCE_SECONDS = 20;

  /** Deliveries that wait for one of the same source, so that others' need not. */
  private static final int QUEUE = 4;

  private static final Control.Receipt LATER = Control.Receipt.of(Control.Receipt.Kind.LATER);

  private final CamelContext camel;
  private final Function<String, Optional<Source>> sources;
  private final BooleanSupplier resting;
  private final Ledger ledger;
  private final Replays replays;
  private final InstantSource clock;
  private final ProducerTemplate pipeline;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  /**
   * @param ledger knows what was last committed of a source
   * @param replays knows what was committed before
   * @param resting true while nothing may come in: whoever delivers is told to come again
   */
  Inlet(
      CamelContext camel,
      Function<String, Optional<Source>> sources,
      Ledger ledger,
      Replays replays,
      BooleanSupplier resting,
      InstantSource clock) {
    this.ledger = ledger;
    this.replays = replays;
    this.clock = clock;
    this.camel = camel;
    this.sources = sources;
    this.resting = resting;
    this.pipeline = camel.createProducerTemplate();
  }

  /** Whoever does not know the secret learns nothing, not even which sources there are. */
  Control.Receipt take(Control.Pushed pushed) {
    Optional<Source> source = sources.apply(pushed.source());
    PushSecret secret = PushSecret.of(source);
    PushProof proof = secret.proof(pushed.headers(), pushed.body(), clock.instant());
    if (!proof.admitted() || source.isEmpty()) {
      return Control.Receipt.of(Control.Receipt.Kind.REFUSED, proof.why());
    }
    if (pushed.body().isEmpty()) {
      return Control.Receipt.of(Control.Receipt.Kind.EMPTY);
    }
    String id = source.get().id();
    String route = SourceRoutes.routeId(id);
    ServiceStatus status = camel.getRouteController().getRouteStatus(route);
    if (resting.getAsBoolean()) {
      return Control.Receipt.of(
          Control.Receipt.Kind.LATER,
          "the disk is nearly full: nothing is taken in before it has room");
    }
    if (status == null || !status.isStarted()) { // paused
      return LATER;
    }
    ReentrantLock lock = locks.computeIfAbsent(id, key -> new ReentrantLock());
    if (lock.getQueueLength() >= QUEUE) {
      return LATER;
    }
    try {
      if (!lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return LATER;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return LATER;
    }
    try {
      Optional<String> latest = ledger.state(id).cursor().bodyHash();
      if (replays.isReplay(id, pushed.body(), proof.signed(), proof.signature(), latest)) {
        LOG.info("{}: a delivery came again that was committed before; it changes nothing", id);
        return Control.Receipt.of(Control.Receipt.Kind.KNOWN);
      }
      Control.Receipt receipt = send("direct:" + route, id, pushed);
      if (proof.signed().isPresent() && receipt.kind() == Control.Receipt.Kind.TAKEN) {
        replays.used(id, proof.signature(), clock.instant(), secret.goodFor());
      }
      return receipt;
    } catch (RetryableException e) {
      LOG.error("{}: a delivery could not be compared with earlier ones: {}", id, e.getMessage());
      return LATER;
    } finally {
      lock.unlock();
    }
  }

  private Control.Receipt send(String endpoint, String id, Control.Pushed pushed) {
    Exchange done =
        pipeline.send(
            endpoint,
            exchange -> {
              exchange.getIn().setBody(pushed.body().array());
              pushed
                  .contentType()
                  .ifPresent(type -> exchange.getIn().setHeader(Exchange.CONTENT_TYPE, type));
              pushed
                  .name()
                  .filter(Whole::isPlain)
                  .ifPresent(name -> exchange.getIn().setHeader(Exchange.FILE_NAME, name));
            });
    Optional<Outcome> outcome = Outcome.of(done);
    if (done.isFailed() || outcome.isEmpty()) {
      LOG.error(
          "{}: a delivery could not be committed: {}", id, String.valueOf(done.getException()));
      return LATER;
    }
    Settled.Tally tally = outcome.get().tally();
    return new Control.Receipt(
        outcome.get().useless() ? Control.Receipt.Kind.BURIED : Control.Receipt.Kind.TAKEN,
        tally.received(),
        tally.published(),
        tally.unchanged(),
        tally.rejected(),
        outcome.get().burial().map(b -> b.reason()),
        outcome.get().burial().map(b -> b.message()).orElse(""));
  }
}
