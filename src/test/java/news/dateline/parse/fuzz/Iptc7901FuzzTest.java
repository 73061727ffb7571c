package news.dateline.parse.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** IPTC 7901. */
class Iptc7901FuzzTest {
  @MethodSource("news.dateline.parse.fuzz.TextSeeds#iptc7901")
  @DictionaryFile(resourcePath = "wire.dict")
  @FuzzTest
  void any_bytes_are_read_or_refused(byte[] data) {
    Promise.holds("iptc7901", data);
  }
}
