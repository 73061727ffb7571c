package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the data folder of a real instance, and who may read it. */
@DisabledOnOs(OS.WINDOWS)
class OwnerOnlyIT {
  @TempDir Path folder;

  @Test
  void nothing_in_the_data_folder_is_anybody_elses_to_read() throws Exception {
    // an older version left this behind
    Path old = Files.createDirectories(folder.resolve("data/broker/journal"));
    Path outside = Files.writeString(folder.resolve("outside"), "x");
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(
        folder.resolve("data"), PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.setPosixFilePermissions(outside, PosixFilePermissions.fromString("rw-r--r--"));
    Files.createSymbolicLink(folder.resolve("data/link"), outside);
    try (Wharf wharf = new Wharf(folder, Map.of())) {
      wharf.source("quay", "push:?token=" + wharf.secret("token", "sesame"));
      List<Path> all = walk();
      assertThat(all).hasSizeGreaterThan(8);
      assertThat(all).anyMatch(p -> p.toString().endsWith(".amq"));
      assertThat(all).anyMatch(p -> p.toString().endsWith("dateline.db"));
      assertThat(all).anyMatch(p -> p.toString().endsWith("instance.properties"));
      for (Path path : all) {
        Set<PosixFilePermission> rights =
            Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        assertThat(PosixFilePermissions.toString(rights))
            .as("%s", path)
            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
      }
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(outside)))
          .isEqualTo("rw-r--r--");
    }
  }

  private List<Path> walk() throws Exception {
    try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
      return all.filter(p -> !Files.isSymbolicLink(p)).toList();
    }
  }
}
