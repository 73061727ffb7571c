package news.dateline.attribution;

import java.util.HashMap;
import java.util.Map;

/**
 * What each word of a language may be, as bits; an open hash table over lower-case characters, so
 * that a look-up makes no string.
 */
final class Words {
  static final long CUE = 1L;
  static final long TELL = 1L << 1;
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
  static final long NOMINAL_PREPOSITION = 1L << 16;
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

  /** Takes a statement without "that". */
  static final long CORE = 1L << 41;

  /** A feminine noun by its ending: "der Zeitung" does not act; German alone. */
  static final long FEMININE = CORE;

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
  static final long ASK = 1L << 54;

  /** May stand for a person alone, though it also stands before nouns: "another", "three". */
  static final long INDEFINITE = 1L << 28;

  /**
   * Before the one in whose eyes something is so: "pour", "para"; where no saying noun is known.
   */
  static final long VIEWPOINT = SAYING_NOUN;

  /** Opens a clause that another one follows: "after", "when". */
  static final long SUBORDINATE = 1L << 44;

  /** A verb that reports a statement: "said", "insists". */
  static final long STATEMENT = 1L << 60;

  /** A verb that names what was done by words: "criticized", "vowed". */
  static final long ACT = 1L << 61;

  /** A verb of thinking, wanting and fearing. */
  static final long BELIEF = 1L << 62;

  /** The plain or present form of such a verb; English alone, on a bit German uses otherwise. */
  static final long BARE = SUBJUNCTIVE;

  /** A form of such a verb in -ing; English alone. */
  static final long GERUND = NAMING;

  /** A noun that stands for something said or thought: "accusation", "promise". */
  static final long CUE_NOUN = 1L << 63;

  /** What somebody who thinks something is: "confident", "expected". */
  static final long CUE_ADJECTIVE = 1L << 53;

  /** A form of such a verb that is as often a noun: "claims", "support"; English alone. */
  static final long NOUNY = SAYING_NOUN;

  /** Such a verb that reports only with a word that leads on: "talked about", "saw him as". */
  static final long TOPICAL = 1L << 55;

  static final long PRONOUN = HE | SHE | THEY | IT;

  /** Bits 56 to 59 hold the month, 1 to 12. */
  private static final int MONTH_SHIFT = 56;

  /** A word of the table has fewer than two to this many letters. */
  private static final int LENGTH_BITS = 6;

  private static final int SIEVE = 1024;

  /** The hash of no character. */
  static final int SEED = 0x811c9dc5;

  /** Two numbers a slot: hash, place and length of the word in {@link #letters}; its bits. */
  private final long[] slots;

  /** One bit for each of the last 16 of a hash: most words that are not here fail it. */
  private final long[] sieve = new long[SIEVE];

  private final char[] letters;
  private final int mask;
  private final Endings endings;

  Words(Map<String, Long> from) {
    this(from, new Endings());
  }

  Words(Map<String, Long> from, Endings endings) {
    this.endings = endings;
    int size = Integer.highestOneBit(Math.max(16, from.size() * 4 - 1)) << 1;
    slots = new long[2 * size];
    mask = size - 1;
    StringBuilder all = new StringBuilder();
    for (Map.Entry<String, Long> e : from.entrySet()) {
      String word = e.getKey();
      int hash = hash(word);
      int slot = mix(hash) & mask;
      while (slots[2 * slot + 1] != 0) {
        slot = (slot + 1) & mask;
      }
      if (word.length() < 1 << LENGTH_BITS) {
        sieve[hash >>> 6 & SIEVE - 1] |= 1L << hash;
        slots[2 * slot] = (long) hash << 32 | (long) all.length() << LENGTH_BITS | word.length();
        slots[2 * slot + 1] = e.getValue();
        all.append(word);
      }
    }
    letters = all.toString().toCharArray();
  }

  static long month(int number) {
    return (long) number << MONTH_SHIFT;
  }

  /** 1 to 12, or 0 when the word is no month. */
  static int monthOf(long word) {
    return (int) (word >>> MONTH_SHIFT) & 15;
  }

  /** One step of the hash that {@link #bits(char[], int, int, int)} expects. */
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

  /** What the lower-case word at {@code lower[from, to)} may be; 0 when it is unknown. */
  long bits(char[] lower, int from, int to, int hash) {
    if ((sieve[hash >>> 6 & SIEVE - 1] & 1L << hash) == 0) {
      return 0;
    }
    int slot = mix(hash) & mask;
    long bits = slots[2 * slot + 1];
    while (bits != 0) {
      long key = slots[2 * slot];
      if ((int) (key >>> 32) == hash && equal((int) key, lower, from, to)) {
        return bits;
      }
      slot = (slot + 1) & mask;
      bits = slots[2 * slot + 1];
    }
    return 0;
  }

  /** What a capitalised word that is unknown as a whole is by its last part. */
  long compound(char[] lower, int from, int to) {
    return endings.isEmpty() ? 0 : endings.bits(lower, from, to);
  }

  /** What a lower-case word may be; 0 when it is unknown. */
  long bits(String word) {
    char[] c = word.toCharArray();
    int h = SEED;
    for (char x : c) {
      h = step(h, x);
    }
    return bits(c, 0, c.length, h);
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

  /** Gathers bits word by word. */
  static final class Builder {
    private final Map<String, Long> map = new HashMap<>();
    private final Endings endings = new Endings();

    void ending(String ending, long bit) {
      endings.add(ending, bit);
    }

    void add(String word, long bit) {
      map.merge(word, bit, (a, b) -> a | b);
    }

    Words build() {
      return new Words(map, endings);
    }
  }
}
