package news.dateline.publish;

import java.time.Instant;

/**
 * An address that takes nothing now; what is meant for it waits in the outbox.
 *
 * @param address for instance {@code rejected}; {@code outbox} when the outbox itself cannot be
 *     read
 * @param since when the first try failed
 * @param why one line for people
 */
public record Stuck(String address, Instant since, String why) {}
