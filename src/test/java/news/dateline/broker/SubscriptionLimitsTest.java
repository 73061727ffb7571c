package news.dateline.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import news.dateline.model.Outgoing;
import news.dateline.publish.Valve;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a subscriber may rely on: connected it loses nothing, away what is counted and told. */
class SubscriptionLimitsTest {
  /** A loaded machine may need it; none of the tests waits for it to pass. */
  private static final long PATIENCE = 60_000;

  @TempDir Path data;

  @Test
  void one_that_is_away_keeps_its_newest_and_is_told_first_what_it_lost() throws Exception {
    try (Rig rig = new Rig(keeping(100), List.of())) {
      EmbeddedBrokerTest.subscribe(rig, "archive", null);
      rig.sendMany(0, 350);
      rig.awayThenLook();
      List<Message> got = read(rig, "archive", 101);
      assertGap(got.get(0), "archive.archive", 250);
      assertThat(numbers(got.subList(1, got.size()))).isEqualTo(range(250, 350));
      assertThat(read(rig, "archive", 0)).isEmpty();
    }
  }

  @Test
  void a_paged_subscription_is_cut_to_its_limit_and_no_further() throws Exception {
    try (Rig rig = new Rig(keeping(300), List.of())) {
      EmbeddedBrokerTest.subscribe(rig, "archive", null);
      rig.sendMany(0, 50);
      page(rig);
      rig.sendMany(50, 1000);
      rig.awayThenLook();
      List<Message> got = read(rig, "archive", 301);
      assertGap(got.get(0), "archive.archive", 700);
      assertThat(numbers(got.subList(1, got.size()))).isEqualTo(range(700, 1000));
    }
  }

  @Test
  void the_oldest_go_first_whatever_their_priority() throws Exception {
    try (Rig rig = new Rig(keeping(4), List.of())) {
      EmbeddedBrokerTest.subscribe(rig, "archive", null);
      for (int n = 0; n < 8; n++) {
        rig.send(withPriority(n, n % 2 == 0 ? 9 : 1));
      }
      rig.awayThenLook();
      List<Message> got = read(rig, "archive", 5);
      assertGap(got.get(0), "archive.archive", 4);
      assertThat(numbers(got.subList(1, got.size()))).containsExactly(4, 6, 5, 7);
    }
  }

  @Test
  void what_has_waited_too_long_goes_also_while_paging() throws Exception {
    BrokerSettings settings =
        BrokerSettings.of(data, "127.0.0.1", 0).withKeep(Integer.MAX_VALUE, Duration.ofHours(1));
    try (Rig rig = new Rig(settings, List.of())) {
      EmbeddedBrokerTest.subscribe(rig, "archive", null);
      page(rig);
      rig.sendMany(0, 300);
      rig.awayThenLook();
      assertThat(waiting(rig)).isEqualTo(300);
      rig.clock.step(Duration.ofHours(2));
      rig.broker.subscribers().look();
      assertThat(waiting(rig)).isZero();
      assertGap(read(rig, "archive", 1).get(0), "archive.archive", 300);
    }
  }

  @Test
  void bytes_are_limited_as_messages_are() throws Exception {
    BrokerSettings settings = BrokerSettings.of(data, "127.0.0.1", 0).withKeepBytes(60_000);
    try (Rig rig = new Rig(settings, List.of())) {
      EmbeddedBrokerTest.subscribe(rig, "archive", null);
      rig.sendMany(0, 200);
      rig.awayThenLook();
      Subscriptions.Subscription s = rig.broker.subscriptions().list().get(0);
      assertThat(s.bytes()).isBetween(50_000L, 60_000L);
      assertThat(s.dropped() + s.waiting()).isEqualTo(200);
      assertThat(s.untold()).hasValueSatisfying(g -> assertThat(g.count()).isEqualTo(s.dropped()));
    }
  }

  @Test
  void a_reader_that_is_connected_and_slow_loses_nothing_for_publishing_waits() throws Exception {
    try (Rig rig = new Rig(keeping(400), List.of());
        Connection connection = rig.coreReader()) {
      connection.setClientID("slow");
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      MessageConsumer consumer =
          session.createDurableConsumer(session.createTopic("articles"), "slow");
      Valve valve = rig.broker.valve();
      List<Integer> got = new ArrayList<>();
      int sent = 0;
      int waits = 0;
      while (got.size() < 1000) {
        if (sent < 1000 && valve.look().isEmpty()) {
          rig.sendMany(sent, sent + 50);
          sent += 50;
          long least = sent - got.size();
          // the broker counts a moment after it has said that it has them
          await().until(() -> rig.broker.subscriptions().list().get(0).waiting() >= least);
          assertThat(rig.broker.subscriptions().list().get(0).waiting()).isLessThan(410);
        } else if (got.size() < sent) {
          waits++;
          Message message = consumer.receive(PATIENCE);
          assertThat(message)
              .as(() -> "after " + got.size() + ": " + rig.broker.subscriptions().list())
              .isNotNull();
          got.add(message.getIntProperty("n"));
        }
        rig.clock.step(Duration.ofMinutes(2));
        rig.broker.subscribers().look();
      }
      assertThat(got).isEqualTo(range(0, 1000));
      assertThat(waits).isPositive();
    }
  }

  @Test
  void the_valve_says_for_whom_publishing_waits_and_opens_when_it_has_read() throws Exception {
    try (Rig rig = new Rig(keeping(100), List.of())) {
      EmbeddedBrokerTest.subscribe(rig, "slow", null);
      rig.sendMany(0, 80);
      assertThat(rig.broker.valve().look()).isEmpty();
      rig.sendMany(80, 90);
      assertThat(rig.broker.valve().look())
          .hasValueSatisfying(
              shut -> {
                assertThat(shut.cause()).isEqualTo("subscriber");
                assertThat(shut.why()).contains("slow.slow", "user reader", "90");
              });
      assertThat(rig.broker.subscriptions().list().get(0).waitedFor()).isPresent();
      // A minute after it has left it is away: nobody waits for it any more.
      rig.clock.step(Subscribers.GRACE.plusSeconds(1));
      assertThat(rig.broker.valve().look()).isEmpty();
    }
  }

  @Test
  void reconnecting_within_the_grace_also_across_a_restart_costs_nothing() throws Exception {
    try (Rig rig = new Rig(keeping(100), List.of())) {
      EmbeddedBrokerTest.subscribe(rig, "flapping", null);
      rig.sendMany(0, 150);
      rig.clock.step(Subscribers.GRACE.minusSeconds(5));
      rig.broker.subscribers().look();
      assertThat(waiting(rig)).isEqualTo(150);
      try (Connection connection = rig.coreReader()) {
        connection.setClientID("flapping");
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        session.createDurableConsumer(session.createTopic("articles"), "flapping");
        rig.broker.subscribers().look();
        rig.outlet.close();
        rig.restart(List.of());
      }
      rig.clock.step(Subscribers.GRACE.minusSeconds(5));
      rig.broker.subscribers().look();
      assertThat(numbers(read(rig, "flapping", 150))).isEqualTo(range(0, 150));
    }
  }

  @Test
  void one_that_has_long_been_away_is_not_waited_for_after_a_restart() throws Exception {
    try (Rig rig = new Rig(keeping(100), List.of())) {
      EmbeddedBrokerTest.subscribe(rig, "archive", null);
      rig.sendMany(0, 100);
      rig.awayThenLook();
      rig.restart(List.of());
      assertThat(rig.broker.valve().look()).isEmpty();
    }
  }

  @Test
  void a_hole_that_grows_before_it_is_told_is_one_with_the_right_count() throws Exception {
    try (Rig rig = new Rig(keeping(100), List.of())) {
      EmbeddedBrokerTest.subscribe(rig, "archive", null);
      rig.sendMany(0, 150);
      rig.awayThenLook();
      // Comes, sees the message, dies before it acknowledges.
      try (Connection connection = rig.coreReader()) {
        connection.setClientID("archive");
        connection.start();
        Session session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
        MessageConsumer consumer =
            session.createDurableConsumer(session.createTopic("articles"), "archive");
        assertGap(consumer.receive(PATIENCE), "archive.archive", 50);
      }
      rig.sendMany(150, 200);
      rig.awayThenLook();
      rig.restart(List.of());
      List<Message> got = read(rig, "archive", 101);
      assertGap(got.get(0), "archive.archive", 100);
      assertThat(numbers(got.subList(1, got.size()))).isEqualTo(range(100, 200));
      assertThat(got.get(0).getStringProperty("uri"))
          .isEqualTo("urn:dateline:gap:archive.archive:1");
      rig.restart(List.of());
      assertThat(read(rig, "archive", 0)).isEmpty();
      rig.sendMany(200, 310);
      rig.awayThenLook();
      assertThat(read(rig, "archive", 101).get(0).getStringProperty("uri")).endsWith(":2");
    }
  }

  @Test
  void a_transaction_that_is_rolled_back_has_told_nothing() throws Exception {
    try (Rig rig = new Rig(keeping(100), List.of())) {
      EmbeddedBrokerTest.subscribe(rig, "archive", null);
      rig.sendMany(0, 120);
      rig.awayThenLook();
      for (boolean commit : new boolean[] {false, true}) {
        try (Connection connection = rig.coreReader()) {
          connection.setClientID("archive");
          connection.start();
          Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
          MessageConsumer consumer =
              session.createDurableConsumer(session.createTopic("articles"), "archive");
          assertGap(consumer.receive(PATIENCE), "archive.archive", 20);
          if (commit) {
            session.commit();
          } else {
            session.rollback();
          }
        }
      }
      assertThat(rig.broker.subscriptions().list().get(0).untold()).isEmpty();
      assertThat(numbers(read(rig, "archive", 100))).isEqualTo(range(20, 120));
    }
  }

  @Test
  void a_desk_keeps_its_own_limits_and_its_consumers_are_told() throws Exception {
    Desk desk = new Desk("world", Optional.of("lang = 'en'"), Optional.of(50), Optional.empty());
    try (Rig rig = new Rig(keeping(100), List.of(desk))) {
      rig.sendMany(0, 80);
      rig.awayThenLook();
      rig.broker.subscribers().look();
      rig.awayThenLook();
      String user = Credentials.deskUser("world");
      try (Connection connection = rig.core(user, rig.credentials.desks().get(user))) {
        connection.start();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageConsumer consumer = session.createConsumer(session.createQueue("articles::world"));
        List<Message> got = take(consumer, 51);
        assertGap(got.get(0), "world", 30);
        assertThat(body(got.get(0)).path("replay").asText()).endsWith(" --desk world");
        assertThat(numbers(got.subList(1, got.size()))).isEqualTo(range(30, 80));
      }
    }
  }

  @Test
  void a_gap_is_said_once_when_it_opens_and_once_when_its_subscriber_knows() throws Exception {
    try (Rig rig = new Rig(keeping(100), List.of())) {
      List<Outgoing> events = new ArrayList<>();
      EmbeddedBrokerTest.subscribe(rig, "archive", null);
      rig.sendMany(0, 150);
      rig.awayThenLook(); // nobody sends events yet: told as soon as somebody does
      rig.broker.events(events::add);
      rig.sendMany(150, 200);
      rig.awayThenLook();
      rig.awayThenLook();
      read(rig, "archive", 101);
      rig.broker.subscribers().look();
      rig.broker.subscribers().look();
      assertThat(events)
          .extracting(e -> e.properties().get("from") + " " + e.properties().get("to"))
          .containsExactly("ok failing", "failing ok");
      assertThat(events)
          .allSatisfy(
              e -> {
                assertThat(e.address()).isEqualTo("source.events");
                assertThat(e.properties())
                    .containsEntry("source", "subscription:archive.archive")
                    .containsEntry("reason", "subscription-gap");
              });
    }
  }

  @Test
  void a_step_that_was_meant_when_the_process_died_is_counted_only_if_it_was_done()
      throws Exception {
    HolesLedger before = new HolesLedger(data.resolve("promises/dropped.properties"), () -> null);
    Rig rig = new Rig(keeping(100), List.of());
    try (rig) {
      EmbeddedBrokerTest.subscribe(rig, "archive", null);
      rig.sendMany(0, 90);
      rig.close();
      java.time.Instant at = java.time.Instant.EPOCH;
      before.intend(
          "archive.archive",
          new Cut(
              Long.MAX_VALUE,
              90,
              at,
              at,
              java.util.OptionalLong.empty(),
              java.util.OptionalLong.empty()));
      rig.start();
      List<Message> got = read(rig, "archive", 90);
      assertThat(numbers(got)).isEqualTo(range(0, 90));
      rig.close();
      before.intend(
          "archive.archive",
          new Cut(1, 7, at, at, java.util.OptionalLong.of(3), java.util.OptionalLong.of(9)));
      rig.start();
      assertGap(read(rig, "archive", 1).get(0), "archive.archive", 7);
    }
  }

  private static Outgoing withPriority(int number, int priority) {
    Outgoing a = Rig.article(number, "en");
    return new Outgoing(
        a.address(),
        a.key(),
        a.version(),
        a.body(),
        a.contentType(),
        a.properties(),
        priority,
        a.releaseAt(),
        false,
        false);
  }

  private BrokerSettings keeping(int messages) {
    return BrokerSettings.of(data, "127.0.0.1", 0).withKeep(messages, Rig.WEEK);
  }

  private static void page(Rig rig) throws Exception {
    rig.broker.server().getPagingManager().getPageStore(SimpleString.of("articles")).startPaging();
  }

  private static long waiting(Rig rig) {
    return rig.broker.subscriptions().list().get(0).waiting();
  }

  static void assertGap(Message message, String subscription, int count) throws Exception {
    assertThat(message.getStringProperty("type")).isEqualTo("gap");
    JsonNode body = body(message);
    assertThat(body.path("type").asText()).isEqualTo("gap");
    assertThat(body.path("subscription").asText()).isEqualTo(subscription);
    assertThat(body.path("count").asInt()).isEqualTo(count);
    assertThat(body.path("replay").asText())
        .startsWith("dateline replay --from " + body.path("from").asText());
  }

  private static JsonNode body(Message message) throws Exception {
    return new ObjectMapper().readTree(message.getBody(byte[].class));
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  static List<Integer> numbers(List<Message> messages) throws Exception {
    List<Integer> out = new ArrayList<>();
    for (Message message : messages) {
      out.add(message.getIntProperty("n"));
    }
    return out;
  }

  /** This many messages, and no more are there. */
  private static List<Message> read(Rig rig, String name, int count) throws Exception {
    try (Connection connection = rig.coreReader()) {
      connection.setClientID(name);
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      return take(session.createDurableConsumer(session.createTopic("articles"), name), count);
    }
  }

  private static List<Message> take(MessageConsumer consumer, int count) throws Exception {
    List<Message> out = new ArrayList<>();
    while (out.size() < count) {
      Message message = consumer.receive(PATIENCE);
      assertThat(message).as("after %d", out.size()).isInstanceOf(BytesMessage.class);
      out.add(message);
    }
    assertThat(consumer.receiveNoWait()).isNull();
    return out;
  }
}
