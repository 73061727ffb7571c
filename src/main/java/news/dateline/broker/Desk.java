package news.dateline.broker;

import java.time.Duration;
import java.util.Optional;

/**
 * A named queue on the articles address, for competing consumers.
 *
 * @param name unique, {@code [a-z0-9-]+}; consumers read {@code articles::<name>}
 * @param filter JMS selector over the message properties; empty: every article
 * @param maxMessages most messages that wait; the oldest go when there are more; empty: as for
 *     every subscription
 * @param maxAge how long a message waits at most; empty: as for every subscription
 */
public record Desk(
    String name,
    Optional<String> filter,
    Optional<Integer> maxMessages,
    Optional<Duration> maxAge) {}
