package news.dateline.attribution;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Agencies by the letters of their names alone: "A. F. P.", "afp" and "Afp" are one, so are "United
 * Preß" and "United Press". Only for places where a credit stands, since letters alone prove little
 * elsewhere.
 */
final class CreditWords {
  /** Below this, a name with a wrong letter is too easily another word. */
  private static final int SHORTEST_MISREAD = 5;

  private final Map<String, List<Agency>> byLetters = new HashMap<>();
  private final Map<String, Set<Agency>> byGap = new HashMap<>();

  CreditWords(List<Agency> agencies) {
    for (Agency agency : agencies) {
      agency.credits().forEach(c -> add(c, agency));
      agency.names().forEach(c -> add(c, agency));
      agency.cited().forEach(c -> add(c, agency));
      agency.signed().forEach(c -> add(c, agency));
    }
  }

  private void add(String surface, Agency agency) {
    String letters = letters(surface);
    if (letters.length() < 2) {
      return;
    }
    List<Agency> known = byLetters.computeIfAbsent(letters, k -> new ArrayList<>());
    if (known.contains(agency)) {
      return;
    }
    known.add(agency);
    if (letters.length() >= SHORTEST_MISREAD) {
      for (int i = 0; i < letters.length(); i++) {
        byGap.computeIfAbsent(gap(letters, i), k -> new HashSet<>()).add(agency);
      }
    }
  }

  /** Lower-case letters and digits; accents, dots, spaces and hyphens left out. */
  static String letters(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == 'ß') {
        out.append("ss");
      } else if (c == 'ſ') {
        out.append('s');
      } else if (Character.isLetterOrDigit(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String gap(String letters, int at) {
    return letters.substring(0, at) + '_' + letters.substring(at + 1);
  }

  /** The agency of these letters, preferring one that writes in the language. */
  @Nullable Agency agency(String letters, String language) {
    List<Agency> all = byLetters.get(letters);
    if (all == null) {
      return null;
    }
    for (Agency agency : all) {
      if (agency.languages().contains(language)) {
        return agency;
      }
    }
    return all.get(0);
  }

  /** The only agency whose letters differ in one place, as machines misread print. */
  @Nullable Agency misread(String letters) {
    if (letters.length() < SHORTEST_MISREAD || letters.length() > 24) {
      return null;
    }
    Agency found = null;
    for (int i = 0; i < letters.length(); i++) {
      for (Agency agency : byGap.getOrDefault(gap(letters, i), Set.of())) {
        if (found != null && !found.equals(agency)) {
          return null;
        }
        found = agency;
      }
    }
    return found;
  }
}
