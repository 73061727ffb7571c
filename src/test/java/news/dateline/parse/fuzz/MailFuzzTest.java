package news.dateline.parse.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** E-mail, with what is attached to it. */
class MailFuzzTest {
  @MethodSource("news.dateline.parse.fuzz.TextSeeds#mails")
  @DictionaryFile(resourcePath = "mail.dict")
  @FuzzTest
  void any_bytes_are_read_or_refused(byte[] data) {
    Promise.holds("email", data);
  }
}
