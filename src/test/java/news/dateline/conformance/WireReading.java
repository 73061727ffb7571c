package news.dateline.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.app.ReadingPath;
import news.dateline.app.ReadingPath.Reading;
import news.dateline.model.Article;
import news.dateline.publish.ArticleJson;

/**
 * What came of one wire file: the articles as they would be published, and as the stages hand them
 * on.
 *
 * @param reading of the file
 * @param articles that came of it
 * @param published the same as JSON, in the same order
 */
record WireReading(Reading reading, List<Article> articles, List<JsonNode> published) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ArticleJson WRITER = new ArticleJson();

  static WireReading of(Path file, String path, ReadingPath reader) {
    try {
      Reading reading = reader.read(Files.readAllBytes(file), path, b -> b);
      List<Article> articles = reading.articles().stream().flatMap(Optional::stream).toList();
      List<JsonNode> published = new ArrayList<>();
      for (Article article : articles) {
        published.add(JSON.readTree(WRITER.write(article).array()));
      }
      return new WireReading(reading, articles, published);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** At least one article, and nothing refused. */
  boolean isAccepted() {
    return !articles.isEmpty() && reading.batch().rejections().isEmpty();
  }

  /** Why not. */
  List<String> faults() {
    List<String> faults =
        new ArrayList<>(
            reading.batch().rejections().stream()
                .map(r -> r.reason() + ": " + r.message())
                .toList());
    if (articles.isEmpty() && faults.isEmpty()) {
      faults.add("no item");
    }
    return faults;
  }

  /** All that a reader or an editor can see of the file, notes to editors included. */
  String told() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < articles.size(); i++) {
      Article a = articles.get(i);
      texts(published.get(i), all);
      a.removed().forEach(r -> all.append(' ').append(r.text()));
      a.lines().edNote().ifPresent(n -> all.append(' ').append(n));
      a.media().forEach(m -> m.caption().ifPresent(c -> all.append(' ').append(c)));
    }
    return all.toString();
  }

  private static void texts(JsonNode node, StringBuilder into) {
    if (node.isValueNode()) {
      into.append(' ').append(node.asText());
    } else {
      node.forEach(child -> texts(child, into));
    }
  }
}
