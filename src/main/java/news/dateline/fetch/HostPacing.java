package news.dateline.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import news.dateline.fetch.FetchSettings.Pace;

/**
 * Spares hosts: so many requests at one time, so long from one start to the next, none while a host
 * has asked to be left alone. Nobody waits here; a source that comes too soon is given a turn of
 * its own to come back at, so that a hundred feeds of one host spread out instead of knocking
 * together.
 *
 * <p>Turns lie a quarter further apart than the interval demands: a caller that comes back a little
 * late then still finds the host free, and the interval between starts is never undercut.
 */
final class HostPacing {
  /** When all places of a host without interval are taken: come back soon. */
  private static final Duration BUSY = Duration.ofMillis(250);

  /** A turn not taken up for this long is given up: its source was removed or paused. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(10);

  private static final int SWEEP_EVERY = 10_000;

  private final Map<String, Host> hosts = new ConcurrentHashMap<>();
  private final AtomicInteger entries = new AtomicInteger();

  /** Guarded by the map's lock on its key. */
  private static final class Host {
    int active;
    Instant freeAt = Instant.MIN; // the interval since the last start is over
    volatile Instant pausedUntil = Instant.MIN;
    volatile String pausedBy = "";
    Instant lastTurn = Instant.MIN;
    final Map<String, Instant> turns = new HashMap<>(2); // by source

    Host earlier(Duration by) {
      freeAt = earlier(freeAt, by);
      pausedUntil = earlier(pausedUntil, by);
      lastTurn = earlier(lastTurn, by);
      turns.replaceAll((source, turn) -> earlier(turn, by));
      return this;
    }

    private static Instant earlier(Instant time, Duration by) {
      return time.equals(Instant.MIN) ? time : time.minus(by);
    }

    boolean idle(Instant now) {
      turns.values().removeIf(turn -> turn.plus(FORGOTTEN).isBefore(now));
      return active == 0 && turns.isEmpty() && !freeAt.isAfter(now) && !pausedUntil.isAfter(now);
    }
  }

  /**
   * Asks for a place.
   *
   * @param host name and port
   * @param source id, to which a later turn is given
   * @return empty: go ahead, and {@link #leave} when done; else when to come back
   */
  Optional<Instant> enter(String host, String source, Pace pace, Instant now) {
    if (entries.incrementAndGet() % SWEEP_EVERY == 0) {
      sweep(now);
    }
    Instant[] turn = new Instant[1];
    hosts.compute(
        host,
        (key, known) -> {
          Host h = known == null ? new Host() : known;
          if (mayStart(h, source, pace, now)) {
            h.turns.remove(source);
            h.active++;
            if (!pace.interval().isZero()) { // else a thread whose clock was read first must wait
              h.freeAt = now.plus(pace.interval());
            }
          } else {
            turn[0] = turn(h, source, pace, now);
          }
          return h;
        });
    return Optional.ofNullable(turn[0]);
  }

  private static boolean mayStart(Host h, String source, Pace pace, Instant now) {
    if (h.pausedUntil.isAfter(now) || h.freeAt.isAfter(now) || h.active >= pace.concurrent()) {
      return false;
    }
    Instant turn = h.turns.get(source);
    // Without a turn nobody overtakes those who wait for theirs.
    return turn == null ? h.turns.isEmpty() || !h.lastTurn.isAfter(now) : !turn.isAfter(now);
  }

  private static Instant turn(Host h, String source, Pace pace, Instant now) {
    Instant turn = h.turns.get(source);
    if (turn != null && turn.isAfter(now) && !turn.isBefore(h.pausedUntil)) {
      return turn; // it came early
    }
    if (turn != null && h.freeAt.isAfter(now) && !h.pausedUntil.isAfter(now)) {
      h.turns.put(source, h.freeAt); // the one before it was late: it keeps its place
      return h.freeAt;
    }
    Duration step = pace.interval().multipliedBy(5).dividedBy(4);
    turn =
        latest(
            h.freeAt, latest(h.pausedUntil, h.lastTurn.isAfter(now) ? h.lastTurn.plus(step) : now));
    if (!turn.isAfter(now)) {
      turn = now.plus(step.isZero() ? BUSY : step);
    }
    h.turns.put(source, turn);
    h.lastTurn = turn;
    return turn;
  }

  private static Instant latest(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** Takes a further place on a host this visit is on already, for a redirect within it. */
  void stay(String host) {
    hosts.computeIfPresent(
        host,
        (key, h) -> {
          h.active++;
          return h;
        });
  }

  /**
   * Gives the place back.
   *
   * @param start when it was given
   * @param end now: the request reached the host somewhere in between, later than it started here
   *     when the connection or this machine was slow, and the interval counts for the host; a
   *     quarter of it is allowed for, as between turns
   */
  void leave(String host, Pace pace, Instant start, Instant end) {
    Instant latest = start.plus(pace.interval().dividedBy(4));
    Instant arrived = end.isBefore(latest) ? end : latest;
    hosts.computeIfPresent(
        host,
        (key, h) -> {
          h.active--;
          if (!pace.interval().isZero()) {
            h.freeAt = latest(h.freeAt, arrived.plus(pace.interval()));
          }
          return h;
        });
  }

  /**
   * Leaves a host alone until the time given.
   *
   * @param source id of the one that was told
   */
  void pause(String host, Instant until, String source) {
    hosts.compute(
        host,
        (key, known) -> {
          Host h = known == null ? new Host() : known;
          if (until.isAfter(h.pausedUntil)) {
            h.pausedUntil = until;
            h.pausedBy = source;
          }
          return h;
        });
  }

  /** Which source was asked for the pause a host has now; empty when it has none. */
  Optional<String> pausedBy(String host, Instant now) {
    Host h = hosts.get(host);
    return h != null && h.pausedUntil.isAfter(now) ? Optional.of(h.pausedBy) : Optional.empty();
  }

  /** The clock was set back: every wait lasts as long as it did. */
  void clockSetBack(Duration by) {
    for (String host : hosts.keySet()) {
      hosts.computeIfPresent(host, (key, h) -> h.earlier(by));
    }
  }

  private void sweep(Instant now) {
    for (String host : hosts.keySet()) {
      hosts.computeIfPresent(host, (key, h) -> h.idle(now) ? null : h);
    }
  }

  /** Hosts remembered at present. */
  int size() {
    return hosts.size();
  }
}
