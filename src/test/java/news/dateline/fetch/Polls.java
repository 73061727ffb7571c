package news.dateline.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Cursor;
import news.dateline.model.Fetch;
import news.dateline.model.Poll;
import news.dateline.model.Reason;
import news.dateline.model.Source;

/** What the tests of this room ask with. */
final class Polls {
  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  static {
    // The client writes every byte to its debug log, ten gigabytes of zeros included.
    ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("org.apache.hc"))
        .setLevel(ch.qos.logback.classic.Level.WARN);
  }

  private Polls() {}

  static FetchSettings quick() {
    return FetchSettings.defaults()
        .withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(5))
        .withPace(new FetchSettings.Pace(64, Duration.ZERO));
  }

  static Fetcher fetcher() {
    return new Fetcher(quick(), CLOCK);
  }

  /** One for which 127.0.0.2 to 127.0.0.9 belong to the internet. */
  static Fetcher fetcher(FetchSettings settings, AddressLookup lookup) {
    return new Fetcher(settings, CLOCK, lookup, Polls::publicHere);
  }

  static boolean publicHere(InetAddress address) {
    byte[] b = address.getAddress();
    boolean pretended = b.length == 4 && b[0] == 127 && b[1] == 0 && b[2] == 0 && b[3] > 1;
    return pretended || PublicAddresses.contains(address);
  }

  static Poll internal(URI uri) {
    return internal(uri, Cursor.START);
  }

  static Poll internal(URI uri, Cursor cursor) {
    return new Poll(source(uri, true, Map.of()), cursor, true);
  }

  static Poll internet(URI uri) {
    return new Poll(source(uri, false, Map.of()), Cursor.START, true);
  }

  static Poll internet(URI uri, Map<String, String> headers) {
    return new Poll(source(uri, false, headers), Cursor.START, true);
  }

  static Source source(URI uri, boolean internal, Map<String, String> headers) {
    return Source.builder("s-" + uri.getPath().replaceAll("[^a-z0-9]", ""), "A Paper")
        .feed(uri)
        .internal(internal)
        .headers(headers)
        .build();
  }

  static Fetch.Fetched fetched(Fetch fetch) {
    if (fetch instanceof Fetch.Fetched fetched) {
      return fetched;
    }
    throw new AssertionError("not fetched: " + fetch);
  }

  static Fetch.Failed failed(Fetch fetch) {
    if (fetch instanceof Fetch.Failed failed) {
      return failed;
    }
    throw new AssertionError("not failed: " + fetch);
  }

  static Optional<Reason> reason(Fetch fetch) {
    return fetch.visit().reason();
  }
}
