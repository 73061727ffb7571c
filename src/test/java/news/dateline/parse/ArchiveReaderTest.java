package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import news.dateline.model.Batch;
import news.dateline.model.Item;
import news.dateline.model.Reason;
import news.dateline.model.Rejection;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;

class ArchiveReaderTest {
  private static final byte[] RAIN = feed("Rain");
  private static final byte[] SNOW = feed("Snow");

  private static byte[] feed(String title) {
    return Documents.rss("<title>" + title + "</title><guid>" + title + "</guid>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> files(Object... namesAndBytes) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < namesAndBytes.length; i += 2) {
      files.put((String) namesAndBytes[i], (byte[]) namesAndBytes[i + 1]);
    }
    return files;
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] tarGz(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
      TarArchiveEntry link = new TarArchiveEntry("link.xml", TarArchiveEntry.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }
    return out.toByteArray();
  }

  private static Batch<Item> parse(byte[] bytes) {
    return Documents.parse(
        Documents.of(bytes, Documents.SOURCE, java.util.Optional.empty(), "day.zip"));
  }

  @Test
  void every_member_is_read_by_its_content_and_a_bad_one_is_buried_alone() throws IOException {
    byte[] junk = "no news at all: 1 2 3".getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> files =
        files(
            "wire/rain.bin",
            RAIN,
            "junk.xml",
            junk,
            "pier.jpg",
            junk,
            ".hidden",
            junk,
            "snow",
            SNOW);
    for (byte[] archive : new byte[][] {zip(files), tarGz(files)}) {
      Batch<Item> batch = parse(archive);
      assertThat(batch.items())
          .extracting(i -> i.headline().value())
          .containsExactly("Rain", "Snow");
      assertThat(batch.rejections()).hasSize(1);
      assertThat(batch.rejections().get(0).document()).isEqualTo("day.zip!/junk.xml");
      assertThat(batch.rejections().get(0).raw().array()).isEqualTo(junk);
    }
  }

  @Test
  void an_archive_within_an_archive_is_opened_but_no_further() throws IOException {
    byte[] inner = zip(files("rain.xml", RAIN));
    Batch<Item> batch =
        parse(zip(files("inner.zip", inner, "deep.zip", zip(files("x.zip", inner)))));
    assertThat(batch.items()).hasSize(1);
    assertThat(batch.rejections())
        .extracting(Rejection::reason)
        .containsExactly(Reason.TOO_COMPLEX);
    assertThat(batch.rejections().get(0).document()).isEqualTo("day.zip!/deep.zip!/x.zip");
  }

  @Test
  void a_bomb_is_refused_and_its_neighbours_are_read() throws IOException {
    Batch<Item> batch = parse(zip(files("bomb.xml", new byte[20 << 20], "snow.xml", SNOW)));
    assertThat(batch.items()).hasSize(1);
    assertThat(batch.rejections())
        .extracting(Rejection::reason)
        .containsExactly(Reason.BODY_TOO_LARGE);
  }

  @Test
  void a_broken_archive_is_refused_as_one() throws IOException {
    byte[] whole = zip(files("rain.xml", RAIN));
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    assertThat(parse(half).rejections())
        .extracting(Rejection::reason)
        .containsExactly(Reason.BODY_UNREADABLE);
  }
}
