package news.dateline.chaos;

import java.util.EnumSet;
import java.util.List;

/** A moment on the way of an article at which the process can be killed. */
enum Point {
  FETCHED("fetch.Fetcher", "fetch", false, "a feed's answer is read"),
  PARSED("parse.DocumentParser", "parse", false, "a document is parsed"),
  DEDUPED("dedupe.Deduplicator", "dedupe", false, "its items are compared with what was seen"),
  ATTRIBUTED("attribution.Attributor", "attribute", false, "its articles are attributed"),
  SETTLED("app.Settler", "settle", false, "what is to be committed is known"),
  WRITTEN("store.OutboxTable", "add", false, "the outbox rows are written, not committed"),
  COMMITTED("store.Store", "commit", false, "the document is committed"),
  COUNTED("app.Ledger", "commit", false, "the commit is remembered"),
  TO_BE_MOVED("app.Filing", "commit", true, "a file is committed, not moved"),
  MOVED("app.Filing", "commit", false, "the file is moved"),
  PUSHED("app.Inlet", "take", false, "a push is committed, not answered"),
  FORMED("store.Store", "next", false, "a batch is written down, not sent"),
  SENDING("broker.BrokerOutlet", "send", true, "a batch is about to be sent"),
  COMMITTING(
      "org.apache.activemq.artemis.jms.client.ActiveMQSession",
      "commit",
      true,
      "a batch is sent, not committed by the broker"),
  TAKEN("broker.BrokerOutlet", "send", false, "the broker has the batch, the store does not know"),
  CONFIRMING("store.Batches", "remove", false, "the batch's rows are removed, not committed"),
  CONFIRMED("store.Store", "confirm", false, "the batch's rows are gone"),

  INTENDED("broker.HolesLedger", "intend", false, "what is to be dropped is written down"),
  DROPPED("broker.HolesLedger", "done", true, "it is dropped, and not written down as dropped"),
  NOTED("broker.HolesLedger", "done", false, "it is written down as dropped"),
  TOLD("broker.GapMessages", "put", false, "a gap message lies before who returns");

  /** Those an article passes. */
  static final List<Point> OF_THE_WAY = List.copyOf(EnumSet.range(FETCHED, CONFIRMED));

  /** Those passed when the oldest articles of somebody who is away are dropped. */
  static final List<Point> OF_THE_LIMITS = List.of(INTENDED, DROPPED, NOTED);

  private final String type;
  private final String method;
  private final boolean before;
  private final String words;

  Point(String type, String method, boolean before, String words) {
    this.type = type;
    this.method = method;
    this.before = before;
    this.words = words;
  }

  /** The class that has the method. */
  String type() {
    return type.startsWith("org.") ? type : "news.dateline." + type;
  }

  String method() {
    return method;
  }

  /** True when the kill comes before the method runs, false when after. */
  boolean before() {
    return before;
  }

  /** What has just happened, or is about to, for the table. */
  String words() {
    return words;
  }
}
