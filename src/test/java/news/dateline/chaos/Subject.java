package news.dateline.chaos;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import news.dateline.app.FreePort;
import news.dateline.testing.TestHome;
import org.jspecify.annotations.Nullable;

/** The process under attack: Dateline as it ships, started, frozen and killed by a test. */
final class Subject implements AutoCloseable {
  private final Path root;
  private final TestHome files;
  private final int httpPort = FreePort.find();
  private final int brokerPort = FreePort.find();
  private Path credentials;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final ObjectMapper json = new ObjectMapper();
  private String heap = "512m";
  private @Nullable Process process;

  /**
   * @param root its configuration and data lie below it
   */
  Subject(Path root, TestHome files) {
    this.root = root;
    this.files = files;
    this.credentials = files.data();
    set("dateline.http.port", String.valueOf(httpPort));
    set("dateline.broker.port", String.valueOf(brokerPort));
    set("dateline.poll.shortest", "1s");
  }

  /** Its heap from the next start on: {@code 512m} unless told otherwise. */
  void heap(String size) {
    heap = size;
  }

  /** A setting for the next start. */
  Subject set(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /** A variable of its environment for the next start. */
  Subject environment(String key, String value) {
    environment.put(key, value);
    return this;
  }

  /** Speaks to a broker outside, which listens on {@link #brokerPort()}. */
  void outside(Path brokerData) throws IOException {
    credentials = brokerData;
    set("dateline.broker.url", "tcp://127.0.0.1:" + brokerPort);
    set("dateline.broker.user", "publisher");
    set("dateline.broker.password", password("publisher"));
  }

  Path data() {
    return files.data();
  }

  int brokerPort() {
    return brokerPort;
  }

  long pid() {
    return process == null ? -1 : process.pid();
  }

  /** Starts; does not wait. */
  void start(String... jvm) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add(
        "-Dlogback.configurationFile=logback.xml"); // what it ships with, not that of the tests
    command.addAll(List.of(jvm));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "news.dateline.cli.Main", "run"));
    command.addAll(List.of("--config", files.config().toString()));
    command.addAll(List.of("--data", files.data().toString()));
    settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.environment().putAll(environment);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts with a kill at a point, after so many passes. */
  void startDoomed(Point point, int passes) {
    start("-javaagent:" + agent() + "=" + point + ":" + passes);
  }

  /** What it printed, all starts together. */
  Path log() {
    return root.resolve("run.log");
  }

  String logged() {
    try {
      return Files.exists(log()) ? Files.readString(log(), StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      return "";
    }
  }

  /** Waits until it takes what is pushed and its broker runs. */
  void ready() {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> status().path("brokerUp").asBoolean());
  }

  /** What {@code /api/status} says; empty when it does not answer within two seconds. */
  JsonNode status() {
    return get("/api/status");
  }

  /** What a path answers; an empty object when it does not within five seconds. */
  JsonNode get(String path) {
    HttpRequest request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(5)).build();
    try {
      return json.readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    } catch (IOException e) {
      return json.createObjectNode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return json.createObjectNode();
    }
  }

  /** How many feeds it has read and committed since a moment. */
  int readFeeds(Instant since) {
    int read = 0;
    for (JsonNode source : get("/api/sources").path("sources")) {
      String last = source.at("/state/lastPoll").asText();
      read += source.has("feed") && !last.isEmpty() && Instant.parse(last).isAfter(since) ? 1 : 0;
    }
    return read;
  }

  private boolean wasDown;

  /** Remembers whether health says DOWN now. */
  void lookAtHealth() {
    wasDown |= get("/observe/health").path("status").asText().equals("DOWN");
  }

  /** Whether health said DOWN at any look since this was asked last. */
  boolean healthWasDown() {
    boolean was = wasDown;
    wasDown = false;
    return was;
  }

  /** How many lines of its log hold a word. */
  long says(String word) {
    return logged().lines().filter(l -> l.contains(word)).count();
  }

  /** The status code of a push; 0 when there was no answer. */
  int push(String source, String token, String type, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/push/" + source))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** The password of a user of the broker. */
  String password(String user) throws IOException {
    Properties passwords = new Properties();
    try (var in = Files.newBufferedReader(credentials.resolve("credentials.properties"))) {
      passwords.load(in);
    }
    return String.valueOf(passwords.getProperty(user));
  }

  /** SIGKILL, and waits for the end. */
  void kill() {
    if (process != null) {
      process.destroyForcibly();
      awaitEnd(Duration.ofSeconds(30));
    }
  }

  /** SIGTERM, and waits for the end. */
  void stop() {
    if (process != null) {
      process.destroy();
      awaitEnd(Duration.ofSeconds(60));
    }
  }

  /** SIGSTOP. */
  void freeze() {
    Signals.send(pid(), "STOP");
  }

  /** SIGCONT. */
  void thaw() {
    Signals.send(pid(), "CONT");
  }

  /**
   * Waits until the process has ended by itself.
   *
   * @return false when it still runs
   */
  boolean awaitEnd(Duration atMost) {
    try {
      return process == null || process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + httpPort + path);
  }

  /** A jar that names the agent and holds nothing: its class is on the class path. */
  private Path agent() {
    Path jar = root.resolve("doom.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", DoomAgent.class.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.flush();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return jar;
  }

  @Override
  public void close() {
    kill();
  }
}
