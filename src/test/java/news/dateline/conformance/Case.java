package news.dateline.conformance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * One expectation file, judged.
 *
 * @param lane the suite
 * @param category within the suite
 * @param path below the corpus
 * @param verdict pass, miss, or nothing an article could show
 * @param faults for a miss: what was expected and not found
 */
record Case(String lane, String category, String path, Verdict verdict, List<String> faults) {
  enum Verdict {
    PASS,
    MISS,
    /** It speaks of fields an article of ours does not have. */
    UNMAPPABLE
  }

  static Case of(String lane, String category, String path, boolean mappable, List<String> faults) {
    Verdict verdict =
        !mappable ? Verdict.UNMAPPABLE : faults.isEmpty() ? Verdict.PASS : Verdict.MISS;
    return new Case(lane, category, path, verdict, List.copyOf(faults));
  }

  /**
   * Half of all files, told by their paths: the half to look at while working. The other half is
   * only ever counted.
   */
  boolean isDev() {
    CRC32 crc = new CRC32();
    crc.update(path.getBytes(StandardCharsets.UTF_8));
    return (crc.getValue() & 1) == 0;
  }
}
