package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.dateline.model.Batch;
import news.dateline.model.Bytes;
import news.dateline.model.Cursor;
import news.dateline.model.Document;
import news.dateline.model.Item;
import news.dateline.model.Listing;
import news.dateline.model.ListingPage;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.model.Visit;
import org.junit.jupiter.api.Test;

final class ListingReaderTest {
  private static final String FEED = "https://quay.example/api/feed?size=2&since=old";

  private static Listing listing(String items, String document, String next, String cursor) {
    return new Listing(
        Some.text(items),
        Some.text(document),
        Optional.empty(),
        Optional.empty(),
        Some.text(next),
        Some.text(cursor),
        !cursor.isEmpty());
  }

  private static Batch<Item> batch(Listing listing, String page) {
    Source source =
        Source.builder("quay", "The Quay").feed(URI.create(FEED)).listing(listing).build();
    Visit visit =
        new Visit(
            Documents.NOW,
            Duration.ZERO,
            OptionalInt.of(200),
            1,
            Cursor.START,
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return Documents.parse(
        new Document(
            source,
            "https://quay.example/api/feed",
            Bytes.wrap(page.getBytes(StandardCharsets.UTF_8)),
            Optional.empty(),
            visit));
  }

  private static ListingPage page(Listing listing, String page) {
    return batch(listing, page).feed().listing().orElseThrow();
  }

  private static List<String> addresses(ListingPage page) {
    return page.entries().stream().map(e -> e.address().toString()).toList();
  }

  @Test
  void the_addresses_of_documents_are_found_in_json_and_made_absolute() {
    ListingPage page =
        page(
            listing("data/items", "r/href", "data/next", ""),
            "{\"data\":{\"items\":[{\"r\":{\"href\":\"/1.xml\"}},{\"r\":{\"href\":\"https://pier.example/2.xml\"}},{\"r\":{\"href\":\"javascript:x\"}}],\"next\":\"?page=2\"}}");
    assertThat(addresses(page))
        .containsExactly("https://quay.example/1.xml", "https://pier.example/2.xml");
    assertThat(page.next()).contains(URI.create("https://quay.example/api/?page=2"));
  }

  @Test
  void a_token_takes_the_place_of_the_one_in_the_feeds_address() {
    ListingPage page =
        page(listing("items", "href", "next", "since"), "{\"items\":[],\"next\":\"a b&c\"}");
    assertThat(page.next())
        .contains(URI.create("https://quay.example/api/feed?size=2&since=a+b%26c"));
  }

  @Test
  void a_mark_changes_with_the_entry_unless_a_key_says_what_counts() {
    Listing plain = listing("items", "href", "", "");
    Listing keyed =
        new Listing(
            plain.items(),
            plain.document(),
            Optional.of("etag"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
    String one = "{\"items\":[{\"href\":\"/1\",\"etag\":\"e1\",\"views\":1}]}";
    String two = one.replace("\"views\":1", "\"views\":2");
    assertThat(page(plain, one)).isNotEqualTo(page(plain, two));
    assertThat(page(keyed, one)).isEqualTo(page(keyed, two));
    assertThat(page(keyed, one)).isNotEqualTo(page(keyed, one.replace("e1", "e2")));
  }

  @Test
  void entries_in_xml_are_found_as_well() {
    ListingPage page =
        page(
            listing("Contents", "Key", "NextMarker", "marker"),
            "<ListBucketResult><Contents><Key>a/1.xml</Key><ETag>x</ETag></Contents><Contents><Key>a/2.xml</Key></Contents><NextMarker>a/2.xml</NextMarker></ListBucketResult>");
    assertThat(addresses(page))
        .containsExactly("https://quay.example/api/a/1.xml", "https://quay.example/api/a/2.xml");
    assertThat(page.next())
        .contains(URI.create("https://quay.example/api/feed?size=2&since=old&marker=a%2F2.xml"));
  }

  @Test
  void of_a_page_of_links_only_files_below_it_on_its_host_are_documents() {
    ListingPage page =
        page(
            listing("", "", "", ""),
            "<!DOCTYPE html><html><body><a href='?C=M'>Date</a><a href='../'>Up</a><a href='sub/'>sub</a><a href='#x'>x</a>"
                + "<a href='1.xml'>1</a> 10:00<a href='/other/2.xml'>2</a><a href='https://pier.example/api/3.xml'>3</a></body></html>");
    assertThat(addresses(page)).containsExactly("https://quay.example/api/1.xml");
  }

  @Test
  void an_entry_without_an_address_is_a_document_and_a_bad_one_leaves_its_neighbours_alone() {
    Batch<Item> batch =
        batch(
            listing("items", "href", "", ""),
            "{\"items\":[{\"uri\":\"urn:quay:1\",\"headline\":\"Rain\",\"body_text\":\"It rained.\"},{\"colour\":\"blue\"},{\"href\":\"/3\"}]}");
    assertThat(batch.items()).hasSize(1);
    assertThat(batch.rejections()).hasSize(1);
    assertThat(batch.rejections().get(0).reason()).isEqualTo(Reason.UNKNOWN_FORMAT);
    assertThat(batch.feed().listing().orElseThrow().entries()).hasSize(1);
  }

  @Test
  void a_listing_that_cannot_be_read_is_rejected_whole() {
    Batch<Item> batch = batch(listing("items", "href", "", ""), "only words");
    assertThat(batch.received()).isZero();
    assertThat(batch.rejections()).hasSize(1);
  }
}
