package news.dateline.broker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import news.dateline.model.Outgoing;
import news.dateline.publish.OutboxBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real broker whose files are damaged between runs. */
class PromisesTest {
  @TempDir Path data;

  @Test
  void nothing_is_missing_after_an_ordinary_restart() throws Exception {
    try (Rig rig = new Rig(data)) {
      subscribe(rig, "away", null);
      send(rig, 1, 300);
      assertThat(read(rig, "away", 100)).hasSize(100);
      rig.restart(List.of());
      assertThat(rig.broker.promises().due()).isTrue();
      assertThat(rig.broker.promises().compare()).isEmpty();
      assertThat(read(rig, "away", 1000)).hasSize(200);
      rig.restart(List.of());
      assertThat(rig.broker.promises().compare()).isEmpty();
    }
  }

  @Test
  void what_a_damaged_journal_no_longer_holds_is_missing_and_can_be_sent_again() throws Exception {
    try (Rig rig = new Rig(data)) {
      subscribe(rig, "away", null);
      send(rig, 1, 60);
      rig.close();
      damage(data.resolve("broker/journal"));
      rig.start();
      List<Promises.Missing> missing = rig.broker.promises().compare();
      assertThat(missing).hasSize(1);
      assertThat(missing.get(0).certain()).isTrue();
      List<Long> lost = missing.get(0).sequences();
      assertThat(lost).isNotEmpty();
      rig.broker
          .promises()
          .sendAgain("desk.away", lost.stream().map(n -> numbered(n, "en")).toList());
      assertThat(rig.broker.promises().compare()).isEmpty();
      assertThat(read(rig, "away", 1000))
          .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
    }
  }

  @Test
  void a_broker_without_its_folder_has_its_subscriptions_made_again() throws Exception {
    try (Rig rig = new Rig(data)) {
      subscribe(rig, "all", null);
      subscribe(rig, "english", "lang = 'en'");
      send(rig, 1, 20);
      rig.close();
      delete(data.resolve("broker"));
      rig.start();
      assertThat(rig.broker.promises().compare())
          .extracting(m -> m.subscription() + " " + m.sequences().size())
          .containsExactlyInAnyOrder("desk.all 20", "desk.english 20");
      rig.broker.promises().sendAgain("desk.english", List.of(numbered(7, "en")));
      rig.send(numbered(21, "fr"), numbered(22, "en"));
      assertThat(read(rig, "english", "lang = 'en'", 100)).containsExactly(7L, 22L);
      assertThat(read(rig, "all", 100)).containsExactly(21L, 22L);
    }
  }

  @Test
  void what_was_read_dropped_or_is_of_a_subscription_that_ended_is_owed_to_nobody()
      throws Exception {
    try (Rig rig = new Rig(data)) {
      subscribe(rig, "ended", null);
      subscribe(rig, "read", null);
      subscribe(rig, "dropped", null);
      send(rig, 1, 50);
      try (Connection c = rig.coreReader()) {
        c.setClientID("desk");
        c.createSession().unsubscribe("ended");
      }
      assertThat(read(rig, "read", 100)).hasSize(50);
      rig.broker.server().locateQueue("desk.dropped").deleteAllReferences();
      rig.close();
      delete(data.resolve("broker"));
      rig.start();
      assertThat(rig.broker.promises().compare()).isEmpty();
      assertThat(rig.broker.subscriptions().list())
          .extracting(Subscriptions.Subscription::queue)
          .containsExactly("desk.dropped", "desk.read");
    }
  }

  @Test
  void what_a_subscriber_took_and_left_is_owed_again() throws Exception {
    try (Rig rig = new Rig(data)) {
      subscribe(rig, "away", null);
      send(rig, 1, 40);
      try (Connection c = rig.coreReader()) {
        c.setClientID("desk");
        c.start();
        Session session = c.createSession(false, Session.CLIENT_ACKNOWLEDGE);
        MessageConsumer consumer =
            session.createDurableConsumer(session.createTopic("articles"), "away");
        Message last = consumer.receive(5000);
        for (int i = 1; i < 10; i++) {
          last = consumer.receive(5000);
        }
        last.acknowledge();
        assertThat(consumer.receive(5000)).isNotNull();
      }
      rig.close();
      delete(data.resolve("broker"));
      rig.start();
      assertThat(rig.broker.promises().compare().get(0).sequences())
          .containsExactlyElementsOf(LongStream.rangeClosed(11, 40).boxed().toList());
    }
  }

  @Test
  void a_batch_the_broker_knows_already_is_not_promised_a_second_time() throws Exception {
    try (Rig rig = new Rig(data)) {
      subscribe(rig, "away", null);
      OutboxBatch batch =
          new OutboxBatch("b-1", List.of(numbered(1, "en"), numbered(2, "en"), numbered(3, "en")));
      rig.outlet.send(batch);
      assertThat(read(rig, "away", 10)).hasSize(3);
      rig.outlet.send(batch);
      assertThat(rig.broker.promises().compare()).isEmpty();
    }
  }

  static void subscribe(Rig rig, String name, String selector) throws Exception {
    try (Connection c = rig.coreReader()) {
      c.setClientID("desk");
      Session session = c.createSession();
      session.createDurableConsumer(session.createTopic("articles"), name, selector, false);
    }
  }

  static void send(Rig rig, long from, long to) {
    List<Outgoing> batch =
        LongStream.rangeClosed(from, to).mapToObj(n -> numbered(n, "en")).toList();
    rig.outlet.send(new OutboxBatch(UUID.randomUUID().toString(), batch));
  }

  static Outgoing numbered(long number, String lang) {
    Outgoing plain = Rig.article((int) number, lang);
    Map<String, Object> properties = new HashMap<>(plain.properties());
    properties.put(Outgoing.SEQUENCE, number);
    return Rig.message(
        plain.address(), plain.key(), "{\"text\":\"" + "quay ".repeat(400) + "\"}", properties);
  }

  static List<Long> read(Rig rig, String name, int most) throws Exception {
    return read(rig, name, null, most);
  }

  static List<Long> read(Rig rig, String name, String selector, int most) throws Exception {
    List<Long> numbers = new ArrayList<>();
    try (Connection c = rig.coreReader()) {
      c.setClientID("desk");
      c.start();
      Session session = c.createSession();
      MessageConsumer consumer =
          session.createDurableConsumer(session.createTopic("articles"), name, selector, false);
      for (Message m = consumer.receive(3000); m != null; m = consumer.receive(1000)) {
        if (((BytesMessage) m).getObjectProperty("sequence") instanceof Long number) {
          numbers.add(number); // a damaged one may have lost it
        }
        if (numbers.size() == most) {
          break;
        }
      }
    }
    return numbers;
  }

  private static void damage(Path journal) throws IOException {
    try (Stream<Path> files = Files.list(journal)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".amq")).toList()) {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
          for (long at = 20_000; at < 120_000; at += 9_000) {
            raw.seek(at);
            raw.write(new byte[64]);
          }
        }
      }
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
