package news.dateline.app;

import java.time.InstantSource;
import java.util.Optional;
import news.dateline.model.Batch;
import news.dateline.model.Bytes;
import news.dateline.model.DatelineException;
import news.dateline.model.Document;
import news.dateline.model.Fetch;
import news.dateline.model.Poll;
import news.dateline.model.Reason;
import news.dateline.model.Rejection;
import news.dateline.model.RetryableException;
import news.dateline.model.Source;
import org.apache.camel.Exchange;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Buries what cannot go on: finds the bytes in whatever the exchange carries, the reason anywhere
 * in the chain of causes, and commits both with the source's state. One log line, with source,
 * document and reason.
 *
 * <p>When the fault lies outside the document (the store is away) nothing is buried and nothing
 * acknowledged: the failure is passed on, a file stays where it is and a source is asked again.
 */
final class Undertaker {
  private static final Logger LOG = LoggerFactory.getLogger(Undertaker.class);

  private final Settler settler;
  private final Ledger ledger;
  private final InstantSource clock;

  Undertaker(Settler settler, Ledger ledger, InstantSource clock) {
    this.settler = settler;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Buries the document of a failed exchange. */
  public void bury(Exchange exchange) {
    Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    DatelineException known = find(failure);
    if (known instanceof RetryableException outside) {
      throw outside;
    }
    Object body = exchange.getMessage().getBody();
    String stage = exchange.getProperty(Exchange.FAILURE_ROUTE_ID, "unknown", String.class);
    Reason reason = known == null ? Reason.UNFORESEEN : known.reason();
    String message = known == null ? String.valueOf(failure) : known.getMessage();
    if (known == null) {
      LOG.error("a fault nobody foresaw in {}", stage, failure);
    }
    if (body instanceof Poll poll) {
      ledger.commit(settler.settleFault(poll.source(), reason, message));
      return;
    }
    Document document =
        document(body)
            .or(() -> Optional.ofNullable(exchange.getProperty(Receiver.DOCUMENT, Document.class)))
            .orElseThrow(() -> new IllegalStateException("nothing to bury in " + body, failure));
    Rejection rejection = Rejection.ofDocument(document, stage, reason, message, clock.instant());
    Settled settled = settler.settleRejected(document, rejection);
    ledger.commit(settled);
    exchange.setProperty(Outcome.SETTLED, settled);
  }

  /** Buries a delivery that is too large to be fetched: its name and size are all there is. */
  Outcome buryUnread(Source source, String name, Reason reason, String message) {
    Document document = Receiver.document(source, name, Optional.empty(), Bytes.EMPTY, clock);
    Settled settled =
        settler.settleRejected(
            document,
            Rejection.ofDocument(document, "documents.receive", reason, message, clock.instant()));
    ledger.commit(settled);
    return new Outcome(settled.tally(), settled.burial());
  }

  private static Optional<Document> document(Object body) {
    if (body instanceof Document document) {
      return Optional.of(document);
    }
    if (body instanceof Batch<?> batch) {
      return Optional.of(batch.document());
    }
    if (body instanceof Fetch.Fetched fetched) {
      return Optional.of(fetched.document());
    }
    return Optional.empty();
  }

  private static @org.jspecify.annotations.Nullable DatelineException find(
      @org.jspecify.annotations.Nullable Throwable failure) {
    return failure == null ? null : ObjectHelper.getException(DatelineException.class, failure);
  }
}
