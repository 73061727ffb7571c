package news.dateline.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import news.dateline.model.Fetch;
import news.dateline.model.Poll;
import news.dateline.model.Reason;
import news.dateline.model.Visit;

/**
 * Asks sources over HTTP: politely (conditional requests, pacing, pauses on demand) and safely
 * (only public addresses, bounded bytes, bounded time). Thread-safe; one instance serves any number
 * of threads and keeps connections for all of them.
 *
 * <p>The clock is for business time: when a visit was, whose turn it is. Timeouts run on the
 * machine's own.
 */
public final class Fetcher implements AutoCloseable {
  private final FetchSettings settings;
  private final InstantSource clock;
  private final Clients clients;
  private final HostPacing pacing = new HostPacing();
  private final Deadlines deadlines = new Deadlines();

  public Fetcher(FetchSettings settings, InstantSource clock) {
    this(settings, clock, AddressLookup.SYSTEM);
  }

  /**
   * @param lookup how host names become addresses
   */
  public Fetcher(FetchSettings settings, InstantSource clock, AddressLookup lookup) {
    this(settings, clock, lookup, PublicAddresses::contains);
  }

  /**
   * @param allowed the addresses sources may have that are not internal
   */
  Fetcher(
      FetchSettings settings,
      InstantSource clock,
      AddressLookup lookup,
      Predicate<InetAddress> allowed) {
    this.settings = settings;
    this.clock = clock;
    this.clients = new Clients(settings, lookup, allowed);
  }

  /**
   * Asks one source. Never blocks for politeness: a source whose host is to be spared is {@link
   * Fetch.Deferred}. Never throws for anything a server or a network does.
   *
   * @throws IllegalArgumentException when the source has no feed to ask
   * @throws java.util.concurrent.RejectedExecutionException after {@link #close()}
   */
  public Fetch fetch(Poll poll) {
    URI feed =
        poll.source()
            .feed()
            .orElseThrow(
                () -> new IllegalArgumentException(poll.source().id() + " has no feed to ask"));
    Optional<Target> home = Target.of(feed);
    return poll.page()
        .map(Target::of)
        .orElse(home)
        .map(first -> new Call(settings, clients, pacing, poll, first, home, clock).run(deadlines))
        .orElseGet(() -> unaskable(poll, clock.instant()));
  }

  /**
   * Sends a form to a server that a feed names: with the same pacing, limits and guard as a visit.
   * Never throws for anything a server or a network does.
   *
   * @param address http or https
   * @param internal private addresses are allowed
   * @param form fields in their order
   */
  public Posted post(URI address, boolean internal, Map<String, String> form) {
    return Target.of(address)
        .map(
            target ->
                new Submission(settings, clients, pacing, internal, target, form, clock)
                    .run(deadlines))
        .orElseGet(() -> Posted.failed(Reason.CLIENT_ERROR, "not an http or https address"));
  }

  /** The clock was set back: hosts are spared for as long as they were to be, not longer. */
  public void clockSetBack(Duration by) {
    pacing.clockSetBack(by);
  }

  private static Fetch unaskable(Poll poll, Instant now) {
    Visit visit =
        new Visit(
            now,
            Duration.ZERO,
            OptionalInt.empty(),
            0,
            poll.cursor(),
            Optional.of(Reason.CLIENT_ERROR),
            "the feed's address is not a proper http or https one",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Call.way(poll));
    return new Fetch.Failed(poll.source(), visit, Optional.empty());
  }

  /** Drops all connections; visits under way fail. */
  @Override
  public void close() {
    deadlines.close();
    clients.close();
  }
}
