package news.dateline.broker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * The file behind {@link PromiseBook}: pages of bits, mapped into memory, so that a change costs
 * nanoseconds and survives the death of the process at any moment. A page says whose it is and
 * which block of numbers it covers; pages without a bit are used again. New pages are written out
 * before they are mapped: a full disk is an exception, never a crash. Not thread-safe.
 */
final class PromiseFile {
  /** Numbers that a page covers. */
  static final int BLOCK = 8064;

  private static final long MAGIC = 0x446174656c50726fL;
  private static final int HEAD = 4096;
  private static final int PAGE = 1024;
  private static final int BITS_AT = 16;
  private static final int PAGES = 256;
  private static final int SEGMENT = PAGE * PAGES;
  private static final int CLEAN_AT = 8;
  private static final int BOOT_AT = 16;
  private static final int BOOT_BYTES = 64;
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  private final FileChannel channel;
  private final MappedByteBuffer head;
  private final List<MappedByteBuffer> segments = new ArrayList<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private final boolean trusted;

  /**
   * @throws IOException when it cannot be made, or is not such a file
   */
  PromiseFile(Path file) throws IOException {
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean fresh = channel.size() == 0;
    if (fresh) {
      extend(0, HEAD);
    }
    head = channel.map(FileChannel.MapMode.READ_WRITE, 0, HEAD);
    byte[] boot = Arrays.copyOf(boot().getBytes(StandardCharsets.US_ASCII), BOOT_BYTES);
    byte[] before = new byte[BOOT_BYTES];
    head.get(BOOT_AT, before);
    if (!fresh && head.getLong(0) != MAGIC) {
      channel.close();
      throw new IOException(file + " is not a book of promises (move it away to begin another)");
    }
    trusted = fresh || head.getInt(CLEAN_AT) == 1 || Arrays.equals(boot, before);
    for (long at = HEAD; at + SEGMENT <= channel.size(); at += SEGMENT) {
      segments.add(channel.map(FileChannel.MapMode.READ_WRITE, at, SEGMENT));
    }
    head.putLong(0, MAGIC);
    head.putInt(CLEAN_AT, 0);
    head.put(BOOT_AT, boot);
    head.force();
  }

  /**
   * False when the machine went down without a clean stop: what was handed over in its last moments
   * may still stand there as promised.
   */
  boolean trusted() {
    return trusted;
  }

  /** Shows every page in use: its number and its owner; notes those that are free. */
  void scan(ObjIntConsumer<Integer> visitor) {
    for (int page = 0; page < segments.size() * PAGES; page++) {
      int owner = owner(page);
      if (owner == 0) {
        free.add(page);
      } else {
        visitor.accept(page, owner);
      }
    }
  }

  /**
   * A page without a bit, for this owner and block.
   *
   * @throws IOException when the disk is full
   */
  int take(int owner, long block) throws IOException {
    if (free.isEmpty()) {
      long at = HEAD + (long) segments.size() * SEGMENT;
      extend(at, SEGMENT);
      segments.add(channel.map(FileChannel.MapMode.READ_WRITE, at, SEGMENT));
      for (int i = 0; i < PAGES; i++) {
        free.add((segments.size() - 1) * PAGES + i);
      }
    }
    int page = free.remove();
    MappedByteBuffer segment = segment(page);
    int at = at(page);
    for (int i = BITS_AT; i < PAGE; i += Long.BYTES) {
      segment.putLong(at + i, 0);
    }
    segment.putLong(at + 8, block);
    segment.putInt(at, owner); // last: from here on it counts
    return page;
  }

  /** The page is free for others. */
  void give(int page) {
    segment(page).putInt(at(page), 0);
    free.add(page);
  }

  int owner(int page) {
    return segment(page).getInt(at(page));
  }

  long block(int page) {
    return segment(page).getLong(at(page) + 8);
  }

  /** 64 bits of a page. */
  long word(int page, int word) {
    return segment(page).getLong(at(page) + BITS_AT + word * Long.BYTES);
  }

  void word(int page, int word, long bits) {
    segment(page).putLong(at(page) + BITS_AT + word * Long.BYTES, bits);
  }

  /** Writes all out and notes that nothing is missing. */
  void close() throws IOException {
    segments.forEach(MappedByteBuffer::force);
    head.putInt(CLEAN_AT, 1);
    head.force();
    channel.close();
  }

  private MappedByteBuffer segment(int page) {
    return segments.get(page / PAGES);
  }

  private static int at(int page) {
    return page % PAGES * PAGE;
  }

  private void extend(long at, int bytes) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(bytes);
    try {
      while (zeros.hasRemaining()) {
        channel.write(zeros, at + zeros.position());
      }
    } catch (IOException e) {
      channel.truncate(at);
      throw e;
    }
  }

  /** Names this run of the machine; empty where none is told, then every run looks the same. */
  private static String boot() {
    try {
      return Files.readString(BOOT).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
