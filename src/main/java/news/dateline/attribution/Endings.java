package news.dateline.attribution;

import java.util.Arrays;

/**
 * What a compound is by its last part: "Bundesaußenministerin" is a title, "Innenministerium" a
 * body. A trie read from the end of the word; every ending counts.
 */
final class Endings {
  private char[][] letters = new char[64][];
  private int[][] nodes = new int[64][];
  private long[] classes = new long[64];
  private long[] grammar = new long[64];

  /** One bit for each letter before an ending, by its last six bits: most words soon fail it. */
  private long[] sieve = new long[64];

  private int size;

  Endings() {
    node();
  }

  private int node() {
    if (size == classes.length) {
      letters = Arrays.copyOf(letters, size * 2);
      nodes = Arrays.copyOf(nodes, size * 2);
      classes = Arrays.copyOf(classes, size * 2);
      grammar = Arrays.copyOf(grammar, size * 2);
      sieve = Arrays.copyOf(sieve, size * 2);
    }
    letters[size] = new char[0];
    nodes[size] = new int[0];
    return size++;
  }

  void add(String ending, WordClass wordClass) {
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
    classes[at] |= wordClass.words();
    grammar[at] |= wordClass.grammar();
  }

  /** Gives each ending what the shorter ones say that it ends in; nothing is added after that. */
  Endings complete() {
    // A node is made after the one it hangs on.
    for (int at = 0; at < size; at++) {
      for (int longer : nodes[at]) {
        classes[longer] |= classes[at];
        grammar[longer] |= grammar[at];
      }
    }
    return this;
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

  /** The longest ending that {@code lower[from, to)} has; 0 for none. */
  int find(char[] lower, int from, int to) {
    int at = 0;
    for (int i = to - 1; i >= from; i--) {
      int longer = next(at, lower[i]);
      if (longer < 0) {
        break;
      }
      at = longer;
    }
    return at;
  }

  /** The classes of words with an ending found, as bits of {@link Words}. */
  long classes(int found) {
    return classes[found];
  }

  /** Their part in a sentence, as bits of {@link Grammar}. */
  long grammar(int found) {
    return grammar[found];
  }
}
