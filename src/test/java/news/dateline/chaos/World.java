package news.dateline.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import news.dateline.testing.FeedServer;
import news.dateline.testing.TestHome;

/**
 * Everything that gives Dateline items: feeds that grow and change, a folder, and a sender that
 * pushes until it is answered 202. Remembers what it has promised. Each step is small enough that
 * no item falls out of a feed's window unread while the process is away for a minute or two.
 */
final class World implements AutoCloseable {
  static final int FEEDS = 4;
  private static final int WINDOW = 300;
  private static final String TOKEN = "the-senders-secret";

  private final FeedServer server = new FeedServer();
  private final Path drop;
  private final Subject subject;
  private final Clock clock = Clock.systemUTC();
  private final Random random;
  private final List<Deque<Offer>> feeds = new ArrayList<>();
  private final Map<String, Offer> offers = new ConcurrentHashMap<>();
  private final Deque<Sending> toPush = new ArrayDeque<>();
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final Thread sender = new Thread(this::sendAll, "sender");
  private volatile boolean open = true;
  private volatile String padding = "";

  private record Sending(Offer offer, byte[] body) {}

  World(Path root, TestHome files, Subject subject, long seed) {
    this.subject = subject;
    random = new Random(seed);
    drop = root.resolve("drop");
    subject.environment("CHAOS_TOKEN", TOKEN);
    for (int f = 0; f < FEEDS; f++) {
      int feed = f;
      feeds.add(new ArrayDeque<>());
      server.put("/f" + f, () -> page(feed));
      files.feed("f" + f, server.url("/f" + f), "1s");
    }
    try {
      Files.createDirectories(drop);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    files.source("drop", "id: drop\nname: Drop\nfrom: file:" + drop + "?delay=200\n");
    files.source("desk", "id: desk\nname: Desk\nfrom: push:?token=${CHAOS_TOKEN}\n");
    sender.setDaemon(true);
    sender.start();
  }

  /** Files are as long as this from now on, in characters. */
  void pad(int characters) {
    padding = "and so on ".repeat(characters / 10);
  }

  /** One more file for the folder. */
  void file() {
    String token = "d-" + number.incrementAndGet();
    String nitf =
        """
        <?xml version="1.0"?><nitf><head><title>%1$s</title><docdata><doc-id id-string="%2$s"/></docdata></head>
        <body><body.head><hedline><hl1>%1$s</hl1></hedline></body.head>
        <body.content><p>Words and more words about %2$s. %3$s</p></body.content></body></nitf>
        """
            .formatted(Offer.headline(token, 1), token, padding);
    try {
      Path whole = Files.writeString(drop.resolveSibling(token + ".tmp"), nitf);
      offer(new Offer(token, 1, none(), false)); // from now on it is the folder's
      Files.move(whole, drop.resolve(token + ".xml"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Something new everywhere: stories, editions, files, a push, now and then an embargo or a kill.
   */
  void step() {
    for (int f = 0; f < FEEDS; f++) {
      synchronized (feeds) {
        Deque<Offer> feed = feeds.get(f);
        for (int i = 0; i < 3; i++) {
          feed.addLast(
              offer(new Offer("f" + f + "-" + number.incrementAndGet(), 1, none(), false)));
        }
        while (feed.size() > WINDOW) {
          feed.removeFirst();
        }
        edit(feed);
      }
    }
    file();
    push();
  }

  /** Changes one of the newest: it is still in the window when it is asked for next. */
  private void edit(Deque<Offer> feed) {
    List<Offer> all = new ArrayList<>(feed);
    int at = all.size() - 1 - random.nextInt(Math.min(all.size(), 30));
    Offer old = all.get(at);
    all.set(at, offer(new Offer(old.token(), old.edition() + 1, none(), false)));
    feed.clear();
    feed.addAll(all);
  }

  private void push() {
    int n = number.incrementAndGet();
    String token = "p-" + n;
    Optional<Instant> until =
        n % 4 == 0 ? Optional.of(clock.instant().plus(Duration.ofMillis(3_750))) : none();
    Offer story = new Offer(token, 1, until, false);
    synchronized (toPush) {
      toPush.addLast(new Sending(story, ninjs(story)));
      if (n % 3 == 0) {
        Offer killed = new Offer(token, 2, none(), true);
        toPush.addLast(new Sending(killed, ninjs(killed)));
      }
    }
  }

  private static byte[] ninjs(Offer offer) {
    String embargo = offer.notBefore().map(t -> ",\"embargoed\":\"" + t + "\"").orElse("");
    return """
    {"uri":"urn:desk:%s","type":"text","version":"%d","pubstatus":"%s","headline":"%s","body_text":"Words and more words about %s."%s}
    """
        .formatted(
            offer.token(),
            offer.edition(),
            offer.killed() ? "canceled" : "usable",
            Offer.headline(offer.token(), offer.edition()),
            offer.token(),
            embargo)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A sender as agencies have it: the same bytes until they are taken, then the next. */
  private void sendAll() {
    while (open) {
      Sending next;
      synchronized (toPush) {
        next = toPush.peekFirst();
      }
      if (next != null) {
        if (subject.push("desk", TOKEN, "application/json", next.body()) == 202) {
          offer(next.offer());
          synchronized (toPush) {
            toPush.removeFirst();
          }
          continue;
        }
        refused.incrementAndGet();
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private Offer offer(Offer offer) {
    offers.put(offer.token(), offer);
    return offer;
  }

  private static Optional<Instant> none() {
    return Optional.empty();
  }

  /** True when nothing waits to be taken in: the last push is answered, the folder is empty. */
  boolean isTakenIn() {
    synchronized (toPush) {
      if (!toPush.isEmpty()) {
        return false;
      }
    }
    try (var left = Files.newDirectoryStream(drop, "*.xml")) {
      return !left.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }

  /** What was promised, by token. */
  Map<String, Offer> offers() {
    return Map.copyOf(offers);
  }

  /** Pushes that were not taken at the first try. */
  int refused() {
    return refused.get();
  }

  private byte[] page(int feed) {
    StringBuilder rss =
        new StringBuilder("<rss version=\"2.0\"><channel><title>Feed " + feed + "</title>");
    synchronized (feeds) {
      for (Offer item : feeds.get(feed)) {
        rss.append("<item><guid isPermaLink=\"false\">").append(item.token()).append("</guid>");
        rss.append("<title>").append(Offer.headline(item.token(), item.edition()));
        rss.append("</title><description>Words and more words about ").append(item.token());
        rss.append(".</description></item>");
      }
    }
    return rss.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    open = false;
    sender.interrupt();
    server.close();
  }
}
