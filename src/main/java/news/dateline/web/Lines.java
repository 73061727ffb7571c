package news.dateline.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.Http1xServerConnection;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import news.dateline.app.Settings;

/**
 * All open connections: so many at most, and none that takes too long. When all places are taken,
 * the connection that has been idle longest makes room. For the event loop alone.
 */
final class Lines {
  private final Map<HttpConnection, Line> open = new HashMap<>();
  private final Settings.Doors limits;
  private final LongSupplier nanos;

  /**
   * @param nanos a clock that never goes back
   */
  Lines(Settings.Doors limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
  }

  long now() {
    return nanos.getAsLong();
  }

  /** Looks after all connections from now on. */
  void watch(Vertx vertx) {
    Duration shortest =
        List.of(limits.headerTimeout(), limits.bodyTimeout(), limits.idleTimeout()).stream()
            .min(Comparator.naturalOrder())
            .orElseThrow();
    vertx.setPeriodic(Math.max(20, Math.min(1000, shortest.toMillis() / 4)), timer -> look());
  }

  /** A connection was made. */
  void add(HttpConnection connection) {
    Line line = new Line(connection, limits, now());
    if (!hasRoom(line.peer())) {
      line.cut();
      return;
    }
    open.put(connection, line);
    if (connection instanceof Http1xServerConnection http1) {
      Queue.watch(http1, line);
    }
    connection.closeHandler(gone -> open.remove(connection));
  }

  /** One network that is not this machine gets half of the places, so that others get in too. */
  private boolean hasRoom(Peer peer) {
    int most = limits.connections();
    if (!peer.isLoopback()) {
      long same =
          open.values().stream().filter(l -> l.peer().network().equals(peer.network())).count();
      if (same >= Math.max(1, most / 2)) {
        return false;
      }
    }
    if (open.size() < most) {
      return true;
    }
    Optional<Map.Entry<HttpConnection, Line>> idle =
        open.entrySet().stream()
            .filter(e -> e.getValue().isIdle())
            .min(Comparator.comparingLong(e -> e.getValue().since()));
    idle.ifPresent(
        e -> {
          open.remove(e.getKey());
          e.getValue().cut();
        });
    return idle.isPresent();
  }

  /** The connection of a request. */
  Line of(HttpConnection connection) {
    return Objects.requireNonNullElseGet(
        open.get(connection), () -> new Line(connection, limits, now()));
  }

  private void look() {
    long now = now();
    List.copyOf(open.values()).stream().filter(l -> l.isLate(now)).forEach(Line::cut);
  }
}
