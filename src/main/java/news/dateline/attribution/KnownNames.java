package news.dateline.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Well-known people and how desks spell them: a name one letter off is understood, the printed
 * words stay as they are.
 */
final class KnownNames {
  private final Map<String, List<String>> bySurname = new HashMap<>();

  static KnownNames load() {
    KnownNames names = new KnownNames();
    for (String line : Language.resource("known-names.txt").split("\n", -1)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        names.add(line.strip());
      }
    }
    return names;
  }

  private void add(String name) {
    String surname = name.substring(name.lastIndexOf(' ') + 1);
    bySurname.computeIfAbsent(surname, k -> new ArrayList<>()).add(name);
  }

  /** The known spelling of a full name whose surname agrees and that is one edit away. */
  String corrected(String fullName) {
    String surname = fullName.substring(fullName.lastIndexOf(' ') + 1);
    for (String known : bySurname.getOrDefault(surname, List.of())) {
      if (!known.equals(fullName) && oneEdit(known, fullName)) {
        return known;
      }
    }
    return fullName;
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
