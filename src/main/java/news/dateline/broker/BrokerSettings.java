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
 * @param keep most messages that wait for one subscription that nobody reads: the oldest go when
 *     there are more
 * @param keepBytes how many bytes of messages, likewise; a message that waits for several is stored
 *     once
 * @param keepFor how long a message waits for a subscription that nobody reads
 */
public record BrokerSettings(
    Path data, String host, int port, int latest, int keep, long keepBytes, Duration keepFor) {
  /** The defaults: no latest articles; a week; any number of messages and 10 GB of them. */
  public static BrokerSettings of(Path data, String host, int port) {
    return new BrokerSettings(
        data, host, port, 0, Integer.MAX_VALUE, 10L << 30, Duration.ofDays(7));
  }

  BrokerSettings withPort(int other) {
    return new BrokerSettings(data, host, other, latest, keep, keepBytes, keepFor);
  }

  public BrokerSettings withLatest(int count) {
    return new BrokerSettings(data, host, port, count, keep, keepBytes, keepFor);
  }

  public BrokerSettings withKeep(int messages, Duration time) {
    return new BrokerSettings(data, host, port, latest, messages, keepBytes, time);
  }

  public BrokerSettings withKeepBytes(long bytes) {
    return new BrokerSettings(data, host, port, latest, keep, bytes, keepFor);
  }

  /** Heap that waiting messages may take, in bytes; what is beyond goes to disk. */
  static long memory() {
    return Runtime.getRuntime().maxMemory() * 2 / 5;
  }
}
