package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Batch;
import news.dateline.model.Bytes;
import news.dateline.model.Item;
import news.dateline.testing.Wires;
import org.junit.jupiter.api.Test;

/** An item that was buried alone is read again as it stood in its document. */
class EnvelopeTest {
  private static Map<String, String> documents() {
    Map<String, String> all = new LinkedHashMap<>();
    String items =
        "<item><title>Rain</title><guid>q1</guid><dc:creator>Ann"
            + " Poe</dc:creator><description>&lt;p&gt;Rain"
            + " fell.</description></item><item><title>Snow</title><guid>q2</guid></item>";
    String dc = " xmlns:dc='http://purl.org/dc/elements/1.1/'";
    all.put("rss", "<rss version='2.0'" + dc + "><channel>" + items + "</channel></rss>");
    all.put(
        "rdf",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
            + " xmlns='http://purl.org/rss/1.0/'"
            + dc
            + "><channel><title>G</title></channel>"
            + items
            + "</rdf:RDF>");
    all.put(
        "atom",
        "<feed"
            + " xmlns='http://www.w3.org/2005/Atom'><title>G</title><entry><id>urn:q:1</id><title>Rain</title><content"
            + " type='html'>&lt;p&gt;Rain"
            + " fell.</content></entry><entry><id>urn:q:2</id><title>Snow</title></entry></feed>");
    all.put(
        "cdf",
        "<channel href='http://q.example/'><title>G</title><item"
            + " href='http://q.example/1'><title>Rain</title></item></channel>");
    all.put(
        "sitemap",
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
            + " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>"
            + "<url><loc>http://q.example/1</loc><news:news><news:title>Rain</news:title></news:news></url></urlset>");
    all.put(
        "JSON Feed",
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"title\":\"Rain\",\"content_text\":\"Rain"
            + " fell.\"},{\"id\":\"2\",\"title\":\"Snow\"}]}");
    all.put(
        "7901",
        Wires.iptc7901("qua", 61, "harbour", "Rain falls", "Rain fell on the harbour.")
            + Wires.iptc7901("qua", 62, "harbour", "Snow falls", "Snow fell on the harbour."));
    String g2 = Wires.g2("urn:q:1", 1, "", "Rain falls", "Rain fell.");
    all.put(
        "G2",
        g2.replace(
            "</itemSet>",
            "<newsItem"
                + " guid='urn:q:2'><contentMeta><headline>Snow</headline></contentMeta></newsItem></itemSet>"));
    all.put(
        "ninjs",
        "["
            + Wires.ninjs("urn:q:1", "", "Rain falls", "Rain fell.")
            + ","
            + Wires.ninjs("urn:q:2", "", "Snow falls", "Snow fell.")
            + "]");
    return all;
  }

  @Test
  void an_item_of_any_format_is_read_again_from_its_own_bytes() {
    documents()
        .forEach(
            (name, document) -> {
              Batch<Item> batch = Documents.parse(document);
              assertThat(batch.items()).as(name).isNotEmpty();
              for (Item item : batch.items()) {
                Bytes again = Envelope.around(item.raw().get(), Optional.of(batch.feed().format()));
                Batch<Item> read = Documents.parse(again.array());
                assertThat(read.rejections()).as(name).isEmpty();
                assertThat(read.items())
                    .as(name)
                    .filteredOn(i -> i.identity().guid().equals(item.identity().guid()))
                    .anySatisfy(
                        i -> {
                          assertThat(i.headline()).isEqualTo(item.headline());
                          assertThat(i.body()).isEqualTo(item.body());
                          assertThat(i.people()).isEqualTo(item.people());
                          assertThat(i.identity().link()).isEqualTo(item.identity().link());
                        });
              }
            });
  }

  @Test
  void one_buried_before_its_format_was_kept_is_known_by_its_element() {
    for (String item :
        List.of(
            "<item><title>Rain</title></item>",
            "<?xml version='1.0'?>\n<item rdf:about='x'><title>Rain</title></item>",
            "<entry><title>Rain</title></entry>",
            "{\"id\":\"1\",\"title\":\"Rain\",\"content_text\":\"Rain fell.\"}")) {
      Bytes again = Envelope.around(Bytes.utf8(item), Optional.empty());
      assertThat(Documents.parse(again.array()).items()).as(item).hasSize(1);
    }
  }

  @Test
  void a_document_stays_as_it_is() {
    for (String document : documents().values()) {
      Bytes bytes = Bytes.utf8(document);
      assertThat(Envelope.around(bytes, Optional.empty())).isSameAs(bytes);
    }
  }
}
