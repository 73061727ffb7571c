package news.dateline.attribution;

import java.util.Arrays;

/**
 * What a compound is by its last part: "Bundesaußenministerin" is a title, "Innenministerium" a
 * body. A trie read from the end of the word; every ending counts.
 */
final class Endings {
  private char[][] letters = new char[64][];
  private int[][] nodes = new int[64][];
  private long[] bits = new long[64];

  /** One bit for each letter before an ending, by its last six bits: most words soon fail it. */
  private long[] sieve = new long[64];

  private int size;

  Endings() {
    node();
  }

  private int node() {
    if (size == bits.length) {
      letters = Arrays.copyOf(letters, size * 2);
      nodes = Arrays.copyOf(nodes, size * 2);
      bits = Arrays.copyOf(bits, size * 2);
      sieve = Arrays.copyOf(sieve, size * 2);
    }
    letters[size] = new char[0];
    nodes[size] = new int[0];
    return size++;
  }

  void add(String ending, long bit) {
    int at = 0;
    for (int i = ending.length() - 1; i >= 0; i--) {
      int next = next(at, ending.charAt(i));
      if (next < 0) {
        next = node();
        int n = letters[at].length;
        letters[at] = Arrays.copyOf(letters[at], n + 1);
        nodes[at] = Arrays.copyOf(nodes[at], n + 1);
        letters[at][n] = ending.charAt(i);
        nodes[at][n] = next;
        sieve[at] |= 1L << ending.charAt(i);
      }
      at = next;
    }
    bits[at] |= bit;
  }

  boolean isEmpty() {
    return size == 1;
  }

  private int next(int at, char c) {
    if ((sieve[at] & 1L << c) == 0) {
      return -1;
    }
    char[] here = letters[at];
    for (int k = 0; k < here.length; k++) {
      if (here[k] == c) {
        return nodes[at][k];
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
      found |= bits[at];
    }
    return found;
  }
}
