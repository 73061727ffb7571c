package news.dateline.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Golden files: {@code src/test/resources/golden/<folder>/<name>.in.<ext>} beside {@code
 * <name>.out.<ext>}. One dynamic test an input; a missing output fails; {@code
 * -Dgolden.update=true} rewrites the outputs, whose diff is then reviewed like code.
 */
public final class Golden {
  private Golden() {}

  /**
   * @param folder below {@code src/test/resources/golden}
   * @param outExtension of the expected files, for instance {@code json}
   * @param run from the input file to the text expected in the output file
   */
  public static Stream<DynamicTest> tests(
      String folder, String outExtension, Function<Path, String> run) {
    Path dir = Path.of("src/test/resources/golden").resolve(folder);
    List<Path> inputs;
    try (Stream<Path> files = Files.list(dir)) {
      inputs = files.filter(f -> f.getFileName().toString().contains(".in.")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(inputs).as("inputs in " + dir).isNotEmpty();
    return inputs.stream()
        .map(in -> DynamicTest.dynamicTest(name(in), () -> check(in, outExtension, run)));
  }

  private static void check(Path in, String outExtension, Function<Path, String> run)
      throws IOException {
    Path out = in.resolveSibling(name(in) + ".out." + outExtension);
    String actual = run.apply(in).strip() + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(out, actual);
    } else if (!Files.exists(out)) {
      fail("no expected output " + out + "; run with -Dgolden.update=true and review it");
    } else {
      assertThat(actual).isEqualTo(Files.readString(out));
    }
  }

  private static String name(Path in) {
    String file = in.getFileName().toString();
    return file.substring(0, file.indexOf(".in."));
  }
}
