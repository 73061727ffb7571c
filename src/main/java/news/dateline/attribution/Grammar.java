package news.dateline.attribution;

/**
 * The part a word plays in a sentence, beside what it is ({@link Words}): forms of verbs, and the
 * small words that lead to something. Bits of a number of their own; a class that one language
 * alone knows is named after that language's grammar.
 */
final class Grammar {
  /** A verb that takes a statement without "that": "said it was late"; English. */
  static final long CORE = 1L;

  /** May stand for a person alone, though it also stands before nouns: "another", "three". */
  static final long INDEFINITE = 1L << 1;

  /** Binds what follows to the noun before it: "a source in the ministry". */
  static final long NOMINAL_PREPOSITION = 1L << 2;

  /** A form of a verb that reports that is as often a noun: "claims", "support"; English. */
  static final long NOUNY = 1L << 3;

  /** A verb that reports only with a word that leads on: "talked about", "kündigte … an". */
  static final long TOPICAL = 1L << 4;

  /** A feminine noun by its ending: "der Zeitung" does not act; German. */
  static final long FEMININE = 1L << 5;

  /** Before the one in whose eyes something is so: "pour", "para". */
  static final long VIEWPOINT = 1L << 6;

  private Grammar() {}
}
