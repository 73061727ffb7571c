package news.dateline.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a compound is by its last part: "Bundesaußenministerin" is a title, "Innenministerium" a
 * body. A trie read from the end of the word; every ending counts.
 */
final class Endings {
  private final List<char[]> letters = new ArrayList<>();
  private final List<int[]> nodes = new ArrayList<>();
  private final List<Long> bits = new ArrayList<>();

  Endings() {
    node();
  }

  private int node() {
    letters.add(new char[0]);
    nodes.add(new int[0]);
    bits.add(0L);
    return bits.size() - 1;
  }

  void add(String ending, long bit) {
    int at = 0;
    for (int i = ending.length() - 1; i >= 0; i--) {
      int next = next(at, ending.charAt(i));
      if (next < 0) {
        next = node();
        int n = letters.get(at).length;
        letters.set(at, Arrays.copyOf(letters.get(at), n + 1));
        nodes.set(at, Arrays.copyOf(nodes.get(at), n + 1));
        letters.get(at)[n] = ending.charAt(i);
        nodes.get(at)[n] = next;
      }
      at = next;
    }
    bits.set(at, bits.get(at) | bit);
  }

  boolean isEmpty() {
    return bits.size() == 1;
  }

  private int next(int at, char c) {
    char[] here = letters.get(at);
    for (int k = 0; k < here.length; k++) {
      if (here[k] == c) {
        return nodes.get(at)[k];
      }
    }
    return -1;
  }

  /** What the ending of {@code lower[from, to)} says; 0 when it is none of these. */
  long bits(char[] lower, int from, int to) {
    int at = 0;
    long found = 0;
    for (int i = to - 1; i >= from; i--) {
      at = next(at, lower[i]);
      if (at < 0) {
        break;
      }
      found |= bits.get(at);
    }
    return found;
  }
}
