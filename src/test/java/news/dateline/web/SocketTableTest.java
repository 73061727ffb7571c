package news.dateline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose a connection within this machine is, told by real sockets. */
class SocketTableTest {
  private final SocketTable table = new SocketTable(Path.of("/proc"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1"})
  void a_connection_belongs_to_who_opened_it_and_to_nobody_once_it_is_closed(String address)
      throws Exception {
    assumeTrue(table.isThere(), "no /proc here");
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName(address))) {
      Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
      try (Socket accepted = server.accept()) {
        InetSocketAddress theirs = (InetSocketAddress) accepted.getRemoteSocketAddress();
        InetSocketAddress ours = (InetSocketAddress) accepted.getLocalSocketAddress();
        assertThat(table.userOf(theirs, ours)).isEqualTo(table.ownUser()).isPresent();
        assertThat(table.userOf(theirs, new InetSocketAddress(ours.getAddress(), 1))).isEmpty();
        client.close(); // Linux writes user 0 into the row of a closed end
        assertThat(table.userOf(theirs, ours)).isEmpty();
      }
    }
  }

  @Test
  void an_end_that_nobody_holds_any_more_is_not_roots() throws Exception {
    Files.createDirectories(folder.resolve("net"));
    Files.createDirectories(folder.resolve("self"));
    Files.writeString(folder.resolve("self/status"), "Name:\tx\nUid:\t1000\t1001\t1000\t1000\n");
    String head = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt uid";
    String row = "\n   1: 0100007F:9C40 0100007F:1F90 %s 00000000:00000000 00:00000000 00000000";
    String mapped =
        "\n   1: 0000000000000000FFFF00000100007F:9C40 0000000000000000FFFF00000100007F:1F90 01"
            + " 00000000:00000000 00:00000000 00000000  1002        0 77 1 0 20 4 30 10 -1\n";
    SocketTable made = new SocketTable(folder);
    for (Map.Entry<String, Optional<Integer>> e :
        Map.of(
                "01|     0        0 4711 1", Optional.of(0),
                "01|  1000        0 4711 1", Optional.of(1000),
                "08|  1000        0 4711 1", Optional.of(1000),
                "05|     0        0 0 1", Optional.<Integer>empty(),
                "04|     0        0 0 2", Optional.<Integer>empty(),
                "06|     0        0 0 3", Optional.<Integer>empty(),
                "06|     0        0 9 3", Optional.<Integer>empty())
            .entrySet()) {
      String[] parts = e.getKey().split("\\|");
      Files.writeString(
          folder.resolve("net/tcp"), head + String.format(row, parts[0]) + parts[1] + "\n");
      assertThat(made.userOf(end(40000), end(8080)).stream().boxed().findFirst())
          .as(e.getKey())
          .isEqualTo(e.getValue());
    }
    assertThat(made.ownUser()).hasValue(1001);
    Files.writeString(folder.resolve("net/tcp"), head + "\n");
    Files.writeString(folder.resolve("net/tcp6"), head + mapped);
    assertThat(made.userOf(end(40000), end(8080))).hasValue(1002);
  }

  @Test
  void where_the_system_does_not_tell_everybody_here_may() {
    LocalUser nowhere = LocalUser.of("user", new SocketTable(folder));
    Request post = Request.of("POST", "/api/sources", "", Map.of(), new byte[0], Peers.HERE);
    assertThat(nowhere.refuse(post, true)).isEmpty();
    assumeTrue(table.isThere(), "no /proc here");
    assertThat(LocalUser.of("user", table).refuse(post, true))
        .as("a connection that is not there is nobody's")
        .isPresent();
    assertThat(LocalUser.of("any", table).refuse(post, true)).isEmpty();
  }

  private static InetSocketAddress end(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
