package news.dateline.broker;

import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import news.dateline.model.Outgoing;
import news.dateline.publish.OutboxBatch;
import news.dateline.publish.Valve;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * A million small articles for a reader that is connected but slower than the sender, and for a
 * durable subscription nobody reads: the first must receive all, in order, none twice; the second
 * first a gap with the right count, then the rest without a hole. Prints heap and disk on the way.
 * Run {@code main} with the test class path: articles (1,000,000), how many may wait for one
 * subscription (50,000), the reader's pause in microseconds an article (20).
 */
final class MillionBench {
  private static final int BATCH = 200;

  private MillionBench() {}

  public static void main(String[] args) throws Exception {
    int total = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int keep = args.length > 1 ? Integer.parseInt(args[1]) : 50_000;
    int pause = args.length > 2 ? Integer.parseInt(args[2]) : 20;
    Path data = Files.createTempDirectory("million-bench");
    BrokerSettings settings = BrokerSettings.of(data, "127.0.0.1", 0).withKeep(keep, Rig.WEEK);
    boolean right;
    try (Rig rig = new Rig(settings, List.of())) {
      EmbeddedBrokerTest.subscribe(rig, "absent", null);
      rig.clock.step(Subscribers.GRACE.plusSeconds(1));
      right = run(rig, data, total, pause);
      right &= absent(rig, total);
    } finally {
      delete(data);
    }
    System.out.println(right ? "RIGHT" : "WRONG");
    System.exit(right ? 0 : 1);
  }

  private static boolean run(Rig rig, Path data, int total, int pause) throws Exception {
    long begin = System.nanoTime();
    AtomicInteger sent = new AtomicInteger();
    AtomicInteger waits = new AtomicInteger();
    AtomicBoolean reading = new AtomicBoolean(true);
    long mostWaiting = 0;
    long mostHeap = 0;
    long mostDisk = 0;
    int got = 0;
    int wrong = 0;
    try (Connection connection = slow(rig)) {
      Session session = connection.createSession(false, Session.DUPS_OK_ACKNOWLEDGE);
      MessageConsumer consumer =
          session.createDurableConsumer(session.createTopic("articles"), "slow");
      Thread sender = new Thread(() -> send(rig, total, sent, waits, reading), "sender");
      sender.start();
      Message message = consumer.receive(120_000);
      while (message != null) {
        int n = message.getIntProperty("n");
        wrong += n == got ? 0 : 1;
        got++;
        if (got % (total / 20) == 0) {
          long heap = heap();
          long disk = disk(data);
          long waiting = waiting(rig, "slow");
          mostHeap = Math.max(mostHeap, heap);
          mostDisk = Math.max(mostDisk, disk);
          mostWaiting = Math.max(mostWaiting, waiting);
          System.out.printf(
              "%,9d sent %,9d read  waiting: slow %,d absent %,d  dropped %,d  heap %d MB  disk %d"
                  + " MB  %.0f s%n",
              sent.get(),
              got,
              waiting,
              waiting(rig, "absent"),
              of(rig, "absent").dropped(),
              heap,
              disk,
              (System.nanoTime() - begin) / 1e9);
        }
        if (pause > 0 && got % 50 == 0) {
          LockSupport.parkNanos(pause * 50_000L);
        }
        message = got < total ? consumer.receive(120_000) : consumer.receiveNoWait();
      }
      reading.set(false);
      sender.join();
    }
    System.out.printf(
        "slow reader: %,d of %,d, %d out of order or twice, publishing waited %,d times; most"
            + " waiting %,d, heap %d MB of %d, disk %d MB; %.0f/s%n",
        got,
        total,
        wrong,
        waits.get(),
        mostWaiting,
        mostHeap,
        Runtime.getRuntime().maxMemory() >> 20,
        mostDisk,
        got / ((System.nanoTime() - begin) / 1e9));
    return got == total && wrong == 0 && waits.get() > 0;
  }

  private static boolean absent(Rig rig, int total) throws Exception {
    rig.broker.subscribers().look();
    Subscriptions.Subscription s = of(rig, "absent");
    try (Connection connection = rig.coreReader()) {
      connection.setClientID("absent");
      connection.start();
      Session session = connection.createSession(false, Session.DUPS_OK_ACKNOWLEDGE);
      MessageConsumer consumer =
          session.createDurableConsumer(session.createTopic("articles"), "absent");
      Message first = consumer.receive(120_000);
      long count = first.propertyExists("count") ? first.getLongProperty("count") : -1;
      int expected = (int) count;
      int wrong = 0;
      while (expected < total) {
        Message message = consumer.receive(120_000);
        if (message == null) {
          break;
        }
        wrong += message.getIntProperty("n") == expected ? 0 : 1;
        expected++;
      }
      boolean more = consumer.receiveNoWait() != null;
      System.out.printf(
          "absent one: gap of %,d (ledger %,d), then %,d articles, %d not as expected, %s%n",
          count, s.dropped(), expected - count, wrong, more ? "and more" : "no more");
      return "gap".equals(first.getStringProperty("type"))
          && count == s.dropped()
          && expected == total
          && wrong == 0
          && !more;
    }
  }

  private static void send(
      Rig rig, int total, AtomicInteger sent, AtomicInteger waits, AtomicBoolean reading) {
    Valve valve = rig.broker.valve();
    boolean shut = false;
    while (sent.get() < total && reading.get()) {
      Optional<Valve.Shut> why = valve.look();
      if (why.isPresent()) {
        if (!shut) {
          waits.incrementAndGet();
        }
        shut = true;
        LockSupport.parkNanos(20_000_000);
      } else {
        shut = false;
        List<Outgoing> batch = new ArrayList<>();
        for (int i = sent.get(); i < Math.min(total, sent.get() + BATCH); i++) {
          batch.add(Rig.article(i, "en"));
        }
        rig.outlet.send(new OutboxBatch(UUID.randomUUID().toString(), batch));
        sent.addAndGet(batch.size());
      }
    }
  }

  private static Connection slow(Rig rig) throws Exception {
    Connection connection =
        new ActiveMQConnectionFactory(
                "tcp://127.0.0.1:" + rig.broker.port(),
                Credentials.READER,
                rig.credentials.reader())
            .createConnection();
    connection.setClientID("slow");
    connection.start();
    return connection;
  }

  private static Subscriptions.Subscription of(Rig rig, String name) {
    return rig.broker.subscriptions().list().stream()
        .filter(s -> s.queue().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private static long waiting(Rig rig, String name) {
    return of(rig, name).waiting();
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private static long disk(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      return files.mapToLong(MillionBench::size).sum() >> 20;
    } catch (UncheckedIOException e) {
      return 0; // a page file went while it was counted
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
