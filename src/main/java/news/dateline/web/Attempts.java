package news.dateline.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Slows down whoever guesses secrets. Tries are counted for a caller's network and what it tries at
 * ({@code api}, or the source it pushes to); a few wrong ones are free, each further one doubles
 * the wait. A network that tries at many things, and all networks together, have a limit too;
 * neither holds up a caller who showed the right secret within the last hour. While somebody waits,
 * no secret is looked at but the one that was right before. Memory is bounded. Thread-safe.
 */
final class Attempts {
  /** Wrong tries at one thing that cost nothing. */
  static final int FREE = 5;

  /** The same for a network at all things. */
  static final int FREE_AT_ALL = 50;

  /** Wrong tries a minute of all networks together. */
  static final int ALL_A_MINUTE = 600;

  /** One wrong try is forgiven after each of these. */
  private static final Duration FORGIVEN = Duration.ofSeconds(30);

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration TRUSTED = Duration.ofHours(1);
  private static final int REMEMBERED = 4096;

  private final InstantSource clock;
  private final Map<String, Tries> tries = bounded();
  private final Map<String, Good> good = bounded();
  private Tries all = new Tries(0, Instant.EPOCH, Instant.EPOCH);

  Attempts(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @param wrong not yet forgiven
   * @param last the last wrong one
   * @param until nothing is looked at before
   */
  private record Tries(double wrong, Instant last, Instant until) {}

  /** When the right secret was shown last, and a hash of it. */
  private record Good(Instant last, String hash) {}

  /**
   * How long the caller must wait before its secret is looked at; empty when it need not.
   *
   * @param shown what it shows for a secret; empty when that is different each time
   */
  synchronized Optional<Duration> pause(Peer peer, String at, String shown) {
    String key = key(peer, at);
    Instant now = clock.instant();
    Optional<Good> known =
        Optional.ofNullable(good.get(key)).filter(g -> g.last().plus(TRUSTED).isAfter(now));
    // The very secret that was right before: others at the same address cannot keep it out.
    if (!shown.isEmpty() && known.filter(g -> g.hash().equals(hash(shown))).isPresent()) {
      return Optional.empty();
    }
    Optional<Duration> own = wait(tries.get(key), now);
    return own.isPresent() || known.isPresent()
        ? own
        : wait(tries.get(peer.network()), now).or(() -> wait(all, now));
  }

  private static String hash(String shown) {
    return Bytes.wrap(shown.getBytes(StandardCharsets.UTF_8)).sha256();
  }

  private static Optional<Duration> wait(@Nullable Tries tries, Instant now) {
    return Optional.ofNullable(tries)
        .filter(t -> t.until().isAfter(now))
        .map(t -> Duration.between(now, t.until()));
  }

  /** The secret was wrong. */
  synchronized void failed(Peer peer, String at) {
    Instant now = clock.instant();
    tries.merge(key(peer, at), first(now), (old, n) -> more(old, now, FREE));
    tries.merge(peer.network(), first(now), (old, n) -> more(old, now, FREE_AT_ALL));
    boolean sameMinute = all.last().plus(Duration.ofMinutes(1)).isAfter(now);
    double wrong = sameMinute ? all.wrong() + 1 : 1;
    Instant since = sameMinute ? all.last() : now;
    all =
        new Tries(
            wrong, since, wrong > ALL_A_MINUTE ? since.plus(Duration.ofMinutes(1)) : Instant.EPOCH);
  }

  /**
   * The secret was right.
   *
   * @param shown as {@link #pause} was told
   */
  synchronized void passed(Peer peer, String at, String shown) {
    String key = key(peer, at);
    tries.remove(key);
    good.put(key, new Good(clock.instant(), hash(shown)));
  }

  private static Tries first(Instant now) {
    return new Tries(1, now, Instant.EPOCH);
  }

  private static Tries more(Tries old, Instant now, int free) {
    double forgiven = (double) Duration.between(old.last(), now).toMillis() / FORGIVEN.toMillis();
    double wrong = Math.max(0, old.wrong() - Math.max(0, forgiven)) + 1;
    if (wrong <= free) {
      return new Tries(wrong, now, Instant.EPOCH);
    }
    double seconds = Math.pow(2, Math.min(30, wrong - free));
    Duration wait = Duration.ofMillis((long) (seconds * 1000));
    return new Tries(wrong, now, now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
  }

  private static String key(Peer peer, String at) {
    return peer.network() + " " + at.substring(0, Math.min(80, at.length()));
  }

  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>(64, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > REMEMBERED;
      }
    };
  }
}
