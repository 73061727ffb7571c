package news.dateline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** An article for reading in a terminal: head, then the text with its claims listed below. */
final class ArticleText {
  private ArticleText() {}

  /** Some lines, without a line feed at the end. */
  static String of(String json) {
    JsonNode a = read(json);
    StringBuilder out = new StringBuilder();
    head(a, out);
    out.append('\n').append(body(a)).append('\n');
    claims(a.path("attribution"), out);
    for (JsonNode r : a.path("removed")) {
      String text = r.path("text").asText().replaceAll("\\s+", " ");
      out.append("   removed      ").append(r.path("reason").asText()).append(": ");
      out.append(text.length() > 60 ? text.substring(0, 60) + "..." : text).append('\n');
    }
    return out.toString();
  }

  /** The head, then the text with its claims marked. */
  static String marked(String json, boolean explain, Terminal terminal) {
    JsonNode a = read(json);
    StringBuilder out = new StringBuilder();
    head(a, out);
    out.append('\n');
    out.append(
        MarkedArticle.of(body(a), a.path("attribution"), a.path("removed"), explain, terminal));
    return out.toString();
  }

  private static JsonNode read(String json) {
    try {
      return ApiClient.JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new Failure("not an article: " + e.getOriginalMessage());
    }
  }

  private static String body(JsonNode a) {
    for (JsonNode body : a.path("bodies")) {
      if (body.path("role").asText().equals("text")) {
        return body.path("value").asText();
      }
    }
    return "";
  }

  private static void head(JsonNode a, StringBuilder out) {
    out.append("== ").append(a.path("headlines").path(0).path("value").asText()).append('\n');
    out.append("   ")
        .append(a.path("source").path("name").asText())
        .append("  ")
        .append(Moments.seconds(a.path("versionCreated").asText()));
    if (a.has("language")) {
      out.append("  ").append(a.path("language").asText());
    }
    out.append("  ")
        .append(a.path("uri").asText())
        .append(" v")
        .append(a.path("version").asText())
        .append('\n');
  }

  /** One line a claim, each with the words that prove it. */
  static void claims(JsonNode attribution, StringBuilder out) {
    out.append('\n');
    if (attribution.has("dateline")) {
      out.append("   dateline     ").append(quoted(attribution.path("dateline"))).append('\n');
    }
    for (JsonNode b : attribution.path("bylines")) {
      out.append("   byline       ")
          .append(b.path("name").asText())
          .append(" (")
          .append(b.path("role").asText())
          .append(")  ")
          .append(quoted(b))
          .append('\n');
    }
    for (JsonNode g : attribution.path("agencies")) {
      out.append(String.format("   %-12s ", g.path("role").asText()))
          .append(g.path("name").asText());
      JsonNode proof = g.path("evidence").path(0);
      out.append("  ")
          .append(quoted(proof))
          .append(" by rule ")
          .append(proof.path("rule").asText())
          .append('\n');
    }
    for (JsonNode q : attribution.path("quotes")) {
      out.append(String.format("   %-12s ", q.path("kind").asText()));
      out.append(q.has("speaker") ? q.path("speaker").path("name").asText() : "(nobody named)");
      for (JsonNode via : q.path("via")) {
        out.append(", via ").append(via.asText());
      }
      out.append(": ").append(quoted(q)).append('\n');
    }
    if (attribution.has("signoff")) {
      out.append("   sign-off     ").append(quoted(attribution.path("signoff"))).append('\n');
    }
  }

  private static String quoted(JsonNode claim) {
    return "\"" + claim.path("text").asText().replaceAll("\\s+", " ") + "\"";
  }
}
