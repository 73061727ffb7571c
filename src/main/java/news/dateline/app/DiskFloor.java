package news.dateline.app;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.dateline.publish.Valve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops what fills the disk long before the broker's journal, its page files or the database can
 * meet a full one. Below the floor no source is asked, no folder, mailbox or queue is read, pushes
 * get 503, and articles wait in the outbox; subscribers go on reading, which frees space. All goes
 * on by itself when there is room again. One thread looks; the answers are thread-safe and come
 * from memory.
 */
final class DiskFloor implements Valve {
  private static final Logger LOG = LoggerFactory.getLogger(DiskFloor.class);

  /** How often to look: the fastest disk takes longer to write a floor's worth. */
  static final Duration EVERY = Duration.ofSeconds(1);

  private static final long LEAST = 256L << 20;
  private static final long MOST = 2L << 30;

  /** So much more than the floor must be free before all goes on, or it would flutter: a part. */
  private static final int ABOVE = 16;

  private final List<Path> places;
  private final long floor;
  private volatile long free = Long.MAX_VALUE;
  private volatile Optional<Shut> shut = Optional.empty();

  /**
   * @param data the data folder; the broker's folders in it may be disks of their own
   * @param floor bytes; 0: 256 MB, or 2 % of the disk up to 2 GB where that is more
   */
  DiskFloor(Path data, long floor) {
    this.places =
        List.of(
            data,
            data.resolve("broker/journal"),
            data.resolve("broker/paging"),
            data.resolve("broker/bindings"));
    this.floor = floor;
    measure();
  }

  /** Looks at the disks again; says so, once, when that changes anything. */
  void measure() {
    Optional<Shut> before = shut;
    long least = Long.MAX_VALUE;
    Optional<Shut> now = Optional.empty();
    for (Path place : places) {
      try {
        if (!Files.exists(place)) {
          continue;
        }
        FileStore disk = Files.getFileStore(place);
        long room = disk.getUsableSpace();
        least = Math.min(least, room);
        long floorHere = floor(disk.getTotalSpace());
        if (now.isEmpty() && room < floorHere + (before.isEmpty() ? 0 : floorHere / ABOVE)) {
          now = Optional.of(new Shut("disk", why(place, room, floorHere)));
        }
      } catch (IOException e) {
        now = Optional.of(new Shut("disk", "The disk of " + place + " cannot be looked at: " + e));
      }
    }
    free = least;
    shut = now;
    if (before.isEmpty() && now.isPresent()) {
      LOG.error("{}", now.get().why());
    } else if (before.isPresent() && now.isEmpty()) {
      LOG.info("The disk has room again ({} MB free): all goes on", least >> 20);
    }
  }

  /** True while nothing may come in. */
  boolean isLow() {
    return shut.isPresent();
  }

  /** Bytes free where least are. */
  long free() {
    return free;
  }

  @Override
  public Optional<Shut> look() {
    return shut;
  }

  private long floor(long size) {
    return floor > 0 ? floor : Math.max(LEAST, Math.min(MOST, size / 50));
  }

  private static String why(Path place, long room, long floor) {
    return "The disk of %s is nearly full (%d MB free, the floor is %d MB): polls, deliveries and publishing wait until there is room. Free some, or lower dateline.disk.floor"
        .formatted(place, room >> 20, floor >> 20);
  }
}
