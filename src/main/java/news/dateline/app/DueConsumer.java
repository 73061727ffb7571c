package news.dateline.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import news.dateline.model.Poll;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Worker threads that carry due sources through the route, one at a time each. Stopping or
 * suspending the route stops the polling.
 */
final class DueConsumer extends DefaultConsumer implements Suspendable {
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final DueEndpoint endpoint;
  private final DueWork work;
  private @Nullable ExecutorService threads;

  DueConsumer(DueEndpoint endpoint, Processor processor, DueWork work) {
    super(endpoint, processor);
    this.endpoint = endpoint;
    this.work = work;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    ExecutorService pool =
        endpoint
            .getCamelContext()
            .getExecutorServiceManager()
            .newFixedThreadPool(this, "due", endpoint.getWorkers());
    threads = pool;
    for (int i = 0; i < endpoint.getWorkers(); i++) {
      pool.execute(this::loop);
    }
  }

  @Override
  protected void doStop() throws Exception {
    ExecutorService pool = threads;
    if (pool != null) {
      endpoint.getCamelContext().getExecutorServiceManager().shutdownGraceful(pool, 10_000);
      threads = null;
    }
    super.doStop();
  }

  private void loop() {
    while (isStarting() || isRunAllowed()) {
      try {
        if (isSuspendingOrSuspended()) {
          Thread.sleep(PATIENCE.toMillis());
        } else if (isStarted()) {
          Optional<Poll> poll = work.take(PATIENCE);
          if (poll.isPresent()) {
            carry(poll.get());
          }
        } else {
          Thread.sleep(10);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void carry(Poll poll) {
    Exchange exchange = createExchange(false);
    Throwable failure = null;
    try {
      exchange.getIn().setBody(poll);
      getProcessor().process(exchange);
      failure = exchange.getException();
    } catch (Exception | StackOverflowError e) {
      failure = e;
    } finally {
      releaseExchange(exchange, false);
      work.finished(poll, failure);
    }
  }
}
