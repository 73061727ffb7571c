package news.dateline.app.health;

import java.time.Instant;

/**
 * A part that does not answer.
 *
 * @param since when it was first asked in vain
 * @param why one line
 */
public record Away(Instant since, String why) {}
