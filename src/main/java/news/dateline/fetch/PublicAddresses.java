package news.dateline.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * Which addresses belong to the public internet, after the IANA special-purpose registries (RFC
 * 6890 and its updates).
 *
 * <p>IPv6 is judged by what is allowed: global unicast {@code 2000::/3}. That alone refuses
 * loopback, unspecified, link-local, unique-local, multicast, v4-compatible, v4-mapped and NAT64
 * forms.
 */
final class PublicAddresses {
  /** Network, mask length; IPv4, in the registry's order. */
  private static final int[][] REFUSED_V4 = {
    net(0, 0, 0, 0, 8), // this network, unspecified
    net(10, 0, 0, 0, 8), // private
    net(100, 64, 0, 0, 10), // shared by carrier-grade NAT
    net(127, 0, 0, 0, 8), // loopback
    net(169, 254, 0, 0, 16), // link-local, cloud metadata
    net(172, 16, 0, 0, 12), // private
    net(192, 0, 0, 0, 24), // protocol assignments
    net(192, 0, 2, 0, 24), // documentation
    net(192, 88, 99, 0, 24), // 6to4 relays
    net(192, 168, 0, 0, 16), // private
    net(198, 18, 0, 0, 15), // benchmarks
    net(198, 51, 100, 0, 24), // documentation
    net(203, 0, 113, 0, 24), // documentation
    net(224, 0, 0, 0, 4), // multicast
    net(240, 0, 0, 0, 4), // reserved, broadcast
  };

  private PublicAddresses() {}

  /** Whether a stranger's machine on the internet could have this address. */
  static boolean contains(InetAddress address) {
    byte[] b = address.getAddress();
    return address instanceof Inet4Address ? publicV4(ByteBuffer.wrap(b).getInt()) : publicV6(b);
  }

  private static boolean publicV4(int address) {
    for (int[] net : REFUSED_V4) {
      if ((address & net[1]) == net[0]) {
        return false;
      }
    }
    return true;
  }

  private static boolean publicV6(byte[] b) {
    int first = ByteBuffer.wrap(b).getChar(0);
    int second = ByteBuffer.wrap(b).getChar(2);
    if ((first & 0xe000) != 0x2000) {
      return false;
    }
    if (first == 0x2001) {
      // 2001::/23: Teredo, benchmarks, ORCHID; 2001:db8::/32: documentation
      return second >= 0x0200 && second != 0x0db8;
    }
    // 2002::/16: 6to4, carries any IPv4 address; 3fff::/20: documentation (RFC 9637)
    return first != 0x2002 && !(first == 0x3fff && second < 0x1000);
  }

  private static int[] net(int a, int b, int c, int d, int bits) {
    int mask = -1 << (32 - bits);
    return new int[] {((a << 24) | (b << 16) | (c << 8) | d) & mask, mask};
  }
}
