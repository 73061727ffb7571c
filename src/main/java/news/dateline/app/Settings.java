package news.dateline.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.sources.TransportTable;
import news.dateline.websub.PushSettings;

/**
 * What {@code config/application.properties}, the environment and {@code --set} say, checked. See
 * that file for the meaning of each.
 *
 * @param httpHost address to listen on
 * @param httpPort port; 0: any free one
 * @param httpToken bearer token; needed beyond loopback
 * @param brokerPort port of the embedded broker; 0: any free one
 * @param brokerUrl an Artemis of the user's; empty: embedded
 * @param brokerUser user on that broker
 * @param brokerPassword password on that broker
 * @param retroactive how many of the latest articles a new subscriber finds
 * @param away what subscribers keep while they are away
 * @param storeUrl JDBC URL of PostgreSQL; empty string: SQLite in the data folder
 * @param storeKeep how long published articles are kept for showing
 * @param storeDurability {@code power} or {@code process}
 * @param diskFloor bytes that must be free where data lies; 0: {@link DiskFloor} decides by the
 *     disk
 * @param storeRebuild whether an instance whose database is not the broker's may start
 * @param pollWorkers threads that ask sources
 * @param readThreads threads that read documents
 * @param pollShortest shortest wait between polls
 * @param pollLongest longest wait between polls
 * @param backfillPages older pages asked of a feed that items may have fallen out of
 * @param publishEditors whether articles carry what is for editors
 * @param pushes subscriptions at hubs
 * @param connectTimeout for fetching
 * @param firstByteTimeout for fetching
 * @param totalTimeout for fetching
 * @param maxBody bytes after decompression
 * @param maxRedirects hops
 * @param contact where server operators can read about us
 * @param manners how hosts are spared
 * @param doors how long callers over HTTP may take
 * @param callers who may do what by HTTP
 * @param transports schemes that sources may name besides those Dateline knows
 * @param brokerUsers who else we are on a broker of the user's
 * @param limits how long anything may take before it counts as a fault
 * @param camel every other key, for Camel main
 */
public record Settings(
    String httpHost,
    int httpPort,
    Optional<String> httpToken,
    int brokerPort,
    Optional<String> brokerUrl,
    Optional<String> brokerUser,
    Optional<String> brokerPassword,
    int retroactive,
    Away away,
    String storeUrl,
    Duration storeKeep,
    String storeDurability,
    long diskFloor,
    boolean storeRebuild,
    int pollWorkers,
    int readThreads,
    Duration pollShortest,
    Duration pollLongest,
    int backfillPages,
    boolean publishEditors,
    PushSettings pushes,
    Duration connectTimeout,
    Duration firstByteTimeout,
    Duration totalTimeout,
    long maxBody,
    int maxRedirects,
    Optional<String> contact,
    Manners manners,
    Doors doors,
    Callers callers,
    List<String> transports,
    BrokerUsers brokerUsers,
    Limits limits,
    Map<String, String> camel) {

  public Settings {
    transports = List.copyOf(transports);
    camel = Map.copyOf(camel);
  }

  /**
   * Who may do what by HTTP.
   *
   * @param local {@code user}: on loopback only this process's own user and root may change
   *     anything; {@code any}: everybody on this machine
   * @param drop sources added by HTTP watch folders below this one only; empty: {@code drop} in the
   *     data folder
   */
  public record Callers(String local, Optional<String> drop) {}

  /**
   * What waits for a subscriber that is away.
   *
   * @param keep how long
   * @param disk how much of the disk
   */
  public record Away(Duration keep, DiskShare disk) {}

  /**
   * How hosts are spared.
   *
   * @param concurrent requests at a time to a host on the internet
   * @param interval from one start to the next on it
   * @param internalConcurrent the same for sources that say {@code internal: true}
   * @param internalInterval the same for them
   * @param pause {@code host} or {@code feed}: who waits when a server asks for a pause
   */
  public record Manners(
      int concurrent,
      Duration interval,
      int internalConcurrent,
      Duration internalInterval,
      String pause) {}

  /**
   * How long callers over HTTP may take, and how many there may be.
   *
   * @param headerTimeout from the connection to the end of its first request's head
   * @param bodyTimeout for a body, and for reading an answer, beside a second for each 4 KB
   * @param idleTimeout between two requests on one connection
   * @param connections open at a time
   */
  public record Doors(
      Duration headerTimeout, Duration bodyTimeout, Duration idleTimeout, int connections) {}

  /** The transports that sources may name. */
  TransportTable transportTable() {
    return TransportTable.shipped().with(transports);
  }

  /**
   * A user of a broker.
   *
   * @param password may be empty
   */
  public record Login(String user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
      return user;
    }
  }

  /**
   * Users on a broker of the user's, beside the one that publishes.
   *
   * @param reader whom subscribers connect as, and {@code credentials} shows
   * @param admin who looks after queues and reads the rejected items; empty: the one that publishes
   *     tries
   */
  public record BrokerUsers(Optional<Login> reader, Optional<Login> admin) {}

  /**
   * How long anything may take before it counts as a fault.
   *
   * @param store a call to the database
   * @param broker a call to the broker
   * @param outboxAge how long a message that may leave waits before health is down
   * @param failingShare more than so many of a hundred sources failing at once are a fault of ours
   */
  public record Limits(Duration store, Duration broker, Duration outboxAge, int failingShare) {}

  /** Without secrets. */
  @Override
  public String toString() {
    return "Settings["
        + httpHost
        + ":"
        + httpPort
        + ", broker "
        + brokerUrl.orElse("embedded on " + brokerPort)
        + "]";
  }
}
