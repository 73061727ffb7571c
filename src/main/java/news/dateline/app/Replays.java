package news.dateline.app;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import news.dateline.model.Bytes;

/**
 * Whether a delivery that was pushed came before. The very same bytes are no change, or whoever
 * recorded a delivery could send it again and put an old text over a newer one. A newsroom that
 * takes a change back sends other bytes, if only another time in them. One that does send the same
 * bytes on purpose signs the time: then the signature must be new, and the bytes need not be.
 *
 * <p>Bodies are remembered by the store, in the transaction of what they brought; signatures in
 * memory, for as long as their time is good. After a restart a signature older than the start
 * cannot be told from a new one, and the bytes decide. Thread-safe.
 */
final class Replays {
  private static final int MOST = 50_000;

  private final BiPredicate<String, String> committed;
  private final Instant started;
  private final Map<String, Instant> signatures = new LinkedHashMap<>();

  /**
   * @param committed whether a source has committed a body of this hash
   * @param started when this process began to listen
   */
  Replays(BiPredicate<String, String> committed, Instant started) {
    this.committed = committed;
    this.started = started;
  }

  /** By what a body is known again: 128 bits. */
  static String hash(Bytes body) {
    return body.sha256().substring(0, 22);
  }

  /**
   * @param signed the time that was signed
   * @param signature what must be new when there is one
   * @param latest hash of the last body committed of the source, in full: the same again is read
   *     again, and gives nothing new
   */
  boolean isReplay(
      String source,
      Bytes body,
      Optional<Instant> signed,
      String signature,
      Optional<String> latest) {
    boolean known = committed.test(source, hash(body));
    if (!known || latest.filter(body.sha256()::equals).isPresent()) {
      return false;
    }
    return signed.isEmpty() || signed.get().isBefore(started) || isUsed(source + " " + signature);
  }

  private synchronized boolean isUsed(String signature) {
    return signatures.containsKey(signature);
  }

  /**
   * A delivery with a signed time was committed.
   *
   * @param good for how long its time counts
   */
  synchronized void used(String source, String signature, Instant now, Duration good) {
    signatures.values().removeIf(end -> end.isBefore(now));
    if (signatures.size() < MOST) {
      signatures.put(source + " " + signature, now.plus(good.multipliedBy(2)));
    }
  }
}
