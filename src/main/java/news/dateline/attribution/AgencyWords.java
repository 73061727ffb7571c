package news.dateline.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every surface under which an agency is written, found by its first word. Case matters. */
final class AgencyWords {
  /**
   * One way of writing an agency.
   *
   * @param rest the words after the first one
   * @param credit it stands in the agency's credits, else it is a longer name
   */
  record Surface(String first, List<String> rest, Agency agency, boolean credit) {}

  /** Bits of {@link #sieve}; a few hundred first words fill a small part of it. */
  private static final int SIEVE = 1 << 14;

  private final Map<String, List<Surface>> byFirst = new HashMap<>();
  private final String[] keys;
  private final List<List<Surface>> values;
  private final int[] index;
  private final int mask;

  /** Three letters and the length of every first word: nearly all other words fail it. */
  private final long[] sieve = new long[SIEVE / 64];

  AgencyWords(List<Agency> agencies) {
    for (Agency agency : agencies) {
      agency.credits().forEach(c -> add(c, agency, true));
      agency.names().forEach(c -> add(c, agency, false));
      agency.cited().forEach(c -> add(c, agency.used(Agency.Use.CITED), true));
      agency.signed().forEach(c -> add(c, agency.used(Agency.Use.SIGNED), true));
    }
    byFirst.values().forEach(l -> l.sort((a, b) -> b.rest().size() - a.rest().size()));
    int size = Integer.highestOneBit(Math.max(16, byFirst.size() * 4)) << 1;
    mask = size - 1;
    keys = new String[size];
    index = new int[size];
    values = new ArrayList<>();
    for (Map.Entry<String, List<Surface>> e : byFirst.entrySet()) {
      String word = e.getKey();
      int slot = hash(word.toCharArray(), 0, word.length()) & mask;
      while (index[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      keys[slot] = word;
      values.add(e.getValue());
      index[slot] = values.size();
      int hole = hole(word.toCharArray(), 0, word.length());
      sieve[hole >>> 6] |= 1L << hole;
    }
  }

  private void add(String surface, Agency agency, boolean credit) {
    String common =
        surface.replace(" News Agency", " news agency").replace(" Press Agency", " press agency");
    add(Tokenizer.words(surface), agency, credit);
    if (!common.equals(surface)) {
      add(Tokenizer.words(common), agency, credit); // "the Qatar news agency"
    }
  }

  private void add(List<String> parts, Agency agency, boolean credit) {
    boolean everyday = agency.use() == Agency.Use.SIGNED && parts.size() == 1;
    if (!parts.isEmpty()) {
      byFirst
          .computeIfAbsent(parts.get(0), k -> new ArrayList<>())
          .add(
              new Surface(
                  parts.get(0), parts.subList(1, parts.size()), agency, credit || everyday));
    }
  }

  private static int hash(char[] text, int from, int to) {
    int h = Words.SEED;
    for (int i = from; i < to; i++) {
      h = Words.step(h, text[i]);
    }
    return h ^ (h >>> 15);
  }

  private static int hole(char[] text, int from, int to) {
    char middle = text[(from + to) >>> 1];
    int letters = (text[from] * 31 + middle) * 31 + text[to - 1];
    return (letters * 31 + to - from) & (SIEVE - 1);
  }

  /** Whether an agency may begin with the word at {@code text[from, to)}. */
  boolean mayStart(char[] text, int from, int to) {
    int hole = hole(text, from, to);
    return (sieve[hole >>> 6] & 1L << hole) != 0;
  }

  /** Surfaces that begin with the word at {@code text[from, to)}, longest first. */
  List<Surface> startingWith(char[] text, int from, int to) {
    int slot = hash(text, from, to) & mask;
    while (index[slot] != 0) {
      String key = keys[slot];
      if (key.length() == to - from && matches(key, text, from)) {
        return values.get(index[slot] - 1);
      }
      slot = (slot + 1) & mask;
    }
    return List.of();
  }

  private static boolean matches(String key, char[] text, int from) {
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) != text[from + i]) {
        return false;
      }
    }
    return true;
  }
}
