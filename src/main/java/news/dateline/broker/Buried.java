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
    long size,
    Bytes raw) {}
