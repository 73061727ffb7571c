package news.dateline.model;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place items come from, as {@code config/sources/*.yaml} declares it. Exactly one of {@code
 * feed} and {@code from} is present.
 *
 * @param id unique, {@code [a-z0-9-]+}
 * @param name the publisher as readers know it
 * @param feed the URL to poll; empty for a transport that delivers by itself
 * @param from a Camel consumer URI (file:, sftp:, imaps:, ...); empty for a polled feed
 * @param format forces a reader ({@code rss}, {@code atom}, {@code json-feed}, {@code nitf}, ...);
 *     empty: detected from the content
 * @param agency id in {@code config/agencies.yaml} when every item is that agency's
 * @param language BCP 47 tag used when an item does not say its own
 * @param every a fixed polling interval; empty: from the source's own rhythm
 * @param atLeastEvery the longest the rhythm may wait
 * @param silentAfter how long without a new item before the source is called silent; empty: judged
 *     by its rhythm
 * @param zone zone of dates that carry none; empty: UTC
 * @param charset overrides what documents declare
 * @param headers request headers; values with secrets already filled in, so never log them
 * @param paused true: not asked until resumed
 * @param internal true: private addresses are allowed for this source alone
 * @param strip boilerplate to cut: literal text, or a regular expression between slashes
 * @param deskTags tags carried to the desk property of messages
 * @param allowTextLoss true: an item is published although less text came out than went in
 * @param sample true: bundled or test material that nobody adds to; never judged stale, silent or
 *     quiet
 * @param listing how the feed lists documents that lie elsewhere; empty: it holds its items itself
 */
public record Source(
    String id,
    String name,
    Optional<URI> feed,
    Optional<String> from,
    Optional<String> format,
    Optional<String> agency,
    Optional<String> language,
    Optional<Duration> every,
    Optional<Duration> atLeastEvery,
    Optional<Duration> silentAfter,
    Optional<ZoneId> zone,
    Optional<Charset> charset,
    Map<String, String> headers,
    boolean paused,
    boolean internal,
    List<String> strip,
    List<String> deskTags,
    boolean allowTextLoss,
    boolean sample,
    Optional<Listing> listing) {

  public Source {
    headers = Map.copyOf(headers);
    strip = List.copyOf(strip);
    deskTags = List.copyOf(deskTags);
  }

  /** Starts a source with nothing but its id and publisher. */
  public static Builder builder(String id, String name) {
    return new Builder(id, name);
  }

  /** A polled feed with everything else at its default. */
  public static Source ofFeed(String id, String name, URI feed) {
    return builder(id, name).feed(feed).build();
  }

  /** The same source under another name. */
  public Source named(String newName) {
    return toBuilder(newName).build();
  }

  /** A builder holding these values. */
  public Builder toBuilder() {
    return toBuilder(name);
  }

  private Builder toBuilder(String newName) {
    Builder b = new Builder(id, newName);
    b.feed = feed;
    b.from = from;
    b.format = format;
    b.agency = agency;
    b.language = language;
    b.every = every;
    b.atLeastEvery = atLeastEvery;
    b.silentAfter = silentAfter;
    b.zone = zone;
    b.charset = charset;
    b.headers = headers;
    b.paused = paused;
    b.internal = internal;
    b.strip = strip;
    b.deskTags = deskTags;
    b.allowTextLoss = allowTextLoss;
    b.sample = sample;
    b.listing = listing;
    return b;
  }

  /** Without header values: they may hold secrets. */
  @Override
  public String toString() {
    return "Source["
        + id
        + " "
        + feed.map(URI::toString)
            .or(() -> from.map(f -> f.replaceAll("//[^@/]*@", "//")))
            .orElse("")
        + "]";
  }

  /** Collects the parts of a {@link Source}; what is not set stays at its default. */
  public static final class Builder {
    private final String id;
    private final String name;
    private Optional<URI> feed = Optional.empty();
    private Optional<String> from = Optional.empty();
    private Optional<String> format = Optional.empty();
    private Optional<String> agency = Optional.empty();
    private Optional<String> language = Optional.empty();
    private Optional<Duration> every = Optional.empty();
    private Optional<Duration> atLeastEvery = Optional.empty();
    private Optional<Duration> silentAfter = Optional.empty();
    private Optional<ZoneId> zone = Optional.empty();
    private Optional<Charset> charset = Optional.empty();
    private Map<String, String> headers = Map.of();
    private boolean paused;
    private boolean internal;
    private List<String> strip = List.of();
    private List<String> deskTags = List.of();
    private boolean allowTextLoss;
    private boolean sample;
    private Optional<Listing> listing = Optional.empty();

    private Builder(String id, String name) {
      this.id = id;
      this.name = name;
    }

    public Builder feed(URI value) {
      feed = Optional.of(value);
      return this;
    }

    public Builder from(String value) {
      from = Optional.of(value);
      return this;
    }

    /** The format is to be found in the content. */
    public Builder anyFormat() {
      format = Optional.empty();
      return this;
    }

    public Builder format(String value) {
      format = Optional.of(value);
      return this;
    }

    public Builder agency(String value) {
      agency = Optional.of(value);
      return this;
    }

    public Builder language(String value) {
      language = Optional.of(value);
      return this;
    }

    public Builder every(Duration value) {
      every = Optional.of(value);
      return this;
    }

    public Builder atLeastEvery(Duration value) {
      atLeastEvery = Optional.of(value);
      return this;
    }

    public Builder silentAfter(Duration value) {
      silentAfter = Optional.of(value);
      return this;
    }

    public Builder zone(ZoneId value) {
      zone = Optional.of(value);
      return this;
    }

    public Builder charset(Charset value) {
      charset = Optional.of(value);
      return this;
    }

    public Builder headers(Map<String, String> value) {
      headers = value;
      return this;
    }

    public Builder paused(boolean value) {
      paused = value;
      return this;
    }

    public Builder internal(boolean value) {
      internal = value;
      return this;
    }

    public Builder strip(List<String> value) {
      strip = value;
      return this;
    }

    public Builder sample(boolean value) {
      sample = value;
      return this;
    }

    public Builder allowTextLoss(boolean value) {
      allowTextLoss = value;
      return this;
    }

    public Builder listing(Listing value) {
      listing = Optional.of(value);
      return this;
    }

    public Builder deskTags(List<String> value) {
      deskTags = value;
      return this;
    }

    public Source build() {
      return new Source(
          id,
          name,
          feed,
          from,
          format,
          agency,
          language,
          every,
          atLeastEvery,
          silentAfter,
          zone,
          charset,
          headers,
          paused,
          internal,
          strip,
          deskTags,
          allowTextLoss,
          sample,
          listing);
    }
  }
}
