package news.dateline.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How sources are asked: {@link #defaults()} and the {@code with...} methods are how one is made.
 *
 * @param userAgent the {@code User-Agent} header; a source's own headers may override it
 * @param connectTimeout the longest wait for a TCP connection, and again for the TLS handshake
 * @param firstByteTimeout the longest silence of a server: before its answer and between two reads
 * @param totalTimeout the longest a whole visit may take, redirects and body included, however
 *     steadily bytes drip in
 * @param maxBodyBytes the largest body after decompression, in bytes; also the largest body as sent
 * @param maxRedirects redirects followed in one visit; 0 follows none
 * @param pace how a host on the internet is spared
 * @param internalPace how a host is spared by sources that say {@code internal: true}
 * @param scope who waits when a server answers 429 or 503 with {@code Retry-After}
 */
public record FetchSettings(
    String userAgent,
    Duration connectTimeout,
    Duration firstByteTimeout,
    Duration totalTimeout,
    int maxBodyBytes,
    int maxRedirects,
    Pace pace,
    Pace internalPace,
    RetryScope scope) {

  /** The largest body that may be configured, in bytes: 1 GiB, since bodies are held in memory. */
  public static final int BODY_BYTES_CEILING = 1 << 30;

  /**
   * How a host (name and port) is spared.
   *
   * @param concurrent requests under way at one time, at least 1
   * @param interval from one visit's start to the next one's; zero for none
   */
  public record Pace(int concurrent, Duration interval) {
    public Pace {
      if (concurrent < 1) {
        throw new IllegalArgumentException("concurrent must be at least 1, not " + concurrent);
      }
      if (interval.isNegative()) {
        throw new IllegalArgumentException("interval must not be negative: " + interval);
      }
    }
  }

  /** Who waits when a server asks for a pause. */
  public enum RetryScope {
    /** Only the source that was told: for hosts that serve many independent feeds. */
    FEED,
    /** Every source on that host. */
    HOST
  }

  public FetchSettings {
    Objects.requireNonNull(userAgent, "userAgent");
    positive("connectTimeout", connectTimeout);
    positive("firstByteTimeout", firstByteTimeout);
    positive("totalTimeout", totalTimeout);
    if (maxBodyBytes < 1 || maxBodyBytes > BODY_BYTES_CEILING) {
      throw new IllegalArgumentException(
          "maxBodyBytes must lie between 1 and " + BODY_BYTES_CEILING + ", not " + maxBodyBytes);
    }
    if (maxRedirects < 0) {
      throw new IllegalArgumentException("maxRedirects must not be negative: " + maxRedirects);
    }
  }

  private static void positive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be longer than zero: " + value);
    }
  }

  /**
   * Connect 10 s, silence 20 s, whole visit 60 s, body 16 MiB, 5 redirects; 2 requests at a time
   * and a second between starts on an internet host, 64 and none on an internal one.
   */
  public static FetchSettings defaults() {
    return new FetchSettings(
        userAgent("0.1", Optional.empty()),
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        16 << 20,
        5,
        new Pace(2, Duration.ofSeconds(1)),
        new Pace(64, Duration.ZERO),
        RetryScope.HOST);
  }

  /**
   * The name we go by: {@code Dateline/0.1 (feed reader; +https://example.org/contact)}.
   *
   * @param contact where a publisher finds out who runs this instance
   */
  public static String userAgent(String version, Optional<URI> contact) {
    return "Dateline/" + version + " (feed reader" + contact.map(c -> "; +" + c).orElse("") + ")";
  }

  public FetchSettings withUserAgent(String value) {
    return new FetchSettings(
        value,
        connectTimeout,
        firstByteTimeout,
        totalTimeout,
        maxBodyBytes,
        maxRedirects,
        pace,
        internalPace,
        scope);
  }

  /** Connecting, silence and the whole visit, in that order. */
  public FetchSettings withTimeouts(Duration connect, Duration firstByte, Duration total) {
    return new FetchSettings(
        userAgent,
        connect,
        firstByte,
        total,
        maxBodyBytes,
        maxRedirects,
        pace,
        internalPace,
        scope);
  }

  public FetchSettings withMaxBodyBytes(int value) {
    return new FetchSettings(
        userAgent,
        connectTimeout,
        firstByteTimeout,
        totalTimeout,
        value,
        maxRedirects,
        pace,
        internalPace,
        scope);
  }

  public FetchSettings withMaxRedirects(int value) {
    return new FetchSettings(
        userAgent,
        connectTimeout,
        firstByteTimeout,
        totalTimeout,
        maxBodyBytes,
        value,
        pace,
        internalPace,
        scope);
  }

  public FetchSettings withPace(Pace value) {
    return new FetchSettings(
        userAgent,
        connectTimeout,
        firstByteTimeout,
        totalTimeout,
        maxBodyBytes,
        maxRedirects,
        value,
        internalPace,
        scope);
  }

  public FetchSettings withInternalPace(Pace value) {
    return new FetchSettings(
        userAgent,
        connectTimeout,
        firstByteTimeout,
        totalTimeout,
        maxBodyBytes,
        maxRedirects,
        pace,
        value,
        scope);
  }

  public FetchSettings withScope(RetryScope value) {
    return new FetchSettings(
        userAgent,
        connectTimeout,
        firstByteTimeout,
        totalTimeout,
        maxBodyBytes,
        maxRedirects,
        pace,
        internalPace,
        value);
  }
}
