package news.dateline.app;

import java.io.File;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.commons.net.ftp.FTPFile;

/**
 * Which entries of a folder are taken: whole files of its own. A file counts as whole when size and
 * time were the same at an earlier look, at least {@link #REST} ago. That needs neither a lock nor
 * a clock that agrees with the server's, costs no round trip, and ten thousand files wait together.
 * Names by which senders mark what they are still writing are passed over, and so are links, whose
 * target may lie anywhere.
 */
final class Whole<T> implements GenericFileFilter<T> {
  /** How long a file must have stayed as it is. */
  static final Duration REST = Duration.ofMillis(1900);

  /** A local file not touched for so long needs no second look. */
  private static final Duration OLD = Duration.ofSeconds(10);

  private static final Pattern UNFINISHED =
      Pattern.compile(
          "(?s)\\..*|~.*|.*~|.*\\.(?:tmp|temp|part|partial|filepart|crdownload|download|writing|lock|swp|swx)");
  private static final Set<String> OURS = Set.of(Filing.DONE, Filing.FAILED);
  private static final Duration FORGET = Duration.ofMinutes(10);

  private record Seen(long size, long modified, long since, long last) {}

  private final Map<String, Seen> seen = new HashMap<>();
  private final boolean waits;
  private final InstantSource clock;
  private long swept;

  /**
   * @param waits false when the author of the URI says himself how half-written files are told
   */
  Whole(boolean waits, InstantSource clock) {
    this.waits = waits;
    this.clock = clock;
  }

  @Override
  public boolean accept(GenericFile<T> file) {
    String name = file.getFileNameOnly();
    if (!isPlain(name)
        || OURS.contains(name)
        || UNFINISHED.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
      return false;
    }
    if (isLink(file.getFile())) {
      return false;
    }
    // folders are asked about only when the URI says recursive=true
    return file.isDirectory() || !waits || hasRested(file);
  }

  /** A name that stays in its folder, whatever a server calls its files. */
  static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.indexOf('/') < 0
        && name.indexOf('\\') < 0
        && name.chars().noneMatch(c -> c < ' ' || c == 0x7f);
  }

  private boolean hasRested(GenericFile<T> file) {
    long now = clock.millis();
    long size = file.getFileLength();
    long modified = file.getLastModified();
    if (file.getFile() instanceof File && now - modified > OLD.toMillis()) {
      return true;
    }
    sweep(now);
    Seen before = seen.get(file.getAbsoluteFilePath());
    long since =
        before != null && before.size == size && before.modified == modified ? before.since : now;
    seen.put(file.getAbsoluteFilePath(), new Seen(size, modified, since, now));
    // a clock set back only makes it wait anew
    return now - since >= REST.toMillis();
  }

  private void sweep(long now) {
    if (Math.abs(now - swept) > FORGET.toMillis()) {
      swept = now;
      seen.values().removeIf(s -> Math.abs(now - s.last) > FORGET.toMillis());
    }
  }

  private static boolean isLink(Object file) {
    if (file instanceof File local) {
      return Files.isSymbolicLink(local.toPath());
    }
    if (file instanceof FTPFile remote) {
      return remote.isSymbolicLink();
    }
    return file instanceof SftpRemoteFile<?> remote
        && remote.getLongname() != null
        && remote.getLongname().startsWith("l");
  }
}
