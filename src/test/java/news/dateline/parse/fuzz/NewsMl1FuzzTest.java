package news.dateline.parse.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** NewsML 1. */
class NewsMl1FuzzTest {
  @MethodSource("news.dateline.parse.fuzz.XmlSeeds#newsMl1")
  @DictionaryFile(resourcePath = "xml.dict")
  @FuzzTest
  void any_bytes_are_read_or_refused(byte[] data) {
    Promise.holds("newsml-1.2", data);
  }
}
