package news.dateline.app;

import java.util.Set;

/** Which listening addresses nobody else can reach. */
final class Loopback {
  private static final Set<String> NAMES = Set.of("localhost", "::1", "[::1]");

  private Loopback() {}

  static boolean is(String host) {
    return NAMES.contains(host) || host.matches("127(\\.\\d{1,3}){3}");
  }
}
