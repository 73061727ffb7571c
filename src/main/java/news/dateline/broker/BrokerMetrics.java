package news.dateline.broker;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.activemq.artemis.core.server.metrics.ActiveMQMetricsPlugin;

/** Gives the broker's own meters ({@code artemis.message.count} ...) to the registry. */
@SuppressWarnings("serial") // the interface asks for it; nobody serialises one
final class BrokerMetrics implements ActiveMQMetricsPlugin {
  private final transient MeterRegistry registry;

  BrokerMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public ActiveMQMetricsPlugin init(Map<String, String> options) {
    return this;
  }

  @Override
  public MeterRegistry getRegistry() {
    return registry;
  }
}
