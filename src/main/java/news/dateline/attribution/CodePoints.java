package news.dateline.attribution;

/** Counts the code points before each UTF-16 position of a text that holds surrogate pairs. */
final class CodePoints {
  private final int[] before;

  CodePoints(char[] chars) {
    before = new int[chars.length + 1];
    int n = 0;
    for (int i = 0; i < chars.length; i++) {
      before[i] = n;
      if (!(Character.isHighSurrogate(chars[i])
          && i + 1 < chars.length
          && Character.isLowSurrogate(chars[i + 1]))) {
        n++;
      }
    }
    before[chars.length] = n;
  }

  int before(int at) {
    return before[at];
  }
}
