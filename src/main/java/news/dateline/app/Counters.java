package news.dateline.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import news.dateline.model.Outgoing;
import news.dateline.model.Reason;

/**
 * What happened since the start. The sum always holds: {@code received = published + unchanged +
 * rejected}; articles under embargo count as published when they are stored, documents buried whole
 * are counted apart.
 */
final class Counters {
  private final LongAdder received = new LongAdder();
  private final LongAdder published = new LongAdder();
  private final LongAdder unchanged = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder documents = new LongAdder();
  private final MeterRegistry registry;

  Counters(MeterRegistry registry) {
    this.registry = registry;
    gauge("dateline.items.received", "Items received since the start", () -> received.sum());
    gauge(
        "dateline.articles.published",
        "Versions stored for publishing since the start",
        () -> published.sum());
    gauge("dateline.items.unchanged", "Items already known as they are", () -> unchanged.sum());
    gauge("dateline.documents.rejected", "Documents buried whole", () -> documents.sum());
  }

  /** Counts what one commit did. */
  void add(Settled settled) {
    Settled.Tally tally = settled.tally();
    received.add(tally.received());
    published.add(tally.published());
    unchanged.add(tally.unchanged());
    rejected.add(tally.rejected());
    documents.add(tally.documents());
    for (Outgoing message : settled.settlement().messages()) {
      if (message.address().equals(Outgoing.REJECTED)) {
        Counter.builder("dateline.items.rejected")
            .description("Buried items and documents by stage and reason")
            .tag("stage", String.valueOf(message.properties().getOrDefault("stage", "unknown")))
            .tag(
                "reason",
                String.valueOf(
                    message.properties().getOrDefault("reason", Reason.UNFORESEEN.slug())))
            .register(registry)
            .increment();
      }
    }
  }

  long received() {
    return received.sum();
  }

  long published() {
    return published.sum();
  }

  long unchanged() {
    return unchanged.sum();
  }

  /** Items buried, without documents buried whole. */
  long rejected() {
    return rejected.sum();
  }

  long documents() {
    return documents.sum();
  }

  /** A hub sent something, with this outcome. */
  void pushed(String outcome) {
    Counter.builder("dateline.websub.deliveries")
        .description("What hubs, or others, sent to callbacks, by outcome")
        .tag("outcome", outcome)
        .register(registry)
        .increment();
  }

  /** A number that is read when it is asked for, one of several that differ in a tag. */
  void gauge(String name, String description, Tag tag, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).tags(List.of(tag)).register(registry);
  }

  /** A number that is read when it is asked for. */
  void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(registry);
  }
}
