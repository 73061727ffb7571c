package news.dateline.parse.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** NewsML-G2. */
class NewsMlG2FuzzTest {
  @MethodSource("news.dateline.parse.fuzz.XmlSeeds#newsMlG2")
  @DictionaryFile(resourcePath = "xml.dict")
  @FuzzTest
  void any_bytes_are_read_or_refused(byte[] data) {
    Promise.holds("newsml-g2", data);
  }
}
