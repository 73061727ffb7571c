package news.dateline.parse.fuzz;

import java.util.stream.Stream;

/** Small documents of every JSON format, in our own words: where fuzzing begins. */
public final class JsonSeeds {
  private static final String NINJS_1 =
      "{\"uri\":\"urn:quay:1\",\"type\":\"text\",\"pubstatus\":\"usable\",\"urgency\":3,\"language\":\"en\","
          + "\"versioncreated\":\"2026-05-03T10:00:00Z\",\"embargoed\":null,\"headline\":\"UPDATE 2-Rain\","
          + "\"byline\":\"Ann Poe\",\"located\":\"Lima\",\"body_html\":\"<p>LIMA (JBA) - Rain fell.</p><p>ab/cd</p>\","
          + "\"body_text\":\"Rain fell.\",\"ednote\":\"CORRECTS spelling\",\"subject\":[{\"name\":\"R\",\"code\":\"1\"}],"
          + "\"person\":[{\"name\":\"Jane Roe\",\"rel\":\"about\"}],\"place\":[{\"name\":\"Lima\"}],\"usageterms\":\"x\","
          + "\"associations\":{\"a\":{\"type\":\"picture\",\"uri\":\"urn:q:2\",\"renditions\":{\"m\":{\"href\":\"a.jpg\","
          + "\"width\":10,\"mimetype\":\"image/jpeg\"}}}}}";

  private static final String NINJS_2 =
      "{\"standard\":{\"name\":\"ninjs\",\"version\":\"3.0\"},\"uri\":\"urn:q:3\",\"versionCreated\":\"2026-05-03\","
          + "\"headlines\":[{\"role\":\"main\",\"value\":\"Rain\"}],\"bodies\":[{\"contentType\":\"text/plain\",\"value\":"
          + "\"Rain fell.\"},{\"contentType\":\"text/vnd.IPTC.NITF\",\"value\":\"<nitf><body><body.content><p>Rain</p>"
          + "</body.content></body></nitf>\"}],\"infoSources\":[{\"name\":\"Q\",\"role\":\"isrol:originated\"}],"
          + "\"renditions\":[{\"href\":\"v.mp4\",\"contentType\":\"video/mp4\",\"duration\":\"PT3S\"}],\"keywords\":[\"a\"],"
          + "\"descriptions\":[{\"role\":\"lead\",\"value\":\"It rained.\"}],\"evolvedFrom\":\"urn:q:0\","
          + "\"replacing\":[\"urn:q:00\"],\"by\":\"Ann\",\"signals\":[\"sig:kill\"],\"associations\":[{\"uri\":\"urn:q:4\","
          + "\"headlines\":[{\"value\":\"Wind\"}]}],\"eventDetails\":{\"dates\":{\"startDate\":\"2026\"},\"organiser\":"
          + "{\"name\":\"P\",\"contactInfo\":[{\"type\":\"phone\",\"value\":\"5\"}]}},\"plannedCoverage\":[{\"type\":\"t\"}]}";

  static final String AP =
      "{\"uri\":\"https://api.ap.org/media/v/content/0123456789abcdef0123456789abcdef?et=1\",\"altids\":{\"itemid\":"
          + "\"0123456789abcdef0123456789abcdef\",\"etag\":\"1\"},\"version\":2,\"type\":\"text\",\"headline\":\"Rain\","
          + "\"bylines\":[{\"by\":\"By ANN POE\",\"title\":\"Writer\"}],\"ednote\":\"Eds: CORRECTS: spelling\","
          + "\"usageterms\":[\"No archive.\"],\"provider\":\"AP\",\"firstcreated\":\"2026-05-03T10:00:00Z\","
          + "\"infosource\":[{\"name\":\"Quay\",\"type\":\"Member\"}],\"renditions\":{\"nitf\":{\"title\":\"NITF\","
          + "\"type\":\"text\",\"mimetype\":\"text/xml\",\"href\":\"https://q.example/1.xml\"}}}";

  static final String ENTRY =
      "{\"entry_id\":\"e1\",\"urn\":\"urn:newsml:dpa.com:20090101:1\",\"version\":3,\"version_created\":"
          + "\"2026-05-03T10:00:00+02:00\",\"embargoed\":null,\"pubstatus\":\"usable\",\"urgency\":4,\"headline\":\"Regen\","
          + "\"kicker\":\"Wetter\",\"byline\":\"Von Ann Poe\",\"dateline\":\"Lima (dpa) - \",\"ednote\":\"Bitte\","
          + "\"article_html\":\"<section class=\\\"main\\\"><p>Regen fiel.</p></section><section class=\\\"np-nonpublic\\\">"
          + "<p>Anruf</p></section>\",\"linkbox_html\":\"<ul><li><a href=\\\"w\\\">W</a></li></ul>\",\"categories\":[{\"type\":"
          + "\"dnltype:keyword\",\"name\":\"a\",\"qcode\":\"x:1\",\"rank\":1}],\"associations\":[{\"type\":\"image\",\"urn\":\"u\","
          + "\"renditions\":[{\"url\":\"a.jpg\",\"mimetype\":\"image/jpeg\",\"width\":10}],\"caption\":\"B\"}],\"notepad\":"
          + "{\"public_html\":\"<p>a</p>\",\"nonpublic_html\":\"<p>b</p>\"},\"signals\":[\"sig:update\"],\"genre\":\"x\"}";

  private JsonSeeds() {}

  public static Stream<byte[]> ninjs() {
    return XmlSeeds.all(NINJS_1, NINJS_2, "{\"_items\":[" + NINJS_1 + "," + NINJS_2 + "]}");
  }

  public static Stream<byte[]> mediaApi() {
    return XmlSeeds.all(
        "{\"api_version\":\"2.0\",\"data\":{\"item\":" + AP + "}}",
        "{\"data\":{\"items\":[{\"item\":" + AP + "},{\"item\":" + NINJS_1 + "}]}}",
        "{\"data\":{\"search\":{\"items\":[{\"uri\":\"tag:q.example,2026:1\",\"headLine\":\"Rain\","
            + "\"versionCreated\":\"2026\",\"bodyXhtml\":\"<p>Rain.</p>\"}]}}}");
  }

  public static Stream<byte[]> digitalwires() {
    return XmlSeeds.all(ENTRY, "{\"entries\":[" + ENTRY + "," + ENTRY + "]}", "[" + ENTRY + "]");
  }

  public static Stream<byte[]> jsonFeed() {
    return XmlSeeds.all(
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Q\",\"feed_url\":\"https://q.example/f\","
            + "\"next_url\":\"?2\",\"authors\":[{\"name\":\"Ann\"}],\"items\":[{\"id\":1,\"url\":\"/1\",\"title\":\"Rain\","
            + "\"content_html\":\"<p>It rained.</p>\",\"summary\":\"x\",\"image\":\"a.jpg\",\"tags\":[\"w\"],"
            + "\"date_published\":\"2026-11-24T10:00:00Z\",\"attachments\":[{\"url\":\"a.mp3\",\"mime_type\":\"audio/mpeg\","
            + "\"size_in_bytes\":9,\"duration_in_seconds\":3}]},{\"id\":\"2\",\"content_text\":\"Wind\"}]}",
        "{\"items\":[{\"id\":\"1\",\"content_text\":\"cut of");
  }
}
