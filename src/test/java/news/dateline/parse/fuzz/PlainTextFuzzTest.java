package news.dateline.parse.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plain text. */
class PlainTextFuzzTest {
  @MethodSource("news.dateline.parse.fuzz.TextSeeds#plain")
  @DictionaryFile(resourcePath = "wire.dict")
  @FuzzTest
  void any_bytes_are_read_or_refused(byte[] data) {
    Promise.holds("text", data);
  }
}
