package news.dateline.attribution;

/**
 * What the words under one key of a language file are.
 *
 * @param words bits of {@link Words}
 * @param grammar bits of {@link Grammar}
 */
record WordClass(long words, long grammar) {
  static WordClass of(long words) {
    return new WordClass(words, 0);
  }

  static WordClass serving(long grammar) {
    return new WordClass(0, grammar);
  }

  WordClass and(WordClass other) {
    return new WordClass(words | other.words, grammar | other.grammar);
  }
}
