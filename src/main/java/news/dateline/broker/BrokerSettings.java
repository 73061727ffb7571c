package news.dateline.broker;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the embedded broker is set up.
 *
 * @param data the data folder; the broker keeps its journal in {@code broker/} and the passwords in
 *     {@value Credentials#FILE}
 * @param host address to listen on
 * @param port 0: any free one
 * @param latest how many of the latest articles a new subscription finds waiting; 0: none. Every
 *     article is then kept once more
 * @param keep most messages that wait for one subscription: the oldest go when there are more, so
 *     that a subscriber who died harms nobody
 * @param keepFor how long a message waits for a subscription at most
 */
public record BrokerSettings(
    Path data, String host, int port, int latest, int keep, Duration keepFor) {
  /** What one waiting article takes in memory, about. */
  private static final int ARTICLE_BYTES = 6 << 10;

  /**
   * The defaults: no latest articles; a week; 50,000 messages, or fewer when the heap is small (the
   * messages of one subscription should not fill more than the memory set aside for all).
   */
  public static BrokerSettings of(Path data, String host, int port) {
    int keep = (int) Math.min(50_000, memory() / ARTICLE_BYTES);
    return new BrokerSettings(data, host, port, 0, keep, Duration.ofDays(7));
  }

  public BrokerSettings withLatest(int count) {
    return new BrokerSettings(data, host, port, count, keep, keepFor);
  }

  public BrokerSettings withKeep(int messages, Duration time) {
    return new BrokerSettings(data, host, port, latest, messages, time);
  }

  /** Heap that waiting messages may take, in bytes; what is beyond goes to disk. */
  static long memory() {
    return Runtime.getRuntime().maxMemory() * 2 / 5;
  }
}
