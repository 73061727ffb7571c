package news.dateline.sources;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import news.dateline.model.Listing;
import news.dateline.model.Source;

/** The YAML of sources as Dateline writes it. */
final class SourceText {
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}][\\p{L}\\p{N}_/.-]*(?: [\\p{L}\\p{N}_/.-]+)*");
  private static final Pattern PLAIN_URI =
      Pattern.compile("[a-z][a-z0-9+.-]*:[A-Za-z0-9/._~%?=&;+@$:-]*[A-Za-z0-9/=]");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|[.]?(?:nan|inf)");
  private static final String SCHEMA =
      "# yaml-language-server: $schema=../../docs/source.schema.json\n";

  private final StringBuilder out = new StringBuilder(512);
  private final boolean item;
  private boolean begun;

  private SourceText(boolean item) {
    this.item = item;
  }

  /** A file of one source. */
  static String file(Source source) {
    return SCHEMA
        + "# optional keys: every, at-least-every, silent-after, language, agency, zone,\n"
        + "# charset, headers, strip, desk-tags, paused\n"
        + new SourceText(false).of(source);
  }

  /**
   * A file of a list.
   *
   * @param remark one line for people
   */
  static String list(Collection<Source> sources, String remark) {
    StringBuilder out = new StringBuilder(160 * sources.size() + 200);
    out.append(SCHEMA).append("# ").append(remark.replaceAll("\\p{Cntrl}", " ")).append('\n');
    sources.forEach(s -> out.append(new SourceText(true).of(s)));
    return out.toString();
  }

  private String of(Source source) {
    line(SourceKeys.ID, source.id());
    line(SourceKeys.NAME, scalar(source.name()));
    source.feed().ifPresent(v -> line(SourceKeys.FEED, scalar(v.toString())));
    source.from().ifPresent(v -> line(SourceKeys.FROM, scalar(v)));
    source.format().ifPresent(v -> line(SourceKeys.FORMAT, scalar(v)));
    source.agency().ifPresent(v -> line(SourceKeys.AGENCY, scalar(v)));
    source.language().ifPresent(v -> line(SourceKeys.LANGUAGE, scalar(v)));
    source.every().ifPresent(v -> line(SourceKeys.EVERY, duration(v)));
    source.atLeastEvery().ifPresent(v -> line(SourceKeys.AT_LEAST_EVERY, duration(v)));
    source.silentAfter().ifPresent(v -> line(SourceKeys.SILENT_AFTER, duration(v)));
    source.zone().ifPresent(v -> line(SourceKeys.ZONE, scalar(v.getId())));
    source.charset().ifPresent(v -> line(SourceKeys.CHARSET, scalar(v.name())));
    if (!source.headers().isEmpty()) {
      open(SourceKeys.HEADERS);
      new TreeMap<>(source.headers())
          .forEach((name, value) -> line("  " + scalar(name), quoted(value)));
    }
    if (source.paused()) {
      line(SourceKeys.PAUSED, "true");
    }
    if (source.internal()) {
      line(SourceKeys.INTERNAL, "true");
    }
    list(SourceKeys.STRIP, source.strip());
    list(SourceKeys.DESK_TAGS, source.deskTags());
    if (source.allowTextLoss()) {
      line(SourceKeys.ALLOW_TEXT_LOSS, "true");
    }
    if (source.sample()) {
      line(SourceKeys.SAMPLE, "true");
    }
    source.listing().ifPresent(this::listing);
    return out.toString();
  }

  private void listing(Listing listing) {
    open(SourceKeys.LISTING);
    ListingReader.values(listing).forEach((key, value) -> line("  " + key, scalar(value)));
  }

  private static String duration(Duration duration) {
    return Durations.format(duration);
  }

  private void list(String key, List<String> values) {
    if (!values.isEmpty()) {
      open(key);
      for (String value : values) {
        indent().append("  - ").append(scalar(value)).append('\n');
      }
    }
  }

  private void open(String key) {
    indent().append(key).append(":\n");
  }

  private void line(String key, String value) {
    indent().append(key).append(": ").append(value).append('\n');
  }

  private StringBuilder indent() {
    if (item) {
      out.append(begun ? "  " : "- ");
      begun = true;
    }
    return out;
  }

  /** The value without quotes where YAML allows that without doubt. */
  static String scalar(String value) {
    boolean plain =
        !RESERVED.matcher(value).matches()
            && (PLAIN.matcher(value).matches() || PLAIN_URI.matcher(value).matches());
    return plain ? value : quoted(value);
  }

  /** YAML's double quotes, which can hold every character. */
  static String quoted(String value) {
    StringBuilder out = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' '
          || c == 0x7f
          || c == 0x85
          || c == '\u2028'
          || c == '\u2029'
          || c == '\ufeff') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
