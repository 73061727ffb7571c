package news.dateline.attribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.dateline.model.NameRecord;

/**
 * How desks spell people's full names: a short list to start with, and what the stream taught. A
 * name one slip off an established one is understood; the printed words stay as they are.
 * Immutable.
 */
final class KnownNames {
  /** What a name of the list weighs, in articles. */
  private static final int LISTED = 50;

  /** How many times as frequent as the printed form the established one must be. */
  private static final int FAR_MORE = 5;

  /** Letters: shorter names are too near each other. */
  private static final int SHORTEST = 5;

  /** Bits of {@link #sieve}. */
  private static final int SIEVE = 1 << 16;

  /** An established spelling. */
  private record Known(String name, int articles) {}

  private final Map<String, List<Known>> bySurname = new HashMap<>();
  private final Map<String, Integer> articles = new HashMap<>();
  private final Set<String> established = new HashSet<>();
  private final Set<String> firstNames = new HashSet<>();

  private final long[] sieve = new long[SIEVE / 64];

  private KnownNames() {}

  /** The list, and what was learnt. */
  static KnownNames with(Collection<NameRecord> learnt) {
    KnownNames names = new KnownNames();
    for (String line : Language.resource("known-names.txt").split("\n", -1)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        names.establish(line.strip(), LISTED);
      }
    }
    for (NameRecord name : learnt) {
      names.articles.merge(name.name(), name.articles(), Integer::sum);
      if (name.isKnown() && !names.established.contains(name.name())) {
        names.establish(name.name(), name.articles());
      }
    }
    return names;
  }

  private void establish(String name, int seen) {
    established.add(name);
    articles.putIfAbsent(name, seen);
    firstNames.add(name.substring(0, name.indexOf(' ')));
    int hole = hole(name) & (SIEVE - 1);
    sieve[hole >>> 6] |= 1L << hole;
    bySurname.computeIfAbsent(surname(name), k -> new ArrayList<>(1)).add(new Known(name, seen));
  }

  private static int hole(String name) {
    int last = name.length() - 1;
    int from = name.lastIndexOf(' ') + 1;
    char middle = name.charAt((from + last) >>> 1);
    int surname = ((name.charAt(from) * 31 + middle) * 31 + name.charAt(last)) * 31 + last - from;
    return surname * 31 + name.charAt(0);
  }

  /** A few letters of the surname, its length, the initial, which no slip changes: most fail it. */
  private boolean mayBeKnown(String name) {
    int hole = hole(name) & (SIEVE - 1);
    return (sieve[hole >>> 6] & 1L << hole) != 0;
  }

  private static String surname(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  /**
   * The established spelling of a full name one slip off it. The printed form stays when it is
   * established itself, when people are called so, when it is not far rarer, and when two
   * established ones are equally near: then it may well be another person.
   */
  String corrected(String printed) {
    if (!mayBeKnown(printed) || established.contains(printed)) {
      return printed;
    }
    List<Known> same = bySurname.get(surname(printed));
    if (same == null || printed.indexOf(' ') < 0) {
      return printed;
    }
    int seen = articles.getOrDefault(printed, 0);
    Known found = null;
    for (Known known : same) {
      if (isSlip(known.name(), printed)) {
        if (found != null) {
          return printed;
        }
        found = known;
      }
    }
    if (found == null || found.articles() < FAR_MORE * (seen + 1)) {
      return printed;
    }
    String first = printed.substring(0, printed.indexOf(' '));
    boolean called = firstNames.contains(first) && !found.name().startsWith(first + " ");
    return called ? printed : found.name();
  }

  /**
   * Exactly one word differs, not the surname, by one slip within it. Its first and last letters
   * agree: a first name that ends otherwise is in most languages that of the other sex, or another
   * house's spelling.
   */
  static boolean isSlip(String known, String printed) {
    int a = 0;
    int b = 0;
    boolean slipped = false;
    while (a < known.length() && b < printed.length()) {
      int endA = end(known, a);
      int endB = end(printed, b);
      boolean equal = endA - a == endB - b && known.regionMatches(a, printed, b, endA - a);
      if (!equal) {
        boolean last = endA == known.length() || endB == printed.length();
        if (slipped || last || !isSlip(known, a, endA, printed, b, endB)) {
          return false;
        }
        slipped = true;
      }
      a = endA + 1;
      b = endB + 1;
    }
    return slipped && a > known.length() && b > printed.length();
  }

  private static int end(String name, int from) {
    int end = name.indexOf(' ', from);
    return end < 0 ? name.length() : end;
  }

  private static boolean isSlip(String known, int a, int endA, String printed, int b, int endB) {
    return endA - a >= SHORTEST
        && endB - b >= SHORTEST - 1
        && known.charAt(a) == printed.charAt(b)
        && known.charAt(endA - 1) == printed.charAt(endB - 1)
        && oneEdit(known.substring(a, endA), printed.substring(b, endB));
  }

  /** One letter more, less, other, or two neighbours exchanged. */
  static boolean oneEdit(String a, String b) {
    int gap = a.length() - b.length();
    if (Math.abs(gap) > 1) {
      return false;
    }
    int i = 0;
    while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    if (gap == 0) {
      boolean swapped =
          i + 1 < a.length()
              && a.charAt(i) == b.charAt(i + 1)
              && a.charAt(i + 1) == b.charAt(i)
              && a.regionMatches(i + 2, b, i + 2, a.length() - i - 2);
      return swapped || a.regionMatches(i + 1, b, i + 1, Math.max(0, a.length() - i - 1));
    }
    return gap > 0
        ? a.regionMatches(i + 1, b, i, b.length() - i)
        : b.regionMatches(i + 1, a, i, a.length() - i);
  }
}
