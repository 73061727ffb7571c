package news.dateline.model;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import news.dateline.model.SourceState.Glance;

/**
 * Past visits, newest first, in a quarter of the memory that a list of {@link Glance}s takes: a
 * process holds thirty of them for each of fifty thousand sources. Immutable. Keeps how long a
 * visit took up to four hours, statuses up to 4095 and items up to a million.
 */
final class GlanceList extends AbstractList<Glance> implements RandomAccess {
  private static final GlanceList NONE = new GlanceList(0);

  private static final int ITEM_BITS = 20;
  private static final int STATUS_BITS = 12;
  private static final int MILLIS_AT = ITEM_BITS + STATUS_BITS;
  private static final int WORD_AT = 56;
  private static final long MOST_ITEMS = (1L << ITEM_BITS) - 1;
  private static final long MOST_STATUS = (1L << STATUS_BITS) - 1;
  private static final long MOST_MILLIS = (1L << 24) - 1;

  private static final Words WORDS = new Words();

  private final long[] at;

  /** The outcome's number, milliseconds it took, status, items. */
  private final long[] packed;

  private GlanceList(int size) {
    at = new long[size];
    packed = new long[size];
  }

  /** The words for outcomes, numbered: a few of ours, and those other versions have written. */
  private static final class Words {
    private static final int MOST = 256;

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final List<String> words = new CopyOnWriteArrayList<>();

    Words() {
      number("other");
      number("new");
      number("unchanged");
      Arrays.stream(Reason.values()).map(Reason::slug).forEach(this::number);
    }

    int number(String word) {
      Integer known = numbers.get(word);
      return known == null ? add(word) : known;
    }

    private synchronized int add(String word) {
      if (words.size() == MOST) {
        return 0;
      }
      return numbers.computeIfAbsent(
          word,
          w -> {
            words.add(w);
            return words.size() - 1;
          });
    }

    String word(int number) {
      return words.get(number);
    }
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
    return list;
  }

  private void set(int i, long millis, Glance visit) {
    at[i] = millis;
    packed[i] =
        (long) WORDS.number(visit.outcome()) << WORD_AT
            | bounded(visit.millis(), MOST_MILLIS) << MILLIS_AT
            | bounded(visit.status(), MOST_STATUS) << ITEM_BITS
            | bounded(visit.items(), MOST_ITEMS);
  }

  private static long bounded(long n, long most) {
    return Math.max(0, Math.min(n, most));
  }

  @Override
  public Glance get(int i) {
    return new Glance(
        Instant.ofEpochMilli(at[i]),
        packed[i] >>> MILLIS_AT & MOST_MILLIS,
        (int) (packed[i] >>> ITEM_BITS & MOST_STATUS),
        WORDS.word((int) (packed[i] >>> WORD_AT)),
        (int) (packed[i] & MOST_ITEMS));
  }

  @Override
  public int size() {
    return at.length;
  }
}
