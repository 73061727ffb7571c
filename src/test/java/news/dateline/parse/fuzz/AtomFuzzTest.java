package news.dateline.parse.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Atom. */
class AtomFuzzTest {
  @MethodSource("news.dateline.parse.fuzz.XmlSeeds#atom")
  @DictionaryFile(resourcePath = "xml.dict")
  @FuzzTest
  void any_bytes_are_read_or_refused(byte[] data) {
    Promise.holds("atom", data);
  }
}
