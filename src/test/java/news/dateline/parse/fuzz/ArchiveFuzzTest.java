package news.dateline.parse.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ZIP and TAR, compressed and within each other. */
class ArchiveFuzzTest {
  @MethodSource("news.dateline.parse.fuzz.TextSeeds#archives")
  @DictionaryFile(resourcePath = "mail.dict")
  @FuzzTest
  void any_bytes_are_read_or_refused(byte[] data) {
    Promise.holds("archive", data);
  }
}
