package news.dateline.attribution;

import java.util.HashMap;
import java.util.Map;

/**
 * What each word of a language may be, as bits of two kinds: its classes, which are named here, and
 * its part in a sentence, named in {@link Grammar}. An open hash table over lower-case characters,
 * so that a look-up makes no string.
 */
final class Words {
  static final long CUE = 1L;
  static final long TELL = 1L << 1;

  /** Any verb of saying. */
  static final long SAY = CUE | TELL;

  static final long QUOTING = 1L << 2;
  static final long PARTICIPLE = 1L << 3;
  static final long WEAK = 1L << 4;
  static final long THAT = 1L << 5;
  static final long AUX = 1L << 6;
  static final long ADVERB = 1L << 7;
  static final long HE = 1L << 8;
  static final long SHE = 1L << 9;
  static final long THEY = 1L << 10;
  static final long IT = 1L << 11;
  static final long FIRST_PERSON = 1L << 12;
  static final long OBJECT = 1L << 13;
  static final long DETERMINER = 1L << 14;
  static final long PREPOSITION = 1L << 15;
  static final long CONJUNCTION = 1L << 17;
  static final long RELATIVE = 1L << 18;
  static final long TITLE = 1L << 19;
  static final long ROLE = 1L << 20;
  static final long ORG = 1L << 21;
  static final long AGENCY_WORD = 1L << 22;
  static final long AGENCY_NOUN = 1L << 23;
  static final long AGENCY_NEXT = 1L << 24;
  static final long ADDRESSEE = 1L << 25;
  static final long TIME = 1L << 26;
  static final long TIME_PREPOSITION = 1L << 27;
  static final long MONTH = 15L << 56;
  static final long PARTICLE = 1L << 29;
  static final long MALE = 1L << 30;
  static final long FEMALE = 1L << 31;
  static final long MALE_TITLE = 1L << 32;
  static final long FEMALE_TITLE = 1L << 33;
  static final long ABBREVIATION = 1L << 34;
  static final long STOP = 1L << 35;
  static final long NEVER_QUOTE = 1L << 36;
  static final long OWN = 1L << 37;
  static final long PHOTO = 1L << 38;
  static final long AND = 1L << 39;
  static final long ACCORDING = 1L << 40;

  /** "seen", "obtained", "polled": what an agency did to a paper or to people before they speak. */
  static final long RECEIVED = 1L << 46;

  /** People say it, agencies do not: an agency right behind it is the one they say it to. */
  static final long SPOKEN = 1L << 47;

  /** A paper, a station, a site: passes on words as an agency does. */
  static final long OUTLET = 1L << 48;

  /** What a house does with its own news: "announced". */
  static final long ANNOUNCING = 1L << 49;

  /** Who asks for an agency: "an AFP reporter", "auf dpa-Anfrage". */
  static final long LISTENER = 1L << 53;

  /** A body that is called "the agency" later: "Administration". */
  static final long AGENCY_BODY = 1L << 54;

  /** What a house announces of itself: "plans", "Pläne". */
  static final long PLAN = 1L << 45;

  /** A statement's carrier: "in a statement", "in an interview". */
  static final long MEDIUM = 1L << 42;

  /** What an agency sends: "a Reuters report". */
  static final long DISPATCH = 1L << 43;

  /** A verb in the mood of reported speech: "sei", "habe". */
  static final long SUBJUNCTIVE = 1L << 50;

  /** Calls something by a name: "genannt", "heißt". */
  static final long NAMING = 1L << 51;

  /** A noun before words said: "Worten", "Parole". */
  static final long SAYING_NOUN = 1L << 52;

  /** Asks: somebody else answers. */
  static final long ASK = 1L << 41;

  /** Opens a clause that another one follows: "after", "when". */
  static final long SUBORDINATE = 1L << 44;

  /** A verb that reports a statement: "said", "insists". */
  static final long STATEMENT = 1L << 60;

  /** A verb that names what was done by words: "criticized", "vowed". */
  static final long ACT = 1L << 61;

  /** A verb of thinking, wanting and fearing. */
  static final long BELIEF = 1L << 62;

  /** The plain or present form of such a verb: "say", "says"; English alone. */
  static final long BARE = 1L << 16;

  /** A form of such a verb in -ing; English alone. */
  static final long GERUND = 1L << 28;

  /** A noun that stands for something said or thought: "accusation", "promise". */
  static final long CUE_NOUN = 1L << 63;

  /** What somebody who thinks something is: "confident", "expected". */
  static final long CUE_ADJECTIVE = 1L << 55;

  static final long PRONOUN = HE | SHE | THEY | IT;

  /** Bits 56 to 59 hold the month, 1 to 12. */
  private static final int MONTH_SHIFT = 56;

  /** A word of the table has fewer than two to this many letters. */
  private static final int LENGTH_BITS = 6;

  private static final int SIEVE = 1024;

  /** The hash of no character. */
  static final int SEED = 0x811c9dc5;

  /** Numbers of a slot: its {@link #key}, its word's classes, its word's grammar. */
  private static final int SLOT = 3;

  private final long[] slots;

  /** One bit for each of the last 16 of a hash: most words that are not here fail it. */
  private final long[] sieve = new long[SIEVE];

  private final char[] letters;
  private final int mask;
  private final Endings endings;

  private Words(Map<String, WordClass> from, Endings endings) {
    this.endings = endings;
    int size = Integer.highestOneBit(Math.max(16, from.size() * 4 - 1)) << 1;
    // The slot behind the last stays empty: it is what a word that is not here finds.
    slots = new long[SLOT * (size + 1)];
    mask = size - 1;
    StringBuilder all = new StringBuilder();
    for (Map.Entry<String, WordClass> e : from.entrySet()) {
      String word = e.getKey();
      if (word.isEmpty() || word.length() >= 1 << LENGTH_BITS) {
        continue;
      }
      int hash = hash(word);
      int at = SLOT * (mix(hash) & mask);
      while (slots[at] != 0) {
        at = next(at);
      }
      sieve[hash >>> 6 & SIEVE - 1] |= 1L << hash;
      slots[at] = key(hash, all.length(), word.length());
      slots[at + 1] = e.getValue().words();
      slots[at + 2] = e.getValue().grammar();
      all.append(word);
    }
    letters = all.toString().toCharArray();
  }

  /** Hash, place and length of a word in {@link #letters}; never 0, for no word is empty. */
  private static long key(int hash, int place, int length) {
    return (long) hash << 32 | (long) place << LENGTH_BITS | length;
  }

  private int next(int at) {
    int next = at + SLOT;
    return next == SLOT * (mask + 1) ? 0 : next;
  }

  static long month(int number) {
    return (long) number << MONTH_SHIFT;
  }

  /** 1 to 12, or 0 when the word is no month. */
  static int monthOf(long word) {
    return (int) (word >>> MONTH_SHIFT) & 15;
  }

  /** One step of the hash that {@link #find} expects. */
  static int step(int hash, char c) {
    return (hash ^ c) * 0x01000193;
  }

  private static int mix(int hash) {
    return hash ^ (hash >>> 15);
  }

  private static int hash(String key) {
    int h = SEED;
    for (int i = 0; i < key.length(); i++) {
      h = step(h, key.charAt(i));
    }
    return h;
  }

  /**
   * Where the lower-case word at {@code lower[from, to)} stands; where nothing stands if it is
   * unknown.
   */
  int find(char[] lower, int from, int to, int hash) {
    if ((sieve[hash >>> 6 & SIEVE - 1] & 1L << hash) == 0) {
      return SLOT * (mask + 1);
    }
    int at = SLOT * (mix(hash) & mask);
    while (slots[at] != 0) {
      if ((int) (slots[at] >>> 32) == hash && equal((int) slots[at], lower, from, to)) {
        return at;
      }
      at = next(at);
    }
    return at;
  }

  /** The classes of a word found, as bits of this class; 0 when it is unknown. */
  long classes(int found) {
    return slots[found + 1];
  }

  /** The part in a sentence of a word found, as bits of {@link Grammar}. */
  long grammar(int found) {
    return slots[found + 2];
  }

  /** What a capitalised word is by its last part. */
  Endings endings() {
    return endings;
  }

  /** The classes of a lower-case word; 0 when it is unknown. */
  long bits(String word) {
    char[] c = word.toCharArray();
    return classes(find(c, 0, c.length, hash(word)));
  }

  private boolean equal(int key, char[] text, int from, int to) {
    int at = key >>> LENGTH_BITS;
    int length = key & ((1 << LENGTH_BITS) - 1);
    if (length != to - from) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (letters[at + i] != text[from + i]) {
        return false;
      }
    }
    return true;
  }

  /** Gathers classes word by word. */
  static final class Builder {
    private final Map<String, WordClass> map = new HashMap<>();
    private final Endings endings = new Endings();

    void ending(String ending, WordClass wordClass) {
      endings.add(ending, wordClass);
    }

    void add(String word, WordClass wordClass) {
      map.merge(word, wordClass, WordClass::and);
    }

    Words build() {
      return new Words(map, endings.complete());
    }
  }
}
