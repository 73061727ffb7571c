package news.dateline.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * In how many of a source's stories each paragraph stood, by the 64-bit print of its words: the
 * evidence that a paragraph is not part of any one story. Holds {@link #MOST} paragraphs, some 11
 * KB; those seen in one story alone give way first, the oldest of them before others. Not
 * thread-safe: one document's work has a copy of its own.
 */
public final class ParagraphBook {
  /** Paragraphs kept for a source. */
  public static final int MOST = 512;

  /** Days after which a paragraph that came no more is forgotten. */
  private static final int KEPT_DAYS = 60;

  private static final int FORM = 1;
  private static final int MOST_STORIES = 1_000_000;

  /** The least recently seen first. */
  private final Map<Long, Entry> entries = new LinkedHashMap<>();

  private int stories;

  /**
   * What is known of one paragraph.
   *
   * @param stories how many stories it stood in, their later versions not counted
   * @param firstStory number of the first of them among the source's stories
   * @param firstDay of the first of them, in days since 1970
   * @param lastDay of the latest
   */
  private record Entry(int stories, int firstStory, int firstDay, int lastDay) {}

  /**
   * How a paragraph recurs.
   *
   * @param stories in how many stories it stood
   * @param share of the source's stories since it first came, 0 to 1
   * @param days from its first to its latest day, both counted
   */
  public record Recurrence(int stories, double share, int days) {}

  /** How the paragraph of this print recurs; empty when it was never met. */
  public Optional<Recurrence> find(long print) {
    Entry e = entries.get(print);
    return e == null
        ? Optional.empty()
        : Optional.of(
            new Recurrence(
                e.stories,
                Math.min(1, (double) e.stories / Math.max(1, stories - e.firstStory + 1)),
                e.lastDay - e.firstDay + 1));
  }

  /**
   * Counts a story. One that brings no paragraph never met is another's copy under a new name, and
   * proves nothing.
   *
   * @param prints of its paragraphs; a print that comes twice counts once
   * @param day in days since 1970
   */
  public void add(List<Long> prints, int day) {
    if (entries.keySet().containsAll(prints)) {
      return;
    }
    stories = stories >= MOST_STORIES ? restart() : stories + 1;
    for (long print : new LinkedHashSet<>(prints)) {
      Entry e = entries.remove(print);
      entries.put(
          print,
          e == null
              ? new Entry(1, stories, day, day)
              : new Entry(
                  e.stories + 1,
                  e.firstStory,
                  Math.min(e.firstDay, day),
                  Math.max(e.lastDay, day)));
    }
    trim(day);
  }

  /** Counts anew: what was learnt of shares is lost once in a million stories. */
  private int restart() {
    entries.clear();
    return 1;
  }

  private void trim(int day) {
    if (entries.size() <= MOST) {
      return;
    }
    entries.values().removeIf(e -> e.lastDay < day - KEPT_DAYS);
    for (Iterator<Entry> all = entries.values().iterator();
        entries.size() > MOST && all.hasNext(); ) {
      if (all.next().stories == 1) {
        all.remove();
      }
    }
    for (Iterator<Long> all = entries.keySet().iterator();
        entries.size() > MOST && all.hasNext(); ) {
      all.next();
      all.remove();
    }
  }

  /** The day of a moment, as books count days: since 1970, UTC. */
  public static int day(Instant time) {
    return (int) Math.floorDiv(time.getEpochSecond(), 86_400);
  }

  /** How many paragraphs are kept. */
  public int size() {
    return entries.size();
  }

  /** The book as it is stored. */
  public Bytes encoded() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 + entries.size() * 24);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      out.writeInt(stories);
      for (Map.Entry<Long, Entry> e : entries.entrySet()) {
        out.writeLong(e.getKey());
        out.writeInt(e.getValue().stories);
        out.writeInt(e.getValue().firstStory);
        out.writeShort(e.getValue().firstDay);
        out.writeShort(e.getValue().lastDay);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.wrap(bytes.toByteArray());
  }

  /** Reads a stored book; one in a form this program does not know is an empty one. */
  public static ParagraphBook decoded(byte[] bytes) {
    ParagraphBook book = new ParagraphBook();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.available() < 5 || in.readByte() != FORM) {
        return book;
      }
      book.stories = in.readInt();
      while (in.available() >= 20) {
        long print = in.readLong();
        book.entries.put(
            print,
            new Entry(in.readInt(), in.readInt(), in.readUnsignedShort(), in.readUnsignedShort()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return book;
  }
}
