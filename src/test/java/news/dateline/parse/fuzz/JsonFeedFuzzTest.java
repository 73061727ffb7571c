package news.dateline.parse.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON Feed. */
class JsonFeedFuzzTest {
  @MethodSource("news.dateline.parse.fuzz.JsonSeeds#jsonFeed")
  @DictionaryFile(resourcePath = "json.dict")
  @FuzzTest
  void any_bytes_are_read_or_refused(byte[] data) {
    Promise.holds("json-feed", data);
  }
}
