package news.dateline.web;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps other users of this machine from changing anything and from seeing passwords where no token
 * is asked: on loopback only the user Dateline runs as, and root, may. The system tells whose
 * connection it is. See {@code docs/decisions/0012-who-is-local.md}. Thread-safe.
 */
final class LocalUser implements HttpGuard.Check {
  /** Everybody on this machine may. */
  static final LocalUser ANY = new LocalUser(Optional.empty());

  private static final Logger LOG = LoggerFactory.getLogger(LocalUser.class);
  private static final int ROOT = 0;

  private final Optional<SocketTable> sockets;

  private LocalUser(Optional<SocketTable> sockets) {
    this.sockets = sockets;
  }

  /**
   * @param setting {@code dateline.http.local}: {@code user} or {@code any}
   */
  static LocalUser of(String setting) {
    return of(setting, new SocketTable(Path.of("/proc")));
  }

  static LocalUser of(String setting, SocketTable sockets) {
    if (setting.equals("any")) {
      return ANY;
    }
    if (!sockets.isThere()) {
      LOG.info(
          "this system does not tell whose a local connection is: everybody on this machine may"
              + " change things over HTTP, as with dateline.http.local = any");
      return ANY;
    }
    return new LocalUser(Optional.of(sockets));
  }

  @Override
  public Optional<Reply> refuse(Request request, boolean api) {
    boolean harmless = request.reads() && !request.path().startsWith("/api/access");
    if (sockets.isEmpty() || !api || harmless || isOurs(request.peer(), sockets.get())) {
      return Optional.empty();
    }
    return Optional.of(
        Json.error(
            403,
            "other-user",
            "only the user Dateline runs as, and root, may do this from this machine; others need"
                + " the token: set dateline.http.token"));
  }

  private static boolean isOurs(Peer peer, SocketTable sockets) {
    if (peer.remote().isEmpty() || peer.local().isEmpty()) {
      return false;
    }
    OptionalInt user = sockets.userOf(peer.remote().get(), peer.local().get());
    return user.isPresent() && (user.getAsInt() == ROOT || user.equals(sockets.ownUser()));
  }
}
