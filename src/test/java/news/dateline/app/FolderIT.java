package news.dateline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watched folder and the real application. */
class FolderIT {
  @TempDir Path folder;

  private Wharf wharf;
  private Path inbox;

  @BeforeEach
  void start() throws Exception {
    wharf = new Wharf(folder, Map.of("dateline.fetch.max-body", "1MB"));
    inbox = Files.createDirectories(folder.resolve("in box"));
  }

  @AfterEach
  void stop() {
    wharf.close();
  }

  @Test
  void each_file_is_filed_after_its_commit_and_says_why_when_something_is_buried()
      throws Exception {
    put("one.xml", Wharf.story("one", 1));
    put("broken.json", Wharf.broken());
    put("%2e%2e%2fodd name;.xml", Wharf.story("odd", 1));
    put("huge.xml", new byte[2 << 20]);
    Files.createDirectory(inbox.resolve("looks-like.xml"));
    Path outside = Files.write(folder.resolve("outside.xml"), Wharf.story("outside", 1));
    Files.createSymbolicLink(inbox.resolve("link.xml"), outside);
    put("unfinished.xml.part", Wharf.story("unfinished", 1));
    put(".hidden.xml", Wharf.story("hidden", 1));
    put("two.xml", Wharf.story("two", 1));
    wharf.source("drop", "file:" + inbox);

    Wharf.soon(
        () ->
            assertThat(names("done"))
                .containsExactlyInAnyOrder("one.xml", "two.xml", "%2e%2e%2fodd name;.xml"));
    Wharf.soon(
        () ->
            assertThat(names("failed"))
                .containsExactlyInAnyOrder(
                    "broken.json", "broken.json.reason", "huge.xml", "huge.xml.reason"));
    assertThat(Files.readAllLines(inbox.resolve("failed/broken.json.reason")).get(0))
        .isEqualTo("malformed");
    assertThat(Files.readString(inbox.resolve("failed/huge.xml.reason")))
        .startsWith("body-too-large\n");
    Wharf.soon(
        () ->
            assertThat(wharf.headlines("drop"))
                .containsExactlyInAnyOrder("Ferry one", "Ferry two", "Ferry odd"));
    assertThat(names("."))
        .contains("looks-like.xml", "link.xml", "unfinished.xml.part", ".hidden.xml");
    assertThat(outside).exists();

    // the same again, under another name, and with new content
    put("one.xml", Wharf.story("one", 1));
    put("renamed.xml", Wharf.story("two", 1));
    Wharf.soon(() -> assertThat(names("done")).hasSize(5).contains("renamed.xml"));
    assertThat(wharf.control().status().published()).isEqualTo(3);
    assertThat(wharf.control().status().unchanged()).isEqualTo(2);
    put("one.xml", Wharf.story("one", 2));
    Wharf.soon(() -> assertThat(wharf.control().status().published()).isEqualTo(4));
    Wharf.soon(() -> assertThat(names("done")).hasSize(6));
    assertThat(Files.readString(inbox.resolve("done/one.xml"))).contains("edition 1");

    // paused, nothing is taken; resumed, it is
    wharf.control().pause("drop");
    put("three.xml", Wharf.story("three", 1));
    Thread.sleep(2500);
    assertThat(inbox.resolve("three.xml")).exists();
    wharf.control().resume("drop");
    Wharf.soon(() -> assertThat(names("done")).contains("three.xml"));
  }

  @Test
  void a_file_that_holds_no_item_is_a_failed_one_and_is_told() throws Exception {
    put(
        "empty-feed.xml",
        "<rss version=\"2.0\"><channel><title>Quay</title></channel></rss>".getBytes(UTF_8));
    put(
        "empty-g2.xml",
        "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet/></newsMessage>"
            .getBytes(UTF_8));
    put(
        "empty.json",
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]}".getBytes(UTF_8));
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    new ZipOutputStream(zip).close();
    put("empty.zip", zip.toByteArray());
    put("one.xml", Wharf.story("one", 1));
    wharf.source("drop", "file:" + inbox);

    Wharf.soon(() -> assertThat(names("done")).containsExactly("one.xml"));
    Wharf.soon(() -> assertThat(names("failed")).hasSize(8));
    for (String file : List.of("empty-feed.xml", "empty-g2.xml", "empty.json", "empty.zip")) {
      assertThat(Files.readString(inbox.resolve("failed/" + file + ".reason")))
          .startsWith("empty-document\n");
    }
    assertThat(wharf.state("drop").rejected()).isEqualTo(4);
    Control.Status status = wharf.control().status();
    assertThat(status.received())
        .isEqualTo(status.published() + status.unchanged() + status.rejected());
  }

  /** Whoever may drop files must not be able to have one moved into the configuration. */
  @Test
  void a_link_in_the_place_of_failed_or_of_a_reason_is_not_followed() throws Exception {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Path victim = Files.writeString(folder.resolve("victim"), "as it was");
    Files.createSymbolicLink(inbox.resolve("failed"), outside);
    put("broken.json", Wharf.broken());
    put("one.xml", Wharf.story("one", 1));
    wharf.source("drop", "file:" + inbox);
    Wharf.soon(() -> assertThat(names("done")).containsExactly("one.xml"));
    Wharf.soon(() -> assertThat(wharf.state("drop").rejected()).isEqualTo(1));
    Thread.sleep(1500);
    assertThat(outside).isEmptyDirectory();

    Files.delete(inbox.resolve("failed"));
    Files.createDirectory(inbox.resolve("failed"));
    Files.createSymbolicLink(inbox.resolve("failed/other.json.reason"), victim);
    put("other.json", Wharf.broken());
    Wharf.soon(() -> assertThat(names("failed")).contains("other.json", "other.json.reason"));
    assertThat(victim).hasContent("as it was");
  }

  @Test
  void a_file_is_read_only_when_it_is_whole() throws Exception {
    wharf.source("drop", "file:" + inbox);
    byte[] whole = Wharf.story("slow", 1);
    Path file = inbox.resolve("slow.xml");
    for (int i = 0; i < 5; i++) {
      int from = whole.length * i / 5;
      Files.write(
          file,
          java.util.Arrays.copyOfRange(whole, from, whole.length * (i + 1) / 5),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      Thread.sleep(900);
      assertThat(names(".")).contains("slow.xml");
    }
    Wharf.soon(() -> assertThat(names("done")).containsExactly("slow.xml"));
    Wharf.soon(() -> assertThat(wharf.headlines("drop")).containsExactly("Ferry slow"));
    assertThat(wharf.control().status().rejected()).isZero();
  }

  @Test
  void what_cannot_be_moved_is_published_once_and_gives_nothing_new_after_a_restart()
      throws Exception {
    Files.writeString(inbox.resolve("done"), "a file where the folder should be");
    Files.writeString(inbox.resolve("failed"), "a file where the folder should be");
    put("one.xml", Wharf.story("one", 1));
    put("zbroken.json", Wharf.broken());
    wharf.source("drop", "file:" + inbox);
    Wharf.soon(() -> assertThat(wharf.state("drop").rejected()).isEqualTo(1));
    Thread.sleep(2500);
    Wharf.soon(() -> assertThat(wharf.headlines("drop")).containsExactly("Ferry one"));
    assertThat(wharf.control().status().unchanged()).isZero();
    wharf.close();
    wharf.start();
    Wharf.soon(() -> assertThat(wharf.control().status().unchanged()).isEqualTo(1));
    wharf.close();
    Files.delete(inbox.resolve("done"));
    Files.delete(inbox.resolve("failed"));
    wharf.start();
    Wharf.soon(() -> assertThat(names("done")).contains("one.xml"));
    Wharf.soon(() -> assertThat(names("failed")).contains("zbroken.json.reason"));
    assertThat(wharf.headlines("drop")).containsExactly("Ferry one");
  }

  @Test
  void thousands_of_files_at_once_are_each_published_once_in_the_order_of_their_times()
      throws Exception {
    int files = Integer.getInteger("dateline.files", 1000);
    Instant start = Instant.parse("2026-11-24T06:00:00Z");
    for (int i = 0; i < files; i++) {
      put("n" + (files - i) + ".xml", Wharf.story("n" + i, 1));
      Files.setLastModifiedTime(
          inbox.resolve("n" + (files - i) + ".xml"), FileTime.from(start.plusSeconds(i)));
    }
    long begin = System.nanoTime();
    wharf.source("drop", "file:" + inbox);
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofMinutes(5))
        .until(() -> wharf.control().status().published() >= files);
    System.out.printf(
        "%d files: %.0f a second%n", files, files / ((System.nanoTime() - begin) / 1e9));
    Wharf.soon(() -> assertThat(names("done")).hasSize(files));
    Wharf.soon(() -> assertThat(wharf.headlines("drop")).hasSize(files));
    List<String> latest = wharf.headlines("drop");
    assertThat(latest).doesNotHaveDuplicates().hasSize(files);
    assertThat(latest.get(0)).isEqualTo("Ferry n" + (files - 1));
  }

  private void put(String name, byte[] bytes) throws Exception {
    Files.write(inbox.resolve(name), bytes);
  }

  private List<String> names(String below) throws Exception {
    try (Stream<Path> all = Files.list(inbox.resolve(below))) {
      return all.map(f -> f.getFileName().toString()).toList();
    }
  }
}
