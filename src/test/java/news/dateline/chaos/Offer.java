package news.dateline.chaos;

import java.time.Instant;
import java.util.Optional;

/**
 * What the world has promised the process, and so the process its subscribers.
 *
 * @param token names the story in its headline
 * @param edition the last edition offered, from 1
 * @param notBefore the end of its embargo
 * @param killed its last edition is a kill
 */
record Offer(String token, int edition, Optional<Instant> notBefore, boolean killed) {
  /** A headline that tells which edition of which story it is. */
  static String headline(String token, int edition) {
    return "TOK " + token + " e" + edition + " end";
  }
}
