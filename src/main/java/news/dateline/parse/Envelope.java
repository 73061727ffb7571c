package news.dateline.parse;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import news.dateline.model.Bytes;

/**
 * What an item stood in, made again around it: a buried item of a feed or a transmission of a wire
 * is no document by itself, and can be read once more only within one.
 */
public final class Envelope {
  private static final String RSS = "<rss version=\"2.0\"><channel>%s</channel></rss>";

  private static final String RDF =
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
          + " xmlns=\"http://purl.org/rss/1.0/\"><channel/>%s</rdf:RDF>";

  private static final String SITEMAP =
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
          + " xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">%s</urlset>";

  private static final String JSON_FEED =
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[%s]}";

  private static final String FRAME = "\u0001%s\u0004";

  private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml[^>]{0,200}\\?>\\s*");

  private Envelope() {}

  /**
   * The item as a document; the bytes themselves when they are one already.
   *
   * @param format of the document it stood in, as {@code Feed} names it; empty when it is not known
   */
  public static Bytes around(Bytes item, Optional<String> format) {
    String text = DECLARATION.matcher(item.utf8()).replaceFirst("").strip();
    String envelope = envelope(text, format.orElse(""));
    return envelope.isEmpty()
        ? item
        : Bytes.wrap(envelope.replace("%s", text).getBytes(StandardCharsets.UTF_8));
  }

  private static String envelope(String text, String format) {
    if (begins(text, "item")) {
      boolean rdf = format.isEmpty() ? text.contains("purl.org/rss/1.0/") : isRdf(format);
      return format.equals("cdf") ? "<channel>%s</channel>" : rdf ? RDF : RSS;
    }
    if (begins(text, "url")) {
      return SITEMAP;
    }
    if (text.startsWith("{") && !text.contains("jsonfeed.org/version")) {
      boolean item = text.contains("\"content_html\"") || text.contains("\"content_text\"");
      return format.startsWith("json-feed") || (format.isEmpty() && item) ? JSON_FEED : "";
    }
    boolean wire = format.equals("iptc7901") || format.equals("anpa1312");
    return wire && text.indexOf('\u0001') < 0 ? FRAME : "";
  }

  private static boolean isRdf(String format) {
    return format.equals("rss-1.0") || (format.startsWith("rss-0.9") && format.length() == 7);
  }

  private static boolean begins(String text, String element) {
    int end = 1;
    while (text.startsWith("<")
        && end < text.length()
        && " >\t\r\n/".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String name = text.substring(Math.min(1, text.length()), Math.min(end, text.length()));
    return name.substring(name.indexOf(':') + 1).equals(element);
  }
}
