package news.dateline.parse.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ninjs of all versions. */
class NinjsFuzzTest {
  @MethodSource("news.dateline.parse.fuzz.JsonSeeds#ninjs")
  @DictionaryFile(resourcePath = "json.dict")
  @FuzzTest
  void any_bytes_are_read_or_refused(byte[] data) {
    Promise.holds("ninjs", data);
  }
}
