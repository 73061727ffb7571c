package news.dateline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A published article on one line of a terminal: when, whose, how attributed, what. */
final class ArticleLine {
  private ArticleLine() {}

  static String of(String json) {
    JsonNode a;
    try {
      a = ApiClient.JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new Failure("not an article: " + e.getOriginalMessage());
    }
    List<String> agencies = new ArrayList<>();
    for (JsonNode agency : a.path("attribution").path("agencies")) {
      if (!agency.path("role").asText().equals("mentioned")) {
        agencies.add(agency.path("code").asText() + " " + agency.path("role").asText());
      }
    }
    int quotes = a.path("attribution").path("quotes").size();
    if (quotes > 0) {
      agencies.add(quotes == 1 ? "1 quote" : quotes + " quotes");
    }
    String kind = a.path("change").path("kind").asText("new");
    return Moments.seconds(a.path("versionCreated").asText())
        + "  "
        + a.path("source").path("name").asText()
        + (kind.equals("new") ? "" : "  " + kind.toUpperCase(java.util.Locale.ROOT))
        + "  "
        + a.path("headlines").path(0).path("value").asText()
        + (agencies.isEmpty() ? "" : "  [" + String.join(", ", agencies) + "]");
  }
}
