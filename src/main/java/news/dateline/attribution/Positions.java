package news.dateline.attribution;

import java.util.Arrays;

/** Numbers in the order they were met, such as where the quotation marks of a text stand. */
final class Positions {
  private int[] numbers;
  private int size;

  Positions(int expected) {
    numbers = new int[expected];
  }

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  int size() {
    return size;
  }

  int get(int index) {
    return numbers[index];
  }
}
