package news.dateline.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Keeps the interval between two requests to one host where the host sees it: at the moment of
 * sending, on an open connection. {@link HostPacing} decides earlier, and on a busy machine a
 * request may be sent long after it was decided on, just before the next.
 */
final class StartGate extends HttpRequestExecutor {
  private static final int MANY = 10_000;

  private final long interval;
  private final Map<String, Long> starts = new ConcurrentHashMap<>();

  /**
   * @param interval from one start to the next; zero: none is kept
   */
  StartGate(Duration interval) {
    // a tenth more: one request may be held up on its way to the host, and the next not
    this.interval = interval.toNanos() / 10 * 11;
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, HttpClientConnection connection, HttpContext context)
      throws IOException, HttpException {
    if (interval > 0) {
      await(String.valueOf(request.getAuthority()));
    }
    return super.execute(request, connection, context);
  }

  private void await(String host) throws InterruptedIOException {
    if (starts.size() > MANY) {
      long now = System.nanoTime();
      starts.values().removeIf(start -> now - start > interval);
    }
    for (long wait = turn(host); wait > 0; wait = turn(host)) {
      try {
        TimeUnit.NANOSECONDS.sleep(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("stopped while waiting for a turn at " + host);
      }
    }
  }

  /** Takes the turn and gives 0; else nanoseconds until it may be free. */
  private long turn(String host) {
    long[] wait = new long[1];
    starts.compute(
        host,
        (h, last) -> {
          long now = System.nanoTime();
          wait[0] = last == null ? 0 : Math.max(0, last + interval - now);
          return wait[0] == 0 ? now : last;
        });
    return wait[0];
  }
}
