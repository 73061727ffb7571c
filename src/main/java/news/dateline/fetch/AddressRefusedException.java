package news.dateline.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A host leads to an address that is not public. The type is what a DNS resolver may throw. */
final class AddressRefusedException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  AddressRefusedException(String host, InetAddress address) {
    super(
        host
            + (host.equals(address.getHostAddress()) ? "" : " is " + address.getHostAddress())
            + (host.equals(address.getHostAddress()) ? " is not" : ", which is not")
            + " on the public internet");
  }
}
