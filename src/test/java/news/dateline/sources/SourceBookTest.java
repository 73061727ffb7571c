package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceBookTest {
  @TempDir Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private SourceBook book;

  @BeforeEach
  void two_files() throws IOException {
    file("a.yaml", source("a", "A"));
    file("b.yaml", source("b", "B") + "---\n" + source("c", "C"));
    book =
        new SourceBook(
            folder,
            new SourceFiles(n -> Optional.ofNullable(environment.get(n)), SourceFiles.FORMATS));
    assertThat(book.reload().added()).extracting(Source::id).containsExactly("a", "b", "c");
  }

  @Test
  void tells_what_was_added_changed_and_removed() throws IOException {
    file("b.yaml", source("b", "B2") + "---\n" + source("d", "D"));
    SourceBook.Reload reload = book.reload();
    assertThat(reload.added()).extracting(Source::id).containsExactly("d");
    assertThat(reload.changed())
        .extracting(c -> c.before().name() + c.after().name())
        .containsExactly("BB2");
    assertThat(reload.removed()).extracting(Source::id).containsExactly("c");
    assertThat(book.reload().changedNothing()).isTrue();
    assertThat(book.fileOf("d")).contains(folder.resolve("b.yaml"));
  }

  @Test
  void the_sources_of_a_bad_file_go_on_as_they_were_and_good_files_are_applied()
      throws IOException {
    file("b.yaml", source("b", "B2") + "evry: 5m\n---\n" + source("c", "C2"));
    file("a.yaml", source("a", "A2"));
    SourceBook.Reload reload = book.reload();
    assertThat(reload.problems()).hasSize(1);
    assertThat(book.sources()).extracting(Source::name).containsExactly("A2", "B", "C");
    file("b.yaml", source("b", "B3"));
    assertThat(book.reload().removed()).extracting(Source::id).containsExactly("c");
    assertThat(book.sources()).extracting(Source::name).containsExactly("A2", "B3");
  }

  @Test
  void a_new_file_cannot_take_an_id_that_another_file_has() throws IOException {
    file("0.yaml", source("a", "Thief"));
    assertThat(book.reload().problems().get(0).file()).endsWith("0.yaml");
    assertThat(book.find("a")).map(Source::name).contains("A");
  }

  @Test
  void a_source_that_moves_from_a_bad_file_to_a_good_one_is_taken_from_the_good_one()
      throws IOException {
    file("b.yaml", "id: b\n");
    file("z.yaml", source("c", "C2"));
    book.reload();
    assertThat(book.find("c")).map(Source::name).contains("C2");
    assertThat(book.find("b")).map(Source::name).contains("B");
  }

  @Test
  void when_the_folder_is_out_of_reach_all_sources_go_on() throws IOException {
    Path away = folder.resolveSibling(folder.getFileName() + "-away");
    Files.move(folder, away);
    try {
      assertThat(book.reload().problems()).hasSize(1);
      assertThat(book.sources()).hasSize(3);
    } finally {
      Files.move(away, folder, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Test
  void the_watch_notices_edits_new_files_and_deletions_once_they_have_settled() throws IOException {
    SourceFolderWatch watch = new SourceFolderWatch(folder, book);
    assertThat(watch.scan()).isEmpty();
    file("a.yaml", source("a", "Another"));
    file("d.yaml", source("d", "D"));
    Files.delete(folder.resolve("b.yaml"));
    assertThat(watch.scan()).as("may still be being written").isEmpty();
    SourceBook.Reload reload = watch.scan().orElseThrow();
    assertThat(reload.changed()).hasSize(1);
    assertThat(reload.added()).hasSize(1);
    assertThat(reload.removed()).hasSize(2);
    assertThat(watch.scan()).isEmpty();
  }

  @Test
  void the_watch_notices_an_edit_of_the_same_size() throws IOException {
    SourceFolderWatch watch = new SourceFolderWatch(folder, book);
    file("a.yaml", source("a", "Z"));
    Files.setLastModifiedTime(folder.resolve("a.yaml"), FileTime.fromMillis(1));
    watch.scan();
    assertThat(watch.scan().orElseThrow().changed()).hasSize(1);
  }

  @Test
  void the_watch_tells_a_problem_once_and_tries_again_until_it_is_gone() throws IOException {
    SourceFolderWatch watch = new SourceFolderWatch(folder, book);
    file("a.yaml", source("a", "A") + "headers: {Authorization: \"${LATER}\"}\n");
    watch.scan();
    assertThat(watch.scan().orElseThrow().problems()).hasSize(1);
    assertThat(watch.scan()).isEmpty();
    environment.put("LATER", "x");
    SourceBook.Reload mended = watch.scan().orElseThrow();
    assertThat(mended.problems()).isEmpty();
    assertThat(mended.changed()).hasSize(1);
  }

  private static String source(String id, String name) {
    return "id: " + id + "\nname: " + name + "\nfeed: https://example.org/" + id + "\n";
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
