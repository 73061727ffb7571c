package news.dateline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Consumer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Tries a transport before its source is added, in a Camel of its own that is thrown away: all is
 * made that a start would make, and nothing is taken from it. A trial that hangs is given up; its
 * thread is interrupted and dies alone.
 */
final class TransportTrial {
  private final Duration limit;

  /**
   * @param limit how long a trial may take
   */
  TransportTrial(Duration limit) {
    this.limit = limit;
  }

  /**
   * @param uri as Camel consumes from it
   * @return why it cannot be started; empty when it can
   */
  Optional<String> fault(String uri) {
    FutureTask<Optional<String>> task = new FutureTask<>(() -> tried(uri));
    Thread thread = new Thread(task, "transport-trial");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      return Optional.of("it did not answer within " + limit.toSeconds() + " s");
    } catch (ExecutionException e) {
      return Optional.of(
          TransportFaults.of(e.getCause() == null ? e : e.getCause(), uri).message());
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return Optional.of("the trial was interrupted");
    }
  }

  private static Optional<String> tried(String uri) {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.disableJMX();
      if (camel.getComponent(Transports.scheme(uri)) == null) {
        return Optional.of(ComponentJars.missing(camel, Transports.scheme(uri)));
      }
      Consumer consumer =
          camel
              .getEndpoint(uri)
              .createConsumer(
                  exchange -> {
                    throw new IllegalStateException("a trial takes nothing");
                  });
      ServiceHelper.initService(consumer); // never started: nothing is looked at
      ServiceHelper.stopAndShutdownService(consumer);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception | LinkageError e) {
      return Optional.of(TransportFaults.of(e, uri).message());
    }
  }
}
