package news.dateline.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import news.dateline.publish.OutboxBatch;
import news.dateline.testing.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that stops by itself, by real faults. */
class BrokerKeeperTest {
  @TempDir Path folder;

  @Test
  void a_broker_that_stops_by_itself_runs_again_with_the_same_port_and_meters() throws Exception {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    Credentials credentials = Credentials.in(folder);
    try (EmbeddedBroker broker =
        new EmbeddedBroker(
            BrokerSettings.of(folder, "127.0.0.1", 0),
            List.of(),
            credentials,
            Optional.of(meters),
            InstantSource.system())) {
      AtomicBoolean room = new AtomicBoolean(false);
      broker.startAgainOnlyIf(room::get);
      broker.start();
      int port = broker.port();
      try (BrokerOutlet outlet = new BrokerOutlet(broker.asPublisher())) {
        outlet.send(batch(0, 1));
        int before = meters.getMeters().size();
        broker.server().getStorageManager().criticalError(new IOException("the disk is gone"));
        await().untilAsserted(() -> assertThat(broker.down()).isPresent());
        assertThat(broker.down().orElseThrow()).contains("the disk is gone");
        assertThat(broker.isUp()).isFalse();
        assertThat(meters.get("dateline.broker.running").gauge().value()).isZero();
        room.set(true);
        await().atMost(Duration.ofSeconds(30)).until(broker::isUp);
        assertThat(broker.port()).isEqualTo(port);
        await().untilAsserted(() -> assertThat(broker.down()).isEmpty());
        sendSoon(outlet, batch(1, 2));
        assertThat(meters.getMeters().size()).isEqualTo(before);
        assertThat(meters.get("dateline.broker.restarts").gauge().value()).isEqualTo(1);
        assertThat(meters.get("artemis.connection.count").gauge().value()).isPositive();
      }
    }
  }

  @Test
  void a_full_disk_stops_it_and_room_brings_it_back_with_all_that_was_confirmed() throws Exception {
    try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), 120);
        Rig rig = new Rig(disk.folder())) {
      rig.broker.startAgainOnlyIf(() -> roomOn(disk));
      subscribe(rig);
      rig.outlet.send(batch(0, 50));
      disk.fill(1 << 20);
      // more than the journal has room for, before the broker's own look at the disk stops it
      int next = 6000;
      OutboxBatch large = batch(50, next);
      Thread sending =
          new Thread(() -> assertThatThrownBy(() -> rig.outlet.send(large)).isNotNull(), "sending");
      sending.setDaemon(true);
      sending.start();
      TreeSet<Integer> sent = new TreeSet<>();
      for (int i = 0; i < 50; i++) {
        sent.add(i);
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> rig.broker.down().isPresent() || !sending.isAlive());
      await().untilAsserted(() -> assertThat(rig.broker.down()).isPresent());
      disk.empty();
      await().atMost(Duration.ofSeconds(40)).until(rig.broker::isUp);
      sendSoon(rig.outlet, batch(next, next + 50));
      for (int i = next; i < next + 50; i++) {
        sent.add(i);
      }
      assertThat(read(rig)).containsAll(sent);
    }
  }

  private static boolean roomOn(SmallDisk disk) {
    try {
      return disk.free() > 30 << 20;
    } catch (IOException e) {
      return false;
    }
  }

  private static OutboxBatch batch(int from, int to) {
    return new OutboxBatch(
        UUID.randomUUID().toString(),
        java.util.stream.IntStream.range(from, to)
            .mapToObj(i -> Rig.article(i, "en", "{\"text\":\"" + "quay ".repeat(800) + "\"}"))
            .toList());
  }

  private static void sendSoon(BrokerOutlet outlet, OutboxBatch batch) {
    await().ignoreExceptions().atMost(Duration.ofSeconds(20)).until(() -> sent(outlet, batch));
  }

  private static boolean sent(BrokerOutlet outlet, OutboxBatch batch) {
    outlet.send(batch);
    return true;
  }

  private static void subscribe(Rig rig) throws Exception {
    try (Connection c = rig.coreReader()) {
      c.setClientID("away");
      Session session = c.createSession();
      session.createDurableConsumer(session.createTopic("articles"), "all");
    }
  }

  private static TreeSet<Integer> read(Rig rig) throws Exception {
    TreeSet<Integer> numbers = new TreeSet<>();
    try (Connection c = rig.coreReader()) {
      c.setClientID("away");
      c.start();
      Session session = c.createSession();
      MessageConsumer consumer =
          session.createDurableConsumer(session.createTopic("articles"), "all");
      for (Message m = consumer.receive(5000); m != null; m = consumer.receive(1500)) {
        numbers.add(((BytesMessage) m).getIntProperty("n"));
      }
    }
    return numbers;
  }
}
