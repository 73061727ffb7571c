package news.dateline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.dateline.model.Bytes;
import news.dateline.model.Outgoing;
import news.dateline.model.Reason;
import news.dateline.model.RetryableException;
import org.junit.jupiter.api.Test;

class OutboxPublisherTest {
  private Instant now = Articles.NOON;
  private final MemoryOutbox outbox = new MemoryOutbox();
  private final List<String> broker = new ArrayList<>();
  private final List<String> batches = new ArrayList<>();
  private boolean brokerUp = true;
  private final Set<String> refusing = new HashSet<>();
  private Optional<Valve.Shut> shut = Optional.empty();
  private final OutboxPublisher publisher =
      new OutboxPublisher(
          outbox,
          this::take,
          () -> shut,
          () -> now,
          new PublisherSettings(
              2, Duration.ofMillis(1), Duration.ofSeconds(1), Duration.ofSeconds(4)));

  @Test
  void nothing_leaves_while_a_valve_is_shut_and_all_leaves_when_it_opens() {
    outbox.add("a");
    shut = Optional.of(new Valve.Shut("subscriber", "desk-1 is full"));
    assertThat(publisher.publishOnce()).isZero();
    assertThat(publisher.waitsFor()).contains(shut.get());

    shut = Optional.empty();
    assertThat(publisher.publishOnce()).isEqualTo(1);
    assertThat(publisher.waitsFor()).isEmpty();
  }

  @Test
  void empties_the_outbox_in_order() {
    outbox.add("a", "b", "c", "d", "e");
    assertThat(publisher.publishOnce()).isEqualTo(5);
    assertThat(broker).containsExactly("a", "b", "c", "d", "e");
    assertThat(outbox.unconfirmed()).isEmpty();
    assertThat(publisher.publishOnce()).isZero();
  }

  @Test
  void sends_batches_of_before_a_crash_first_and_as_they_were() {
    outbox.add("a", "b");
    OutboxBatch old = outbox.next(now, 10).orElseThrow();
    outbox.add("c");
    assertThat(publisher.publishOnce()).isEqualTo(3);
    assertThat(batches.get(0)).isEqualTo(old.id());
    assertThat(broker).containsExactly("a", "b", "c");
  }

  @Test
  void keeps_what_the_broker_did_not_take_and_sends_the_same_batch_later() {
    outbox.add("a", "b", "c");
    brokerUp = false;
    assertThat(publisher.publishOnce()).isZero();
    assertThat(publisher.isUp()).isFalse();
    outbox.add("d");
    brokerUp = true;
    assertThat(publisher.publishOnce()).as("still waiting").isZero();
    now = now.plusSeconds(2);
    assertThat(publisher.publishOnce()).isEqualTo(4);
    assertThat(publisher.isUp()).isTrue();
    assertThat(broker).containsExactly("a", "b", "c", "d");
  }

  @Test
  void waits_longer_after_each_fault_but_not_for_ever() {
    outbox.add("a");
    brokerUp = false;
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      publisher.publishOnce();
      Instant start = now;
      int before = batches.size();
      while (batches.size() == before) {
        now = now.plusMillis(100);
        publisher.publishOnce();
      }
      waits.add(Duration.between(start, now).toMillis());
    }
    assertThat(waits).containsExactly(1000L, 2000L, 4000L, 4000L, 4000L);
  }

  @Test
  void an_address_that_takes_nothing_stops_no_other_and_is_named() {
    outbox.addTo("rejected", "r1");
    outbox.add("a");
    outbox.addTo("source.events", "e1");
    refusing.add("rejected");
    assertThat(publisher.publishOnce()).isEqualTo(2);
    assertThat(broker).containsExactly("a", "e1");
    assertThat(publisher.isUp()).isFalse();
    assertThat(publisher.stuck())
        .singleElement()
        .isEqualTo(new Stuck("rejected", Articles.NOON, "down"));

    outbox.addTo("rejected", "r2");
    outbox.add("b");
    assertThat(publisher.publishOnce()).as("without waiting for rejected").isEqualTo(1);
    now = now.plusSeconds(2);
    outbox.add("c");
    assertThat(publisher.publishOnce()).as("rejected fails again").isEqualTo(1);
    assertThat(publisher.stuck().get(0).since()).isEqualTo(Articles.NOON);

    refusing.clear();
    now = now.plusSeconds(5);
    assertThat(publisher.publishOnce()).isEqualTo(2);
    assertThat(publisher.stuck()).isEmpty();
    assertThat(broker).containsExactly("a", "e1", "b", "c", "r1", "r2");
  }

  @Test
  void a_batch_of_several_addresses_from_an_earlier_version_is_sent_as_it_was() {
    outbox.addTo("rejected", "r1");
    OutboxBatch rejected = outbox.next(now, 1).orElseThrow();
    outbox.add("a");
    OutboxBatch article = outbox.next(now, 1).orElseThrow();
    outbox.pending.clear();
    OutboxBatch mixed =
        new OutboxBatch("old", List.of(article.messages().get(0), rejected.messages().get(0)));
    outbox.pending.put("old", mixed);
    refusing.add("rejected");
    outbox.add("b");
    assertThat(publisher.publishOnce()).as("b does not wait").isEqualTo(1);
    assertThat(publisher.stuck()).extracting(Stuck::address).containsExactly("articles, rejected");
    refusing.clear();
    now = now.plusSeconds(2);
    assertThat(publisher.publishOnce()).isEqualTo(2);
    assertThat(batches).containsExactly("old", "b3", "old");
  }

  @Test
  void a_batch_whose_confirmation_was_lost_is_sent_again_under_its_id() {
    outbox.add("a");
    outbox.failConfirm = true;
    publisher.publishOnce();
    outbox.failConfirm = false;
    now = now.plusSeconds(5);
    publisher.publishOnce();
    assertThat(batches).hasSize(2);
    assertThat(batches.get(0)).isEqualTo(batches.get(1));
    assertThat(outbox.unconfirmed()).isEmpty();
  }

  private void take(OutboxBatch batch) {
    batches.add(batch.id());
    if (!brokerUp || batch.messages().stream().anyMatch(m -> refusing.contains(m.address()))) {
      throw new RetryableException(Reason.BROKER_FAILED, "down");
    }
    batch.messages().forEach(m -> broker.add(m.key()));
  }

  /** The port's contract in memory. */
  private static final class MemoryOutbox implements Outbox {
    private final List<Outgoing> rows = new ArrayList<>();
    private final Map<String, OutboxBatch> pending = new LinkedHashMap<>();
    private int count;
    private boolean failConfirm;

    void add(String... keys) {
      addTo("articles", keys);
    }

    void addTo(String address, String... keys) {
      for (String key : keys) {
        rows.add(
            new Outgoing(
                address,
                key,
                "1",
                Bytes.utf8("{}"),
                "application/json",
                Map.of(),
                4,
                Optional.empty(),
                false,
                false));
      }
    }

    @Override
    public List<OutboxBatch> unconfirmed() {
      return List.copyOf(pending.values());
    }

    @Override
    public Optional<OutboxBatch> next(Instant now, int limit, Set<String> except) {
      Optional<String> address =
          rows.stream().map(Outgoing::address).filter(a -> !except.contains(a)).findFirst();
      if (address.isEmpty()) {
        return Optional.empty();
      }
      List<Outgoing> head =
          rows.stream().filter(r -> r.address().equals(address.get())).limit(limit).toList();
      OutboxBatch batch = new OutboxBatch("b" + ++count, head);
      pending.put(batch.id(), batch);
      rows.removeAll(head);
      return Optional.of(batch);
    }

    @Override
    public void confirm(String batchId) {
      if (failConfirm) {
        throw new RetryableException(Reason.STORE_FAILED, "disk");
      }
      pending.remove(batchId);
    }

    @Override
    public void await(Duration atMost) {}
  }
}
