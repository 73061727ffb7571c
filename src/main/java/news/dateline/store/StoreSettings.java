package news.dateline.store;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How and where to keep things.
 *
 * @param url {@code jdbc:postgresql://host/db?user=…&password=…}, or empty for SQLite in the data
 *     folder
 * @param dataFolder where the SQLite file {@code dateline.db} lies; made when absent; unused with
 *     PostgreSQL
 * @param keepArticles how long {@link Store#prune()} keeps articles for reading back
 * @param durability what SQLite promises; unused with PostgreSQL, which has settings of its own
 * @param lease how long a batch belongs to the node that formed it before another node may send it;
 *     PostgreSQL only. A lease that ends too early does no harm: both nodes send the same batch
 *     under the same id
 * @param connections most PostgreSQL connections at a time
 * @param patience how long a call may wait for the database: a lock, a statement, an answer that
 *     does not come
 */
public record StoreSettings(
    String url,
    Path dataFolder,
    Duration keepArticles,
    Durability durability,
    Duration lease,
    int connections,
    Duration patience) {

  /** What a finished commit survives. A killed process loses nothing in either case. */
  public enum Durability {
    /**
     * The death of the process, but not a power cut or a crash of the operating system: those may
     * take back the last moments (SQLite {@code synchronous=NORMAL}; never a damaged file). A file
     * already moved or a push already answered in those moments is then lost, and a batch the
     * broker has may leave again under another id.
     */
    PROCESS,
    /** Power cuts too: each commit waits for the disk (SQLite {@code synchronous=FULL}). */
    POWER
  }

  /** The defaults, with the given database and folder. */
  public static StoreSettings of(String url, Path dataFolder) {
    return new StoreSettings(
        url,
        dataFolder,
        Duration.ofDays(7),
        Durability.POWER,
        Duration.ofSeconds(30),
        8,
        Duration.ofSeconds(20));
  }

  /** The same, keeping articles for another time. */
  public StoreSettings keeping(Duration other) {
    return new StoreSettings(url, dataFolder, other, durability, lease, connections, patience);
  }

  /** The same with another promise. */
  public StoreSettings with(Durability other) {
    return new StoreSettings(url, dataFolder, keepArticles, other, lease, connections, patience);
  }

  /** The same, waiting at most so long for the database. */
  public StoreSettings waiting(Duration other) {
    return new StoreSettings(url, dataFolder, keepArticles, durability, lease, connections, other);
  }

  /** The database file of SQLite. */
  Path file() {
    return dataFolder.resolve("dateline.db");
  }
}
