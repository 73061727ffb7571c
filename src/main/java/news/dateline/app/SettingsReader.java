package news.dateline.app;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.websub.PushSettings;

/**
 * Reads the settings: the file, then the environment ({@code DATELINE_HTTP_PORT}), then {@code
 * --set}; later ones win. Refuses rather than repairs: unknown keys, missing units and values out
 * of range are all told at once.
 */
public final class SettingsReader {
  private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("(\\d+)(B|KB|MB|GB)");

  private static final List<String> KEYS =
      List.of(
          "dateline.http.port",
          "dateline.http.host",
          "dateline.http.token",
          "dateline.http.header-timeout",
          "dateline.http.body-timeout",
          "dateline.http.idle-timeout",
          "dateline.http.connections",
          "dateline.http.local",
          "dateline.drop",
          "dateline.transports.more",
          "dateline.broker.port",
          "dateline.broker.url",
          "dateline.broker.user",
          "dateline.broker.password",
          "dateline.broker.reader.user",
          "dateline.broker.reader.password",
          "dateline.broker.admin.user",
          "dateline.broker.admin.password",
          "dateline.broker.timeout",
          "dateline.broker.retroactive",
          "dateline.subscriptions.keep",
          "dateline.subscriptions.disk",
          "dateline.store.url",
          "dateline.store.keep",
          "dateline.store.durability",
          "dateline.store.rebuild",
          "dateline.disk.floor",
          "dateline.store.timeout",
          "dateline.health.outbox-age",
          "dateline.health.failing-share",
          "dateline.poll.workers",
          "dateline.read.threads",
          "dateline.poll.shortest",
          "dateline.poll.longest",
          "dateline.poll.backfill-pages",
          "dateline.publish.editors",
          "dateline.websub.url",
          "dateline.websub.lease",
          "dateline.websub.grace",
          "dateline.fetch.connect-timeout",
          "dateline.fetch.first-byte-timeout",
          "dateline.fetch.total-timeout",
          "dateline.fetch.max-body",
          "dateline.fetch.max-redirects",
          "dateline.fetch.contact",
          "dateline.fetch.concurrent",
          "dateline.fetch.interval",
          "dateline.fetch.internal.concurrent",
          "dateline.fetch.internal.interval",
          "dateline.fetch.pause");

  private final String shownAs;
  private final String text;
  private final Map<String, String> values = new TreeMap<>();
  private final Map<String, String> elsewhere = new TreeMap<>(); // keys that are not the file's
  private final Problems problems;

  private SettingsReader(String shownAs, String text, Problems problems) {
    this.shownAs = shownAs;
    this.text = text;
    this.problems = problems;
  }

  /**
   * @param home where the file is; a missing file means defaults
   * @param environment variables, {@code System.getenv()}
   * @param sets from the command line, keys as in the file
   * @param problems receives everything that is wrong; the result then has defaults in those places
   *     and must not be used
   */
  public static Settings read(
      Home home, Map<String, String> environment, Map<String, String> sets, Problems problems) {
    Path file = home.config().resolve("application.properties");
    SettingsReader reader;
    try {
      reader =
          new SettingsReader(
              home.shown(file), Files.exists(file) ? Files.readString(file) : "", problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reader.read(environment, sets);
  }

  private Settings read(Map<String, String> environment, Map<String, String> sets) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      problems.add(
          new Problem(
              shownAs,
              0,
              "",
              "not a valid properties file: " + e.getMessage(),
              "write key = value"));
    }
    properties
        .stringPropertyNames()
        .forEach(key -> values.put(key, properties.getProperty(key).strip()));
    for (String key : KEYS) {
      String value =
          environment.get(key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
      if (value != null) {
        values.put(key, value.strip());
        elsewhere.put(key, "environment");
      }
    }
    values.putAll(sets);
    sets.keySet().forEach(key -> elsewhere.put(key, "--set"));
    for (String key : values.keySet()) {
      if (key.startsWith("dateline.") && !KEYS.contains(key)) {
        problem(
            key,
            "is not a setting",
            closest(key)
                .map(k -> "did you mean " + k + "?")
                .orElse("see config/application.properties"));
      }
    }
    Settings settings =
        new Settings(
            word("dateline.http.host").orElse("127.0.0.1"),
            number("dateline.http.port", 8080, 0, 65535),
            word("dateline.http.token"),
            number("dateline.broker.port", 61616, 0, 65535),
            word("dateline.broker.url"),
            word("dateline.broker.user"),
            word("dateline.broker.password"),
            number("dateline.broker.retroactive", 0, 0, 10_000),
            new Settings.Away(
                duration("dateline.subscriptions.keep", Duration.ofDays(7)),
                share("dateline.subscriptions.disk", new DiskShare(0, 25))),
            word("dateline.store.url").orElse(""),
            duration("dateline.store.keep", Duration.ofDays(7)),
            word("dateline.store.durability").orElse("power"),
            size("dateline.disk.floor", 0),
            flag("dateline.store.rebuild"),
            number("dateline.poll.workers", 16, 1, 512),
            number("dateline.read.threads", Runtime.getRuntime().availableProcessors(), 1, 512),
            duration("dateline.poll.shortest", Duration.ofMinutes(1)),
            duration("dateline.poll.longest", Duration.ofHours(1)),
            number("dateline.poll.backfill-pages", 20, 0, 1000),
            flag("dateline.publish.editors"),
            new PushSettings(
                parse("dateline.websub.url", Optional.empty(), this::callbackBase),
                duration("dateline.websub.lease", Duration.ofDays(7)),
                duration("dateline.websub.grace", Duration.ofMinutes(5))),
            duration("dateline.fetch.connect-timeout", Duration.ofSeconds(10)),
            duration("dateline.fetch.first-byte-timeout", Duration.ofSeconds(20)),
            duration("dateline.fetch.total-timeout", Duration.ofSeconds(60)),
            size("dateline.fetch.max-body", 20L << 20),
            number("dateline.fetch.max-redirects", 5, 0, 20),
            word("dateline.fetch.contact"),
            new Settings.Manners(
                number("dateline.fetch.concurrent", 2, 1, 64),
                duration("dateline.fetch.interval", Duration.ofSeconds(1)),
                number("dateline.fetch.internal.concurrent", 64, 1, 512),
                duration("dateline.fetch.internal.interval", Duration.ZERO),
                word("dateline.fetch.pause").orElse("host")),
            new Settings.Doors(
                duration("dateline.http.header-timeout", Duration.ofSeconds(10)),
                duration("dateline.http.body-timeout", Duration.ofSeconds(20)),
                duration("dateline.http.idle-timeout", Duration.ofSeconds(60)),
                number("dateline.http.connections", 512, 8, 100_000)),
            new Settings.Callers(word("dateline.http.local").orElse("user"), word("dateline.drop")),
            parse("dateline.transports.more", List.of(), this::schemes),
            new Settings.BrokerUsers(login("reader"), login("admin")),
            new Settings.Limits(
                wait("dateline.store.timeout", Duration.ofSeconds(20)),
                wait("dateline.broker.timeout", Duration.ofSeconds(10)),
                duration("dateline.health.outbox-age", Duration.ofMinutes(2)),
                number("dateline.health.failing-share", 50, 1, 100)),
            values); // all of them: routes may use any dateline.* setting as a placeholder
    check(settings);
    return settings;
  }

  private void check(Settings settings) {
    if (!Loopback.is(settings.httpHost()) && settings.httpToken().isEmpty()) {
      problem(
          "dateline.http.host",
          settings.httpHost() + " is reachable from other machines and needs a token",
          "set dateline.http.token, or listen on 127.0.0.1");
    }
    if (settings.pollShortest().compareTo(settings.pollLongest()) > 0) {
      problem("dateline.poll.shortest", "is longer than dateline.poll.longest", "");
    }
    if (!List.of("user", "any").contains(settings.callers().local())) {
      problem(
          "dateline.http.local",
          "\"" + settings.callers().local() + "\" is neither",
          "write user or any");
    }
    if (!List.of("power", "process").contains(settings.storeDurability())) {
      problem(
          "dateline.store.durability",
          "\"" + settings.storeDurability() + "\" is neither",
          "write power or process");
    }
    if (!List.of("host", "feed").contains(settings.manners().pause())) {
      problem(
          "dateline.fetch.pause",
          "\"" + settings.manners().pause() + "\" is neither",
          "write host or feed");
    }
    if (!settings.storeUrl().isEmpty() && !settings.storeUrl().startsWith("jdbc:postgresql:")) {
      problem(
          "dateline.store.url",
          "is not a PostgreSQL address",
          "write jdbc:postgresql://host/database, or leave it empty for SQLite");
    }
  }

  private List<String> schemes(String value, String key) {
    List<String> schemes = List.of(value.split("\\s*,\\s*"));
    return schemes.stream().allMatch(s -> s.matches("[a-z][a-z0-9+.-]*"))
        ? schemes
        : bad(
            key,
            "\"" + value + "\" is not a list of transports",
            "write for instance aws2-s3, minio",
            List.of());
  }

  private Optional<String> word(String key) {
    return Optional.ofNullable(values.get(key)).filter(v -> !v.isEmpty());
  }

  /** A user of the broker by its role; a password without a user is a slip. */
  private Optional<Settings.Login> login(String role) {
    String key = "dateline.broker." + role + ".";
    Optional<String> password = word(key + "password");
    if (password.isPresent() && word(key + "user").isEmpty()) {
      problem(key + "password", "has no user", "set " + key + "user too");
    }
    return word(key + "user").map(user -> new Settings.Login(user, password.orElse("")));
  }

  /** A limit of a wait: a second at least. */
  private Duration wait(String key, Duration fallback) {
    Duration limit = duration(key, fallback);
    if (limit.compareTo(Duration.ofSeconds(1)) < 0) {
      problem(key, "is too short", "write 1s or more");
    }
    return limit;
  }

  /** False when it is not there. */
  private boolean flag(String key) {
    String text = word(key).orElse("false");
    if (!List.of("true", "false").contains(text)) {
      problem(key, "\"" + text + "\" is neither", "write true or false");
    }
    return text.equals("true");
  }

  private int number(String key, int fallback, int least, int most) {
    return parse(
        key,
        fallback,
        (v, k) -> {
          int n;
          try {
            n = Integer.parseInt(v);
          } catch (NumberFormatException e) {
            return bad(
                k,
                "\"" + v + "\" is not a whole number",
                "write a number from " + least + " to " + most,
                fallback);
          }
          return n < least || n > most
              ? bad(k, n + " is out of range", "from " + least + " to " + most, fallback)
              : n;
        });
  }

  private Duration duration(String key, Duration fallback) {
    return parse(
        key,
        fallback,
        (v, k) -> {
          Matcher m = DURATION.matcher(v);
          if (!m.matches()) {
            return bad(
                k,
                "\"" + v + "\" is not a time span with a unit",
                "write for instance 30s, 5m, 1h or 7d",
                fallback);
          }
          long n = Long.parseLong(m.group(1));
          return switch (m.group(2)) {
            case "ms" -> Duration.ofMillis(n);
            case "s" -> Duration.ofSeconds(n);
            case "m" -> Duration.ofMinutes(n);
            case "h" -> Duration.ofHours(n);
            default -> Duration.ofDays(n);
          };
        });
  }

  private Optional<URI> callbackBase(String value, String key) {
    try {
      URI uri = new URI(value.replaceFirst("(?<!/)/++$", ""));
      boolean web = String.valueOf(uri.getScheme()).matches("https?") && uri.getHost() != null;
      if (web && uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // told below
    }
    return bad(
        key,
        "\"" + value + "\" is not an address hubs could call",
        "write for instance https://news.example.org, or leave it empty",
        Optional.empty());
  }

  private long size(String key, long fallback) {
    return parse(
        key,
        fallback,
        (v, k) -> {
          Matcher m = SIZE.matcher(v);
          if (!m.matches()) {
            return bad(
                k,
                "\"" + v + "\" is not a size with a unit",
                "write for instance 512KB or 20MB",
                fallback);
          }
          long n = Long.parseLong(m.group(1));
          return switch (m.group(2)) {
            case "B" -> n;
            case "KB" -> n << 10;
            case "MB" -> n << 20;
            default -> n << 30;
          };
        });
  }

  private DiskShare share(String key, DiskShare fallback) {
    return parse(
        key,
        fallback,
        (v, k) ->
            DiskShare.parse(v)
                .orElseGet(
                    () ->
                        bad(
                            k,
                            "\"" + v + "\" is neither a size nor a share of the disk",
                            "write for instance 10GB, or 25% (at most 90%)",
                            fallback)));
  }

  private <T> T parse(String key, T fallback, BiFunction<String, String, T> reader) {
    return word(key).map(v -> reader.apply(v, key)).orElse(fallback);
  }

  private <T> T bad(String key, String message, String hint, T fallback) {
    problem(key, message, hint);
    return fallback;
  }

  private void problem(String key, String message, String hint) {
    String other = elsewhere.get(key);
    problems.add(
        other == null
            ? new Problem(shownAs, lineOf(key), key, message, hint)
            : new Problem(other, 0, key, message, hint));
  }

  private int lineOf(String key) {
    int line = 0;
    for (String l : text.lines().toList()) {
      line++;
      String s = l.strip();
      if (s.startsWith(key)
          && s.length() > key.length()
          && " =:".indexOf(s.charAt(key.length())) >= 0) {
        return line;
      }
    }
    return 0;
  }

  /** The setting that was probably meant: at most a quarter of its letters differ. */
  private static Optional<String> closest(String key) {
    return KEYS.stream()
        .filter(k -> typos(k, key) <= k.length() / 4)
        .min(Comparator.comparingInt(k -> typos(k, key)));
  }

  /** Levenshtein's distance: letters to insert, delete or change. */
  private static int typos(String a, String b) {
    int[] row = IntStream.rangeClosed(0, b.length()).toArray();
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
