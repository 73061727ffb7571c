package news.dateline.broker;

import java.time.Instant;
import java.util.Optional;
import news.dateline.model.Bytes;
import news.dateline.model.Reason;

/**
 * A message of the rejected queue.
 *
 * @param id names it on this broker
 * @param at when it was buried
 * @param format of the document an item stood in; empty for a document, and for what was buried
 *     before this was kept
 * @param size bytes of the whole body
 * @param raw the bytes, perhaps only their head
 */
public record Buried(
    String id,
    Instant at,
    String source,
    String document,
    Optional<String> item,
    String stage,
    Reason reason,
    String message,
    Optional<String> contentType,
    Optional<String> format,
    long size,
    Bytes raw) {}
