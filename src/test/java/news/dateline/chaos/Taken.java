package news.dateline.chaos;

import java.time.Instant;

/**
 * A message whose taking the broker has confirmed.
 *
 * @param token the story's, from its headline; empty when it is none of the world's
 * @param edition from its headline
 * @param usable false for a kill
 * @param at when it was received
 */
record Taken(
    String uri,
    String version,
    String token,
    int edition,
    boolean usable,
    Instant at,
    String json) {}
