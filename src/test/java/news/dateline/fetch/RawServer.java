package news.dateline.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server of raw bytes: it can do everything a bad one does. */
final class RawServer implements AutoCloseable {
  /** A request as it came. */
  record Request(String line, List<String> headers) {
    String path() {
      return line.split(" ")[1];
    }

    Optional<String> header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(h -> h.toLowerCase(Locale.ROOT).startsWith(start))
          .map(h -> h.substring(start.length()).strip())
          .findFirst();
    }
  }

  /** Writes an answer; closing the stream closes the connection, returning keeps it. */
  interface Handler {
    void answer(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  final List<Request> requests = new CopyOnWriteArrayList<>();
  final AtomicInteger connections = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ServerSocket socket;
  private final Handler handler;
  private final boolean recording;

  private RawServer(String address, Handler handler, boolean recording) throws IOException {
    socket = new ServerSocket(0, 200, InetAddress.getByName(address));
    this.handler = handler;
    this.recording = recording;
    start(this::accept);
  }

  static RawServer on(String address, Handler handler) throws IOException {
    return new RawServer(address, handler, true);
  }

  static RawServer start(Handler handler) throws IOException {
    return on("127.0.0.1", handler);
  }

  /** One that forgets its requests: for many. */
  static RawServer forgetful(Handler handler) throws IOException {
    return new RawServer("127.0.0.1", handler, false);
  }

  /** Always the same answer. */
  static RawServer saying(String... head) throws IOException {
    return start((request, out) -> out.write(answer("<rss/>".getBytes(), head)));
  }

  static byte[] answer(byte[] body, String... head) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String line : head) {
      out.writeBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    out.writeBytes(("Content-Length: " + body.length + "\r\n\r\n").getBytes());
    out.writeBytes(body);
    return out.toByteArray();
  }

  int port() {
    return socket.getLocalPort();
  }

  URI uri(String path) {
    return URI.create("http://" + socket.getInetAddress().getHostAddress() + ":" + port() + path);
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      for (; ; ) {
        Socket client = socket.accept();
        client.setTcpNoDelay(true);
        connections.incrementAndGet();
        open.add(client);
        start(() -> serve(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      for (; ; ) {
        Request request = read(in);
        if (request == null) {
          return;
        }
        if (recording) {
          requests.add(request);
        }
        handler.answer(request, client.getOutputStream());
        client.getOutputStream().flush();
      }
    } catch (IOException | InterruptedException e) {
      // the client went away, or the handler closed
    } finally {
      open.remove(client);
    }
  }

  private static Request read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      int c = in.read();
      if (c < 0) {
        return null;
      }
      head.append((char) c);
    }
    List<String> lines = head.toString().lines().filter(l -> !l.isEmpty()).toList();
    return new Request(lines.get(0), lines.subList(1, lines.size()));
  }

  /** Closes the connections, but goes on serving. */
  void hangUp() throws IOException {
    for (Socket client : open) {
      client.close();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    hangUp();
  }
}
