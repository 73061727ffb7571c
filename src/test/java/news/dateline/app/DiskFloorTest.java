package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import news.dateline.testing.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFloorTest {
  private static final long MB = 1 << 20;

  @TempDir Path folder;

  @Test
  void shuts_below_256_megabytes_and_opens_only_well_above() throws Exception {
    try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), 420)) {
      DiskFloor floor = new DiskFloor(disk.folder(), 0);
      assertThat(floor.isLow()).isFalse();
      disk.fill(255 * MB);
      floor.measure();
      assertThat(floor.look())
          .hasValueSatisfying(
              shut -> {
                assertThat(shut.cause()).isEqualTo("disk");
                assertThat(shut.why()).contains(disk.folder().toString(), "floor is 256 MB");
              });
      disk.empty();
      disk.fill(260 * MB);
      floor.measure();
      assertThat(floor.isLow()).as("just above").isTrue();
      disk.empty();
      floor.measure();
      assertThat(floor.isLow()).isFalse();
    }
  }

  @Test
  void a_floor_that_is_set_is_kept_to() {
    assertThat(new DiskFloor(folder, Long.MAX_VALUE / 2).isLow()).isTrue();
    assertThat(new DiskFloor(folder, 1).isLow()).isFalse();
  }
}
