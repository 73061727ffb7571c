package news.dateline.attribution;

/** Tokens that belong to a statement already found, or to the words that frame one. */
final class Taken {
  private final boolean[] tokens;

  Taken(int size) {
    this.tokens = new boolean[size + 1];
  }

  void add(int from, int to) {
    java.util.Arrays.fill(tokens, from, Math.min(to, tokens.length), true);
  }

  boolean is(int token) {
    return tokens[token];
  }
}
