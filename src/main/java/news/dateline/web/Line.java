package news.dateline.web;

import io.netty.channel.ChannelFuture;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import news.dateline.app.Settings;
import org.jspecify.annotations.Nullable;

/**
 * One connection, and how long it may take over what it is at: waiting for a request's head, its
 * body, our answer being read. Time and bytes are only compared; who asks is {@link Lines}. For the
 * event loop alone.
 */
final class Line {
  /** Bytes a second below which a body is too slow, after the time that is free. */
  static final int SLOWEST = 4 << 10;

  private enum Doing {
    WAITING,
    READING,
    WORKING
  }

  private final HttpConnection connection;
  private final Settings.Doors limits;
  private final Peer peer;
  private Doing doing = Doing.WAITING;
  private boolean fresh = true;
  private long since;
  private int giving;
  private long lastTaken;
  private long backlog;
  private int number;
  private @Nullable HttpServerRequest request;

  /**
   * @param now nanoseconds of the clock that {@link #isLate} is asked with
   */
  Line(HttpConnection connection, Settings.Doors limits, long now) {
    this.connection = connection;
    this.limits = limits;
    this.since = now;
    this.peer = peer(connection);
  }

  Peer peer() {
    return peer;
  }

  /** Nothing is asked of us at present. */
  boolean isIdle() {
    return doing == Doing.WAITING;
  }

  long since() {
    return since;
  }

  /** Of the latest request: they are counted. */
  int number() {
    return number;
  }

  /** A request's head has come. */
  void reads(HttpServerRequest next, long now) {
    become(Doing.READING, now);
    fresh = false;
    number++;
    request = next;
  }

  /** The body is here; the time it takes to answer is ours. */
  void works(long now) {
    become(Doing.WORKING, now);
  }

  /**
   * Whether the next request comes although little of what was answered before has been read. Who
   * asks and asks and reads nothing would have the answers pile up in our memory.
   */
  boolean isClogged() {
    return connection instanceof ConnectionBase base && !base.channel().isWritable();
  }

  /** A piece of an answer is handed to the connection. */
  void gives(long now) {
    giving++;
    lastTaken = now;
  }

  /** The connection has passed a piece on: the other end reads. */
  void taken(long now) {
    giving--;
    lastTaken = now;
  }

  /**
   * A request has been answered.
   *
   * @param answered its {@link #number}; nothing changes when another has come since
   */
  void rests(int answered, long now) {
    if (answered == number) {
      become(Doing.WAITING, now);
      request = null;
    }
  }

  private void become(Doing next, long now) {
    doing = next;
    since = now;
  }

  /** Whether the other end has had all the time it gets. */
  boolean isLate(long now) {
    long before = backlog;
    backlog = backlog();
    if (backlog != before) {
      lastTaken = now;
    }
    if ((giving > 0 || backlog > 0) && isOver(limits.bodyTimeout(), lastTaken, now)) {
      return true;
    }
    return switch (doing) {
      case WAITING -> isOver(fresh ? limits.headerTimeout() : limits.idleTimeout(), since, now);
      case READING -> isOver(free(request == null ? 0 : request.bytesRead()), since, now);
      case WORKING -> false;
    };
  }

  /** Bytes beyond what may be kept for the other end; 0 when all is well. */
  private long backlog() {
    return connection instanceof ConnectionBase base ? base.channel().bytesBeforeWritable() : 0;
  }

  private static boolean isOver(Duration limit, long from, long now) {
    return Duration.ofNanos(now - from).compareTo(limit) > 0;
  }

  private Duration free(long bytes) {
    return limits.bodyTimeout().plusMillis(bytes * 1000 / SLOWEST);
  }

  /** At once, whatever is still to be written: a reader who does not read would hold it open. */
  void cut() {
    if (connection instanceof ConnectionBase base) {
      ChannelFuture unused = base.channel().close();
    } else {
      Future<Void> unused = connection.close();
    }
  }

  private static Peer peer(HttpConnection connection) {
    try {
      // the true addresses, whatever a proxy's preface says; literals, so nothing is looked up
      var remote = connection.remoteAddress(true);
      var local = connection.localAddress(true);
      return Peer.of(
          new InetSocketAddress(InetAddress.getByName(remote.hostAddress()), remote.port()),
          new InetSocketAddress(InetAddress.getByName(local.hostAddress()), local.port()));
    } catch (UnknownHostException e) {
      return Peer.UNKNOWN;
    }
  }
}
