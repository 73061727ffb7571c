package news.dateline.fetch;

import static news.dateline.fetch.Polls.failed;
import static news.dateline.fetch.Polls.fetched;
import static news.dateline.fetch.Polls.fetcher;
import static news.dateline.fetch.Polls.internal;
import static news.dateline.fetch.Polls.quick;
import static news.dateline.fetch.Polls.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import news.dateline.model.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class FetcherLimitsTest {
  private static final FetchSettings HASTY =
      quick().withTimeouts(Duration.ofSeconds(1), Duration.ofMillis(400), Duration.ofMillis(1200));

  private static void write(OutputStream out, String text) throws java.io.IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Test
  void a_gzip_bomb_of_ten_gigabytes_stops_at_the_limit() throws Exception {
    try (var server =
            RawServer.start(
                (request, out) -> {
                  write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
                  byte[] zeros = new byte[1 << 20];
                  try (GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 16)) {
                    for (int i = 0; i < 10 << 10; i++) {
                      gzip.write(zeros);
                    }
                  }
                });
        var fetcher = fetcher()) {
      var failed = failed(fetcher.fetch(internal(server.uri("/"))));

      assertThat(failed.visit().reason()).contains(Reason.BODY_TOO_LARGE);
      assertThat(failed.visit().detail()).isEqualTo("the body is larger than 16777216 bytes");
      assertThat(failed.evidence().orElseThrow().bytes().size()).isEqualTo(64 << 10);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Transfer-Encoding: chunked", "Connection: close"})
  void an_endless_body_stops_at_the_limit_and_is_not_read_on(String framing) throws Exception {
    boolean chunked = framing.contains("chunked");
    byte[] line = "<item>0123456789abcdef0123456789abcdef</item>\r\n".repeat(100).getBytes();
    try (var server =
            RawServer.start(
                (request, out) -> {
                  write(out, "HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n");
                  for (; ; ) {
                    write(out, chunked ? Integer.toHexString(line.length) + "\r\n" : "");
                    out.write(line);
                    write(out, chunked ? "\r\n" : "");
                  }
                });
        var fetcher = new Fetcher(quick().withMaxBodyBytes(1 << 20), Polls.CLOCK)) {
      var failed = failed(fetcher.fetch(internal(server.uri("/"))));

      assertThat(failed.visit().reason()).contains(Reason.BODY_TOO_LARGE);
      assertThat(failed.visit().took()).isLessThan(Duration.ofSeconds(3));
      assertThat(failed.evidence().orElseThrow().bytes().utf8()).startsWith("<item>0123");
    }
  }

  @Test
  void compressed_bytes_that_never_yield_anything_stop_at_the_limit_too() throws Exception {
    byte[] emptyBlocks = new byte[5 * 10_000]; // stored deflate blocks of no bytes: 00 0000 ffff
    for (int i = 0; i < emptyBlocks.length; i += 5) {
      emptyBlocks[i + 3] = (byte) 0xff;
      emptyBlocks[i + 4] = (byte) 0xff;
    }
    try (var server =
            RawServer.start(
                (request, out) -> {
                  write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n");
                  for (; ; ) {
                    out.write(emptyBlocks);
                  }
                });
        var fetcher = new Fetcher(quick().withMaxBodyBytes(1 << 20), Polls.CLOCK)) {
      assertThat(reason(fetcher.fetch(internal(server.uri("/"))))).contains(Reason.BODY_TOO_LARGE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void a_body_may_be_as_large_as_the_limit_and_no_larger(int more) throws Exception {
    byte[] body = new byte[100_000 + more];
    Arrays.fill(body, (byte) 'x');
    try (var server =
            RawServer.start(
                (request, out) -> out.write(RawServer.answer(body, "HTTP/1.1 200 OK")));
        var fetcher = new Fetcher(quick().withMaxBodyBytes(100_000), Polls.CLOCK)) {
      var fetch = fetcher.fetch(internal(server.uri("/")));
      if (more == 0) {
        assertThat(fetched(fetch).document().bytes().array()).isEqualTo(body);
      } else {
        assertThat(reason(fetch)).contains(Reason.BODY_TOO_LARGE);
      }
    }
  }

  @Test
  void a_body_that_drips_is_cut_at_the_total_time() throws Exception {
    try (var server =
            RawServer.start(
                (request, out) -> {
                  write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                  for (; ; ) {
                    write(out, "x");
                    Thread.sleep(100);
                  }
                });
        var fetcher = new Fetcher(HASTY, Polls.CLOCK)) {
      var visit = failed(fetcher.fetch(internal(server.uri("/")))).visit();

      assertThat(visit.reason()).contains(Reason.TIMEOUT);
      assertThat(visit.detail()).endsWith("did not finish within 1200 ms");
      assertThat(visit.took()).isBetween(Duration.ofMillis(1100), Duration.ofMillis(2500));
    }
  }

  @Test
  void headers_that_drip_are_cut_at_the_total_time() throws Exception {
    try (var server =
            RawServer.start(
                (request, out) -> {
                  write(out, "HTTP/1.1 200 OK\r\n");
                  for (; ; ) {
                    write(out, "X-A: b\r\n");
                    Thread.sleep(100);
                  }
                });
        var fetcher = new Fetcher(HASTY, Polls.CLOCK)) {
      assertThat(reason(fetcher.fetch(internal(server.uri("/"))))).contains(Reason.TIMEOUT);
    }
  }

  @Test
  void redirects_that_each_take_their_time_share_one_deadline() throws Exception {
    try (var server =
            RawServer.start(
                (request, out) -> {
                  Thread.sleep(300);
                  String next = request.path() + "x";
                  out.write(
                      RawServer.answer(new byte[0], "HTTP/1.1 302 Found", "Location: " + next));
                });
        var fetcher = new Fetcher(HASTY.withMaxRedirects(50), Polls.CLOCK)) {
      assertThat(reason(fetcher.fetch(internal(server.uri("/"))))).contains(Reason.TIMEOUT);
    }
  }

  @Test
  void a_silent_server_is_given_up_before_the_total_time() throws Exception {
    try (var server = RawServer.start((request, out) -> Thread.sleep(10_000));
        var fetcher = new Fetcher(HASTY, Polls.CLOCK)) {
      var visit = failed(fetcher.fetch(internal(server.uri("/")))).visit();

      assertThat(visit.reason()).contains(Reason.TIMEOUT);
      assertThat(visit.detail()).endsWith("was silent for 400 ms");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nxx\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: minus one\r\n\r\n"
      })
  void an_answer_that_follows_no_rule_is_a_protocol_error(String answer) throws Exception {
    try (var server =
            RawServer.start(
                (request, out) -> {
                  write(out, answer);
                  out.close();
                });
        var fetcher = fetcher()) {
      assertThat(reason(fetcher.fetch(internal(server.uri("/"))))).contains(Reason.PROTOCOL_ERROR);
    }
  }

  @Test
  void endless_headers_are_a_protocol_error() throws Exception {
    try (var server =
            RawServer.start(
                (request, out) -> {
                  write(out, "HTTP/1.1 200 OK\r\nX: ");
                  for (; ; ) {
                    write(out, "x".repeat(1000));
                  }
                });
        var fetcher = fetcher()) {
      assertThat(reason(fetcher.fetch(internal(server.uri("/"))))).contains(Reason.PROTOCOL_ERROR);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss>",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n"
      })
  void a_connection_that_breaks_is_not_a_short_feed(String answer) throws Exception {
    try (var server =
            RawServer.start(
                (request, out) -> {
                  write(out, answer);
                  out.close();
                });
        var fetcher = fetcher()) {
      assertThat(reason(fetcher.fetch(internal(server.uri("/"))))).contains(Reason.UNREACHABLE);
    }
  }

  @Test
  void after_all_this_the_next_visit_gets_a_sound_connection() throws Exception {
    try (var server =
            RawServer.start(
                (request, out) -> {
                  if (request.path().equals("/good")) {
                    out.write(RawServer.answer("<rss/>".getBytes(), "HTTP/1.1 200 OK"));
                  } else {
                    write(out, "HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n");
                    out.write(new byte[300_000]);
                  }
                });
        var fetcher = new Fetcher(quick().withMaxBodyBytes(1000), Polls.CLOCK)) {
      for (int i = 0; i < 5; i++) {
        assertThat(reason(fetcher.fetch(internal(server.uri("/large"))))).isPresent();
        assertThat(fetched(fetcher.fetch(internal(server.uri("/good")))).document().bytes().utf8())
            .isEqualTo("<rss/>");
      }
    }
  }
}
