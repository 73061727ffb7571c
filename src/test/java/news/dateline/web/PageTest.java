package news.dateline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  private static final Path FILES = Path.of("src/main/resources/news/dateline/web");
  private final Page page = new Page(Peers.guard("127.0.0.1", Optional.empty()));

  @Test
  void serves_the_page_at_the_root() {
    Reply reply = page.serve(request("GET", "/", "localhost"));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(reply.body().utf8()).contains("<title>Dateline</title>");
    assertThat(reply.headers()).containsKeys("ETag", "Content-Security-Policy");
  }

  @Test
  void serves_every_file_the_page_names() throws IOException {
    int seen = 0;
    for (Path file : files()) {
      Matcher names =
          Pattern.compile("(?:src|href)=\"(/page/[^\"]+)\"|from '\\./([a-z-]+\\.js)'")
              .matcher(Files.readString(file));
      while (names.find()) {
        String path = names.group(1) != null ? names.group(1) : "/page/js/" + names.group(2);
        assertThat(page.serve(request("GET", path, "localhost")).status()).as(path).isEqualTo(200);
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(20);
  }

  @Test
  void never_turns_text_into_markup_and_asks_no_other_machine() throws IOException {
    for (Path file : files()) {
      assertThat(Files.readString(file))
          .as(file.toString())
          .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
          .doesNotContainPattern("(?:src|href|from|url\\()\\s*=?\\s*[\"'(]?https?://");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/page/../HttpApi.class",
        "/page/js/../../HttpApi.class",
        "/page/",
        "/page/js/none.js",
        "/page/js/main.js/",
        "/index.html/x",
        "/HttpApi.class",
        "/page//etc/passwd.css"
      })
  void gives_nothing_but_its_own_files(String path) {
    assertThat(page.serve(request("GET", path, "localhost")).status()).isEqualTo(404);
  }

  @Test
  void is_guarded_like_the_api() {
    assertThat(page.serve(request("GET", "/", "evil.example")).status()).isEqualTo(421);
    assertThat(page.serve(request("PUT", "/", "localhost")).status()).isEqualTo(405);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(FILES)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static Request request(String method, String path, String host) {
    return Request.of(
        method, path, "", Map.of("host", host, "x-dateline", "1"), new byte[0], Peers.HERE);
  }
}
