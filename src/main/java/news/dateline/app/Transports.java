package news.dateline.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import news.dateline.sources.UriOptions;

/**
 * What a consumer URI says when its author leaves it out. An option that the author gives is never
 * touched. Shown in {@code docs/add-a-source.md}.
 */
final class Transports {
  /** Options by which an author files what was read in another way than to done/ and failed/. */
  private static final List<String> FILING =
      List.of("move", "moveFailed", "preMove", "delete", "noop", "processStrategy");

  // Read where it lies and left there by Camel: Filing moves it, after the commit.
  private static final Map<String, String> FOLDER =
      Map.of(
          "recursive", "false",
          "sortBy", "file:modified;file:name",
          "maxMessagesPerPoll", "500",
          "eagerMaxMessagesPerPoll", "false", // sort first, then take
          "greedy", "true");
  private static final Map<String, String> LEFT_TO_US =
      Map.of("noop", "true", "idempotent", "false");
  private static final Map<String, String> LOCAL = Map.of("initialDelay", "200", "delay", "1000");
  // A poll that fails is repeated 3 times, then at every sixth turn, until one goes well.
  private static final Map<String, String> BACK_OFF =
      Map.of("backoffErrorThreshold", "3", "backoffMultiplier", "6");
  private static final Map<String, String> SERVER =
      Map.of(
          "initialDelay", "500",
          "delay", "5000",
          "autoCreate", "false",
          "throwExceptionOnConnectFailed", "true",
          "maximumReconnectAttempts", "0",
          "connectTimeout", "10000",
          "soTimeout", "30000",
          "stepwise", "false",
          "fastExistsCheck", "true");
  private static final Map<String, String> FTP =
      Map.of("binary", "true", "passiveMode", "true", "timeout", "30000");
  private static final Map<String, String> MAIL =
      Map.of(
          "initialDelay", "500",
          "delay", "20000",
          "maxMessagesPerPoll", "200",
          "greedy", "true",
          "mapMailMessage", "false", // the bytes as they came
          "connectionTimeout", "20000");
  private static final Map<String, String> IMAP = Map.of("unseen", "true", "peek", "true");
  private static final Map<String, String> KAFKA =
      Map.of(
          "autoCommitEnable", "false",
          "allowManualCommit", "true",
          "breakOnFirstError", "true",
          "autoOffsetReset", "earliest",
          "valueDeserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
  private static final Map<String, String> QUEUE =
      Map.of(
          "transacted", "true",
          "lazyCreateTransactionManager", "false",
          "cacheLevelName", "CACHE_CONSUMER",
          // a broker that takes the connection and says nothing would hold up all other routes
          "asyncStartListener", "true",
          "asyncStopListener", "true",
          "errorHandlerLogStackTrace", "false",
          "errorHandlerLoggingLevel", "OFF");

  private static final Map<String, List<Map<String, String>>> DEFAULTS =
      Map.ofEntries(
          Map.entry("file", List.of(FOLDER, LOCAL)),
          Map.entry("sftp", List.of(FOLDER, SERVER, BACK_OFF)),
          Map.entry("ftp", List.of(FOLDER, SERVER, FTP, BACK_OFF)),
          Map.entry("ftps", List.of(FOLDER, SERVER, FTP, BACK_OFF)),
          Map.entry("imap", List.of(MAIL, IMAP, BACK_OFF)),
          Map.entry("imaps", List.of(MAIL, IMAP, BACK_OFF)),
          Map.entry("pop3", List.of(MAIL, BACK_OFF)),
          Map.entry("pop3s", List.of(MAIL, BACK_OFF)),
          Map.entry("kafka", List.of(KAFKA)),
          Map.entry("amqp", List.of(QUEUE)),
          Map.entry("jms", List.of(QUEUE)));

  private static final Set<String> FOLDERS = Set.of("file", "sftp", "ftp", "ftps");

  private Transports() {}

  /** The scheme: what stands before the first colon. */
  static String scheme(String uri) {
    return uri.substring(0, Math.max(0, uri.indexOf(':')));
  }

  /** Whether what was read is filed by us into done/ and failed/. */
  static boolean isFiled(String uri) {
    Set<String> given = UriOptions.of(uri).keySet();
    return FOLDERS.contains(scheme(uri)) && FILING.stream().noneMatch(given::contains);
  }

  /** Whether the author says himself how half-written files are told. */
  static boolean tellsWhenWritten(String uri) {
    Map<String, String> given = UriOptions.of(uri);
    return given.containsKey("doneFileName")
        || given.containsKey("exclusiveReadLockStrategy")
        || !given.getOrDefault("readLock", "none").equals("none");
  }

  /** The URI with every default that it does not set. */
  static String complete(String uri) {
    Set<String> given = UriOptions.of(uri).keySet();
    Map<String, String> added = new LinkedHashMap<>();
    for (Map<String, String> defaults : DEFAULTS.getOrDefault(scheme(uri), List.of())) {
      added.putAll(defaults);
    }
    if (isFiled(uri)) {
      added.putAll(LEFT_TO_US);
    }
    added.keySet().removeAll(given);
    StringBuilder out = new StringBuilder(uri);
    char separator = uri.indexOf('?') < 0 ? '?' : '&';
    for (String name : new TreeSet<>(added.keySet())) {
      out.append(separator).append(name).append('=').append(added.get(name));
      separator = '&';
    }
    return out.toString();
  }
}
