package news.dateline.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import news.dateline.testing.Feeds;

/**
 * Fifty thousand newsrooms in one thread: the server of {@link PollLoad}, a process of its own so
 * that its share of the processor can be told from ours. Answers 304 to validators that hold; now
 * and then a feed has a new item, or its server a fault. One host in two hundred takes 2.2 s to
 * answer. Watches how it is treated: starts apart on one host, and requests at a time.
 *
 * <p>Prints its port, then a line of figures for each line it reads; ends with its input.
 */
final class PollLoadServer {
  private static final long SLOW_NANOS = 2_200_000_000L;
  private static final int ITEMS = 10;

  private final long intervalNanos;
  private final Selector selector = Selector.open();
  private final Map<String, Host> hosts = new HashMap<>();
  private final Map<String, int[]> feeds = new HashMap<>(); // requests, version
  private final PriorityQueue<Later> later = new PriorityQueue<>();
  private long requests;
  private long unchanged;
  private long fresh;
  private long faults;

  private PollLoadServer(long intervalNanos) throws IOException {
    this.intervalNanos = intervalNanos;
  }

  private static final class Host {
    long lastStart = Long.MIN_VALUE;
    long closest = Long.MAX_VALUE;
    int early;
    int active;
    int mostActive;
    boolean slow;
  }

  private record Later(long at, Connection connection, byte[] answer) implements Comparable<Later> {
    @Override
    public int compareTo(Later other) {
      return Long.compare(at, other.at);
    }
  }

  private static final class Connection {
    final SocketChannel channel;
    final ByteBuffer in = ByteBuffer.allocate(4096);
    Host host = new Host();

    Connection(SocketChannel channel) {
      this.channel = channel;
    }
  }

  /** Argument: the pacing interval that must be kept, in milliseconds. */
  public static void main(String[] args) throws Exception {
    PollLoadServer server = new PollLoadServer(Long.parseLong(args[0]) * 1_000_000);
    ServerSocketChannel socket = ServerSocketChannel.open();
    socket.bind(new InetSocketAddress(0), 4096); // all of 127/8 is this machine
    socket.configureBlocking(false);
    socket.register(server.selector, SelectionKey.OP_ACCEPT);
    System.out.println(((InetSocketAddress) socket.getLocalAddress()).getPort());
    Thread orders = new Thread(server::takeOrders, "orders");
    orders.setDaemon(true);
    orders.start();
    server.serve();
  }

  private void takeOrders() {
    try {
      while (System.in.read() != -1) {
        System.out.println(figures());
      }
    } catch (IOException e) {
      // the bench is gone
    }
    System.exit(0);
  }

  private synchronized String figures() {
    long closest = Long.MAX_VALUE;
    int most = 0;
    int early = 0;
    for (Host h : hosts.values()) {
      closest = Math.min(closest, h.closest);
      most = Math.max(most, h.mostActive);
      early += h.early;
    }
    return requests
        + " "
        + unchanged
        + " "
        + fresh
        + " "
        + faults
        + " "
        + hosts.size()
        + " "
        + (closest == Long.MAX_VALUE ? -1 : closest / 1_000_000)
        + " "
        + early
        + " "
        + most;
  }

  private void serve() throws IOException {
    while (true) {
      Later next = later.peek();
      if (next == null) {
        selector.select(100);
      } else {
        selector.select(Math.max(1, (next.at - System.nanoTime()) / 1_000_000));
      }
      synchronized (this) {
        for (Iterator<SelectionKey> i = selector.selectedKeys().iterator(); i.hasNext(); ) {
          SelectionKey key = i.next();
          i.remove();
          if (key.isValid() && key.isAcceptable()) {
            accept((ServerSocketChannel) key.channel());
          } else if (key.isValid() && key.isReadable()) {
            read(key);
          }
        }
        for (Later l = later.peek(); l != null && l.at <= System.nanoTime(); l = later.peek()) {
          later.remove();
          answer(l.connection, l.answer);
        }
      }
    }
  }

  private void accept(ServerSocketChannel socket) throws IOException {
    for (SocketChannel c = socket.accept(); c != null; c = socket.accept()) {
      c.configureBlocking(false);
      c.register(selector, SelectionKey.OP_READ, new Connection(c));
    }
  }

  private void read(SelectionKey key) {
    Connection c = (Connection) key.attachment();
    try {
      if (c.channel.read(c.in) < 0) {
        c.channel.close();
        return;
      }
    } catch (IOException e) {
      close(c);
      return;
    }
    String head = new String(c.in.array(), 0, c.in.position(), StandardCharsets.ISO_8859_1);
    if (head.endsWith("\r\n\r\n")) {
      c.in.clear();
      request(c, head);
    }
  }

  private void request(Connection c, String head) {
    String path = head.substring(4, head.indexOf(' ', 4));
    String name = header(head, "host");
    long now = System.nanoTime();
    Host host = hosts.computeIfAbsent(name, PollLoadServer::host);
    if (host.lastStart != Long.MIN_VALUE) {
      long apart = now - host.lastStart;
      host.closest = Math.min(host.closest, apart);
      // the way here takes a while, and not the same each time: a twentieth is allowed for that
      host.early += apart < intervalNanos * 0.95 ? 1 : 0;
    }
    host.lastStart = now;
    host.active++;
    host.mostActive = Math.max(host.mostActive, host.active);
    c.host = host;
    byte[] answer = page(path, header(head, "if-none-match"));
    if (host.slow) {
      later.add(new Later(now + SLOW_NANOS, c, answer));
    } else {
      answer(c, answer);
    }
  }

  private static Host host(String name) {
    Host host = new Host();
    host.slow = Math.floorMod(name.hashCode(), 200) == 0;
    return host;
  }

  /** 3 in 100 requests find a new item, 1 in 100 a fault. */
  private byte[] page(String path, String validator) {
    requests++;
    int[] feed = feeds.computeIfAbsent(path, p -> new int[] {0, 1});
    int chance = Math.floorMod((path + "#" + feed[0]++).hashCode() * 0x9e3779b1, 100);
    if (chance == 99) {
      faults++;
      return bytes("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n");
    }
    feed[1] += chance < 3 ? 1 : 0;
    String etag = "\"v" + feed[1] + "\"";
    if (etag.equals(validator)) {
      unchanged++;
      return bytes("HTTP/1.1 304 Not Modified\r\nETag: " + etag + "\r\n\r\n");
    }
    fresh++;
    byte[] body = Feeds.rss(path.substring(1), Math.max(0, feed[1] - ITEMS), feed[1], 2, 0);
    byte[] head =
        bytes(
            "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: "
                + etag
                + "\r\nContent-Length: "
                + body.length
                + "\r\n\r\n");
    byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  private void answer(Connection c, byte[] answer) {
    c.host.active--;
    try {
      ByteBuffer out = ByteBuffer.wrap(answer);
      while (out.hasRemaining()) {
        c.channel.write(out);
      }
    } catch (IOException e) {
      close(c);
    }
  }

  private static void close(Connection c) {
    try {
      c.channel.close();
    } catch (IOException e) {
      // gone already
    }
  }

  private static String header(String head, String name) {
    String line = "\r\n" + name + ":";
    int at = head.toLowerCase(Locale.ROOT).indexOf(line);
    return at < 0
        ? ""
        : head.substring(at + line.length(), head.indexOf('\r', at + line.length())).strip();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
