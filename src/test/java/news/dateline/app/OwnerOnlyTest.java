package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import news.dateline.store.LockedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the walk through the data folder does to files, and what it must not. */
class OwnerOnlyTest {
  private static final Path LOCKS = Path.of("/proc/locks");

  @TempDir Path folder;

  @Test
  void files_are_closed_to_others_and_locks_on_them_are_kept() throws Exception {
    assumeThat(LOCKS).isReadable();
    Path file = Files.createFile(folder.resolve("instance.lock"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    try (LockedFile held = LockedFile.take(file).orElseThrow()) {
      assertThat(held).isNotNull();
      assertThat(locks(file)).hasSize(1);
      OwnerOnly.sweep(folder);
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(locks(file)).as("what the system says is locked").hasSize(1);
    }
    assertThat(locks(file)).isEmpty();
  }

  @Test
  void a_link_is_left_alone_and_so_is_what_it_leads_to() throws Exception {
    Path outside = Files.createFile(folder.resolve("outside"));
    Files.setPosixFilePermissions(outside, PosixFilePermissions.fromString("rw-r--r--"));
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.createSymbolicLink(data.resolve("link"), outside);
    OwnerOnly.sweep(data);
    assertThat(Files.getPosixFilePermissions(outside))
        .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
  }

  private static List<String> locks(Path file) throws Exception {
    String inode = ":" + Files.getAttribute(file, "unix:ino") + " ";
    return Files.readAllLines(LOCKS).stream().filter(l -> l.contains(inode)).toList();
  }
}
