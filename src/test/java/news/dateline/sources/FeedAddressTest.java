package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedAddressTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "https://quay.example/rss, https://quay.example/rss",
        "HTTP://Quay.Example:80/Rss, http://quay.example/Rss",
        "feed://quay.example/rss, http://quay.example/rss",
        "feed:https://quay.example/rss, https://quay.example/rss",
        "feed:http://quay.example/rss, http://quay.example/rss",
        "itpc://quay.example/pod, http://quay.example/pod",
        "//quay.example/rss, https://quay.example/rss",
        "quay.example, https://quay.example",
        "quay.example/rss.xml, https://quay.example/rss.xml",
        "quay.example:8080/rss, https://quay.example:8080/rss",
        "http:/quay.example/rss, http://quay.example/rss",
        "https://quay.example/a b|c#top, https://quay.example/a%20b%7Cc",
        "https://quay.example/100%, https://quay.example/100%25",
        "https://quay.example/a%20b, https://quay.example/a%20b",
        "https://вести.example/лента, https://xn--b1agj9af.example/%D0%BB%D0%B5%D0%BD%D1%82%D0%B0",
        "http://[2001:db8::1]:8080/x, http://[2001:db8::1]:8080/x",
      })
  void is_made_one_that_can_be_asked(String written, String address) {
    assertThat(FeedAddress.of(written).uri()).contains(URI.create(address));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "ftp://quay.example/rss, over http or https",
        "mailto:desk@quay.example, not mailto",
        "javascript:void(0), not javascript",
        "rss.xml, not a full address",
        "/feeds/rss, not a full address",
        "https://me:secret@quay.example/, user name",
        "https://quay.example/?key=${KEY}, secret",
        "https:///, host name",
        "https://qu ay.example/, not a",
        "``, no address"
      })
  void or_is_refused_with_the_reason(String written, String reason) {
    FeedAddress address = FeedAddress.of(written);
    assertThat(address.uri()).isEmpty();
    assertThat(address.refusal()).contains(reason);
  }

  @Test
  void line_ends_inside_do_not_matter() {
    assertThat(FeedAddress.of(" https://quay.example/\n  rss\t").uri())
        .contains(URI.create("https://quay.example/%20%20rss"));
    assertThat(FeedAddress.of("https://quay.example/\nrss").uri())
        .contains(URI.create("https://quay.example/rss"));
  }

  @Test
  void one_feed_has_one_key_however_it_is_written() {
    String key = FeedAddress.key(URI.create("https://quay.example/rss?a=1"));
    assertThat(FeedAddress.key(URI.create("http://www.quay.example:80/rss/?a=1"))).isEqualTo(key);
    assertThat(FeedAddress.key(URI.create("https://quay.example/rss?a=2"))).isNotEqualTo(key);
    assertThat(FeedAddress.key(URI.create("https://quay.example:8443/rss?a=1"))).isNotEqualTo(key);
  }
}
