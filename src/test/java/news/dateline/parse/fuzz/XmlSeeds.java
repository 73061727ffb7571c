package news.dateline.parse.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** Small documents of every XML format, in our own words: where fuzzing begins. */
public final class XmlSeeds {
  private static final String BODY =
      "<p>LIMA, March 3 (JBA) - Rain <b>fell</b> on the &lt;harbour&gt;.</p>"
          + "<p class='np-nonpublic'>Editors' note: call the desk</p><p>ab/cd</p>";

  private static final String G2_META =
      "<catalogRef href='http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_27.xml'/>"
          + "<rightsInfo><copyrightHolder literal='Quay'/><usageTerms>None</usageTerms></rightsInfo>"
          + "<itemMeta><itemClass qcode='ninat:text'/><provider literal='dpa.com'/>"
          + "<versionCreated>2026-11-24T10:00:00Z</versionCreated><embargoed>2026-11-25T06:00:00Z</embargoed>"
          + "<pubStatus qcode='stat:usable'/><edNote role='drol:np'>Call 555</edNote>"
          + "<signal qcode='sig:correction'/><link rel='irel:seeAlso' residref='urn:q:2' version='1'/></itemMeta>"
          + "<contentMeta><urgency>3</urgency><creator role='crol:by'><name>Ann Poe</name></creator>"
          + "<headline>CORRECTED-Rain falls</headline><slugline separator='-'>Rain-Port</slugline>"
          + "<dateline>LIMA</dateline><by>By Ann Poe</by><creditline>Quay</creditline>"
          + "<subject qcode='medtop:01'><name xml:lang='en'>Rain</name><broader qcode='medtop:0'/></subject>"
          + "<located qcode='city:1'><name>Lima</name></located></contentMeta>";

  private XmlSeeds() {}

  static Stream<byte[]> all(String... texts) {
    return Arrays.stream(texts).map(t -> t.getBytes(StandardCharsets.UTF_8));
  }

  static String g2(String guid) {
    return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='"
        + guid
        + "' version='3' xml:lang='en'>"
        + G2_META
        + "<contentSet><inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'>"
        + "<body>"
        + BODY
        + "</body></html></inlineXML><inlineData contenttype='text/plain'>Rain fell.</inlineData>"
        + "<remoteContent href='a.jpg' contenttype='image/jpeg' width='10' rendition='rnd:x'/></contentSet></newsItem>";
  }

  public static Stream<byte[]> newsMlG2() {
    return all(
        g2("urn:newsml:q.example:1"),
        "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header><sender>q.example</sender>"
            + "<transmitId>T7</transmitId><priority>2</priority></header><itemSet>"
            + g2("urn:1")
            + g2("urn:2")
            + "<packageItem guid='urn:p'><itemMeta><title>Top</title></itemMeta><groupSet root='r'><group id='r'"
            + " role='g:top'><itemRef residref='urn:1'><title>Rain</title></itemRef><groupRef idref='r'/></group>"
            + "</groupSet></packageItem><planningItem guid='urn:l'><newsCoverageSet><newsCoverage><planning>"
            + "<edNote>By noon</edNote></planning></newsCoverage></newsCoverageSet></planningItem>"
            + "<conceptItem guid='urn:c'><concept><conceptId qcode='x:1'/><name>Rain</name></concept></conceptItem>"
            + "</itemSet></newsMessage>");
  }

  static String newsMl(String revision) {
    return "<NewsItem><Identification><NewsIdentifier><ProviderId>afp.com</ProviderId><DateId>20261124</DateId>"
        + "<NewsItemId>A1</NewsItemId><RevisionId PreviousRevision='0' Update='N'>"
        + revision
        + "</RevisionId><PublicIdentifier>urn:newsml:afp.com:20261124:A1:"
        + revision
        + "N</PublicIdentifier></NewsIdentifier><NameLabel>Rain</NameLabel></Identification><NewsManagement>"
        + "<NewsItemType FormalName='News'/><ThisRevisionCreated>20261124T100000Z</ThisRevisionCreated>"
        + "<Status FormalName='Usable'/><StatusWillChange><FutureStatus FormalName='Usable'/><DateAndTime>"
        + "20261125T060000Z</DateAndTime></StatusWillChange><Urgency FormalName='2'/>"
        + "<Instruction FormalName='Correction'/></NewsManagement><NewsComponent><NewsLines>"
        + "<HeadLine>Rain falls</HeadLine><ByLine>Ann Poe</ByLine><DateLine>Lima, 24 nov 2026 (WIRE) -</DateLine>"
        + "<SlugLine>rain</SlugLine><NewsLine><NewsLineType FormalName='Note'/><NewsLineText>Mind</NewsLineText>"
        + "</NewsLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName='AFP'/></Provider>"
        + "</AdministrativeMetadata><DescriptiveMetadata><Language FormalName='en'/><SubjectCode><Subject"
        + " FormalName='01000000'/></SubjectCode><Location><Property FormalName='City' Value='Lima'/></Location>"
        + "</DescriptiveMetadata><NewsComponent><NewsComponent><Role FormalName='Main'/><ContentItem>"
        + "<Format FormalName='NITF'/><DataContent><nitf><body><body.content>"
        + BODY
        + "</body.content></body></nitf></DataContent></ContentItem></NewsComponent><NewsComponent Duid='p1'>"
        + "<Role FormalName='Photo'/><ContentItem Href='a.jpg'><MediaType FormalName='Photo'/><Characteristics>"
        + "<SizeInBytes>9</SizeInBytes><Property FormalName='Width' Value='10'/></Characteristics></ContentItem>"
        + "</NewsComponent></NewsComponent></NewsComponent></NewsItem>";
  }

  public static Stream<byte[]> newsMl1() {
    return all(
        "<NewsML><Catalog/><NewsEnvelope><SentFrom><Party FormalName='AFP'/></SentFrom>"
            + "<DateAndTime>20261124T100000Z</DateAndTime><Priority FormalName='4'/></NewsEnvelope>"
            + newsMl("1")
            + newsMl("2")
            + "</NewsML>",
        "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE NewsML SYSTEM 'NewsML_1.2.dtd' [<!ENTITY q 'Quay'>]>"
            + "<NewsML>"
            + newsMl("&q;")
            + "</NewsML>");
  }

  public static Stream<byte[]> nitf() {
    return all(
        "<nitf uno='u'><head><title>Rain</title><meta name='ap-slug' content='Rain'/><docdata"
            + " management-status='usable'><doc-id id-string='1' regsrc='AP'/><urgency ed-urg='2'/>"
            + "<date.issue norm='20261124T100000Z'/><date.release norm='20261125T100000Z'/><ed-msg info='Note'/>"
            + "<du-key key='k' version='2'/><doc.copyright holder='Quay' year='2026'/><key-list><keyword"
            + " key='rain'/></key-list><identified-content><location><city>Lima</city></location>"
            + "</identified-content><series series.name='s' series.part='1' series.totalpart='2'/></docdata>"
            + "<pubdata type='print' date.publication='20261124'/><revision-history name='A' function='editor'"
            + " norm='20261124'/></head><body><body.head><hedline><hl1>Rain falls</hl1><hl2>At last</hl2></hedline>"
            + "<note noteclass='cpyrt'><body.content><p>Mind</p></body.content></note><byline>By <person>Ann Poe"
            + "</person><byttl>Writer</byttl></byline><distributor>Quay</distributor><dateline><location>Lima"
            + "</location><story.date norm='20261124'/></dateline><abstract><p>Rain.</p></abstract></body.head>"
            + "<body.content><block>"
            + BODY
            + "<media media-type='image'><media-reference source='a.jpg' mime-type='image/jpeg' width='10'/>"
            + "<media-caption>A boat</media-caption></media><table><tr><td>1</td></tr></table><ul><li>x</li></ul>"
            + "</block></body.content><body.end><tagline>(Ann Poe)</tagline><bibliography>b</bibliography></body.end>"
            + "</body></nitf>",
        "<nitf><body><body.content>Rain fell.<p>Again.</p></body.content></body></nitf>");
  }

  public static Stream<byte[]> ownXml() {
    return all(
        "<RBNews><HistID>7</HistID><NewsID>8</NewsID><version>2</version><headline>Regn</headline>"
            + "<subtitle>Igen</subtitle><content>&lt;p&gt;Regn faldt.&lt;/p&gt;</content>"
            + "<PublishDate>2026-11-24T10:00:00</PublishDate><town>Lima</town><byLine>Ann Poe</byLine>"
            + "<Priority>3</Priority><TilRedaktionen>Ring</TilRedaktionen><Annuleret>false</Annuleret>"
            + "<section>a</section><SubjectKeyword>b</SubjectKeyword></RBNews>",
        "<list><RBNews><headline>A</headline></RBNews><RBNews><content>B</content></RBNews></list>");
  }

  public static Stream<byte[]> rss() {
    return all(
        "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:media='http://search.yahoo.com/mrss/'"
            + " xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Quay</title><ttl>60</ttl>"
            + "<link>https://q.example/</link><skipHours><hour>3</hour></skipHours><item><title>Rain &amp;amp; wind</title>"
            + "<link>/1</link><guid isPermaLink='false'>1</guid><pubDate>Tue, 24 Nov 2026 10:00:00 +0000</pubDate>"
            + "<dc:creator>Ann Poe</dc:creator><category domain='d'>w</category><enclosure url='a.mp3' length='9'"
            + " type='audio/mpeg'/><media:group><media:content url='a.jpg' width='10'/><media:credit>Q</media:credit>"
            + "</media:group><description>It &lt;b&gt;rained&lt;/b&gt;</description><content:encoded><![CDATA["
            + BODY
            + "]]></content:encoded></item></channel></rss>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
            + "<channel rdf:about='x'><title>Q</title></channel><item rdf:about='1'><title>Rain</title></item></rdf:RDF>",
        "<rss><channel><item><title>Rain & <b>wind</title><description>&nbsp;<p>x</item><item><title>y");
  }

  public static Stream<byte[]> atom() {
    return all(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://q.example/'><title type='html'>Q &amp;lt;i&amp;gt;"
            + "</title><id>f</id><link rel='next' href='?2'/><entry><title>Rain</title><id>1</id><link href='1'/>"
            + "<link rel='enclosure' href='a.mp3' length='9'/><updated>2026-11-24T10:00:00Z</updated><author><name>Ann"
            + "</name><email>a@q.example</email></author><category term='w' scheme='s' label='W'/><summary>It</summary>"
            + "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
            + BODY
            + "</div></content><source><title>Other</title></source></entry></feed>",
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title mode='escaped'>&lt;b&gt;R</title>"
            + "<modified>2004</modified><content mode='base64'>UmFpbg==</content></entry></feed>",
        "<entry xmlns='http://www.w3.org/2005/Atom'><title>Rain</title><content type='text/html'>x</content></entry>");
  }
}
