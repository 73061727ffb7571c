package news.dateline.chaos;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import news.dateline.broker.BrokerSettings;
import news.dateline.broker.Credentials;
import news.dateline.broker.EmbeddedBroker;
import org.jspecify.annotations.Nullable;

/** An Artemis in a process of its own, to be killed and frozen: the broker of somebody else. */
public final class BrokerProcess implements AutoCloseable {
  private final Path data;
  private final int port;
  private @Nullable Process process;

  public BrokerProcess(Path data, int port) {
    this.data = data;
    this.port = port;
  }

  /** What the process runs: {@code DATA PORT}. */
  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    BrokerSettings settings = BrokerSettings.of(data, "127.0.0.1", Integer.parseInt(args[1]));
    EmbeddedBroker broker =
        new EmbeddedBroker(
            settings, List.of(), Credentials.in(data), Optional.empty(), Clock.systemUTC());
    broker.start();
    Thread.currentThread().join();
  }

  /** Starts, and waits until it listens. */
  public void start() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                data.toString(),
                String.valueOf(port))
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(data.resolveSibling("broker.log").toFile()))
            .start();
    await().atMost(Duration.ofSeconds(60)).until(this::listens);
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }
  }

  /** SIGSTOP. */
  public void freeze() {
    Signals.send(pid(), "STOP");
  }

  /** SIGCONT. */
  public void thaw() {
    Signals.send(pid(), "CONT");
  }

  private long pid() {
    return process == null ? -1 : process.pid();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
