package news.dateline.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Refuses a host when any of its addresses is not allowed. The client connects to exactly the
 * addresses checked here, so a name that changes its mind between check and connection (DNS
 * rebinding) gains nothing; and it asks here for addresses written out, too.
 */
final class GuardedResolver implements DnsResolver {
  private final AddressLookup lookup;
  private final Predicate<InetAddress> allowed;

  GuardedResolver(AddressLookup lookup, Predicate<InetAddress> allowed) {
    this.lookup = lookup;
    this.allowed = allowed;
  }

  @Override
  public InetAddress[] resolve(String name) throws UnknownHostException {
    // The client shows national letters even where we gave it xn--; only the latter is in DNS.
    String host = Target.ascii(name);
    InetAddress[] addresses = lookup.lookup(host);
    for (InetAddress address : addresses) {
      if (!allowed.test(address)) {
        throw new AddressRefusedException(host, address);
      }
    }
    return addresses;
  }

  /** Only asked for by Kerberos, which we do not speak. */
  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
