package news.dateline.app;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.component.file.GenericFileProcessStrategyFactory;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.component.file.remote.strategy.FtpProcessStrategyFactory;
import org.apache.camel.component.file.remote.strategy.SftpProcessStrategyFactory;
import org.apache.camel.component.file.strategy.FileProcessStrategyFactory;

/** Lays our rules on a folder that Camel is about to watch: what is taken, and where it goes. */
final class FolderRules {
  private final Undertaker undertaker;
  private final Function<String, Optional<Source>> sources;
  private final InstantSource clock;
  private final long maxBytes;

  FolderRules(
      Undertaker undertaker,
      Function<String, Optional<Source>> sources,
      InstantSource clock,
      long maxBytes) {
    this.undertaker = undertaker;
    this.sources = sources;
    this.clock = clock;
    this.maxBytes = maxBytes;
  }

  /**
   * @param id of the source
   * @param uri its consumer URI as its file says it, which may ask for other rules
   */
  <T> void lay(String id, String uri, GenericFileEndpoint<T> folder) {
    if (folder.getFilter() == null) {
      folder.setFilter(new Whole<>(!Transports.tellsWhenWritten(uri), clock));
    }
    if (Transports.isFiled(uri)) {
      // only what is far away must not be fetched: of what lies here the head can be shown
      Filing.TooLarge tooLarge =
          folder instanceof RemoteFileEndpoint
              ? (name, size) -> tooLarge(id, name, size)
              : (name, size) -> Optional.empty();
      folder.setProcessStrategy(new Filing<>(id, reading(uri, folder), tooLarge, clock));
    }
  }

  /** Camel's strategy that moves nothing, with the read lock that the URI asks for, if any. */
  @SuppressWarnings("unchecked") // the factory of a scheme is for that scheme's kind of file
  private static <T> GenericFileProcessStrategy<T> reading(
      String uri, GenericFileEndpoint<T> folder) {
    Map<String, Object> options = new HashMap<>();
    options.put("noop", true);
    if (folder.getReadLock() != null) {
      options.put("readLock", folder.getReadLock());
      options.put("readLockCheckInterval", folder.getReadLockCheckInterval());
      options.put("readLockTimeout", folder.getReadLockTimeout());
      options.put("readLockMarkerFile", folder.isReadLockMarkerFile());
      options.put("readLockDeleteOrphanLockFiles", folder.isReadLockDeleteOrphanLockFiles());
      options.put("readLockMinLength", folder.getReadLockMinLength());
      options.put("readLockMinAge", folder.getReadLockMinAge());
      options.put("readLockLoggingLevel", folder.getReadLockLoggingLevel());
    }
    GenericFileProcessStrategyFactory<?> factory =
        switch (Transports.scheme(uri)) {
          case "sftp" -> new SftpProcessStrategyFactory();
          case "ftp", "ftps" -> new FtpProcessStrategyFactory();
          default -> new FileProcessStrategyFactory();
        };
    return (GenericFileProcessStrategy<T>)
        factory.createGenericFileProcessStrategy(folder.getCamelContext(), options);
  }

  private Optional<Outcome> tooLarge(String id, String name, long size) {
    if (size <= maxBytes) {
      return Optional.empty();
    }
    String message = name + " has " + size + " bytes, more than " + maxBytes;
    return sources
        .apply(id)
        .map(s -> undertaker.buryUnread(s, name, Reason.BODY_TOO_LARGE, message));
  }
}
