package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import news.dateline.broker.TheirBroker;
import news.dateline.testing.FeedServer;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An Artemis of a newsroom's own, with users who may do no more than they must. */
class ExternalBrokerIT {
  @TempDir Path folder;

  @Test
  void who_may_only_send_publishes_and_is_told_what_it_cannot_see() throws Exception {
    try (TheirBroker broker = new TheirBroker(folder.resolve("theirs"), true);
        Wharf wharf = new Wharf(folder, settings(broker));
        FeedServer feeds = new FeedServer()) {
      // before anything was published
      try (Connection theirs = reader(broker)) {
        Session session = theirs.createSession(false, Session.AUTO_ACKNOWLEDGE);
        Wharf.soon(() -> session.createConsumer(session.createTopic("articles")).close());
        MessageConsumer articles = session.createConsumer(session.createTopic("articles"));
        theirs.start();
        feeds.put("/quay", Wharf.story("one", 1));
        wharf.files.feed("quay", feeds.url("/quay"), "1m");
        BytesMessage article = (BytesMessage) articles.receive(30_000);
        byte[] body = new byte[(int) article.getBodyLength()];
        article.readBytes(body);
        assertThat(new String(body, StandardCharsets.UTF_8)).contains("Ferry one");
      }
      assertThat(Asked.get(wharf.http, "/observe/health").status()).isEqualTo(200);
      Wharf.soon(
          () ->
              assertThat(Asked.get(wharf.http, "/api/status").json().path("unseen").toString())
                  .contains("Subscriptions cannot be seen"));
      Asked rejected = Asked.get(wharf.http, "/api/rejected");
      assertThat(rejected.status()).isEqualTo(503);
      assertThat(rejected.body()).contains("dateline.broker.admin.user");
      Asked access = Asked.get(wharf.http, "/api/access");
      assertThat(access.body()).doesNotContain(TheirBroker.PASSWORD).doesNotContain("publishing");
      assertThat(access.json().path("note").asText()).contains("dateline.broker.reader.user");
    }
  }

  @Test
  void with_users_for_reading_and_managing_all_is_seen() throws Exception {
    try (TheirBroker broker = new TheirBroker(folder.resolve("theirs"), true)) {
      Map<String, String> settings = settings(broker);
      settings.put("dateline.broker.reader.user", "reading");
      settings.put("dateline.broker.reader.password", TheirBroker.PASSWORD);
      settings.put("dateline.broker.admin.user", "managing");
      settings.put("dateline.broker.admin.password", TheirBroker.PASSWORD);
      try (Wharf wharf = new Wharf(folder, settings);
          Connection theirs = reader(broker)) {
        Session session = theirs.createSession(false, Session.AUTO_ACKNOWLEDGE);
        Wharf.soon(() -> session.createConsumer(session.createTopic("articles")).close());
        session.createConsumer(session.createTopic("articles"));
        Wharf.soon(
            () -> {
              Control.Status status = wharf.control().status();
              assertThat(status.condition().unseen()).isEmpty();
              assertThat(status.subscriptions()).hasSize(1);
            });
        assertThat(wharf.control().rejected(10)).isEmpty();
        assertThat(wharf.control().access().user()).isEqualTo("reading");
      }
    }
  }

  @Test
  void addresses_that_nobody_may_make_are_named() throws Exception {
    try (TheirBroker broker = new TheirBroker(folder.resolve("theirs"), false);
        Wharf wharf = new Wharf(folder, settings(broker))) {
      Wharf.soon(
          () ->
              assertThat(wharf.control().status().attention().toString())
                  .contains("no address articles")
                  .contains("no queue rejected"));
    }
  }

  @Test
  void a_source_that_its_file_pauses_is_not_resumed_for_a_minute() throws Exception {
    try (Wharf wharf = new Wharf(folder, Map.of())) {
      wharf.files.source(
          "quay", "id: quay\nname: The Quay\nfeed: https://quay.example/rss\npaused: true\n");
      Wharf.soon(() -> assertThat(wharf.control().sources()).hasSize(1));
      assertThatThrownBy(() -> wharf.control().resume("quay"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("paused: true")
          .hasMessageContaining("config/sources/quay.yaml");
    }
  }

  private static Map<String, String> settings(TheirBroker broker) {
    Map<String, String> settings = new HashMap<>();
    settings.put("dateline.broker.url", broker.url());
    settings.put("dateline.broker.user", "publishing");
    settings.put("dateline.broker.password", TheirBroker.PASSWORD);
    return settings;
  }

  private Connection reader(TheirBroker broker) throws Exception {
    Files.createDirectories(folder);
    return new ActiveMQConnectionFactory(broker.url(), "reading", TheirBroker.PASSWORD)
        .createConnection();
  }
}
