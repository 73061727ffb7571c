package news.dateline.app;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.app.health.Away;
import news.dateline.app.health.OutboxCheck;
import news.dateline.model.Bytes;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.publish.SubscriptionGap;
import news.dateline.sources.OpmlWriter;
import news.dateline.sources.SourceImport;

/**
 * What people may ask of a running instance: the page, the HTTP API and the commands all go through
 * here. Thread-safe.
 *
 * <p>Methods that name a source or a buried item throw {@link java.util.NoSuchElementException}
 * when there is none.
 */
public interface Control {
  /** All sources, in order of id. */
  List<SourceView> sources();

  /**
   * Fetches and reads a URL as a source would be, following a web page to its feed; publishes
   * nothing, keeps nothing.
   *
   * @param url of a feed or of a web page that names one
   * @param internal private addresses are allowed, as with a source that says {@code internal:
   *     true}
   */
  Preview preview(String url, boolean internal);

  /**
   * Writes {@code config/sources/<id>.yaml} and starts polling.
   *
   * @throws IllegalArgumentException with one clear line when the source is not acceptable, for
   *     instance its id is taken
   */
  SourceView add(Source source);

  /**
   * Removes a source and the file that declares it alone; a source in a shared file is refused with
   * IllegalArgumentException.
   */
  void remove(String id);

  /**
   * Adds the feeds of a list of subscriptions, all in one new file; asks none of them.
   *
   * @param opml as another feed reader exported it
   * @param name where it comes from; the file is named after it
   * @param dryRun true: only says what would happen
   * @throws news.dateline.model.RejectedException when it cannot be read as OPML
   */
  Imported importList(Bytes opml, String name, boolean dryRun);

  /** All polled sources as a list of subscriptions, without secrets. */
  OpmlWriter.Exported exportList();

  SourceView pause(String id);

  SourceView resume(String id);

  /** Asks the source now, whatever its rhythm says. */
  SourceView poll(String id);

  /**
   * The latest articles, newest first.
   *
   * @param limit at most this many
   * @param source only this source's
   */
  List<StoredArticle> latest(int limit, Optional<String> source);

  /** Buried items, newest first. */
  List<Buried> rejected(int limit);

  /** The buried item with its bytes. */
  Optional<Buried> rejectedItem(String id);

  /** Sends the bytes through the pipeline again and takes the item off the queue. */
  void retry(String id);

  /** Takes the item off the queue for good. */
  void drop(String id);

  Status status();

  /** How a subscriber connects. */
  Access access();

  /**
   * How a reader of one desk connects: its user may read that desk's queue and nothing else.
   *
   * @return empty when there is no such desk here
   */
  Optional<Access> access(String desk);

  /**
   * A hub asks whether a subscription is meant, or denies one.
   *
   * @param token the end of the callback's path
   * @param query its parameters
   * @return what to answer with; empty when nothing of the kind is under way
   */
  Optional<String> hubAsks(String token, Map<String, String> query);

  /**
   * A hub delivers. Returns when the delivery is committed.
   *
   * @param token the end of the callback's path
   * @param signature the header {@code X-Hub-Signature}; may be empty
   * @param links the {@code Link} headers
   * @return the HTTP status to answer with
   */
  int hubDelivers(
      String token, String signature, List<String> links, Optional<String> contentType, Bytes body);

  /** Somebody pushes to a source. Returns when the delivery is committed. */
  Receipt push(Pushed pushed);

  /**
   * A delivery that was pushed.
   *
   * @param source id of the source it is for, as the sender wrote it
   * @param headers of the request, names in lower case, in which the secret is
   * @param name what the sender calls it; empty when nothing
   */
  record Pushed(
      String source,
      Map<String, String> headers,
      Optional<String> contentType,
      Optional<String> name,
      Bytes body) {}

  /**
   * What became of a delivery that was pushed.
   *
   * @param reason of the first burial in it
   * @param message the same in one line; empty without one
   */
  record Receipt(
      Kind kind,
      int received,
      int published,
      int unchanged,
      int rejected,
      Optional<Reason> reason,
      String message) {
    /** What to answer. */
    public enum Kind {
      /** No such source, or not its secret. */
      REFUSED,
      /** There was nothing in it. */
      EMPTY,
      /** The very bytes were committed before, and others since: nothing is changed. */
      KNOWN,
      /** Nothing was committed: the sender shall come again. */
      LATER,
      /** Committed, and something of it was of use. */
      TAKEN,
      /** Committed, but buried whole. */
      BURIED
    }

    static Receipt of(Kind kind) {
      return of(kind, "");
    }

    /** Nothing was committed, and one line says why. */
    static Receipt of(Kind kind, String message) {
      return new Receipt(kind, 0, 0, 0, 0, Optional.empty(), message);
    }
  }

  /**
   * Puts the address back that a source had before it moved, and never moves it to that one again
   * by itself.
   *
   * @throws IllegalArgumentException with one clear line when it has not been moved, or its file
   *     cannot be changed
   */
  SourceView undoMove(String id);

  /**
   * A source and how it is doing.
   *
   * @param move the move that gave it the address it has; empty when a person did
   * @param push its subscription at a hub; empty when it has none
   */
  record SourceView(
      Source source, SourceState state, Optional<Move> move, Optional<PushView> push) {
    /** Without a subscription. */
    public SourceView(Source source, SourceState state, Optional<Move> move) {
      this(source, state, move, Optional.empty());
    }

    /** One that has not been moved, without a subscription. */
    public SourceView(Source source, SourceState state) {
      this(source, state, Optional.empty());
    }
  }

  /**
   * A subscription at a hub.
   *
   * @param phase {@code pending}, {@code verified} or {@code denied}
   * @param hub where
   * @param until when the lease ends
   * @param lastDelivery when something last came
   * @param deliveries how often
   * @param missed how often a poll found what had not come
   * @param delivering it has proved itself: polls only check
   * @param detail one line for people; may be empty
   */
  record PushView(
      String phase,
      URI hub,
      Optional<Instant> until,
      Optional<Instant> lastDelivery,
      long deliveries,
      long missed,
      boolean delivering,
      String detail) {}

  /**
   * Dateline rewrote a source's file, because its server says the feed has a new address for good.
   *
   * @param at when
   * @param from the address before
   * @param to the address since
   * @param answers how many answers in a row had said so
   * @param since the first of them
   */
  record Move(Instant at, URI from, URI to, int answers, Instant since) {}

  /**
   * What would come of a URL.
   *
   * @param proposal the source as it would be added; empty when nothing could be read
   * @param alternatives further feeds the page names: URL and title
   * @param articles the articles that would be published, each the JSON of the published contract,
   *     at most 20
   * @param items how many items the feed holds
   * @param reason why nothing could be read
   * @param message one line for people
   */
  record Preview(
      Optional<Source> proposal,
      List<Alternative> alternatives,
      List<String> articles,
      int items,
      Optional<Reason> reason,
      String message) {}

  /**
   * What became of a list of subscriptions.
   *
   * @param file written, as people know it; empty on a dry run, or when nothing was new
   * @param added the new sources, in order of the list
   * @param alreadyThere entries whose feed was there, or came earlier in the list
   * @param refused entries that cannot become a source
   * @param headings outlines that hold no feed and promise none
   * @param repaired true when the list was malformed and had to be mended
   */
  record Imported(
      Optional<String> file,
      List<Source> added,
      int alreadyThere,
      List<SourceImport.Refused> refused,
      int headings,
      boolean repaired) {
    public Imported {
      added = List.copyOf(added);
      refused = List.copyOf(refused);
    }

    /** {@code imported 120, already there 3, refused 2}. */
    public String summary() {
      return "imported "
          + added.size()
          + ", already there "
          + alreadyThere
          + ", refused "
          + refused.size();
    }
  }

  /** Another feed a page names. */
  record Alternative(String url, String title) {}

  /**
   * An article as it was published.
   *
   * @param sequence rises with every article stored
   * @param json the published contract
   */
  record StoredArticle(long sequence, String json) {}

  /** A buried item; {@code raw} is cut to 64 KiB for showing. */
  record Buried(
      String id,
      Instant at,
      String source,
      String document,
      Optional<String> item,
      String stage,
      Reason reason,
      String message,
      long size,
      String raw) {}

  /**
   * The instance at a glance.
   *
   * @param started when
   * @param routes each route with its state and how many exchanges it has seen
   * @param received items since start
   * @param published versions since start
   * @param unchanged items already known, since start
   * @param rejected items and documents buried since start
   * @param outboxPending rows waiting to leave now
   * @param outboxHeld rows under embargo
   * @param brokerUp whether the broker takes messages
   * @param subscriptions queues on the articles address: name, consumers, messages waiting
   * @param attention sentences about what needs a person; empty when all is well
   * @param condition whether articles come and leave, and what is away
   */
  record Status(
      Instant started,
      List<RouteView> routes,
      long received,
      long published,
      long unchanged,
      long rejected,
      long outboxPending,
      long outboxHeld,
      boolean brokerUp,
      List<Subscription> subscriptions,
      List<String> attention,
      Condition condition) {}

  /**
   * Whether articles come and leave.
   *
   * @param up no check is down
   * @param checks the checks of this instance, and those of Camel's that are down
   * @param outboxAsOf when the counts of the outbox were read; empty: not yet
   * @param outboxOldest since when the longest-waiting message could have left
   * @param waitsFor what publishing waits for; empty while messages may leave
   * @param broker since when and why the broker is away
   * @param store since when and why the database is away
   * @param unseen what cannot be seen or done on the broker for want of rights, a sentence each
   */
  record Condition(
      boolean up,
      List<Check> checks,
      Optional<Instant> outboxAsOf,
      Optional<Instant> outboxOldest,
      Optional<OutboxCheck.Wait> waitsFor,
      Optional<Away> broker,
      Optional<Away> store,
      List<String> unseen) {
    /** All is well, and nothing waits. */
    public static final Condition WELL =
        new Condition(
            true,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
  }

  /**
   * One health check.
   *
   * @param message one sentence when it is down, or has something to say; else empty
   */
  record Check(String id, boolean up, String message) {}

  /** One route of the pipeline. */
  record RouteView(String id, String description, String state, long exchanges, long failed) {}

  /**
   * One subscription queue on the articles address.
   *
   * @param consumers connected now
   * @param waiting messages nobody has acknowledged yet
   * @param standing what else is known of it; empty on a broker of the user's
   */
  record Subscription(String queue, int consumers, long waiting, Optional<Standing> standing) {
    /** Of which no more is known. */
    public Subscription(String queue, int consumers, long waiting) {
      this(queue, consumers, waiting, Optional.empty());
    }
  }

  /**
   * How a subscription stands.
   *
   * @param user who made it; empty for a desk's queue
   * @param client ids, or else addresses, of who is connected; empty when nobody is
   * @param bytes what waits
   * @param oldest when the oldest waiting message was sent; empty when nothing waits
   * @param dropped messages dropped since it was made
   * @param untold what it lost and has not been told yet
   * @param waitedFor since when publishing waits for it
   */
  record Standing(
      Optional<String> user,
      Optional<String> client,
      long bytes,
      Optional<Instant> oldest,
      long dropped,
      Optional<SubscriptionGap> untold,
      Optional<Instant> waitedFor) {}

  /**
   * How to connect: one URL a protocol, and a user's name and password.
   *
   * @param user empty when the broker is the user's own and the settings name no reader
   * @param note what to do then; else empty
   */
  record Access(
      String jms,
      String amqp,
      String stomp,
      String mqtt,
      String user,
      String password,
      String note) {
    Access noting(String why) {
      return new Access(jms, amqp, stomp, mqtt, user, password, why);
    }
  }
}
