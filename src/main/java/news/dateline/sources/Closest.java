package news.dateline.sources;

import java.util.Collection;
import java.util.Optional;

/** Guesses what a misspelt word was meant to be. */
final class Closest {
  private Closest() {}

  /** The nearest of the words, when at most two letters (a third of the word) are wrong. */
  static Optional<String> to(String word, Collection<String> words) {
    String best = "";
    int bestDistance = Math.max(1, Math.min(2, word.length() / 3)) + 1;
    for (String candidate : words) {
      int d = distance(plain(word), plain(candidate));
      if (d < bestDistance) {
        bestDistance = d;
        best = candidate;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  // atLeastEvery and at_least_every are the same wish as at-least-every
  private static String plain(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < Math.min(word.length(), 60); i++) {
      if (Character.isLetterOrDigit(word.charAt(i))) {
        out.append(Character.toLowerCase(word.charAt(i)));
      }
    }
    return out.toString();
  }

  /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
