package news.dateline.sources;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.config.YamlNode;
import news.dateline.config.YamlNode.Mapping;
import news.dateline.config.YamlNode.Scalar;
import news.dateline.model.Source;

/** Reads one source from its YAML, noting every problem instead of stopping at the first. */
final class SourceReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]+");
  // RFC 9110 5.6.2 token
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  // feed has a hint of its own
  private static final Set<String> SECRETS_ALLOWED = Set.of(SourceKeys.FROM, SourceKeys.FEED);
  private static final String NAME_THE_SECRET = "write ${NAME} and export NAME, or ${file:/path}";
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(366);

  private final Secrets secrets;
  private final Set<String> formats;
  private final FromCheck transports;

  SourceReader(Secrets secrets, Set<String> formats, FromCheck transports) {
    this.secrets = secrets;
    this.formats = formats;
    this.transports = transports;
  }

  /** The source, or empty when anything was wrong with it. */
  Optional<Source> read(YamlNode node, Problems problems) {
    if (!(node instanceof Mapping map)) {
      problems.add(node, "", "is not a source", "write keys and values: id, name, feed");
      return Optional.empty();
    }
    int before = problems.list().size();
    Source source = new One(map, problems).read();
    return problems.list().size() == before ? Optional.of(source) : Optional.empty();
  }

  /** The reading of one mapping. */
  private final class One {
    private final Mapping map;
    private final Problems problems;

    One(Mapping map, Problems problems) {
      this.map = map;
      this.problems = problems;
    }

    Source read() {
      for (String key : map.entries().keySet()) {
        if (!SourceKeys.ALL.contains(key)) {
          problem(
              key,
              "is not a key of a source",
              Closest.to(key, SourceKeys.ALL)
                  .map(k -> "did you mean " + k + "?")
                  .orElse("known keys: " + String.join(", ", SourceKeys.ALL)));
        }
      }
      Source.Builder b = Source.builder(id(), required(SourceKeys.NAME));
      address(b);
      text(SourceKeys.FORMAT).flatMap(this::format).ifPresent(b::format);
      text(SourceKeys.AGENCY).ifPresent(b::agency);
      text(SourceKeys.LANGUAGE).flatMap(this::language).ifPresent(b::language);
      duration(SourceKeys.EVERY).ifPresent(b::every);
      duration(SourceKeys.AT_LEAST_EVERY).ifPresent(b::atLeastEvery);
      duration(SourceKeys.SILENT_AFTER).ifPresent(b::silentAfter);
      text(SourceKeys.ZONE).flatMap(this::zone).ifPresent(b::zone);
      text(SourceKeys.CHARSET).flatMap(this::charset).ifPresent(b::charset);
      b.headers(headers());
      b.paused(flag(SourceKeys.PAUSED)).internal(flag(SourceKeys.INTERNAL));
      b.allowTextLoss(flag(SourceKeys.ALLOW_TEXT_LOSS)).sample(flag(SourceKeys.SAMPLE));
      map.get(SourceKeys.LISTING)
          .filter(n -> !isNull(n))
          .flatMap(n -> ListingReader.read(n, this::add))
          .ifPresent(b::listing);
      return b.strip(strip()).deskTags(texts(SourceKeys.DESK_TAGS)).build();
    }

    private String id() {
      String id = required(SourceKeys.ID);
      if (!id.isEmpty() && (!ID.matcher(id).matches() || id.length() > 100)) {
        String fit =
            id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        problem(
            SourceKeys.ID,
            "\"" + shorten(id) + "\" is not an id",
            "use a-z, 0-9 and dashes" + (fit.isEmpty() ? "" : ", for instance " + shorten(fit)));
      }
      return id;
    }

    private void address(Source.Builder b) {
      Optional<YamlNode> feed = map.get(SourceKeys.FEED);
      Optional<YamlNode> from = map.get(SourceKeys.FROM);
      if (feed.isPresent() == from.isPresent()) {
        problems.add(
            new Problem(
                map.file(),
                feed.isPresent() ? line(SourceKeys.FROM) : map.line(),
                feed.isPresent() ? SourceKeys.FROM : "",
                feed.isPresent() ? "stands beside feed" : "has neither feed nor from",
                "give either feed (a URL to poll) or from (a transport that delivers)"));
      }
      text(SourceKeys.FEED).flatMap(this::feed).ifPresent(b::feed);
      text(SourceKeys.FROM).flatMap(this::from).ifPresent(b::from);
    }

    private Optional<URI> feed(String text) {
      if (Secrets.refers(text)) {
        problem(
            SourceKeys.FEED, "a secret may not stand in a feed URL", "put it into headers instead");
        return Optional.empty();
      }
      try {
        URI uri = new URI(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.equals("feed") || scheme.isEmpty()) {
          problem(SourceKeys.FEED, "is not a full URL", "write https://...");
        } else if (!scheme.equals("http") && !scheme.equals("https")) {
          problem(
              SourceKeys.FEED,
              "is polled over http or https, not " + scheme,
              "for files, mail and other transports use from: " + scheme + ":...");
        } else if (uri.getHost() == null) {
          problem(SourceKeys.FEED, "has no host name", "write https://host/path");
        } else if (uri.getRawUserInfo() != null) {
          problem(
              SourceKeys.FEED,
              "a user name or password may not stand in a feed URL",
              "use headers: {Authorization: \"Basic ${NAME}\"}");
        } else {
          return Optional.of(uri);
        }
      } catch (URISyntaxException e) {
        problem(
            SourceKeys.FEED,
            "is not a URL: " + e.getReason().toLowerCase(Locale.ROOT),
            "write https://..., spaces as %20");
      }
      return Optional.empty();
    }

    private Optional<String> from(String text) {
      if (text.startsWith("http:") || text.startsWith("https:")) {
        problem(SourceKeys.FROM, "a web address does not deliver by itself", "use feed: instead");
        return Optional.empty();
      }
      BiConsumer<String, String> problem = (m, h) -> problem(SourceKeys.FROM, m, h);
      if (!transports.check(text, problem)) {
        return Optional.empty();
      }
      boolean push = text.startsWith(PushSecret.SCHEME);
      if (push
          && PushSecret.option(text, "token").isEmpty()
          && PushSecret.option(text, "hmac").isEmpty()) {
        problem(
            SourceKeys.FROM,
            "a push source has no secret: anybody could publish",
            "write push:?token=${NAME} or push:?hmac=${NAME}");
        return Optional.empty();
      }
      String age =
          text.startsWith(PushSecret.SCHEME) ? PushSecret.option(text, PushSecret.MAX_AGE) : "";
      if (!age.isEmpty()
          && (Durations.parse(age).filter(d -> !d.isZero()).isEmpty()
              || PushSecret.option(text, "hmac").isEmpty())) {
        problem(
            SourceKeys.FROM,
            "max-age=" + shorten(age) + " asks for a signed time that nobody could give",
            "write push:?hmac=${NAME}&max-age=5m");
        return Optional.empty();
      }
      Secrets.plainSecretIn(text)
          .ifPresent(
              what -> problem(SourceKeys.FROM, what + " is written in plain", NAME_THE_SECRET));
      int before = problems.list().size();
      String filled = secrets.fill(text, true, problem);
      if (!push && problems.list().size() == before) {
        transports.checkFilled(text, filled, problem);
      }
      return Optional.of(filled);
    }

    private Optional<String> format(String text) {
      if (formats.contains(text)) {
        return Optional.of(text);
      }
      problem(
          SourceKeys.FORMAT,
          "no reader knows \"" + shorten(text) + "\"",
          Closest.to(text, formats)
              .map(f -> "did you mean " + f + "?")
              .orElse("known: " + String.join(", ", formats.stream().sorted().toList())));
      return Optional.empty();
    }

    private Optional<String> language(String text) {
      Optional<String> tag = Languages.tag(text);
      if (tag.isEmpty()) {
        problem(
            SourceKeys.LANGUAGE,
            "\"" + shorten(text) + "\" is not a language tag",
            Languages.guess(text)
                .map(g -> "did you mean " + g + "?")
                .orElse("write a BCP 47 tag such as en, ru or pt-BR"));
      }
      return tag;
    }

    private Optional<ZoneId> zone(String text) {
      try {
        return Optional.of(ZoneId.of(text));
      } catch (DateTimeException e) {
        problem(
            SourceKeys.ZONE,
            "\"" + shorten(text) + "\" is not a time zone",
            Closest.to(text, ZoneId.getAvailableZoneIds())
                .map(z -> "did you mean " + z + "?")
                .orElse("write a place such as Europe/Moscow, or an offset such as +03:00"));
        return Optional.empty();
      }
    }

    private Optional<Charset> charset(String text) {
      try {
        return Optional.of(Charset.forName(text));
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        problem(
            SourceKeys.CHARSET,
            "\"" + shorten(text) + "\" is not a character set",
            Closest.to(text, Charset.availableCharsets().keySet())
                .map(c -> "did you mean " + c + "?")
                .orElse("write for instance utf-8, windows-1251 or koi8-r"));
        return Optional.empty();
      }
    }

    private Optional<Duration> duration(String key) {
      Optional<String> text = text(key);
      Optional<Duration> read = text.flatMap(Durations::parse);
      if (text.isEmpty()) {
        return read;
      }
      String value = text.get();
      if (read.isEmpty()) {
        boolean bare = value.strip().chars().allMatch(Character::isDigit);
        problem(
            key,
            "\"" + shorten(value) + "\" " + (bare ? "has no unit" : "is not a duration"),
            "write 90s, 5m, 1h30m or 2d");
      } else if (read.get().compareTo(SHORTEST) < 0 || read.get().compareTo(LONGEST) > 0) {
        problem(key, "\"" + shorten(value) + "\" is out of range", "between 1s and 366d");
        return Optional.empty();
      }
      return read;
    }

    private Map<String, String> headers() {
      Map<String, String> out = new LinkedHashMap<>();
      Optional<YamlNode> node = map.get(SourceKeys.HEADERS);
      if (node.isEmpty() || isNull(node.get())) {
        return out;
      }
      if (!(node.get() instanceof Mapping values)) {
        problem(SourceKeys.HEADERS, "is not a mapping", "write headers: {Name: \"value\"}");
        return out;
      }
      values.entries().forEach((name, value) -> header(values, name, value, out));
      return out;
    }

    private void header(Mapping values, String name, YamlNode value, Map<String, String> out) {
      String key = SourceKeys.HEADERS + "." + name;
      int line = values.keyLines().getOrDefault(name, values.line());
      if (!HEADER.matcher(name).matches()) {
        add(line, key, "is not the name of a header", "letters, digits and dashes");
      } else if (!(value instanceof Scalar text)) {
        add(line, key, "is not one value", "write it as text in quotes");
      } else if (Secrets.isSecretHeader(name) && !Secrets.refers(text.value())) {
        add(
            line,
            key,
            "a secret is written in plain",
            "write \"Bearer ${NAME}\" and export NAME, or use ${file:/path}");
      } else {
        String filled = secrets.fill(text.value(), false, (m, h) -> add(line, key, m, h));
        if (filled.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
          add(line, key, "holds a line end or control character", "headers are one line");
        }
        out.put(name, filled);
      }
    }

    private List<String> strip() {
      List<String> out = texts(SourceKeys.STRIP);
      for (String pattern : out) {
        if (pattern.length() > 2 && pattern.startsWith("/") && pattern.endsWith("/")) {
          try {
            Pattern.compile(pattern.substring(1, pattern.length() - 1));
          } catch (PatternSyntaxException e) {
            problem(
                SourceKeys.STRIP,
                shorten(pattern)
                    + " is not a regular expression: "
                    + e.getDescription().toLowerCase(Locale.ROOT),
                "mend it, or leave out the slashes to mean the text itself");
          }
        }
      }
      return out;
    }

    private List<String> texts(String key) {
      List<String> out = new ArrayList<>();
      YamlNode node = map.entries().get(key);
      if (node instanceof YamlNode.Sequence seq) {
        for (YamlNode item : seq.items()) {
          if (item instanceof Scalar s && !s.value().isBlank()) {
            out.add(s.value());
          } else {
            add(item.line(), key, "an entry is not a text", "write each as text, in quotes");
          }
        }
      } else if (node != null && !isNull(node)) {
        problem(key, "is not a list", "write [one, two]");
      }
      return out;
    }

    private boolean flag(String key) {
      String value = text(key).orElse("false");
      if (!value.equals("true") && !value.equals("false")) {
        problem(key, "\"" + shorten(value) + "\" is neither true nor false", "write true or false");
      }
      return value.equals("true");
    }

    private String required(String key) {
      if (map.get(key).filter(n -> !isNull(n)).isEmpty()) {
        add(map.line(), key, "is missing", "every source has an id and a name");
        return "";
      }
      return text(key).orElse("");
    }

    /** The value of a key, stripped; an empty one counts as absent. */
    private Optional<String> text(String key) {
      Optional<YamlNode> node = map.get(key);
      if (node.isEmpty() || isNull(node.get())) {
        return Optional.empty();
      }
      if (node.get() instanceof Scalar s) {
        if (Secrets.refers(s.value()) && !SECRETS_ALLOWED.contains(key)) {
          problem(key, "${...} is not filled in here", "secrets stand in headers and from only");
          return Optional.empty();
        }
        return Optional.of(s.value().strip());
      }
      problem(key, "is not one value", "write it on one line as " + key + ": value");
      return Optional.empty();
    }

    private boolean isNull(YamlNode node) {
      return node instanceof Scalar s && (s.value().isBlank() || s.value().equals("~"));
    }

    private int line(String key) {
      return map.keyLines().getOrDefault(key, map.line());
    }

    private void problem(String key, String message, String hint) {
      add(line(key), key, message, hint);
    }

    private void add(int line, String key, String message, String hint) {
      problems.add(new Problem(map.file(), line, key, message, hint));
    }
  }

  /** Long or odd values are not repeated whole in a problem. */
  private static String shorten(String value) {
    String line = value.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= 60 ? line : line.substring(0, 57) + "...";
  }
}
