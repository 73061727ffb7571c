package news.dateline.parse.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Much of everything, and one within the other: what fuzzing is too short to come upon. */
class ManyAndDeepTest {
  private static final String MAIL =
      "From: Quay Desk <desk@q.example>\r\nDate: Thu, 19 Feb 2015 17:18:40 +1100\r\nSubject: Rain\r\n";

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void it_ends_soon_and_keeps_little(String name, String format, byte[] document) {
    Promise.parsed(document, Optional.of(format).filter(f -> !f.isEmpty()));
  }

  private static Arguments text(String name, String format, String text) {
    return Arguments.of(name, format, text.getBytes(ISO_8859_1));
  }

  static Stream<Arguments> documents() {
    return Stream.of(transmissions(), texts(), trees(), mails(), archives()).flatMap(s -> s);
  }

  private static Stream<Arguments> transmissions() {
    String all =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "\u0001eca" + i + " 4 i 2\r\n\u0002Rain =\n\nIt rained.\u0003\u0004")
            .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
            .toString();
    return Stream.of("iptc7901", "anpa1312", "text")
        .flatMap(
            f ->
                Stream.of(
                    text("100,000 SOH, " + f, f, "\u0001".repeat(100_000)),
                    text("SOH and letters, " + f, f, "\u0001a\u0002".repeat(30_000)),
                    text("10,000 transmissions, " + f, f, all),
                    text(
                        "a million spaces, " + f,
                        f,
                        "\u0001eca1 4 i 2\r\n" + " ".repeat(1_000_000)),
                    text(
                        "open brackets, " + f,
                        f,
                        "\u0001eca1 4 i 2\r\n\u0002" + "(a\n".repeat(50_000)),
                    text(
                        "carets, " + f,
                        f,
                        "\u0001W1234\u001fa\nr i\n\u0002" + "^a\n".repeat(50_000)),
                    text(
                        "huge numbers, " + f,
                        f,
                        "\u0001eca" + "9".repeat(300) + " 9 i " + "9".repeat(300)),
                    text(
                        "slashes and spaces, " + f,
                        f,
                        "\u0001eca1 4 i 2\r\n\nRain" + "/ ".repeat(50_000) + "a\n\u0002Rain"),
                    text("ZCZC and nothing, " + f, f, "ZCZC\n".repeat(20_000))));
  }

  private static Stream<Arguments> texts() {
    return Stream.of(
        text("100,000 paragraphs", "text", "It rained.\n\n".repeat(100_000)),
        text("one line", "text", "Rain fell on the harbour ".repeat(40_000)),
        text(
            "100,000 lines",
            "iptc7901",
            "\u0001eca1 4 i 2\r\n\u0002Rain =\n\n" + "rain-\n".repeat(100_000)),
        text(
            "an embargo and spaces",
            "text",
            "Rain\n\nEMBARGOED UNTIL " + " ".repeat(100_000) + "x"));
  }

  private static Stream<Arguments> trees() {
    String ninjs = "{\"uri\":\"u\",\"headline\":\"h\",\"associations\":{\"a\":";
    String body = "<nitf><body><body.content>";
    return Stream.of(
        text("deep XML", "", "<nitf>" + "<p>".repeat(100_000)),
        text("100,000 paragraphs of XML", "", body + "<p>a</p>".repeat(100_000)),
        text(
            "documents in documents",
            "nitf",
            "<nitf><body><body.content><p>It rained all day.</p></body.content>".repeat(190)),
        text(
            "pictures in pictures",
            "",
            body
                + "<media><media-reference source='a'/>".repeat(190)
                + "<media-reference source='b'/>".repeat(20_000)),
        text(
            "20,000 pictures in a component",
            "newsml-1.2",
            "<NewsML><NewsItem><NewsComponent>"
                + "<ContentItem Href='a'><MediaType FormalName='Photo'/></ContentItem>"
                    .repeat(20_000)),
        text("tables in tables", "", body + "<table><tr><td>a".repeat(100)),
        text("items in items", "newsml-g2", "<newsItem guid='a'><itemMeta>".repeat(190)),
        text(
            "components in components",
            "newsml-1",
            "<NewsML>" + "<NewsItem><NewsComponent>a".repeat(190)),
        text("own items in own items", "own-xml", "<RBNews><headline>a</headline>".repeat(390)),
        text("deep JSON", "", "[".repeat(100_000)),
        text("deep associations", "ninjs", ninjs.repeat(300) + "1" + "}}".repeat(300)),
        text(
            "deep sections",
            "dpa-digitalwires",
            "{\"urn\":\"u\",\"article_html\":\"" + "<div class='notepad'>a".repeat(20_000) + "\"}"),
        text(
            "100,000 keywords",
            "ninjs",
            "{\"uri\":\"u\",\"headline\":\"h\",\"keywords\":[" + "\"a\",".repeat(100_000) + "1]}"),
        text(
            "a billion laughs",
            "",
            "<!DOCTYPE nitf [<!ENTITY a 'aaaaaaaaaa'>"
                + IntStream.range(1, 20)
                    .mapToObj(
                        i ->
                            "<!ENTITY "
                                + "a".repeat(i + 1)
                                + " '"
                                + ("&" + "a".repeat(i) + ";").repeat(10)
                                + "'>")
                    .reduce("", String::concat)
                + "]><nitf><body><body.content><p>&"
                + "a".repeat(20)
                + ";</p></body.content></body></nitf>"));
  }

  private static Stream<Arguments> mails() {
    String part = "--q\r\nContent-Type: text/plain\r\n\r\nRain.\r\n";
    String mixed = "Content-Type: multipart/mixed; boundary=";
    String nested =
        IntStream.range(0, 60)
            .mapToObj(i -> mixed + "q" + i + "\r\n\r\n--q" + i + "\r\n")
            .reduce("", String::concat);
    String forwarded = ("Content-Type: message/rfc822\r\n\r\n" + MAIL).repeat(60);
    return Stream.of(
        text("10,000 parts", "email", MAIL + mixed + "q\r\n\r\n" + part.repeat(10_000) + "--q--"),
        text("parts in parts", "email", MAIL + nested + "\r\nRain."),
        text("mails in mails", "email", MAIL + forwarded + "\r\nRain."),
        text("100,000 headers", "email", MAIL + "X-A: b\r\n".repeat(100_000) + "\r\nRain."),
        text(
            "a folded subject",
            "email",
            "From: a@b\r\nDate: x\r\nSubject: " + "=?utf-8?Q?a?=\r\n ".repeat(30_000)),
        text(
            "a subject of question marks",
            "email",
            "From: a@b\r\nDate: x\r\nSubject: " + "=?".repeat(100_000)),
        text(
            "a sender's brackets",
            "email",
            "Date: x\r\nSubject: a\r\nFrom: " + "(<\"".repeat(50_000)),
        text(
            "a domain of dots",
            "email",
            "Date: x\r\nSubject: a\r\nFrom: a@" + "b.".repeat(30_000) + "c"));
  }

  private static Stream<Arguments> archives() {
    byte[] bomb = TextSeeds.zip(Map.of("a.xml", new byte[40 << 20]));
    byte[] nested = "<rss/>".getBytes(ISO_8859_1);
    for (int i = 0; i < 8; i++) {
      nested = TextSeeds.zip(Map.of("in.zip", nested));
    }
    byte[] gzip = new byte[1 << 20];
    for (int i = 0; i < 6; i++) {
      gzip = TextSeeds.gzip(gzip);
    }
    byte[] tar = TextSeeds.tar(Map.of("a.xml", new byte[10]));
    System.arraycopy("77777777777".getBytes(ISO_8859_1), 0, tar, 124, 11);
    return Stream.of(
        Arguments.of("a ZIP bomb", "archive", bomb),
        Arguments.of("ZIP in ZIP in ZIP", "archive", nested),
        Arguments.of("gzip in gzip in gzip", "", gzip),
        Arguments.of("a TAR whose file has eight gigabytes", "", tar),
        Arguments.of(
            "a ZIP within a TAR that is a bomb", "", TextSeeds.tar(Map.of("b.zip", bomb))));
  }
}
