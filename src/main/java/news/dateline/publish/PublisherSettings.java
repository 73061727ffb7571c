package news.dateline.publish;

import java.time.Duration;

/**
 * How the outbox is emptied.
 *
 * @param batch most messages in one broker transaction; a few hundred at most, because rolling back
 *     a very large transaction hurts the broker
 * @param pause how long {@link OutboxPublisher#publish()} waits for new rows: also the longest an
 *     article can be late at the end of its embargo
 * @param firstRetry wait after the broker failed; doubled each time
 * @param longestRetry the wait is never longer
 */
public record PublisherSettings(
    int batch, Duration pause, Duration firstRetry, Duration longestRetry) {
  /** 200 messages, a second, half a second to half a minute. */
  public static final PublisherSettings DEFAULT =
      new PublisherSettings(
          200, Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(30));

  public PublisherSettings {
    if (batch < 1 || batch > 1000) {
      throw new IllegalArgumentException("batch must be 1 to 1000, is " + batch);
    }
  }
}
