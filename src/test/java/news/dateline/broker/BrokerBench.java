package news.dateline.broker;

import jakarta.jms.Connection;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import news.dateline.model.Outgoing;
import news.dateline.publish.OutboxBatch;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Prints messages a second for batches of 50 and 500 with bodies of 4 KB, without and with a live
 * consumer, and the start times. Run {@code main} with the test class path.
 */
final class BrokerBench {
  private static final String BODY = "{\"text\":\"" + "x".repeat(4000) + "\"}";

  private BrokerBench() {}

  public static void main(String[] args) throws Exception {
    int total = args.length > 0 ? Integer.parseInt(args[0]) : 40_000;
    int latest = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    Path data = Files.createTempDirectory("broker-bench");
    BrokerSettings settings = BrokerSettings.of(data, "127.0.0.1", 0).withLatest(latest);
    for (int start = 0; start < 2; start++) {
      long t = System.nanoTime();
      EmbeddedBroker broker =
          new EmbeddedBroker(
              settings, List.of(), Credentials.in(data), Optional.empty(), InstantSource.system());
      broker.start();
      System.out.printf(
          "%s start %d ms%n", start == 0 ? "first" : "second", (System.nanoTime() - t) / 1_000_000);
      broker.stop();
    }
    try (Rig rig = new Rig(settings, List.of())) {
      for (int batch : new int[] {50, 500}) {
        run(rig, total / 4, batch, "warm-up, nobody subscribed");
        run(rig, total, batch, "nobody subscribed");
      }
      EmbeddedBrokerTest.subscribe(rig, "dead", null);
      for (int batch : new int[] {50, 500}) {
        run(rig, total, batch, "one dead durable subscription");
      }
      try (Connection live =
          new ActiveMQConnectionFactory(
                  "tcp://127.0.0.1:" + rig.broker.port(),
                  Credentials.READER,
                  rig.credentials.reader())
              .createConnection()) {
        live.setClientID("live");
        live.start();
        Session session = live.createSession(false, Session.DUPS_OK_ACKNOWLEDGE);
        MessageConsumer consumer =
            session.createDurableConsumer(session.createTopic("articles"), "live");
        for (int batch : new int[] {50, 500}) {
          long t = System.nanoTime();
          Thread sender = new Thread(() -> run(rig, total, batch, "dead and live subscription"));
          sender.start();
          int got = 0;
          while (got < total && consumer.receive(10_000) != null) {
            got++;
          }
          sender.join();
          System.out.printf(
              "  live consumer over tcp: %d of %d at %.0f/s%n",
              got, total, got / ((System.nanoTime() - t) / 1e9));
        }
      }
      try (var files = Files.walk(data)) {
        System.out.printf(
            "disk %d MB%n",
            files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum() >> 20);
      }
    }
  }

  private static void run(Rig rig, int total, int size, String what) {
    List<Outgoing> messages = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      messages.add(Rig.article(i, "en", BODY));
    }
    long t = System.nanoTime();
    for (int sent = 0; sent < total; sent += size) {
      rig.outlet.send(new OutboxBatch(UUID.randomUUID().toString(), messages));
    }
    System.out.printf(
        "%,d/s in batches of %d, %s%n",
        (long) (total / ((System.nanoTime() - t) / 1e9)), size, what);
  }
}
