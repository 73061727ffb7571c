package news.dateline.testing;

import java.util.Optional;

/** Small wire files in our own words, one writer a format. */
public final class Wires {
  private Wires() {}

  /**
   * NewsML-G2.
   *
   * @param meta further elements of itemMeta, for instance an embargo
   */
  public static String g2(String guid, int version, String meta, String headline, String body) {
    return "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header><sent>2026-05-03T10:00:00Z</sent></header>"
        + "<itemSet><newsItem guid=\""
        + guid
        + "\" version=\""
        + version
        + "\" xml:lang=\"en\" standard=\"NewsML-G2\" standardversion=\"2.20\" conformance=\"power\">"
        + "<itemMeta><itemClass qcode=\"ninat:text\"/><provider literal=\"quay.example\"/>"
        + "<versionCreated>2026-05-03T10:00:0"
        + version % 10
        + "Z</versionCreated>"
        + meta
        + "</itemMeta><contentMeta><urgency>4</urgency><headline>"
        + headline
        + "</headline></contentMeta><contentSet><inlineXML contenttype=\"application/xhtml+xml\">"
        + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>"
        + body
        + "</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>";
  }

  /** An embargo in G2; empty: without a time. */
  public static String embargoed(Optional<String> until) {
    return "<embargoed>" + until.orElse("") + "</embargoed>";
  }

  /**
   * NewsML 1.2.
   *
   * @param management further elements of NewsManagement
   */
  public static String newsMl(
      String id, int revision, String status, String management, String headline, String body) {
    return "<NewsML Version=\"1.2\"><NewsEnvelope><DateAndTime>20260503T100000Z</DateAndTime></NewsEnvelope><NewsItem>"
        + "<Identification><NewsIdentifier><ProviderId>quay.example</ProviderId><DateId>20260503</DateId><NewsItemId>"
        + id
        + "</NewsItemId><RevisionId PreviousRevision=\""
        + (revision - 1)
        + "\" Update=\"N\">"
        + revision
        + "</RevisionId><PublicIdentifier>urn:newsml:quay.example:20260503:"
        + id
        + ":"
        + revision
        + "</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName=\"News\"/>"
        + "<FirstCreated>20260503T100000Z</FirstCreated><ThisRevisionCreated>20260503T100000Z</ThisRevisionCreated>"
        + "<Status FormalName=\""
        + status
        + "\"/>"
        + management
        + "</NewsManagement><NewsComponent><NewsLines><HeadLine>"
        + headline
        + "</HeadLine></NewsLines><NewsComponent><ContentItem><DataContent><nitf><body><body.content><p>"
        + body
        + "</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>";
  }

  /**
   * NITF.
   *
   * @param docdata attributes of docdata, and its further elements after a {@code >}
   */
  public static String nitf(String id, String docdata, String headline, String body) {
    return "<nitf><head><docdata "
        + docdata
        + "<doc-id regsrc=\"quay.example\" id-string=\""
        + id
        + "\"/><date.issue norm=\"20260503T100000Z\"/></docdata></head><body><body.head><hedline><hl1>"
        + headline
        + "</hl1></hedline></body.head><body.content><p>"
        + body
        + "</p></body.content></body></nitf>";
  }

  /**
   * ninjs 3.
   *
   * @param more further members, each ending in a comma
   */
  public static String ninjs(String uri, String more, String headline, String body) {
    return "{\"uri\":\""
        + uri
        + "\",\"type\":\"text\","
        + more
        + "\"versionCreated\":\"2026-05-03T10:00:00Z\",\"headlines\":[{\"role\":\"main\",\"value\":\""
        + headline
        + "\"}],\"bodies\":[{\"role\":\"main\",\"contentType\":\"text/plain\",\"value\":\""
        + body
        + "\"}]}";
  }

  /**
   * One IPTC 7901 transmission.
   *
   * @param head lines of the headline block, the last without its {@code =}
   */
  public static String iptc7901(
      String service, int number, String keywords, String head, String body) {
    return "\u0001"
        + service
        + String.format("%03d", number)
        + " 4 i 60  quay "
        + String.format("%03d", number)
        + "\r\n\r\n"
        + keywords
        + "/\r\n\u0002"
        + head
        + " =\r\n\r\n"
        + body
        + "\r\n\u0003031000 GMT May 26\r\n\u0004";
  }
}
