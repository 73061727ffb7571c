package news.dateline.app;

import java.util.Optional;
import news.dateline.model.Reason;
import org.apache.camel.Consumer;
import org.apache.camel.component.jms.JmsConsumer;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckAware;
import org.apache.camel.support.ScheduledPollConsumer;
import org.springframework.jms.listener.DefaultMessageListenerContainer;

/**
 * How the connection to what delivers is.
 *
 * @param well false also when nothing is known yet
 * @param reason why not; empty when it is well, or nothing is known
 * @param message one line for people, without secrets
 */
record Link(boolean well, Optional<Reason> reason, String message) {
  static final Link UNKNOWN = new Link(false, Optional.empty(), "");
  static final Link WELL = new Link(true, Optional.empty(), "");

  static Link fault(Reason reason, String message) {
    return new Link(false, Optional.of(reason), message);
  }

  /** As Camel's consumer knows it. */
  static Link of(Consumer consumer, TransportFaults faults) {
    if (consumer instanceof ScheduledPollConsumer polling) {
      if (polling.getErrorCounter() > 0) {
        return faults.last();
      }
      return polling.getSuccessCounter() > 0 ? WELL : UNKNOWN;
    }
    if (consumer instanceof JmsConsumer queue) {
      return of(queue, faults);
    }
    if (consumer instanceof HealthCheckAware aware && aware.getHealthCheck() != null) {
      HealthCheck.Result result = aware.getHealthCheck().call();
      return switch (result.getState()) {
        case UP -> WELL;
        case DOWN ->
            result
                .getError()
                .map(faults::describe)
                .orElse(fault(Reason.UNREACHABLE, result.getMessage().orElse("not connected")));
        case UNKNOWN -> UNKNOWN;
      };
    }
    return WELL;
  }

  private static Link of(JmsConsumer queue, TransportFaults faults) {
    try {
      if (queue.getListenerContainer() instanceof DefaultMessageListenerContainer container) {
        if (container.isRecovering()) {
          return fault(Reason.UNREACHABLE, "its broker cannot be reached");
        }
        return container.getActiveConsumerCount() > 0 ? WELL : UNKNOWN;
      }
      return UNKNOWN;
    } catch (Exception e) {
      return faults.describe(e);
    }
  }
}
