package news.dateline.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is cut from texts that are all story, or nearly: {@code BoilerplateLoss FILE.jsonl ...}.
 * Prints every paragraph cut and the share of characters.
 */
public final class BoilerplateLoss {
  private BoilerplateLoss() {}

  public static void main(String[] args) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Boilerplate boilerplate = new Boilerplate();
    for (String file : args) {
      long all = 0;
      long cut = 0;
      for (String line : Files.readAllLines(Path.of(file))) {
        JsonNode row = json.readTree(line);
        List<String> paragraphs = new ArrayList<>();
        if (row.has("paragraphs")) {
          row.get("paragraphs").forEach(p -> paragraphs.add(p.asText()));
        } else {
          paragraphs.addAll(List.of(row.path("text").asText().split("\n+")));
        }
        Boilerplate.Context context =
            new Boilerplate.Context(row.path("publisher").asText(""), Optional.empty(), List.of());
        for (String p : paragraphs) {
          all += p.length();
        }
        for (Boilerplate.Cut c : boilerplate.cuts(paragraphs, context)) {
          String p = paragraphs.get(c.paragraph());
          cut += p.length();
          System.out.println(c.reason() + ": " + p);
        }
      }
      System.out.printf("%s: %d of %d characters cut%n", file, cut, all);
    }
  }
}
