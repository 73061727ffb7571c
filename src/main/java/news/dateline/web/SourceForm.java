package news.dateline.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import news.dateline.model.Source;

/**
 * A source as the API takes it: the keys of {@code config/sources/*.yaml}, durations as {@code 30s
 * 5m 1h 2d}. Request headers are not among them, because they carry secrets, which belong into the
 * environment and not into a browser.
 */
final class SourceForm {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "name",
          "feed",
          "from",
          "format",
          "agency",
          "language",
          "every",
          "at-least-every",
          "silent-after",
          "zone",
          "charset",
          "paused",
          "internal",
          "strip",
          "desk-tags");
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,80}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
  private static final Pattern SHORT_DURATION = Pattern.compile("\\d{1,6}[smhd]");

  private final ObjectNode form;
  private final List<String> problems = new ArrayList<>();

  private SourceForm(ObjectNode form) {
    this.form = form;
  }

  /**
   * @throws Json.BadRequest naming every field that is wrong
   */
  static Source read(ObjectNode form) {
    SourceForm f = new SourceForm(form);
    Source source = f.source();
    if (!f.problems.isEmpty()) {
      throw new Json.BadRequest(String.join("; ", f.problems));
    }
    return source;
  }

  private Source source() {
    for (Iterator<String> names = form.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!KEYS.contains(name)) {
        problems.add(name + ": not a field of a source");
      }
    }
    String id = text("id");
    if (!ID.matcher(id).matches()) {
      problems.add("id: lower-case letters, digits and dashes only");
    }
    String name = text("name");
    if (name.isEmpty()) {
      problems.add("name: missing");
    }
    if (text("feed").isEmpty() == text("from").isEmpty()) {
      problems.add("feed: give either feed or from");
    }
    Source.Builder out = Source.builder(id, name).paused(flag("paused")).internal(flag("internal"));
    take("feed", v -> out.feed(url(v)));
    take("from", out::from);
    take("format", out::format);
    take("agency", out::agency);
    take("language", v -> out.language(language(v)));
    take("every", v -> out.every(duration(v)));
    take("at-least-every", v -> out.atLeastEvery(duration(v)));
    take("silent-after", v -> out.silentAfter(duration(v)));
    take("zone", v -> out.zone(ZoneId.of(v)));
    take("charset", v -> out.charset(Charset.forName(v)));
    return out.strip(texts("strip")).deskTags(texts("desk-tags")).build();
  }

  private void take(String key, Consumer<String> use) {
    String value = text(key);
    if (!value.isEmpty()) {
      try {
        use.accept(value);
      } catch (IllegalArgumentException | DateTimeException e) {
        problems.add(key + ": " + (e.getMessage() == null ? "not acceptable" : e.getMessage()));
      }
    }
  }

  private String text(String key) {
    JsonNode value = form.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual()) {
      problems.add(key + ": must be text");
      return "";
    }
    return value.textValue().strip();
  }

  private boolean flag(String key) {
    JsonNode value = form.path(key);
    if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
      problems.add(key + ": must be true or false");
    }
    return value.asBoolean(false);
  }

  private List<String> texts(String key) {
    List<String> out = new ArrayList<>();
    JsonNode value = form.path(key);
    if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
      problems.add(key + ": must be a list of texts");
    }
    for (JsonNode each : value) {
      if (each.isTextual()) {
        out.add(each.textValue());
      } else {
        problems.add(key + ": must be a list of texts");
      }
    }
    return out;
  }

  private static URI url(String value) {
    URI uri = URI.create(value);
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!Set.of("http", "https").contains(scheme) || uri.getHost() == null) {
      throw new IllegalArgumentException("must be an http or https address");
    }
    return uri;
  }

  private static String language(String value) {
    if (!LANGUAGE.matcher(value).matches()) {
      throw new IllegalArgumentException("must be a language tag such as en or pt-BR");
    }
    return value;
  }

  private static Duration duration(String value) {
    if (!SHORT_DURATION.matcher(value).matches()) {
      throw new IllegalArgumentException("must be a number with its unit: 30s, 5m, 1h, 2d");
    }
    return Duration.parse((value.endsWith("d") ? "P" : "PT") + value.toUpperCase(Locale.ROOT));
  }
}
