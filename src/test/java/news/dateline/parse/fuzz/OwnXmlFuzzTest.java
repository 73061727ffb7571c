package news.dateline.parse.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** XML that agencies made up for themselves. */
class OwnXmlFuzzTest {
  @MethodSource("news.dateline.parse.fuzz.XmlSeeds#ownXml")
  @DictionaryFile(resourcePath = "xml.dict")
  @FuzzTest
  void any_bytes_are_read_or_refused(byte[] data) {
    Promise.holds("own-xml", data);
  }
}
