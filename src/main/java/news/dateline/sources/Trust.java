package news.dateline.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.dateline.model.Cursor;
import news.dateline.model.Source;
import news.dateline.model.Visit;

/**
 * How far a server's "nothing new" is believed. Some answer 304 for ever, or put new items under an
 * old ETag, so now and then the whole document is asked for whatever the validators say: after so
 * many 304s in a row, and as soon as they last longer than the rhythm explains. A server that is
 * caught is asked for the whole document always; the hash of the body still tells what is new.
 */
final class Trust {
  /** So few 304s before news prove nothing. */
  private static final int FEWEST_304 = 3;

  /** A server under suspicion is tried again after so many 304s. */
  private static final int SUSPECTED_304 = 9;

  /**
   * Whole documents in a row that had news where 304s had not: chance does that to an honest server
   * once, at one item in fifty polls, and three times to one in half a million.
   */
  private static final int PROOF = 3;

  /** Items by rhythm without which a row of 304s becomes doubtful: one chance in 150. */
  private static final double DOUBTFUL_ITEMS = 5;

  private static final Duration LONGEST_DOUBT = Duration.ofDays(7);

  private Trust() {}

  /** A 304, or the same bytes again. */
  static void unchanged(Memory m, Visit visit) {
    if (visit.status().isEmpty()) {
      return;
    }
    if (visit.status().getAsInt() == 304) {
      m.same++;
    } else {
      m.same = 0;
      if (m.whole) {
        m.doubtAt = Optional.empty();
      }
    }
  }

  /**
   * A whole document came.
   *
   * @param news new or changed items in it
   * @param sameAddress it came from where the cursor was learnt
   */
  static void document(Memory m, Visit visit, Cursor before, int news, boolean sameAddress) {
    if (visit.status().isEmpty()) {
      return;
    }
    if (news > 0 && sameAddress) {
      m.liar |= sameValidators(before, visit.cursor());
      if (!m.whole) {
        m.lies = 0;
      } else if (m.same >= FEWEST_304) {
        m.lies++;
        m.liar |= m.lies >= PROOF;
      }
    }
    if (news == 0 && m.whole) {
      m.doubtAt = Optional.empty();
    }
    m.same = 0;
  }

  /** News came: until when are 304s plausible? */
  static void news(Memory m, Instant at) {
    m.doubtAt = Optional.of(at.plus(m.rhythm.until(DOUBTFUL_ITEMS, at, LONGEST_DOUBT)));
  }

  /** Decides what the next request asks for. */
  static void decide(Memory m, Source source, int fullEvery, Instant now) {
    // each source at a number of its own, so that those added together are not whole together
    int limit = fullEvery / 2 + Math.floorMod(source.id().hashCode(), fullEvery);
    boolean doubtful =
        m.same >= FEWEST_304 && m.doubtAt.isPresent() && !now.isBefore(m.doubtAt.get());
    m.whole = m.same + 1 >= limit || doubtful || (m.lies > 0 && m.same >= SUSPECTED_304);
  }

  /** New items under the validators of old ones: the server would have answered 304. */
  private static boolean sameValidators(Cursor before, Cursor after) {
    if (before.etag().isPresent() || after.etag().isPresent()) {
      return before.etag().equals(after.etag());
    }
    return before.lastModified().isPresent() && before.lastModified().equals(after.lastModified());
  }
}
