package news.dateline.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
  @ParameterizedTest
  @CsvSource({
    "http://a.example/x/feed?p=1, /rss, http://a.example/rss",
    "http://a.example/x/feed?p=1, rss, http://a.example/x/rss",
    "http://a.example/x/feed?p=1, ?p=2, http://a.example/x/feed?p=2",
    "http://a.example/x/feed, ../up, http://a.example/up",
    "http://a.example, rss, http://a.example/rss",
    "http://a.example?x=1, rss, http://a.example/rss",
    "http://a.example/, //b.example/c, http://b.example/c",
    "https://a.example/, //b.example/c, https://b.example/c",
    "http://a.example/, HTTPS://B.Example:443/C, https://b.example/C",
    "http://a.example/, https://b.example:8443/C#part, https://b.example:8443/C",
    "http://a.example/, 'http://b.example/a b|c', http://b.example/a%20b%7Cc",
    "http://a.example/, http://b.example/100%, http://b.example/100%25",
    "http://a.example/, http://jane:secret@b.example/, http://b.example/",
    "http://a.example/, 'http://good.example\\@b.example/', http://b.example/",
    "http://[2606:4700::1]:8080/a, /b, http://[2606:4700::1]:8080/b",
    "http://a.example/a, '', http://a.example/"
  })
  void resolves_as_browsers_do(String from, String location, String expected) {
    assertThat(Target.of(URI.create(from)).orElseThrow().resolve(location).orElseThrow().uri())
        .isEqualTo(URI.create(expected));
  }

  @Test
  void reads_national_letters_whose_bytes_came_as_latin_1() {
    String header =
        new String("/новости".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(
            Target.of(URI.create("http://a.example/"))
                .orElseThrow()
                .resolve(header)
                .orElseThrow()
                .path())
        .isEqualTo("/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8");
  }

  @Test
  void the_usual_port_is_the_same_origin_as_none() {
    Target bare = Target.of(URI.create("https://A.example/")).orElseThrow();
    assertThat(bare.sameOrigin(Target.of(URI.create("https://a.example:443/x")).orElseThrow()))
        .isTrue();
    assertThat(bare.sameOrigin(Target.of(URI.create("http://a.example/")).orElseThrow())).isFalse();
    assertThat(bare.sameOrigin(Target.of(URI.create("https://a.example:444/")).orElseThrow()))
        .isFalse();
    assertThat(bare.hostKey()).isEqualTo("a.example:443");
  }
}
