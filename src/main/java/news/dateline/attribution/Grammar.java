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

  /** Turns a participle into a passive, or joins an adjective to its subject: "is", "been". */
  static final long COPULA = 1L << 7;

  /** Opens a question reported: "who", "whether". */
  static final long QUESTION = 1L << 8;

  /** Stands before a noun or alone as the subject: "some", "most". */
  static final long QUANTIFIER = 1L << 9;

  /** Leads from a verb of saying to what is talked of: "spoke about". */
  static final long VERB_COMPLEMENT = 1L << 10;

  /** Leads from a noun of saying to what was said: "criticism of", "his call for". */
  static final long NOUN_COMPLEMENT = 1L << 11;

  /** Leads from an adjective to what is thought: "sure of", "eager to". */
  static final long ADJECTIVE_COMPLEMENT = 1L << 12;

  /** Leads from a passive to what was done by words: "accused of", "described as". */
  static final long PASSIVE_COMPLEMENT = 1L << 13;

  /** Opens what went on beside an act: "during a rally", "when asked". */
  static final long CIRCUMSTANCE = 1L << 14;

  /** Of somebody who would not be named: "anonymity". */
  static final long UNNAMED = 1L << 15;

  /** Opens a clause that names who said it: "as Roe said", "wie Roe sagte". */
  static final long COMPARISON = 1L << 16;

  /** A verb by which somebody says what he will do: "vowed", "threatens"; English. */
  static final long PROMISE = 1L << 24;

  /** A verb that says what something is: "called it a joke", "deemed him unfit"; English. */
  static final long JUDGEMENT = 1L << 25;

  /**
   * An agency or a paper is quoted by it, or quotes, with no verb beside it: "cité", "ссылаясь".
   */
  static final long QUOTING_PARTICIPLE = 1L << 17;

  /** Turns a participle into a passive: "wird zitiert"; German. */
  static final long PASSIVE_AUXILIARY = 1L << 18;

  /** Stands before what a statement rests on: "nach Angaben", "laut Polizei"; German. */
  static final long SOURCE_PREPOSITION = 1L << 19;

  /** A noun a statement rests on, by its ending: "nach Polizeiangaben"; German. */
  static final long SOURCE_NOUN = 1L << 20;

  /** A subjunctive that has its form in reported speech alone: "sei", not "wäre"; German. */
  static final long REPORTED_MOOD = 1L << 21;

  /** What a verb has at the end of its clause: "kündigte … an"; German. */
  static final long VERB_PREFIX = 1L << 22;

  /** "ein", "einer": no noun behind it is known yet; German. */
  static final long INDEFINITE_ARTICLE = 1L << 23;

  private Grammar() {}
}
