package news.dateline.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** STOMP 1.2 over a plain socket: an ERROR ends the connection, so each try has one of its own. */
final class StompWay implements Way {
  private final int port;
  private final String login;

  StompWay(Rig rig, String user, String password) throws IOException {
    port = rig.broker.port();
    login = user.isEmpty() ? "" : "login:" + user + "\npasscode:" + password + "\n";
    try (Socket socket = open()) {
      if (!frame(socket).startsWith("CONNECTED")) {
        throw new IOException("refused");
      }
    }
  }

  @Override
  public List<String> actions() {
    return List.of("send", "consume", "subscribe");
  }

  @Override
  public boolean tries(String action, String target) throws IOException {
    String head = "\nreceipt:r\ndestination:" + target.replace(":", "\\c") + "\n";
    String ask =
        switch (action) {
          case "send" -> "SEND" + head + "\n{}";
          case "consume" -> "SUBSCRIBE" + head + "id:1\nack:client\n\n";
          default -> "SUBSCRIBE" + head + "id:1\nack:client\ndurable-subscription-name:own\n\n";
        };
    if (action.equals("subscribe") && target.contains("::")) {
      return false; // a queue is read as it is
    }
    try (Socket socket = open()) {
      frame(socket);
      socket.getOutputStream().write((ask + "\0").getBytes(StandardCharsets.UTF_8));
      String answer = frame(socket);
      while (answer.startsWith("MESSAGE")) {
        answer = frame(socket);
      }
      return answer.startsWith("RECEIPT");
    }
  }

  private Socket open() throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(5000);
    String connect = "CONNECT\naccept-version:1.2\nhost:x\nclient-id:tries\n" + login + "\n\0";
    socket.getOutputStream().write(connect.getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  /** The next frame; empty when the broker closed the connection. */
  private static String frame(Socket socket) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int b = socket.getInputStream().read(); b >= 0; b = socket.getInputStream().read()) {
      if (b == 0) {
        break;
      }
      if (b != '\n' || out.size() > 0) {
        out.write(b);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {}
}
