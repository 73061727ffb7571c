package news.dateline.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RightsTest {
  @TempDir static Path data;
  private static Rig rig;

  @BeforeAll
  static void start() throws Exception {
    rig =
        new Rig(
            BrokerSettings.of(data, "127.0.0.1", 0),
            List.of(
                new Desk("world", Optional.empty(), Optional.empty(), Optional.empty()),
                new Desk("sport", Optional.empty(), Optional.empty(), Optional.empty())));
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @Test
  void a_wrong_password_opens_nothing() {
    for (String password : new String[] {"wrong", "", null}) {
      assertThatThrownBy(() -> rig.core(Credentials.READER, password).close())
          .isInstanceOf(JMSSecurityException.class);
    }
    assertThatThrownBy(() -> rig.core("nobody", rig.credentials.reader()).close())
        .isInstanceOf(JMSSecurityException.class);
    assertThatThrownBy(() -> rig.core(null, null).close()).isInstanceOf(JMSSecurityException.class);
  }

  @Test
  void a_reader_cannot_send() throws Exception {
    for (String address : List.of("articles", "source.events", "rejected", "made-up")) {
      try (Connection connection = rig.coreReader()) {
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        assertThatThrownBy(
                () -> {
                  MessageProducer producer = session.createProducer(session.createTopic(address));
                  producer.send(session.createTextMessage("{}"));
                })
            .as(address)
            .isInstanceOf(JMSException.class);
      }
    }
  }

  @Test
  void a_reader_cannot_read_or_browse_the_rejected_items() throws Exception {
    try (Connection connection = rig.coreReader()) {
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      assertThatThrownBy(() -> session.createConsumer(session.createQueue("rejected")))
          .isInstanceOf(JMSException.class);
      assertThatThrownBy(
              () ->
                  session
                      .createBrowser(session.createQueue("rejected"))
                      .getEnumeration()
                      .hasMoreElements())
          .isInstanceOf(JMSException.class);
    }
  }

  @Test
  void a_reader_cannot_manage_the_broker_nor_remove_a_desk() throws Exception {
    assertThatThrownBy(() -> Subscriptions.managed(rig.broker.asReader()).list())
        .isInstanceOf(RuntimeException.class);
    try (Connection connection = rig.coreReader()) {
      var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      var core =
          ((org.apache.activemq.artemis.jms.client.ActiveMQSession) session).getCoreSession();
      assertThatThrownBy(() -> core.deleteQueue("world")).isInstanceOf(Exception.class);
    }
    assertThat(Subscriptions.managed(rig.broker.asAdmin()).list())
        .extracting(Subscriptions.Subscription::queue)
        .contains("world");
  }

  @Test
  void a_desk_is_read_by_its_own_user_alone() throws Exception {
    rig.send(Rig.article(1, "en"));
    assertThatThrownBy(() -> take(rig.coreReader(), "articles::world"))
        .isInstanceOf(JMSException.class);
    assertThatThrownBy(() -> take(rig.coreDesk("sport"), "articles::world"))
        .isInstanceOf(JMSException.class);
    assertThatThrownBy(() -> take(rig.coreDesk("world"), "source.events::current"))
        .isInstanceOf(JMSException.class);
    assertThat(take(rig.coreDesk("world"), "articles::world")).isTrue();
  }

  private static boolean take(Connection as, String queue) throws JMSException {
    try (as) {
      as.start();
      Session session = as.createSession(false, Session.AUTO_ACKNOWLEDGE);
      return session.createConsumer(session.createQueue(queue)).receive(5000) != null;
    }
  }

  @Test
  void a_publisher_cannot_subscribe() throws Exception {
    try (Connection connection = rig.core(Credentials.PUBLISHER, rig.credentials.publisher())) {
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      assertThatThrownBy(() -> session.createConsumer(session.createTopic("articles")))
          .isInstanceOf(JMSException.class);
    }
  }
}
