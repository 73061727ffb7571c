package news.dateline.attribution;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How fast attribution reads, warm, on one thread: {@code Throughput FILE.jsonl SECONDS}. Prints
 * megabytes of UTF-16 text read as one byte a character, microseconds an article at the median and
 * at the 99th percentile.
 */
public final class Throughput {
  private Throughput() {}

  public static void main(String[] args) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> texts = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      texts.add(json.readTree(line).path("text").asText());
    }
    Attributor attributor = new Attributor(Lexicons.SHIPPED);
    long until = System.nanoTime() + Long.parseLong(args[1]) * 1_000_000_000L;
    long chars = 0;
    long quotes = 0;
    long began = 0;
    long[] took = new long[texts.size()];
    while (System.nanoTime() < until) {
      chars = 0;
      began = System.nanoTime();
      for (int i = 0; i < took.length; i++) {
        long before = System.nanoTime();
        quotes += attributor.attribute(AttributionInput.of(texts.get(i))).quotes().size();
        took[i] = System.nanoTime() - before;
        chars += texts.get(i).length();
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    Arrays.sort(took);
    System.out.printf(
        "%d texts, %.1f MB/s, median %d us, p99 %d us (%d quotes seen)%n",
        took.length,
        chars / 1e6 / seconds,
        took[took.length / 2] / 1000,
        took[took.length * 99 / 100] / 1000,
        quotes);
  }
}
