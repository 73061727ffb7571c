package news.dateline.sources;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.dateline.model.Source;

/**
 * Writes polled sources as OPML 2.0 (<a href="http://opml.org/spec2.opml">opml.org</a>), their desk
 * tags as folders. Whoever imports it into Dateline gets the same ids, names, addresses, languages
 * and desk tags. Request headers never go along, nor an address that holds a secret.
 */
public final class OpmlWriter {
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile("(?i)[?&][^=&]*(?:key|token|secret|pass|auth|sig)[^=&]*=[^&]+");

  private final StringBuilder out = new StringBuilder(4096);

  private OpmlWriter() {}

  /**
   * A list.
   *
   * @param opml the XML; says UTF-8
   * @param exported how many sources are in it
   * @param leftOut one line for each source that is not, with the reason
   */
  public record Exported(String opml, int exported, List<String> leftOut) {
    public Exported {
      leftOut = List.copyOf(leftOut);
    }
  }

  private static final class Folder {
    final Map<String, Folder> inner = new LinkedHashMap<>();
    final List<Source> sources = new ArrayList<>();
  }

  /**
   * Writes the sources in the order given, those of one folder together.
   *
   * @param now goes into the head
   */
  public static Exported write(Collection<Source> sources, Instant now) {
    Folder top = new Folder();
    List<String> leftOut = new ArrayList<>();
    int exported = 0;
    for (Source source : sources) {
      Optional<String> not = unfit(source);
      if (not.isPresent()) {
        leftOut.add(source.id() + ": " + not.get());
        continue;
      }
      Folder at = top;
      for (String tag : source.deskTags()) {
        at = at.inner.computeIfAbsent(tag, t -> new Folder());
      }
      at.sources.add(source);
      exported++;
    }
    OpmlWriter writer = new OpmlWriter();
    writer.head(now);
    writer.folder(top, 2);
    writer.out.append("  </body>\n</opml>\n");
    return new Exported(writer.out.toString(), exported, leftOut);
  }

  private static Optional<String> unfit(Source source) {
    if (source.feed().isEmpty()) {
      return Optional.of("delivers by itself and has no feed address");
    }
    return SECRET_PARAMETER.matcher(source.feed().get().toString()).find()
        ? Optional.of("its address holds a secret")
        : Optional.empty();
  }

  private void head(Instant now) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<opml version=\"2.0\" xmlns:dateline=\"urn:x-dateline:opml\">\n")
        .append("  <head>\n    <title>Dateline sources</title>\n    <dateCreated>")
        .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)))
        .append("</dateCreated>\n  </head>\n  <body>\n");
  }

  private void folder(Folder folder, int depth) {
    for (Source source : folder.sources) {
      indent(depth).append("<outline type=\"rss\"");
      attribute("text", source.name());
      attribute("title", source.name());
      source.feed().ifPresent(f -> attribute("xmlUrl", f.toString()));
      source.language().ifPresent(l -> attribute("language", l));
      attribute("dateline:id", source.id());
      out.append("/>\n");
    }
    folder.inner.forEach(
        (name, inner) -> {
          indent(depth).append("<outline");
          attribute("text", name);
          attribute("title", name);
          out.append(">\n");
          folder(inner, depth + 1);
          indent(depth).append("</outline>\n");
        });
  }

  private StringBuilder indent(int depth) {
    return out.append("  ".repeat(depth));
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    value
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '"' -> out.append("&quot;");
                default -> {
                  // XML 1.0 has no other control characters, escaped or not
                  out.appendCodePoint(c < ' ' || c == 0xFFFE || c == 0xFFFF ? ' ' : c);
                }
              }
            });
    out.append('"');
  }
}
