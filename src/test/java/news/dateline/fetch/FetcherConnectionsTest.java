package news.dateline.fetch;

import static news.dateline.fetch.Polls.failed;
import static news.dateline.fetch.Polls.fetcher;
import static news.dateline.fetch.Polls.internal;
import static news.dateline.fetch.Polls.quick;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import news.dateline.model.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FetcherConnectionsTest {
  @TempDir Path dir;

  private SSLContext selfSigned() throws Exception {
    Path store = dir.resolve("self.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    int exit =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "self",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("keytool.log").toFile())
            .start()
            .waitFor();
    assertThat(exit).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void a_certificate_nobody_vouches_for_is_a_failure_of_tls_even_inside() throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 5);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
    server.start();
    try (var fetcher = fetcher()) {
      URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
      var visit = failed(fetcher.fetch(internal(uri))).visit();

      assertThat(visit.reason()).contains(Reason.TLS_FAILED);
      assertThat(visit.detail()).contains("no secure connection to 127.0.0.1").contains("certif");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void plain_http_where_https_should_be_is_a_failure_of_tls() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        var fetcher = fetcher()) {
      Thread thread =
          new Thread(
              () -> {
                try (Socket client = server.accept()) {
                  client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
                  client.getInputStream().readAllBytes();
                } catch (IOException e) {
                  // the client hung up
                }
              });
      thread.setDaemon(true);
      thread.start();
      URI uri = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/");
      assertThat(failed(fetcher.fetch(internal(uri))).visit().reason()).contains(Reason.TLS_FAILED);
    }
  }

  /** A listener whose queue is full: the kernel drops further knocks, as a dead host would. */
  private static List<Socket> fill(ServerSocket server) throws IOException {
    List<Socket> queue = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Socket socket = new Socket();
      queue.add(socket);
      try {
        socket.connect(server.getLocalSocketAddress(), 300);
      } catch (SocketTimeoutException e) {
        return queue;
      }
    }
    throw new AssertionError("the queue does not fill");
  }

  @Test
  void a_host_that_never_takes_the_connection_is_given_up_in_time() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      List<Socket> queue = fill(server);
      URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
      Duration brief = Duration.ofMillis(500);
      Duration lengthy = Duration.ofSeconds(20);
      try (var impatient = new Fetcher(quick().withTimeouts(brief, lengthy, lengthy), Polls.CLOCK);
          var hurried = new Fetcher(quick().withTimeouts(lengthy, lengthy, brief), Polls.CLOCK)) {
        var connect = failed(impatient.fetch(internal(uri))).visit();
        var total = failed(hurried.fetch(internal(uri))).visit();

        assertThat(connect.reason()).contains(Reason.TIMEOUT);
        assertThat(connect.detail()).startsWith("no connection to 127.0.0.1").endsWith("500 ms");
        assertThat(total.reason()).contains(Reason.TIMEOUT);
        assertThat(total.detail()).endsWith("did not finish within 500 ms");
        assertThat(total.took()).isLessThan(Duration.ofSeconds(5));
      } finally {
        for (Socket socket : queue) {
          socket.close();
        }
      }
    }
  }
}
