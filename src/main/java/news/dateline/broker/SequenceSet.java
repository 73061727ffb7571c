package news.dateline.broker;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A set of article numbers; numbers that lie together take a bit each. Not thread-safe. */
final class SequenceSet {
  private static final int BLOCK = 8192;

  private final Map<Long, BitSet> blocks = new TreeMap<>();

  void add(long sequence) {
    blocks
        .computeIfAbsent(Math.floorDiv(sequence, (long) BLOCK), b -> new BitSet())
        .set((int) Math.floorMod(sequence, (long) BLOCK));
  }

  boolean contains(long sequence) {
    BitSet block = blocks.get(Math.floorDiv(sequence, (long) BLOCK));
    return block != null && block.get((int) Math.floorMod(sequence, (long) BLOCK));
  }

  /** Takes out all that the other holds. */
  void removeAll(SequenceSet other) {
    other.blocks.forEach(
        (number, bits) -> {
          BitSet mine = blocks.get(number);
          if (mine != null) {
            mine.andNot(bits);
          }
        });
  }

  /** The numbers, the lowest first. */
  List<Long> list() {
    List<Long> numbers = new ArrayList<>();
    blocks.forEach(
        (number, bits) -> bits.stream().forEach(bit -> numbers.add(number * BLOCK + bit)));
    return numbers;
  }
}
