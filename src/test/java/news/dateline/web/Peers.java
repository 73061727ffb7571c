package news.dateline.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;

/** Callers, and guards whose clock stands still. */
final class Peers {
  static final Peer HERE = at("127.0.0.1");
  static final Peer THERE = at("198.51.100.7");

  private Peers() {}

  static Peer at(String address) {
    try {
      return Peer.of(
          new InetSocketAddress(InetAddress.getByName(address), 40000),
          new InetSocketAddress(InetAddress.getByName(address), 8080));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static HttpGuard guard(String host, Optional<String> token) {
    return new HttpGuard(host, token, new Attempts(() -> Instant.EPOCH), LocalUser.ANY);
  }
}
