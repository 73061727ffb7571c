package news.dateline.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The two ends of the connection a request came by, as the operating system tells them. No header
 * has a say in it.
 *
 * @param remote the caller's end; empty when it is not known, which counts as a stranger's
 * @param local our end
 */
public record Peer(Optional<InetSocketAddress> remote, Optional<InetSocketAddress> local) {
  /** Nothing is known of the caller. */
  static final Peer UNKNOWN = new Peer(Optional.empty(), Optional.empty());

  static Peer of(InetSocketAddress remote, InetSocketAddress local) {
    return new Peer(Optional.of(remote), Optional.of(local));
  }

  /** Whether the caller's end is on this machine. */
  public boolean isLoopback() {
    return remote
        .map(InetSocketAddress::getAddress)
        .filter(InetAddress::isLoopbackAddress)
        .isPresent();
  }

  /**
   * Whom tries are counted for: an IPv4 address, or the first 64 bits of an IPv6 address, since a
   * subscriber line has all of those.
   */
  String network() {
    return remote
        .map(InetSocketAddress::getAddress)
        .map(
            a ->
                a instanceof Inet6Address && !a.isLoopbackAddress()
                    ? HexFormat.of().formatHex(Arrays.copyOf(a.getAddress(), 8))
                    : a.getHostAddress())
        .orElse("unknown");
  }
}
