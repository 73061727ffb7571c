package news.dateline.parse.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RSS of all versions. */
class RssFuzzTest {
  @MethodSource("news.dateline.parse.fuzz.XmlSeeds#rss")
  @DictionaryFile(resourcePath = "xml.dict")
  @FuzzTest
  void any_bytes_are_read_or_refused(byte[] data) {
    Promise.holds("rss", data);
  }
}
