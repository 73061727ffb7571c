package news.dateline.model;

import java.time.Instant;

/**
 * Items that a feed let fall before anybody read them.
 *
 * @param from the newest moment of what had been read
 * @param to the oldest moment of what came then
 * @param missed how many fell out about, at least 1; an estimate
 * @param news whether to tell it: false when another hole was told within the hour
 */
public record Hole(Instant from, Instant to, int missed, boolean news) {}
