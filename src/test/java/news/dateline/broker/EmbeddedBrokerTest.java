package news.dateline.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Reason;
import news.dateline.model.RetryableException;
import news.dateline.publish.OutboxBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
  @TempDir Path data;

  @Test
  void passwords_are_made_once_and_only_the_owner_may_read_them() throws Exception {
    Credentials made = Credentials.in(data);
    Path file = data.resolve(Credentials.FILE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Credentials.in(data)).isEqualTo(made);
    assertThat(List.of(made.publisher(), made.reader(), made.admin()))
        .doesNotHaveDuplicates()
        .allMatch(p -> p.length() >= 20);
    assertThat(made.toString()).doesNotContain(made.reader());
  }

  @Test
  void each_desk_has_a_password_of_its_own_which_stays_when_desks_come_and_go() throws Exception {
    Credentials none = Credentials.in(data);
    Credentials one = Credentials.in(data, List.of(desk("world")));
    Credentials two = Credentials.in(data, List.of(desk("sport"), desk("world")));
    assertThat(one.publisher()).isEqualTo(none.publisher());
    assertThat(one.desks()).containsOnlyKeys("desk-world");
    assertThat(two.desks())
        .containsOnlyKeys("desk-world", "desk-sport")
        .containsAllEntriesOf(one.desks());
    assertThat(two.desks().values()).doesNotHaveDuplicates();
    assertThat(Credentials.in(data)).isEqualTo(none);
    assertThat(two.toString()).doesNotContain(two.desks().get("desk-world"));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve(Credentials.FILE))))
        .isEqualTo("rw-------");
  }

  private static Desk desk(String name) {
    return new Desk(name, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void a_durable_subscription_survives_a_restart_with_what_it_holds() throws Exception {
    try (Rig rig = new Rig(data)) {
      subscribe(rig, "archive", null);
      rig.sendMany(0, 5);
      rig.restart(List.of());
      rig.sendMany(5, 8);
      assertThat(read(rig, "archive", null)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }
  }

  @Test
  void a_batch_sent_twice_is_delivered_once_also_across_a_restart() throws Exception {
    try (Rig rig = new Rig(data)) {
      subscribe(rig, "archive", null);
      OutboxBatch batch =
          new OutboxBatch("b-1", List.of(Rig.article(1, "en"), Rig.article(2, "en")));
      rig.outlet.send(batch);
      rig.outlet.send(batch);
      rig.restart(List.of());
      rig.outlet.send(batch);
      rig.send(Rig.article(3, "en"));
      assertThat(read(rig, "archive", null)).containsExactly(1, 2, 3);
    }
  }

  @Test
  void a_broker_that_is_away_is_a_fault_to_retry_and_the_same_outlet_goes_on_later()
      throws Exception {
    try (Rig rig = new Rig(data)) {
      subscribe(rig, "archive", null);
      int port = rig.broker.port();
      BrokerSettings settings = BrokerSettings.of(data, "127.0.0.1", port);
      try (BrokerOutlet overTcp =
          new BrokerOutlet(
              new BrokerAddress(
                  "tcp://127.0.0.1:" + port, Credentials.PUBLISHER, rig.credentials.publisher()))) {
        overTcp.send(new OutboxBatch("b-1", List.of(Rig.article(1, "en"))));
        rig.broker.stop();
        OutboxBatch second = new OutboxBatch("b-2", List.of(Rig.article(2, "en")));
        assertThatThrownBy(() -> overTcp.send(second))
            .isInstanceOfSatisfying(
                RetryableException.class,
                e -> assertThat(e.reason()).isEqualTo(Reason.BROKER_FAILED))
            .hasMessageNotContaining(rig.credentials.publisher());
        rig.broker =
            new EmbeddedBroker(
                settings, List.of(), rig.credentials, Optional.empty(), InstantSource.system());
        rig.broker.start();
        overTcp.send(second);
        assertThat(read(rig, "archive", null)).containsExactly(1, 2);
      }
    }
  }

  @Test
  void a_taken_port_and_a_folder_in_use_are_told_in_one_line() throws Exception {
    try (Rig rig = new Rig(data.resolve("a"))) {
      int port = rig.broker.port();
      Credentials other = Credentials.in(data.resolve("b"));
      EmbeddedBroker second =
          new EmbeddedBroker(
              BrokerSettings.of(data.resolve("b"), "127.0.0.1", port),
              List.of(),
              other,
              Optional.empty(),
              InstantSource.system());
      assertThatThrownBy(second::start)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(String.valueOf(port));
      second.stop();
    }
  }

  @Test
  void a_desk_gets_what_its_filter_matches_and_goes_when_it_is_no_longer_configured()
      throws Exception {
    Desk english =
        new Desk("english", Optional.of("lang = 'en'"), Optional.empty(), Optional.empty());
    BrokerSettings settings = BrokerSettings.of(data, "127.0.0.1", 0);
    try (Rig rig = new Rig(settings, List.of(english))) {
      rig.send(Rig.article(1, "en"), Rig.article(2, "fr"), Rig.article(3, "en"));
      assertThat(readDesk(rig, "english")).containsExactly(1, 3);
      Desk french =
          new Desk("english", Optional.of("lang = 'fr'"), Optional.empty(), Optional.empty());
      rig.restart(List.of(french));
      rig.send(Rig.article(4, "en"), Rig.article(5, "fr"));
      assertThat(readDesk(rig, "english")).containsExactly(5);
      rig.restart(List.of());
      assertThat(rig.broker.subscriptions().list()).isEmpty();
    }
  }

  @Test
  void a_new_subscriber_finds_the_latest_articles_when_asked_for() throws Exception {
    BrokerSettings settings = BrokerSettings.of(data, "127.0.0.1", 0).withLatest(5);
    try (Rig rig = new Rig(settings, List.of())) {
      rig.sendMany(0, 8);
      subscribe(rig, "late", null);
      assertThat(read(rig, "late", null)).containsExactly(3, 4, 5, 6, 7);
    }
  }

  @Test
  void a_new_reader_of_source_events_sees_the_state_of_each_source() throws Exception {
    try (Rig rig = new Rig(data)) {
      rig.send(Rig.event("a", "failing"), Rig.event("b", "failing"), Rig.event("a", "ok"));
      for (int again = 0; again < 2; again++) {
        assertThat(events(rig, "source.events::current"))
            .containsExactlyInAnyOrder("b failing", "a ok");
      }
      try (Connection connection = rig.coreReader()) {
        connection.start();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageConsumer consumer = session.createConsumer(session.createTopic("source.events"));
        List<String> seen = new ArrayList<>();
        for (Message m = consumer.receive(2000); m != null; m = consumer.receive(300)) {
          seen.add(m.getStringProperty("source") + " " + m.getStringProperty("to"));
        }
        assertThat(seen).containsExactly("a failing", "b failing", "a ok");
      }
    }
  }

  @Test
  void subscriptions_are_listed_with_consumers_and_what_waits() throws Exception {
    try (Rig rig = new Rig(data)) {
      subscribe(rig, "archive", null);
      rig.sendMany(0, 3);
      // the broker counts a moment after it has said that it has them
      await()
          .untilAsserted(
              () ->
                  assertThat(rig.broker.subscriptions().list())
                      .singleElement()
                      .satisfies(
                          s -> {
                            assertThat(s.queue()).contains("archive");
                            assertThat(s.consumers()).isZero();
                            assertThat(s.waiting()).isEqualTo(3);
                          }));
    }
  }

  @Test
  void the_broker_gives_its_meters() throws Exception {
    var registry = new io.micrometer.core.instrument.simple.SimpleMeterRegistry();
    EmbeddedBroker broker =
        new EmbeddedBroker(
            BrokerSettings.of(data, "127.0.0.1", 0),
            List.of(),
            Credentials.in(data),
            Optional.of(registry),
            InstantSource.system());
    broker.start();
    try {
      assertThat(registry.find("artemis.message.count").meters()).isNotEmpty();
    } finally {
      broker.stop();
    }
  }

  static void subscribe(Rig rig, String name, String selector) throws Exception {
    try (Connection connection = rig.coreReader()) {
      connection.setClientID(name);
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      session
          .createDurableSubscriber(session.createTopic("articles"), name, selector, false)
          .close();
    }
  }

  static List<Integer> read(Rig rig, String name, String selector) throws Exception {
    try (Connection connection = rig.coreReader()) {
      connection.setClientID(name);
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      return drain(
          session.createDurableSubscriber(session.createTopic("articles"), name, selector, false),
          Integer.MAX_VALUE);
    }
  }

  static List<Integer> readDesk(Rig rig, String desk) throws Exception {
    try (Connection connection = rig.coreDesk(desk)) {
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      return drain(
          session.createConsumer(session.createQueue("articles::" + desk)), Integer.MAX_VALUE);
    }
  }

  private static List<String> events(Rig rig, String queue) throws Exception {
    List<String> out = new ArrayList<>();
    try (Connection connection = rig.coreReader()) {
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
      for (Message m = consumer.receive(2000); m != null; m = consumer.receive(300)) {
        out.add(m.getStringProperty("source") + " " + m.getStringProperty("to"));
      }
    }
    return out;
  }

  static List<Integer> drain(MessageConsumer consumer, int most) throws JMSException {
    List<Integer> out = new ArrayList<>();
    Message message = consumer.receive(1500);
    while (message != null) {
      assertThat(message).isInstanceOf(BytesMessage.class);
      out.add(message.getIntProperty("n"));
      message = out.size() < most ? consumer.receive(300) : null;
    }
    return out;
  }
}
