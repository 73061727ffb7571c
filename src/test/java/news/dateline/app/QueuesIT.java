package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics, queues and pushes, and the real application. */
class QueuesIT {
  @TempDir Path folder;

  private Wharf wharf;

  @BeforeEach
  void start() throws Exception {
    wharf = new Wharf(folder, Map.of());
  }

  @AfterEach
  void stop() {
    wharf.close();
  }

  @Test
  void an_offset_is_committed_after_the_document_be_it_published_or_buried() throws Exception {
    int port = FreePort.find();
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", "1");
    int quorum = FreePort.find();
    p.put("controller.quorum.voters", "1@127.0.0.1:" + quorum);
    p.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + quorum);
    p.put("controller.listener.names", "CONTROLLER");
    p.put("log.dirs", folder.resolve("kafka").toString());
    p.put("offsets.topic.replication.factor", "1");
    p.put("offsets.topic.num.partitions", "1");
    p.put("group.initial.rebalance.delay.ms", "0");
    Path file = folder.resolve("kafka.properties");
    try (var out = Files.newOutputStream(file)) {
      p.store(out, "");
    }
    StorageTool.execute(
        new String[] {"format", "-t", "MkU3OEVBNTcwNTJENDM2Qg", "-c", file.toString()},
        new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(p, false), Time.SYSTEM);
    server.startup();
    try {
      String brokers = "127.0.0.1:" + port;
      Map<String, Object> client = Map.of("bootstrap.servers", brokers);
      try (KafkaProducer<byte[], byte[]> producer =
          new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
        producer.send(new ProducerRecord<>("wire", Wharf.story("one", 1))).get();
        producer.send(new ProducerRecord<>("wire", Wharf.broken())).get();
        producer.send(new ProducerRecord<>("wire", Wharf.story("two", 1))).get();
      }
      wharf.source("topic", "kafka:wire?groupId=dateline&brokers=" + brokers);
      Wharf.soon(
          () ->
              assertThat(wharf.headlines("topic"))
                  .containsExactlyInAnyOrder("Ferry one", "Ferry two"));
      try (Admin admin = Admin.create(client)) {
        Wharf.soon(
            () ->
                assertThat(
                        admin
                            .listConsumerGroupOffsets("dateline")
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .get(new TopicPartition("wire", 0))
                            .offset())
                    .isEqualTo(3));
      }
      wharf.control().pause("topic");
    } finally {
      server.shutdown();
    }
  }

  /** What a message may hold whose sender wants to run code here. */
  static final class Gadget implements java.io.Serializable {
    static volatile boolean ran;

    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException {
      ran = true;
    }
  }

  @Test
  void no_object_is_made_of_what_a_message_holds() throws Exception {
    Path conf = folder.resolve("broker.xml");
    int port = FreePort.find();
    Files.writeString(
        conf,
        """
        <configuration xmlns="urn:activemq"><core xmlns="urn:activemq:core">
          <persistence-enabled>false</persistence-enabled><security-enabled>false</security-enabled>
          <acceptors><acceptor name="all">tcp://127.0.0.1:%d</acceptor></acceptors>
        </core></configuration>
        """
            .formatted(port));
    var server = new org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ();
    server.setConfigResourcePath(conf.toUri().toString());
    server.start();
    try (Connection connection =
        new JmsConnectionFactory("amqp://127.0.0.1:" + port).createConnection()) {
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      for (String kind : List.of("amqp", "jms")) {
        MessageProducer producer = session.createProducer(session.createQueue("wire" + kind));
        producer.send(session.createObjectMessage(new Gadget()));
        BytesMessage story = session.createBytesMessage();
        story.writeBytes(Wharf.story(kind, 1));
        producer.send(story);
        String broker = (kind.equals("amqp") ? "amqp" : "tcp") + "://127.0.0.1:" + port;
        wharf.source("q" + kind, kind + ":queue:wire" + kind + "?broker=" + broker);
        Wharf.soon(() -> assertThat(wharf.headlines("q" + kind)).containsExactly("Ferry " + kind));
        assertThat(Gadget.ran).as(kind).isFalse();
      }
    } finally {
      server.stop();
    }
  }

  @Test
  void a_message_of_an_amqp_queue_is_acknowledged_after_its_commit() throws Exception {
    Path conf = folder.resolve("broker.xml");
    int port = FreePort.find();
    Files.writeString(
        conf,
        """
        <configuration xmlns="urn:activemq"><core xmlns="urn:activemq:core">
          <persistence-enabled>false</persistence-enabled><security-enabled>false</security-enabled>
          <acceptors><acceptor name="amqp">tcp://127.0.0.1:%d?protocols=AMQP</acceptor></acceptors>
        </core></configuration>
        """
            .formatted(port));
    var server = new org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ();
    server.setConfigResourcePath(conf.toUri().toString());
    server.start();
    try (Connection connection =
        new JmsConnectionFactory("amqp://127.0.0.1:" + port).createConnection()) {
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      MessageProducer producer = session.createProducer(session.createQueue("wire"));
      for (byte[] body : List.of(Wharf.story("one", 1), Wharf.broken(), Wharf.story("two", 1))) {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(body);
        producer.send(message);
      }
      producer.send(
          session.createTextMessage(
              new String(Wharf.story("three", 1), StandardCharsets.UTF_8)
                  .replace("UTF-8", "windows-1251")
                  .replace("noon", "полдень")));
      wharf.source("queue", "amqp:queue:wire?broker=amqp://127.0.0.1:" + port);
      Wharf.soon(
          () ->
              assertThat(wharf.headlines("queue"))
                  .containsExactlyInAnyOrder("Ferry one", "Ferry two", "Ferry three"));
      assertThat(wharf.control().latest(10, java.util.Optional.of("queue")).toString())
          .contains("полдень");
      var queue =
          server
              .getActiveMQServer()
              .locateQueue(org.apache.activemq.artemis.api.core.SimpleString.of("wire"));
      Wharf.soon(() -> assertThat(queue.getMessageCount()).isZero());
      assertThat(queue.getMessagesAcknowledged()).isEqualTo(4);
    } finally {
      server.stop();
    }
    Wharf.soon(
        () ->
            assertThat(wharf.state("queue").health())
                .isEqualTo(news.dateline.model.SourceState.Health.FAILING));
  }

  @Test
  void a_push_is_answered_when_it_is_committed_and_strangers_learn_nothing() throws Exception {
    wharf.source("open", "push:?token=" + wharf.secret("token", "open sesame+%"));
    wharf.source("signed", "push:?hmac=" + wharf.secret("key", "a key"));
    Wharf.soon(
        () ->
            assertThat(
                    post("open", Wharf.story("one", 1), "Authorization", "Bearer open sesame+%")
                        .statusCode())
                .isEqualTo(202));
    HttpResponse<String> again =
        post("open", Wharf.story("one", 1), "X-Dateline-Token", "open sesame+%");
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).contains("\"unchanged\":1").contains("\"published\":0");
    HttpResponse<String> wrong = post("open", Wharf.story("x", 1), "X-Dateline-Token", "guess");
    HttpResponse<String> none = post("nowhere", Wharf.story("x", 1), "X-Dateline-Token", "guess");
    assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(none.statusCode());
    assertThat(wrong.body()).isEqualTo(none.body());
    HttpResponse<String> buried = post("open", Wharf.broken(), "X-Dateline-Token", "open sesame+%");
    assertThat(buried.statusCode()).isEqualTo(422);
    assertThat(buried.body()).contains("malformed");
    byte[] story = Wharf.story("two", 1);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("a key".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String signature = "sha256=" + HexFormat.of().formatHex(mac.doFinal(story));
    assertThat(post("signed", story, "X-Hub-Signature-256", signature).statusCode()).isEqualTo(202);
    assertThat(post("signed", Wharf.story("two", 2), "X-Hub-Signature-256", signature).statusCode())
        .isEqualTo(401);
    wharf.control().pause("open");
    HttpResponse<String> paused =
        post("open", Wharf.story("three", 1), "X-Dateline-Token", "open sesame+%");
    assertThat(paused.statusCode()).isEqualTo(503);
    assertThat(paused.headers().firstValue("retry-after")).isPresent();
    wharf.control().resume("open");
    assertThat(
            post("open", Wharf.story("three", 1), "X-Dateline-Token", "open sesame+%").statusCode())
        .isEqualTo(202);
    assertThat(wharf.control().status().published()).isEqualTo(3);
    assertThat(wharf.control().status().routes().toString())
        .contains("documents.receive-open")
        .doesNotContain("sesame");
  }

  private HttpResponse<String> post(String source, byte[] body, String header, String value)
      throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + wharf.http + "/push/" + source))
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
