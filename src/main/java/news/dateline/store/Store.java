package news.dateline.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import news.dateline.dedupe.SeenItems;
import news.dateline.model.Article;
import news.dateline.model.Gap;
import news.dateline.model.NameRecord;
import news.dateline.model.Outgoing;
import news.dateline.model.ParagraphBook;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.model.RetryableException;
import news.dateline.model.Settlement;
import news.dateline.model.SourceState;
import news.dateline.publish.Outbox;
import news.dateline.publish.OutboxBatch;
import news.dateline.sources.SourceStates;
import news.dateline.websub.Subscription;
import news.dateline.websub.SubscriptionStore;

/**
 * Everything that must survive: what was seen, how sources do, what has still to leave, and the
 * articles for reading back. SQLite in the data folder, or PostgreSQL shared by several nodes.
 * Thread-safe.
 *
 * <p>Every method throws {@link news.dateline.model.RetryableException} with {@code STORE_FAILED}
 * when the database fails; nothing of that call has then happened, or (the answer to a commit was
 * lost on the way) all of it has. Committing the same settlement again is harmless to articles.
 */
public final class Store
    implements SeenItems, SourceStates, SubscriptionStore, Outbox, AutoCloseable {
  private final GatedDatabase database;
  private final StoreSettings settings;
  private final InstantSource clock;
  private final Batches batches;

  /** Holds a permit when rows were written since the last wait. */
  private final Semaphore written = new Semaphore(0);

  private Store(Database database, StoreSettings settings, InstantSource clock) {
    this.database = new GatedDatabase(database);
    this.settings = settings;
    this.clock = clock;
    this.batches = new Batches(database.dialect());
  }

  /**
   * Opens the database and brings its schema up to date.
   *
   * @param clock what is now, for embargoes, leases and ages
   * @throws RejectedException {@code CONFIG_INVALID}, one clear line, when the address is not one
   *     of ours or a newer program made the database
   * @throws news.dateline.model.RetryableException {@code STORE_FAILED} when it cannot be reached
   */
  public static Store open(StoreSettings settings, InstantSource clock) {
    Database database = connect(settings);
    boolean ready = false;
    try {
      Schema.update(database);
      ready = true;
      return new Store(database, settings, clock);
    } finally {
      if (!ready) {
        database.close();
      }
    }
  }

  /**
   * A fault of opening, in words that say what to do: a damaged file is {@code CONFIG_INVALID};
   * anything else stays what it is.
   */
  public static RuntimeException explained(RetryableException fault, StoreSettings settings) {
    Optional<RejectedException> damaged =
        settings.url().isEmpty() ? SqliteDatabase.damaged(fault, settings) : Optional.empty();
    return damaged.isPresent() ? damaged.get() : fault;
  }

  private static Database connect(StoreSettings settings) {
    if (settings.url().isEmpty()) {
      return new SqliteDatabase(settings);
    }
    if (settings.url().startsWith("jdbc:postgresql:")) {
      return new PostgresDatabase(settings);
    }
    // not repeated: it may hold a password
    throw new RejectedException(
        Reason.CONFIG_INVALID,
        "The store's address must be empty (SQLite) or begin with jdbc:postgresql:");
  }

  /**
   * Writes down all that one document leaves behind, in one transaction, and wakes the outbox.
   *
   * <p>Earlier rows of the outbox make way for later ones as {@link Succession} says.
   *
   * @return false when another document has brought the same version of an article since this one
   *     was compared with what was seen (two section feeds of one newsroom): then nothing is
   *     written, and the document must go through {@code items.dedupe} again
   * @throws news.dateline.model.RetryableException {@code STORE_FAILED} when the database failed
   */
  public boolean commit(Settlement settlement) {
    try {
      database.write(
          session -> {
            // State first, then articles by uri, then places, then names: one order of locks for
            // everybody. Outbox rows come last, so that whoever waited for an article's lock gets
            // the later numbers.
            StateTable.save(session, settlement.state());
            GapTable.save(session, settlement.gap());
            ListedTable.save(session, settlement.state().source(), settlement.gap().marks());
            PushedTable.save(
                session, settlement.state().source(), settlement.pushed(), clock.instant());
            SeenTable.save(session, settlement.articles());
            PlaceTable.save(session, settlement.articles());
            BookTable.save(session, settlement.state().source(), settlement.articles());
            NameTable.save(session, settlement.articles());
            OutboxTable.add(
                session,
                database.dialect(),
                settlement.messages(),
                sources(settlement),
                Millis.of(clock.instant()));
            return true;
          });
    } catch (OvertakenException e) {
      return false;
    }
    if (!settlement.messages().isEmpty() && written.availablePermits() == 0) {
      written.release();
    }
    return true;
  }

  private static Function<Outgoing, String> sources(Settlement settlement) {
    Map<String, String> byUri = new HashMap<>();
    for (Article article : settlement.articles()) {
      byUri.put(article.uri(), article.source().id());
    }
    return row -> byUri.getOrDefault(row.key(), settlement.state().source());
  }

  /** Adds a row to the outbox that belongs to no source, and wakes the outbox. */
  public void add(Outgoing message) {
    database.write(
        session -> {
          OutboxTable.add(
              session,
              database.dialect(),
              List.of(message),
              row -> row.key(),
              Millis.of(clock.instant()));
          return true;
        });
    if (written.availablePermits() == 0) {
      written.release();
    }
  }

  /** Writes a state down that no document caused, for instance a pause. */
  public void saveState(SourceState state) {
    commit(new Settlement(state, List.of(), List.of()));
  }

  @Override
  public Map<String, Seen> find(Collection<String> uris) {
    return uris.isEmpty() ? Map.of() : database.read(session -> SeenTable.find(session, uris));
  }

  @Override
  public Map<String, List<Seen>> findAt(Collection<String> places) {
    return places.isEmpty() ? Map.of() : database.read(session -> PlaceTable.find(session, places));
  }

  @Override
  public void learn(List<Seen> found) {
    database.write(
        session -> {
          SeenTable.learn(session, found);
          return true;
        });
  }

  /**
   * Takes over articles that an earlier database had published: they count as seen, and lie in the
   * archive. Doing it again is harmless.
   *
   * @param articles as they left, with their number among the properties
   * @param seen the same, as {@link Seen#adopted}
   */
  public void adopt(List<Outgoing> articles, List<Seen> seen) {
    database.write(
        session -> {
          SeenTable.write(session, seen);
          SentTable.adopt(session, articles, Millis.of(clock.instant()));
          return true;
        });
  }

  @Override
  public Map<String, SourceState> loadAll() {
    return database.read(StateTable::loadAll);
  }

  /** The gaps that are still being filled. */
  public List<Gap> gaps() {
    return database.read(GapTable::loadAll);
  }

  /** Which of these marks bear documents that the source's listing has named before. */
  public Set<String> listed(String source, Collection<String> marks) {
    return marks.isEmpty()
        ? Set.of()
        : database.read(session -> ListedTable.find(session, source, marks));
  }

  /** Whether a body of this hash was pushed to the source before and committed. */
  public boolean wasPushed(String source, String hash) {
    return database.read(session -> PushedTable.has(session, source, hash));
  }

  /** Gives up a gap. */
  public void forget(Gap gap) {
    database.write(
        session -> {
          GapTable.remove(session, gap);
          return true;
        });
  }

  @Override
  public List<Subscription> subscriptions() {
    return database.read(SubscriptionTable::loadAll);
  }

  @Override
  public void save(Subscription subscription) {
    database.write(
        session -> {
          SubscriptionTable.save(session, subscription);
          return true;
        });
  }

  @Override
  public void removeSubscription(String token) {
    database.write(
        session -> {
          SubscriptionTable.remove(session, token);
          return true;
        });
  }

  /**
   * How the paragraphs of a source's stories recur, as last committed.
   *
   * @return a book of its own for each call
   */
  public ParagraphBook paragraphs(String source) {
    return database.read(session -> BookTable.find(session, source));
  }

  /** The full names under which people spoke in more than one article, the most frequent first. */
  public List<NameRecord> names() {
    return database.read(NameTable::load);
  }

  /** The counts of each source, by its id. */
  public Map<String, Totals> totals() {
    return database.read(StateTable::totals);
  }

  /**
   * {@inheritDoc}
   *
   * <p>With PostgreSQL: those of this process, and those whose lease has ended.
   */
  @Override
  public List<OutboxBatch> unconfirmed() {
    Instant now = clock.instant();
    return database.write(
        session ->
            batches.takeOver(session, true, now, now.plus(settings.lease()), Integer.MAX_VALUE));
  }

  /**
   * {@inheritDoc}
   *
   * <p>With PostgreSQL a batch that a dead node left behind comes first, as it was, whatever the
   * limit.
   */
  @Override
  public Optional<OutboxBatch> next(Instant now, int limit, Set<String> except) {
    Instant today = clock.instant();
    Instant leaseEnd = today.plus(settings.lease());
    return database.write(
        session -> {
          if (database.dialect().shared()) {
            List<OutboxBatch> left = batches.takeOver(session, false, today, leaseEnd, 1);
            if (!left.isEmpty()) {
              return Optional.of(left.get(0));
            }
          }
          return batches.form(session, now, limit, except, leaseEnd);
        });
  }

  @Override
  public void confirm(String batchId) {
    database.write(session -> Batches.remove(session, batchId));
  }

  /**
   * {@inheritDoc}
   *
   * <p>Rows written by another node wake nobody here: they are found after {@code atMost}.
   */
  @Override
  public void await(Duration atMost) throws InterruptedException {
    if (written.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      written.drainPermits();
    }
  }

  /**
   * Refuses all that would be written from now on, for good: another process has the database.
   *
   * @param why one sentence, the message of every {@code STORE_FAILED} from then on
   */
  public void shut(String why) {
    database.shut(why);
  }

  /**
   * Whether the database answers and takes what is written: takes the lock that writing needs and
   * gives it back, changing nothing.
   */
  public void check() {
    database.write(
        session -> {
          // touches no row, and is refused by a server that has become read-only
          session.prepare("UPDATE batch SET number = number WHERE 1 = 0").executeUpdate();
          return true;
        });
  }

  /**
   * Articles as they left, by their numbers; those no longer kept, or stored by an older program,
   * are not in the answer.
   */
  public Map<Long, Outgoing> sent(Collection<Long> sequences) {
    return database.read(session -> SentTable.find(session, sequences));
  }

  /**
   * Message properties, their number among them, of the versions of these articles that left under
   * a later number than this one. Looks through all later ones: for rare use.
   */
  public List<Map<String, Object>> sentLater(long sequence, Set<String> uris) {
    return database.read(session -> SentTable.later(session, sequence, uris));
  }

  /** Numbers given from now on are higher than this one: a new database takes another's place. */
  public void numberFrom(long least) {
    database.write(session -> database.dialect().numberFrom(session, least));
  }

  /** What waits, as of the time given. */
  public OutboxCounts counts(Instant now) {
    return database.read(session -> OutboxTable.counts(session, now));
  }

  /**
   * The latest articles that have left, newest first.
   *
   * @param limit at most this many
   * @param source only this source's
   */
  public List<StoredArticle> latest(int limit, Optional<String> source) {
    return database.read(session -> Archive.latest(session, limit, source));
  }

  /**
   * Removes articles stored earlier than this from the archive; those still to leave stay, and what
   * was seen is never forgotten. SQLite uses the freed space again but does not shrink its file.
   *
   * @return how many were removed
   */
  public int pruneOlderThan(Instant time) {
    return Archive.prune(database, time);
  }

  /** Removes what is older than the settings keep; to be called now and then. */
  public int prune() {
    database.write(session -> NameTable.sweep(session, ParagraphBook.day(clock.instant())));
    database.write(session -> PushedTable.sweep(session, clock.instant()));
    return pruneOlderThan(clock.instant().minus(settings.keepArticles()));
  }

  /** Ends all connections; calls under way may fail. */
  @Override
  public void close() {
    database.close();
  }
}
