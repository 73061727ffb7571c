package news.dateline.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a file below its folder once what became of it is committed: to {@code done/}, or to {@code
 * failed/} when nothing of it could be used. Beside a file of which anything was buried lies {@code
 * NAME.reason}. A name that is taken gets the time before it. What is not committed stays where it
 * is and is read again; so does a file that was written to since it was read.
 *
 * <p>A file that cannot be moved is read no second time until it changes, or this process ends.
 */
final class Filing<T> implements GenericFileProcessStrategy<T> {
  static final String DONE = "done";
  static final String FAILED = "failed";

  private static final Logger LOG = LoggerFactory.getLogger(Filing.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

  private final String source;
  private final GenericFileProcessStrategy<T> camel;
  private final TooLarge tooLarge;
  private final InstantSource clock;
  private final Set<String> folders = new HashSet<>();
  private final Map<String, String> stuck = new HashMap<>();

  /** Buries a file that is too large to be fetched. */
  interface TooLarge {
    /** What was committed; empty when the file may be read. */
    Optional<Outcome> bury(String name, long size);
  }

  /**
   * @param camel the strategy that the URI asks for, which keeps its read locks
   */
  Filing(
      String source, GenericFileProcessStrategy<T> camel, TooLarge tooLarge, InstantSource clock) {
    this.source = source;
    this.camel = camel;
    this.tooLarge = tooLarge;
    this.clock = clock;
  }

  @Override
  public void prepareOnStartup(GenericFileOperations<T> operations, GenericFileEndpoint<T> endpoint)
      throws Exception {
    camel.prepareOnStartup(operations, endpoint);
  }

  @Override
  public boolean begin(
      GenericFileOperations<T> operations,
      GenericFileEndpoint<T> endpoint,
      Exchange exchange,
      GenericFile<T> file)
      throws Exception {
    if (state(file).equals(stuck.get(file.getAbsoluteFilePath()))) {
      return false;
    }
    Optional<Outcome> buried = tooLarge.bury(file.getRelativeFilePath(), file.getFileLength());
    if (buried.isPresent()) {
      file(operations, endpoint, file, buried.get());
      return false;
    }
    return camel.begin(operations, endpoint, exchange, file);
  }

  @Override
  public void abort(
      GenericFileOperations<T> operations,
      GenericFileEndpoint<T> endpoint,
      Exchange exchange,
      GenericFile<T> file)
      throws Exception {
    camel.abort(operations, endpoint, exchange, file);
  }

  @Override
  public void rollback(
      GenericFileOperations<T> operations,
      GenericFileEndpoint<T> endpoint,
      Exchange exchange,
      GenericFile<T> file)
      throws Exception {
    camel.rollback(operations, endpoint, exchange, file);
  }

  @Override
  public void commit(
      GenericFileOperations<T> operations,
      GenericFileEndpoint<T> endpoint,
      Exchange exchange,
      GenericFile<T> file)
      throws Exception {
    Optional<Outcome> outcome = Outcome.of(exchange);
    if (outcome.isEmpty()) {
      camel.rollback(operations, endpoint, exchange, file);
      return;
    }
    camel.commit(operations, endpoint, exchange, file);
    if (file.getFile() instanceof java.io.File local
        && (local.length() != file.getFileLength()
            || local.lastModified() != file.getLastModified())) {
      LOG.info("{}: {} was written to while it was read", source, file.getRelativeFilePath());
      return;
    }
    file(operations, endpoint, file, outcome.get());
  }

  private void file(
      GenericFileOperations<T> operations,
      GenericFileEndpoint<T> endpoint,
      GenericFile<T> file,
      Outcome outcome) {
    try {
      String place = place(operations, file, outcome.useless() ? FAILED : DONE);
      Optional<String> note = outcome.note();
      if (note.isPresent()) {
        Exchange exchange = endpoint.createExchange();
        exchange.getIn().setBody(note.get().getBytes(StandardCharsets.UTF_8));
        if (isLocal(file)) {
          operations.deleteFile(place + ".reason"); // a link would be written through
        }
        operations.storeFile(place + ".reason", exchange, -1);
      }
      if (!operations.renameFile(file.getAbsoluteFilePath(), place)) {
        throw new GenericFileOperationFailedException("the folder does not let it go");
      }
      stuck.remove(file.getAbsoluteFilePath());
    } catch (GenericFileOperationFailedException e) {
      folders.clear();
      stuck.put(file.getAbsoluteFilePath(), state(file));
      LOG.warn(
          "{}: {} is read and committed, but cannot be moved: {}",
          source,
          file.getRelativeFilePath(),
          e.getMessage());
    }
  }

  /** A free name in the folder given, which is made when it is not there. */
  private String place(GenericFileOperations<T> operations, GenericFile<T> file, String folder) {
    String whole = file.getAbsoluteFilePath().replace('\\', '/');
    String relative = file.getRelativeFilePath().replace('\\', '/');
    String base =
        whole.endsWith(relative)
            ? whole.substring(0, whole.length() - relative.length())
            : whole.substring(0, whole.lastIndexOf('/') + 1);
    String wanted = base + folder + "/" + relative;
    int slash = wanted.lastIndexOf('/');
    String parent = wanted.substring(0, slash);
    if (folders.add(parent)) {
      operations.buildDirectory(parent, file.isAbsolute());
    }
    if (isLocal(file)) {
      staysWithin(base, parent);
    }
    if (!operations.existsFile(wanted)) {
      return wanted;
    }
    String stamped =
        parent + "/" + STAMP.format(clock.instant()) + "-" + wanted.substring(slash + 1);
    String free = stamped;
    for (int i = 2; operations.existsFile(free); i++) {
      free = stamped + "." + i;
    }
    return free;
  }

  private static boolean isLocal(GenericFile<?> file) {
    return file.getFile() instanceof java.io.File;
  }

  /** Whoever may drop files may also put a link there that leads into the configuration. */
  private static void staysWithin(String base, String parent) {
    try {
      if (!Path.of(parent).toRealPath().startsWith(Path.of(base).toRealPath())) {
        throw new GenericFileOperationFailedException(parent + " leads out of the folder");
      }
    } catch (IOException e) {
      throw new GenericFileOperationFailedException("cannot look at " + parent, e);
    }
  }

  private static String state(GenericFile<?> file) {
    return file.getFileLength() + "@" + file.getLastModified();
  }
}
