package news.dateline.dedupe;

import java.util.Locale;

/**
 * How a source treats the ids of its items, learnt from what it sends. It begins with trust in the
 * guid; when more than one item in twenty shows another habit, and three at least, the source is
 * read accordingly (the rule of FreshRSS: more than 5 % of repeated ids), and when the habit is
 * gone, trusted again.
 *
 * @param way how its items are told apart now
 * @param met new and changed items looked at
 * @param reused of them, those that bore the id of another story
 * @param renamed of them, those that are known under another id
 */
record Habits(Way way, int met, int reused, int renamed) {
  static final Habits TRUSTED = new Habits(Way.GUID, 0, 0, 0);

  private static final int AT_LEAST = 3;
  private static final int ONE_IN = 20;
  private static final int FORGIVEN_ONE_IN = 100;

  /** Counts are halved beyond this, so that what is long ago counts less. */
  private static final int MEMORY = 2_000;

  /** What tells a source's items apart. */
  enum Way {
    /** The guid alone. */
    GUID("guid"),
    /** The guid with the link: one guid stands for several stories. */
    GUID_AND_LINK("guid+link"),
    /** The link: a story's guid changes while it lives. */
    LINK("link");

    private final String word;

    Way(String word) {
      this.word = word;
    }
  }

  /** Reads what {@link #toString} wrote; what cannot be read is trust. */
  static Habits parse(String text) {
    String[] parts = text.split(" ", 4);
    try {
      for (Way way : Way.values()) {
        if (way.word.equals(parts[0]) && parts.length == 4) {
          return new Habits(
              way,
              Integer.parseInt(parts[1]),
              Integer.parseInt(parts[2]),
              Integer.parseInt(parts[3]));
        }
      }
    } catch (NumberFormatException e) {
      return TRUSTED;
    }
    return TRUSTED;
  }

  /** With the evidence of one more document. */
  Habits and(int moreMet, int moreReused, int moreRenamed) {
    int all = met + moreMet;
    int bad = reused + moreReused;
    int other = renamed + moreRenamed;
    Way next = way;
    if (isHabit(other, all) || (way == Way.LINK && !isForgiven(other, all))) {
      next = Way.LINK;
    } else if (isHabit(bad, all) || (way == Way.GUID_AND_LINK && !isForgiven(bad, all))) {
      next = Way.GUID_AND_LINK;
    } else {
      next = Way.GUID;
    }
    return all > MEMORY
        ? new Habits(next, all / 2, bad / 2, other / 2)
        : new Habits(next, all, bad, other);
  }

  private static boolean isHabit(int cases, int all) {
    return cases >= AT_LEAST && cases * ONE_IN > all;
  }

  private static boolean isForgiven(int cases, int all) {
    return cases * FORGIVEN_ONE_IN < all;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %d %d %d", way.word, met, reused, renamed);
  }
}
