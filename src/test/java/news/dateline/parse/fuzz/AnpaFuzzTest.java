package news.dateline.parse.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ANPA 1312. */
class AnpaFuzzTest {
  @MethodSource("news.dateline.parse.fuzz.TextSeeds#anpa1312")
  @DictionaryFile(resourcePath = "wire.dict")
  @FuzzTest
  void any_bytes_are_read_or_refused(byte[] data) {
    Promise.holds("anpa1312", data);
  }
}
