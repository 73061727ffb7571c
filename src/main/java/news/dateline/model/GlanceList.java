package news.dateline.model;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import news.dateline.model.SourceState.Glance;

/**
 * Past visits, newest first, in a third of the memory that a list of {@link Glance}s takes: a
 * process holds thirty of them for each of fifty thousand sources. Immutable. Keeps milliseconds,
 * statuses up to 4095 and items up to a million.
 */
final class GlanceList extends AbstractList<Glance> implements RandomAccess {
  private static final GlanceList NONE = new GlanceList(0);

  private static final int ITEM_BITS = 20;
  private static final int STATUS_BITS = 12;
  private static final long MOST_ITEMS = (1L << ITEM_BITS) - 1;
  private static final long MOST_STATUS = (1L << STATUS_BITS) - 1;
  private static final long MOST_MILLIS = (1L << 31) - 1;

  /** One copy of each word, not one a visit read back from the store. */
  private static final Map<String, String> WORDS = words();

  private final long[] at;

  /** Milliseconds it took, status, items. */
  private final long[] packed;

  private final String[] outcome;

  private GlanceList(int size) {
    at = new long[size];
    packed = new long[size];
    outcome = new String[size];
  }

  private static Map<String, String> words() {
    Map<String, String> words = new HashMap<>();
    words.put("new", "new");
    words.put("unchanged", "unchanged");
    Arrays.stream(Reason.values()).map(Reason::slug).forEach(slug -> words.put(slug, slug));
    return Map.copyOf(words);
  }

  static GlanceList of(Collection<Glance> visits) {
    if (visits instanceof GlanceList compact) {
      return compact;
    }
    if (visits.isEmpty()) {
      return NONE;
    }
    GlanceList list = new GlanceList(visits.size());
    int i = 0;
    for (Glance visit : visits) {
      list.set(i++, visit.at().toEpochMilli(), visit);
    }
    return list;
  }

  /** The newest put before the known ones, of which the oldest beyond {@code most} fall out. */
  static GlanceList latest(Glance newest, List<Glance> known, int most) {
    GlanceList old = of(known);
    GlanceList list = new GlanceList(Math.min(old.size() + 1, most));
    list.set(0, newest.at().toEpochMilli(), newest);
    int kept = list.size() - 1;
    System.arraycopy(old.at, 0, list.at, 1, kept);
    System.arraycopy(old.packed, 0, list.packed, 1, kept);
    System.arraycopy(old.outcome, 0, list.outcome, 1, kept);
    return list;
  }

  private void set(int i, long millis, Glance visit) {
    at[i] = millis;
    packed[i] =
        bounded(visit.millis(), MOST_MILLIS) << (ITEM_BITS + STATUS_BITS)
            | bounded(visit.status(), MOST_STATUS) << ITEM_BITS
            | bounded(visit.items(), MOST_ITEMS);
    outcome[i] = WORDS.getOrDefault(visit.outcome(), visit.outcome());
  }

  private static long bounded(long n, long most) {
    return Math.max(0, Math.min(n, most));
  }

  @Override
  public Glance get(int i) {
    return new Glance(
        Instant.ofEpochMilli(at[i]),
        packed[i] >>> (ITEM_BITS + STATUS_BITS),
        (int) (packed[i] >>> ITEM_BITS & MOST_STATUS),
        outcome[i],
        (int) (packed[i] & MOST_ITEMS));
  }

  @Override
  public int size() {
    return at.length;
  }
}
