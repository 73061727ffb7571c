package news.dateline.app;

import jakarta.mail.MessagingException;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a transport that its delivery is committed, where Camel's own component does not do it: the
 * offset of a Kafka topic, the flag of a mail of which something was buried. Files are moved by
 * {@link Filing}; mails are marked as seen, and messages of queues acknowledged, by their
 * components when an exchange ends without a failure, which means: when it is committed.
 */
final class Acknowledger {
  private static final Logger LOG = LoggerFactory.getLogger(Acknowledger.class);

  /** Exchange property: it came from a queue that counts how often it gives a message. */
  private static final String FROM_QUEUE = "DatelineFromQueue";

  private final int tries;

  /**
   * @param tries how often a step is repeated while the fault lies outside of the document
   */
  Acknowledger(int tries) {
    this.tries = tries;
  }

  /** Arranges what happens when this exchange ends; first step of a route. */
  public void afterCommit(Exchange exchange) {
    KafkaManualCommit offset =
        exchange.getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class);
    if (offset != null) {
      exchange.getExchangeExtension().addOnCompletion(new After(offset::commit));
    }
    if (exchange.getMessage().getHeader("JMSMessageID") != null) {
      exchange.setProperty(FROM_QUEUE, true);
    }
    if (exchange.getMessage().getBody() instanceof jakarta.mail.Message mail) {
      exchange
          .getExchangeExtension()
          .addOnCompletion(
              new After(
                  () -> {
                    if (Outcome.of(exchange).filter(o -> o.burial().isPresent()).isPresent()) {
                      Mails.flag(mail);
                    }
                  }));
    }
  }

  /**
   * Whether a step that failed for a reason outside of the document is tried once more. A message
   * of a queue is kept in hand as long as it takes: given back, it would go to the dead letters
   * after a few rounds.
   */
  public boolean triesAgain(Exchange exchange) {
    if (exchange.getProperty(FROM_QUEUE) != null) {
      return true;
    }
    Integer done = exchange.getMessage().getHeader(Exchange.REDELIVERY_COUNTER, Integer.class);
    return done == null || done < tries;
  }

  private interface Step {
    void run() throws MessagingException;
  }

  private static final class After extends SynchronizationAdapter {
    private final Step step;

    After(Step step) {
      this.step = step;
    }

    @Override
    public void onComplete(Exchange exchange) {
      if (Outcome.of(exchange).isEmpty()) {
        return;
      }
      try {
        step.run();
      } catch (MessagingException | RuntimeException e) {
        // it is committed: delivered again, it gives nothing new
        LOG.warn(
            "{}: committed, but not acknowledged: {}",
            exchange.getProperty("DatelineSource"),
            e.toString());
      }
    }
  }
}
