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
  /** Bytes a second below which a body or a reader is too slow, after the time that is free. */
  static final int SLOWEST = 4 << 10;

  private enum Doing {
    WAITING,
    READING,
    WORKING,
    ANSWERING
  }

  private final HttpConnection connection;
  private final Settings.Doors limits;
  private final Peer peer;
  private Doing doing = Doing.WAITING;
  private boolean fresh = true;
  private long since;
  private long answered;
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
    return doing == Doing.WAITING && !fresh;
  }

  long since() {
    return since;
  }

  /** A request's head has come. */
  void reads(HttpServerRequest next, long now) {
    become(Doing.READING, now);
    fresh = false;
    request = next;
  }

  /** The body is here; the time it takes to answer is ours. */
  void works(long now) {
    become(Doing.WORKING, now);
  }

  /** Some of the answer has gone out. */
  void answers(long bytes, long now) {
    if (doing != Doing.ANSWERING) {
      become(Doing.ANSWERING, now);
      answered = 0;
    }
    answered += bytes;
  }

  /** The next request may come. */
  void rests(long now) {
    become(Doing.WAITING, now);
    request = null;
  }

  private void become(Doing next, long now) {
    doing = next;
    since = now;
  }

  /** Whether the other end has had all the time it gets. */
  boolean isLate(long now) {
    Duration spent = Duration.ofNanos(now - since);
    return switch (doing) {
      case WAITING -> spent.compareTo(fresh ? limits.headerTimeout() : limits.idleTimeout()) > 0;
      case READING -> spent.compareTo(free(request == null ? 0 : request.bytesRead())) > 0;
      case WORKING -> false;
      case ANSWERING -> spent.compareTo(free(answered)) > 0;
    };
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
