package news.dateline.broker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.activemq.artemis.core.server.metrics.ActiveMQMetricsPlugin;

/** Gives the broker's own meters ({@code artemis.message.count} ...) to the registry. */
@SuppressWarnings("serial") // the interface asks for it; nobody serialises one
final class BrokerMetrics implements ActiveMQMetricsPlugin {
  private final transient MeterRegistry registry;

  private static final String PREFIX = "artemis.";

  BrokerMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Takes the meters of a broker that has stopped out of the registry: they would read a dead one,
   * and those of the next could not be added beside them.
   */
  static void forget(MeterRegistry registry) {
    registry.getMeters().stream()
        .filter(meter -> meter.getId().getName().startsWith(PREFIX))
        .forEach(registry::remove);
  }

  /** How often the broker stopped by itself, and whether it runs. */
  static void ofKeeper(MeterRegistry registry, BrokerKeeper keeper) {
    Gauge.builder("dateline.broker.restarts", keeper, BrokerKeeper::restarts)
        .description("How often the embedded broker was started again after it stopped by itself")
        .strongReference(true)
        .register(registry);
    Gauge.builder("dateline.broker.running", keeper, k -> k.down().isEmpty() ? 1 : 0)
        .description("1 while the embedded broker runs")
        .strongReference(true)
        .register(registry);
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
