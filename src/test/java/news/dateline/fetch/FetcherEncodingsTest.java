package news.dateline.fetch;

import static news.dateline.fetch.Polls.failed;
import static news.dateline.fetch.Polls.fetched;
import static news.dateline.fetch.Polls.fetcher;
import static news.dateline.fetch.Polls.internal;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import news.dateline.model.Fetch;
import news.dateline.model.Reason;
import org.junit.jupiter.api.Test;

class FetcherEncodingsTest {
  private static final byte[] FEED =
      ("<rss><channel>" + "<item><title>Дождь</title></item>".repeat(500) + "</channel></rss>")
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);

  private interface Compressor {
    OutputStream on(OutputStream out) throws IOException;
  }

  private static byte[] compress(byte[] bytes, Compressor compressor) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream compressed = compressor.on(out)) {
      compressed.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    return compress(bytes, GZIPOutputStream::new);
  }

  private static byte[] rawDeflate(byte[] bytes) throws IOException {
    return compress(bytes, out -> new DeflaterOutputStream(out, new Deflater(6, true)));
  }

  /** Served twice, so that a connection spoilt by the first would show. */
  private static Fetch serve(byte[] body, String... headers) throws Exception {
    String[] head = new String[headers.length + 1];
    head[0] = "HTTP/1.1 200 OK";
    System.arraycopy(headers, 0, head, 1, headers.length);
    try (var server = RawServer.start((request, out) -> out.write(RawServer.answer(body, head)));
        var fetcher = fetcher()) {
      fetcher.fetch(internal(server.uri("/")));
      Fetch second = fetcher.fetch(internal(server.uri("/")));
      assertThat(server.connections).hasValue(1);
      return second;
    }
  }

  private static void assertFeed(Fetch fetch) {
    assertThat(fetched(fetch).document().bytes().array()).isEqualTo(FEED);
    assertThat(fetch.visit().bytes()).isEqualTo(FEED.length);
  }

  @Test
  void reads_gzip() throws Exception {
    assertFeed(serve(gzip(FEED), "Content-Encoding: gzip"));
    assertFeed(serve(gzip(FEED), "Content-Encoding: X-GZIP"));
  }

  @Test
  void reads_gzip_in_several_members() throws Exception {
    byte[] first = gzip(Arrays.copyOf(FEED, 1000));
    byte[] second = gzip(Arrays.copyOfRange(FEED, 1000, FEED.length));
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    assertFeed(serve(both, "Content-Encoding: gzip"));
  }

  @Test
  void reads_a_gz_file_nobody_announced() throws Exception {
    assertFeed(serve(gzip(FEED), "Content-Type: application/gzip"));
    assertFeed(serve(gzip(gzip(FEED)), "Content-Encoding: gzip"));
  }

  @Test
  void reads_deflate_with_and_without_its_wrapping() throws Exception {
    assertFeed(serve(compress(FEED, DeflaterOutputStream::new), "Content-Encoding: deflate"));
    assertFeed(serve(rawDeflate(FEED), "Content-Encoding: deflate"));
  }

  @Test
  void reads_zstd() throws Exception {
    assertFeed(serve(Zstd.compress(FEED), "Content-Encoding: zstd"));
  }

  @Test
  void reads_brotli() throws Exception {
    // "<rss><channel><title>Our own small feed</title></channel></rss>", made with brotli -q 11
    byte[] body =
        Base64.getDecoder()
            .decode("Gz4AOBwHdqyxpcmFhThqnqc3OflSd9cgPm5zwCEH7Me2lkHLgw044rAFZtvk4RezaJtuB+r7ggii");
    assertThat(fetched(serve(body, "Content-Encoding: br")).document().bytes().utf8())
        .isEqualTo("<rss><channel><title>Our own small feed</title></channel></rss>");
  }

  @Test
  void undoes_several_layers_in_order() throws Exception {
    assertFeed(serve(gzip(rawDeflate(FEED)), "Content-Encoding: deflate, gzip"));
    assertFeed(
        serve(gzip(rawDeflate(FEED)), "Content-Encoding: deflate", "Content-Encoding: gzip"));
  }

  @Test
  void plain_text_announced_as_something_else_is_plain_text() throws Exception {
    for (String encoding : new String[] {"gzip", "deflate", "utf-8", "none", "identity", ""}) {
      assertFeed(serve(FEED, "Content-Encoding: " + encoding));
    }
  }

  @Test
  void what_cannot_be_decompressed_is_kept_as_evidence_of_that() throws Exception {
    byte[] cut = Arrays.copyOf(gzip(FEED), 60);
    var failed = failed(serve(cut, "Content-Encoding: gzip"));

    assertThat(failed.visit().reason()).contains(Reason.BODY_UNREADABLE);
    assertThat(failed.visit().detail()).startsWith("the body cannot be decompressed (gzip)");
    assertThat(failed.evidence().orElseThrow().bytes().utf8()).startsWith("<rss><channel>");
  }

  @Test
  void noise_in_any_encoding_is_one_clear_failure() throws Exception {
    byte[] noise = new byte[5000];
    new java.util.Random(7).nextBytes(noise);
    noise[0] = (byte) 0x9b;
    for (String encoding : new String[] {"gzip", "deflate", "br", "zstd", "compress", "a,b,c,d"}) {
      assertThat(failed(serve(noise, "Content-Encoding: " + encoding)).visit().reason())
          .as(encoding)
          .contains(Reason.BODY_UNREADABLE);
    }
  }

  @Test
  void an_empty_body_is_empty_whatever_it_claims() throws Exception {
    for (String encoding : new String[] {"gzip", "deflate", "br", "zstd", ""}) {
      assertThat(fetched(serve(new byte[0], "Content-Encoding: " + encoding)).document().bytes())
          .as(encoding)
          .isEqualTo(news.dateline.model.Bytes.EMPTY);
    }
  }

  @Test
  void bombs_of_every_make_stop_at_the_limit() throws Exception {
    byte[] zeros = new byte[40 << 20];
    assertThat(failed(servedOnce(gzip(zeros), "gzip")).visit().reason())
        .contains(Reason.BODY_TOO_LARGE);
    assertThat(failed(servedOnce(rawDeflate(zeros), "deflate")).visit().reason())
        .contains(Reason.BODY_TOO_LARGE);
    assertThat(failed(servedOnce(Zstd.compress(zeros), "zstd")).visit().reason())
        .contains(Reason.BODY_TOO_LARGE);
    assertThat(failed(servedOnce(gzip(gzip(zeros)), "gzip, gzip")).visit().reason())
        .contains(Reason.BODY_TOO_LARGE);
  }

  private static Fetch servedOnce(byte[] body, String encoding) throws Exception {
    try (var server =
            RawServer.start(
                (request, out) ->
                    out.write(
                        RawServer.answer(
                            body, "HTTP/1.1 200 OK", "Content-Encoding: " + encoding)));
        var fetcher = fetcher()) {
      return fetcher.fetch(internal(server.uri("/")));
    }
  }
}
