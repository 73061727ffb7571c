package news.dateline.model;

import java.util.Locale;

/**
 * Why something did not go on as hoped. Bounded on purpose: it is the metric label, the {@code
 * reason} property of a buried item and a heading in {@code docs/errors.md}, which a test keeps
 * complete.
 */
public enum Reason {
  // --- asking a source
  /** The host name has no address. */
  DNS_FAILED("The host name could not be resolved"),
  /** Nothing answered at the address, or the connection broke. */
  UNREACHABLE("The server could not be reached"),
  /** Connecting, the first byte, or the whole answer took too long. */
  TIMEOUT("The server took too long"),
  /** The TLS handshake failed: certificate, name or protocol. */
  TLS_FAILED("No secure connection could be made"),
  /**
   * The address is private, loopback or otherwise not on the public internet, and the source is not
   * {@code internal: true}.
   */
  ADDRESS_REFUSED("The address is not on the public internet"),
  /** More redirects than allowed, or a redirect to something that is not http(s). */
  REDIRECT_REFUSED("The server redirects too often or to a forbidden place"),
  /**
   * The body, once decompressed, is larger than allowed; endless bodies and gzip bombs end here.
   */
  BODY_TOO_LARGE("The answer is larger than allowed"),
  /** The body could not be decompressed. */
  BODY_UNREADABLE("The answer could not be decompressed"),
  /** A file, or whatever a transport delivered, is there but cannot be read. */
  UNREADABLE("The delivery could not be read"),
  /** 401 or 407. */
  UNAUTHORIZED("The server wants credentials"),
  /** 403, or a page that asks to prove being human. */
  BLOCKED("The server refuses us"),
  /** 404. */
  NOT_FOUND("The feed is not there"),
  /** 410: the publisher says it will not come back. */
  GONE("The feed is gone for good"),
  /** 429, or 503 with Retry-After. */
  THROTTLED("The server asks us to come less often"),
  /** Any other 4xx. */
  CLIENT_ERROR("The server rejects the request"),
  /** Any other 5xx. */
  SERVER_ERROR("The server has a fault"),
  /** An HTTP answer that follows no rule. */
  PROTOCOL_ERROR("The server does not speak proper HTTP"),
  /** All items of a feed were new: others have fallen out of it unread. */
  GAP("Items fell out of the feed before they were read"),
  /** Items may have fallen out of the feed unread, and its older pages could not be read. */
  GAP_LEFT("Items may have been missed"),
  /** Nobody read a subscription for longer, or for more articles, than it may keep. */
  SUBSCRIPTION_GAP("A subscriber lost articles while it was away"),

  /** A wire service's transmission numbers have a hole. */
  SEQUENCE_GAP("Transmissions of a service are missing"),

  // --- being pushed to
  /** A poll found what the hub had not delivered. */
  PUSH_MISSED("The hub did not deliver an item"),
  /** No hub of the source grants the subscription. */
  PUSH_DENIED("No hub grants the subscription"),
  /** A delivery without the signature agreed on, or with a wrong one. */
  PUSH_FORGED("A delivery was not signed as agreed"),

  // --- reading a document
  /** A document with nothing in it. */
  EMPTY_DOCUMENT("The document is empty"),
  /** A 200 with a web page where a feed should be. */
  NOT_A_FEED("A web page came instead of a feed"),
  /** No reader knows this format. */
  UNKNOWN_FORMAT("No reader knows this format"),
  /** The format is known but the document is broken beyond repair. */
  MALFORMED("The document is broken beyond repair"),
  /** The document ends before the format says it does: it was cut off in transfer. */
  CUT_OFF("The document was cut off"),
  /** Nesting, entity expansion or item count beyond the limits. */
  TOO_COMPLEX("The document is nested or expanded beyond the limits"),
  /** An item without anything to publish. */
  ITEM_EMPTY("The item has neither headline nor text"),
  /** Less text came out of the reader than went in. */
  TEXT_LOST("Text was lost while reading"),

  // --- telling items apart
  /** An older wording of a story that the same document words in a newer way. */
  SUPERSEDED("The same document has a newer wording of the story"),
  /** Ids or addresses that several stories share, or that change while a story stays. */
  IDS_UNSURE("The source's ids do not tell its stories apart"),

  // --- making an article
  /** A field is larger than allowed. */
  FIELD_TOO_LARGE("A field is larger than allowed"),
  /** The article would not be valid ninjs. */
  INVALID_ARTICLE("The article would break the published schema"),

  // --- configuration
  /** A configuration file has problems; each is listed with file, line, key and hint. */
  CONFIG_INVALID("The configuration has problems"),

  // --- ourselves
  /** The database did not take the transaction. */
  STORE_FAILED("The store could not be written"),
  /** The broker did not take the message. */
  BROKER_FAILED("The broker could not be reached"),
  /** A fault nobody foresaw: a bug worth reporting. */
  UNFORESEEN("A fault nobody foresaw");

  private final String sentence;

  Reason(String sentence) {
    this.sentence = sentence;
  }

  /** One plain sentence without a full stop, for people. */
  public String sentence() {
    return sentence;
  }

  /**
   * The heading in {@code docs/errors.md}: the name in lower case with dashes, as in {@code
   * body-too-large}.
   */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
