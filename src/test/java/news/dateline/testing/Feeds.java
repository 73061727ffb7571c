package news.dateline.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Makes feeds of invented stories, as many and as long as a test needs. */
public final class Feeds {
  private static final DateTimeFormatter RFC_1123 =
      DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final Instant FIRST = Instant.parse("2026-11-23T06:00:00Z");

  private static final String[] PARAGRAPHS = {
    "<p>The harbour council of Port Ellery will close the northern quay in spring, Mayor Ada Lindqvist said on Monday.</p>",
    "<p>“We are moving the ferries first, then the fishing fleet,” Lindqvist told Reuters. “Nobody will be left without a berth.”</p>",
    "<p>The state-run TASS news agency quoted harbour master Ivan Petrenko as saying that dredging would take <em>two winters</em>.</p>",
    "<p>According to Petrenko, the work will cost 40 million crowns. He said the money had been set aside since 2019.</p>",
    "<p>Opponents gathered at the <a href=\"/quay?utm_source=feed\">old quay</a>. \"It is a mistake,\" said Marta Osei, who runs a net loft there.</p>",
    "<p>The council votes on the plan next week; a majority of its members have said they will support it &amp; fund it.</p>"
  };

  private Feeds() {}

  /**
   * An RSS 2.0 feed.
   *
   * @param name part of every guid and title, so that feeds differ
   * @param from number of the oldest item
   * @param to number after the newest item; newest come first
   * @param paragraphs how many paragraphs of about 150 characters each body has
   * @param edition part of each body: another edition makes every item a changed one
   */
  public static byte[] rss(String name, int from, int to, int paragraphs, int edition) {
    StringBuilder xml = new StringBuilder(1024 + (to - from) * (400 + paragraphs * 170));
    xml.append(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">");
    xml.append("<channel><title>")
        .append(name)
        .append("</title><link>https://news.example/")
        .append(name)
        .append("</link>");
    xml.append("<description>Invented news of ")
        .append(name)
        .append("</description><language>en</language>\n");
    for (int i = to - 1; i >= from; i--) {
      String link = "https://news.example/" + name + "/" + i;
      xml.append("<item><title>Port Ellery to close its northern quay, part ")
          .append(i)
          .append("</title><link>")
          .append(link);
      xml.append("</link><guid>")
          .append(link)
          .append("</guid><pubDate>")
          .append(RFC_1123.format(FIRST.plusSeconds(60L * i)));
      xml.append(
              "</pubDate><category>Shipping</category><description>Short: the quay closes, number ")
          .append(i);
      xml.append(".</description><content:encoded><![CDATA[");
      for (int p = 0; p < paragraphs; p++) {
        xml.append(PARAGRAPHS[(i + p) % PARAGRAPHS.length]);
      }
      xml.append("<p>Story ")
          .append(i)
          .append(" of ")
          .append(name)
          .append(", edition ")
          .append(edition)
          .append(".</p>]]></content:encoded></item>\n");
    }
    return xml.append("</channel></rss>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * An Atom feed of the invented paper "Quay".
   *
   * @param links elements of its head
   * @param from number of the oldest entry
   * @param to number after the newest entry; newest come first
   */
  public static byte[] atom(String links, int from, int to) {
    StringBuilder xml =
        new StringBuilder(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Quay</title><id>urn:quay</id>");
    xml.append(links);
    for (int i = to - 1; i >= from; i--) {
      xml.append(
          """
          <entry><id>urn:quay:%1$d</id><title>The quay on day %1$d</title>\
          <link href="https://quay.example/%1$d"/><updated>2026-11-01T00:00:00Z</updated>\
          <content>Ferry number %1$d left on time.</content></entry>"""
              .formatted(i));
    }
    return xml.append("</feed>").toString().getBytes(StandardCharsets.UTF_8);
  }
}
