package news.dateline.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A message ready to leave: one row of the outbox. Articles, rejected items and source events leave
 * by the same door.
 *
 * @param address {@code articles}, {@code rejected} or {@code source.events}
 * @param key what later rows of the same thing share: the article's uri, the source's id; decides
 *     order and withdrawal
 * @param version of the article; empty string for anything else
 * @param body UTF-8 JSON, or raw bytes for rejected items
 * @param contentType of the body
 * @param properties message properties: values are String, Integer or Long
 * @param priority JMS priority 0 to 9
 * @param releaseAt not before; empty: at once
 * @param held true: not at all until a later version says otherwise
 * @param withdraws true: rows of the same key that have not left yet are removed first (a kill)
 */
public record Outgoing(
    String address,
    String key,
    String version,
    Bytes body,
    String contentType,
    Map<String, Object> properties,
    int priority,
    Optional<Instant> releaseAt,
    boolean held,
    boolean withdraws) {
  /** Address of every article. */
  public static final String ARTICLES = "articles";

  /** Address of buried items. */
  public static final String REJECTED = "rejected";

  /**
   * Property of an article on its way out: the number of its row in the outbox, a long. The same
   * however often the article is sent, never given twice.
   */
  public static final String SEQUENCE = "sequence";

  /** Address of state changes of sources. */
  public static final String SOURCE_EVENTS = "source.events";

  public Outgoing {
    properties = Map.copyOf(properties);
  }
}
