package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import news.dateline.model.Article;
import news.dateline.model.Outgoing;
import news.dateline.publish.MessageRenderer;
import news.dateline.testing.Wires;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Words of editors to editors leave in no field and no property: in each format every place that is
 * for editors holds a word of its own, which must not come out again.
 */
class EditorsOnlyTest {
  private static final String SECRET = "Zz";
  private static final String NOTE = "CORRECTS spelling, call Zzdesk 555 0199";
  private static final String BODY =
      "PORT TOWN (QP) - Rain fell on the harbour for a third day, the harbour office said.";

  private final ReadingPath reader = new ReadingPath();

  @AfterEach
  void close() {
    reader.close();
  }

  /** Documents by format and what happened: new, corrected, killed, withheld, updated. */
  private static Map<String, String> documents() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String state : new String[] {"usable", "canceled", "withheld"}) {
      for (String signal : new String[] {"update", "correction", "kill", "none"}) {
        String name = state + " " + signal;
        all.put(
            "G2 " + name,
            Wires.g2(
                "urn:q:1",
                2,
                "<pubStatus qcode='stat:"
                    + state
                    + "'/><signal qcode='sig:"
                    + signal
                    + "'/><edNote role='ednoterole:"
                    + signal
                    + "'>"
                    + NOTE
                    + "</edNote><edNote>Eds: UPDATES throughout, Zzeds</edNote>",
                "Rain falls",
                BODY + "</p><p class='x-nonpublic'>Call Zzbody"));
        all.put(
            "NewsML " + name,
            Wires.newsMl(
                    "Q1",
                    2,
                    state,
                    "<Instruction FormalName='"
                        + signal
                        + "'/><RevisionHistory Comment='UPDATES, ask Zzrevision'/><AssociatedWith"
                        + " NewsItem='urn:q:9'><Comment>Zzcomment</Comment></AssociatedWith>",
                    "Rain falls",
                    BODY)
                .replace(
                    "</NewsLines>",
                    "<NewsLine><NewsLineType FormalName='AdvisoryLine'/><NewsLineText>"
                        + NOTE
                        + "</NewsLineText></NewsLine></NewsLines>"));
        all.put(
            "NITF " + name,
            Wires.nitf(
                    "9",
                    "management-status='"
                        + state
                        + "'><ed-msg info='"
                        + NOTE
                        + "'/>"
                        + (signal.equals("correction") ? "<correction id-string='9'/>" : ""),
                    "Rain falls",
                    BODY + "</p><note type='npa'><p>Zznote</p></note><p>Boats stay in.")
                .replace("</head>", "<revision-history comment='CORRECTS, Zzhistory'/></head>"));
        all.put(
            "ninjs " + name,
            Wires.ninjs(
                "urn:q:1",
                "\"pubStatus\":\""
                    + state
                    + "\",\"signals\":[\""
                    + signal
                    + "\"],\"edNote\":\""
                    + NOTE
                    + "\",",
                "Rain falls",
                BODY));
        all.put(
            "digitalwires " + name,
            "{\"format\":\"digitalwires@0.9.1\",\"urn\":\"urn:q:1\",\"version\":2,\"pubstatus\":\""
                + state
                + "\",\"signal\":\"sig:"
                + signal
                + "\",\"headline\":\"Rain"
                + " falls\",\"ednotes\":[{\"role\":\"dpaednoterole:correction\",\"ednote\":\""
                + NOTE
                + "\",\"is_publishable\":false}],\"notepad\":{\"nonpublic_html\":\"<p>Zzpad</p>\"},\"article_html\":\"<p>"
                + BODY
                + "</p><section class='np-nonpublic'><p>Zzsection</p></section>\"}");
      }
    }
    all.put(
        "7901",
        Wires.iptc7901(
            "qua",
            61,
            "harbour",
            "Rain falls",
            BODY
                + "\r\n\r\n"
                + "The following information is not for publication\r\n\r\n"
                + "Contact: Zzdesk, 555 0199\r\n"));
    all.put("mail", mail("text/plain", BODY + "\r\n-- \r\nWire Desk Zzsigned\r\nTel. 555 0199"));
    all.put(
        "mail of HTML",
        mail(
            "text/html",
            "<p>" + BODY + "</p><div class='gmail_signature'>Wire Desk Zzsigned 555 0199</div>"));
    return all;
  }

  private static String mail(String type, String body) {
    return "From: Quay Desk <desk@quay.example>\r\n"
        + "Date: Thu, 19 Feb 2015 17:18:40 +1100\r\n"
        + "Message-ID: <q7@quay.example>\r\n"
        + "Subject: Rain falls\r\n"
        + "MIME-Version: 1.0\r\n"
        + "Content-Type: "
        + type
        + "\r\n\r\n"
        + body
        + "\r\n";
  }

  private Article article(String document) {
    ReadingPath.Reading reading =
        reader.read(document.getBytes(StandardCharsets.UTF_8), "wire", s -> s.language("en"));
    assertThat(reading.batch().rejections()).isEmpty();
    return reading.batch().items().get(0);
  }

  @Test
  void nothing_said_to_editors_is_in_a_message() {
    MessageRenderer renderer = new MessageRenderer(false);
    documents()
        .forEach(
            (name, document) -> {
              Outgoing message = renderer.article(article(document));
              assertThat(message.body().utf8() + message.properties())
                  .as(name)
                  .doesNotContain(SECRET)
                  .doesNotContain("555 0199");
            });
  }

  @Test
  void when_asked_for_it_stands_under_editors_alone() throws Exception {
    MessageRenderer renderer = new MessageRenderer(true);
    int said = 0;
    for (Map.Entry<String, String> e : documents().entrySet()) {
      Outgoing message = renderer.article(article(e.getValue()));
      ObjectNode json = (ObjectNode) new ObjectMapper().readTree(message.body().utf8());
      said += json.path("editors").toString().contains(SECRET) ? 1 : 0;
      json.remove("editors");
      assertThat(json.toString() + message.properties()).as(e.getKey()).doesNotContain(SECRET);
    }
    assertThat(said).as("that they are there at all").isGreaterThan(20);
  }
}
