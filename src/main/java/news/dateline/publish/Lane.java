package news.dateline.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import news.dateline.model.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one address, with a retry and a back-off of its own: while one address takes nothing,
 * the others go on. A batch written by an earlier version may hold messages for several addresses;
 * those together are a lane too. Used by one thread; {@link #stuck()} by any.
 */
final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private final String name;
  private final PublisherSettings settings;
  private Duration retry;
  private Instant notBefore = Instant.MIN;
  private volatile Optional<Stuck> stuck = Optional.empty();

  Lane(String name, PublisherSettings settings) {
    this.name = name;
    this.settings = settings;
    this.retry = settings.firstRetry();
  }

  /** The name of the lane a batch takes: its address, or its addresses. */
  static String of(OutboxBatch batch) {
    String first = batch.messages().get(0).address();
    return batch.messages().stream().allMatch(m -> m.address().equals(first))
        ? first
        : batch.messages().stream()
            .map(Outgoing::address)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
  }

  String name() {
    return name;
  }

  /** While true nothing is sent: the last try failed a short time ago. */
  boolean waits(Instant now) {
    // a wait longer than the longest was begun before the clock was set back
    return now.isBefore(notBefore) && !notBefore.isAfter(now.plus(settings.longestRetry()));
  }

  /** Why nothing leaves by this lane; empty while messages leave. */
  Optional<Stuck> stuck() {
    return stuck;
  }

  void failed(RuntimeException fault, Instant now) {
    notBefore = now.plus(retry);
    retry = retry.multipliedBy(2);
    if (retry.compareTo(settings.longestRetry()) > 0) {
      retry = settings.longestRetry();
    }
    if (stuck.isEmpty()) {
      LOG.warn("Publishing to {} stopped, messages wait in the outbox: {}", name, fault.toString());
    }
    Instant since = stuck.map(Stuck::since).orElse(now);
    String why = fault.getMessage() == null ? fault.toString() : fault.getMessage();
    stuck = Optional.of(new Stuck(name, since, why));
  }

  void succeeded() {
    retry = settings.firstRetry();
    notBefore = Instant.MIN;
    if (stuck.isPresent()) {
      stuck = Optional.empty();
      LOG.info("Publishing to {} goes on", name);
    }
  }
}
