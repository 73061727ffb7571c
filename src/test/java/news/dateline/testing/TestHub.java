package news.dateline.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A hub as the W3C Recommendation WebSub of 2018 wants one, on loopback: takes requests, asks back
 * with a challenge, grants a lease of its own, denies, signs what it distributes.
 */
public final class TestHub implements AutoCloseable {
  /** How the hub answers requests. */
  public enum Mood {
    WILLING,
    /** Answers 202, then says no at the callback. */
    DENYING,
    /** Answers 202 and is never heard of again. */
    SILENT,
    /** Sends requests on to {@code /moved} with 307. */
    REDIRECTING,
    /** 410. */
    GONE
  }

  /** A request as it came, and a subscription once it is verified. */
  public record Wish(String mode, String topic, String callback, String secret, String lease) {}

  public volatile Mood mood = Mood.WILLING;

  /** What the hub makes of the lease asked for. */
  public volatile String lease = "86400";

  public final List<Wish> wishes = new CopyOnWriteArrayList<>();
  private final Map<String, Wish> active = new ConcurrentHashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpServer server;

  /** Starts on any free port. */
  public TestHub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** The verified subscriptions. */
  public List<Wish> active() {
    return List.copyOf(active.values());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> form = form(exchange.getRequestBody().readAllBytes());
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      boolean proper =
          exchange.getRequestMethod().equals("POST")
              && type != null
              && type.startsWith("application/x-www-form-urlencoded");
      if (!proper || !form.containsKey("hub.callback") || !form.containsKey("hub.topic")) {
        exchange.sendResponseHeaders(400, -1);
        return;
      }
      boolean moved = exchange.getRequestURI().getPath().equals("/moved");
      if (mood == Mood.REDIRECTING && !moved) {
        exchange.getResponseHeaders().set("Location", "/moved");
        exchange.sendResponseHeaders(307, -1);
        return;
      }
      Wish wish =
          new Wish(
              form.get("hub.mode"),
              form.get("hub.topic"),
              form.get("hub.callback"),
              form.getOrDefault("hub.secret", ""),
              form.getOrDefault("hub.lease_seconds", ""));
      wishes.add(wish);
      if (mood == Mood.GONE) {
        exchange.sendResponseHeaders(410, -1);
        return;
      }
      exchange.sendResponseHeaders(202, -1);
      if (mood == Mood.DENYING) {
        threads.execute(() -> deny(wish));
      } else if (mood != Mood.SILENT) {
        threads.execute(() -> verify(wish, wish.mode(), wish.topic()));
      }
    }
  }

  /** Asks the subscriber back; only the challenge echoed makes it so. */
  public HttpResponse<String> verify(Wish wish, String mode, String topic) {
    String challenge = UUID.randomUUID().toString();
    HttpResponse<String> answer =
        get(
            wish.callback()
                + "?hub.mode="
                + mode
                + "&hub.topic="
                + URLEncoder.encode(topic, StandardCharsets.UTF_8)
                + "&hub.challenge="
                + challenge
                + (mode.equals("subscribe") ? "&hub.lease_seconds=" + lease : ""));
    if (answer.statusCode() / 100 == 2 && answer.body().equals(challenge)) {
      if (mode.equals("subscribe")) {
        active.put(wish.callback(), wish);
      } else {
        active.remove(wish.callback());
      }
    }
    return answer;
  }

  /** Says no. */
  public HttpResponse<String> deny(Wish wish) {
    active.remove(wish.callback());
    return get(
        wish.callback()
            + "?hub.mode=denied&hub.reason=not+here&hub.topic="
            + URLEncoder.encode(wish.topic(), StandardCharsets.UTF_8));
  }

  private HttpResponse<String> get(String url) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Distributes to every subscriber of the topic; their statuses. */
  public List<Integer> publish(String topic, byte[] body) {
    return active().stream()
        .filter(w -> w.topic().equals(topic))
        .map(w -> deliver(w, topic, body, sign("sha256", w.secret(), body)))
        .toList();
  }

  /** Sends one delivery, whatever its signature. */
  public int deliver(Wish wish, String topic, byte[] body, String signature) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(wish.callback()))
            .header("Content-Type", "application/atom+xml")
            .header("Link", "<" + url() + ">; rel=\"hub\"")
            .header("Link", "<" + topic + ">; rel=\"self\"")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (!signature.isEmpty()) {
      request.header("X-Hub-Signature", signature);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The header of a body. */
  public static String sign(String method, String secret, byte[] body) {
    try {
      String algorithm = "Hmac" + method.toUpperCase(java.util.Locale.ROOT);
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return method + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> form(byte[] body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return fields;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
