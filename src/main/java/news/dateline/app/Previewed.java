package news.dateline.app;

import java.util.ArrayList;
import java.util.List;
import news.dateline.model.Reason;

/**
 * What came of one document in a preview.
 *
 * @param document the path or URL as the user gave it
 * @param bytes size of the document
 * @param articles the JSON of each article, as it would be published
 * @param errors what could not go on: the document, or single items
 */
public record Previewed(String document, long bytes, List<String> articles, List<Fault> errors) {
  public Previewed {
    articles = List.copyOf(articles);
    errors = List.copyOf(errors);
  }

  /** One thing that would be buried. */
  public record Fault(Reason reason, String message) {}

  /** A document that could not be read at all. */
  static Previewed failed(String document, long bytes, Reason reason, String message) {
    return new Previewed(document, bytes, List.of(), List.of(new Fault(reason, message)));
  }

  /** The lines of {@code --jsonl}: articles with a first member {@code document}, then errors. */
  public List<String> jsonLines() {
    List<String> lines = new ArrayList<>(articles.size() + errors.size());
    String head = "{\"document\":" + Json.quote(document);
    for (String article : articles) {
      lines.add(head + "," + article.substring(1));
    }
    for (Fault error : errors) {
      lines.add(
          head
              + ",\"error\":{\"reason\":"
              + Json.quote(error.reason().slug())
              + ",\"message\":"
              + Json.quote(error.message())
              + "}}");
    }
    return lines;
  }
}
