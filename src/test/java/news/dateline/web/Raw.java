package news.dateline.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection that sends just the bytes it is given. */
final class Raw implements AutoCloseable {
  private final Socket socket;
  private volatile boolean failed;

  Raw(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
  }

  /** Status, head and body of an answer. */
  record Answer(int status, String head, String body) {}

  Raw send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  Raw send(byte[] bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (SocketException e) {
      // refused while it was sent; the answer may be there all the same
    }
    return this;
  }

  /** Whether the other end still takes what is sent, or may yet. */
  boolean writes(String text) {
    Thread writing =
        new Thread(
            () -> {
              try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
              } catch (IOException e) {
                failed = true;
              }
            });
    writing.setDaemon(true);
    writing.start();
    try {
      writing.join(15_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !failed && !writing.isAlive();
  }

  Answer ask(String head, byte[]... body) throws IOException {
    send(head);
    for (byte[] part : body) {
      send(part);
    }
    return answer();
  }

  /** The next answer; its body is read as far as its Content-Length says. */
  Answer answer() throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int c = in.read();
      if (c < 0) {
        return new Answer(0, head.toString(StandardCharsets.ISO_8859_1), "");
      }
      head.write(c);
    }
    String text = head.toString(StandardCharsets.ISO_8859_1);
    int length =
        text.lines()
            .map(l -> l.toLowerCase(Locale.ROOT))
            .filter(l -> l.startsWith("content-length:"))
            .map(l -> Integer.parseInt(l.substring(15).strip()))
            .findFirst()
            .orElse(0);
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Answer(Integer.parseInt(text.split(" ", 3)[1]), text, body);
  }

  /** Whether the other end closes it; what it still says is read over. */
  boolean isClosedWithin(int millis) throws IOException {
    long end = System.nanoTime() + millis * 1_000_000L;
    while (System.nanoTime() < end) {
      socket.setSoTimeout((int) Math.max(1, (end - System.nanoTime()) / 1_000_000));
      try {
        if (socket.getInputStream().read() < 0) {
          return true;
        }
      } catch (SocketTimeoutException e) {
        return false;
      } catch (SocketException e) {
        return true;
      }
    }
    return false;
  }

  /** Sends a byte now and then; whether the other end closes meanwhile. */
  boolean drip(String start, char drop, int everyMillis, int millis) throws IOException {
    send(start);
    for (int spent = 0; spent < millis; spent += everyMillis) {
      if (isClosedWithin(everyMillis)) {
        return true;
      }
      send(String.valueOf(drop));
    }
    return false;
  }

  static byte[] chunked(byte[] body, int size) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int from = 0; from < body.length; from += size) {
      int length = Math.min(size, body.length - from);
      out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(body, from, length);
      out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
