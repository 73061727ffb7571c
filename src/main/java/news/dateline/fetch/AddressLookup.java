package news.dateline.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** How host names, and addresses written out, become addresses. Thread-safe. */
@FunctionalInterface
public interface AddressLookup {
  /** The operating system's. */
  AddressLookup SYSTEM = InetAddress::getAllByName;

  /**
   * All addresses of a host, in the order to try.
   *
   * @param host a name or a literal address, IPv6 without brackets
   * @throws UnknownHostException when it has none
   */
  InetAddress[] lookup(String host) throws UnknownHostException;
}
