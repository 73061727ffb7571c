package news.dateline.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Writes one published article, looking offsets up in its text, so that the words at the offsets
 * are exactly those named.
 */
final class FakeArticle {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final ObjectNode root = MAPPER.createObjectNode();
  private final String text;
  private final ObjectNode attribution = MAPPER.createObjectNode();
  private final ArrayNode bylines;
  private final ArrayNode agencies;
  private final ArrayNode quotes;

  FakeArticle(
      String uri, String sourceId, String sourceName, String lang, String headline, String text) {
    this.text = text;
    root.put("uri", uri).put("version", "1").put("pubStatus", "usable").put("urgency", 5);
    root.put("language", lang);
    root.putArray("headlines").addObject().put("role", "main").put("value", headline);
    ArrayNode bodies = root.putArray("bodies");
    bodies
        .addObject()
        .put("role", "text")
        .put("contentType", "text/plain")
        .put("charCount", points(text))
        .put("value", text);
    bodies
        .addObject()
        .put("role", "html")
        .put("contentType", "text/html")
        .put("value", "<p>not for the page<script>document.title='pwned'</script></p>");
    root.putObject("source")
        .put("id", sourceId)
        .put("name", sourceName)
        .put("link", uri)
        .put("format", "rss-2.0");
    root.putObject("change").put("kind", "new").putArray("changed");
    bylines = attribution.putArray("bylines");
    agencies = attribution.putArray("agencies");
    quotes = attribution.putArray("quotes");
  }

  /** When made and when received. */
  FakeArticle at(Instant made, Instant received) {
    root.put("versionCreated", made.toString());
    root.put("contentCreated", made.toString());
    ((ObjectNode) root.get("source")).put("received", received.toString());
    return this;
  }

  FakeArticle put(String key, String value) {
    root.put(key, value);
    return this;
  }

  FakeArticle urgency(int value) {
    root.put("urgency", value);
    return this;
  }

  FakeArticle format(String value) {
    ((ObjectNode) root.get("source")).put("format", value);
    return this;
  }

  FakeArticle version(int version, String kind, String... changed) {
    root.put("version", String.valueOf(version));
    ObjectNode change = (ObjectNode) root.get("change");
    change.put("kind", kind).put("previousVersion", String.valueOf(version - 1));
    for (String c : changed) {
      change.withArray("changed").add(c);
    }
    return this;
  }

  FakeArticle subject(String name) {
    root.withArray("subjects").addObject().put("name", name);
    return this;
  }

  FakeArticle dateline(String words, String place, String date, String agency) {
    ObjectNode d = attribution.putObject("dateline").put("text", words).put("place", place);
    if (!date.isEmpty()) {
      d.put("date", date);
    }
    if (!agency.isEmpty()) {
      d.put("agency", agency);
    }
    span(d.put("field", "body"), words);
    prove(d, "dateline", 0.99);
    return this;
  }

  FakeArticle byline(String words, String name, String role, String field) {
    ObjectNode b = bylines.addObject().put("name", name).put("role", role).put("text", words);
    b.put("field", field);
    if (field.equals("body")) {
      span(b, words);
    } else {
      b.put("start", 0).put("end", points(words));
    }
    prove(b, "byline", 0.95);
    return this;
  }

  private static void prove(ObjectNode claim, String rule, double confidence) {
    claim.put("rule", rule).put("confidence", confidence);
  }

  FakeArticle agency(
      String code, String name, String role, double confidence, String words, String rule) {
    return agency(code, name, role, confidence, "body", words, rule);
  }

  FakeArticle agency(
      String code,
      String name,
      String role,
      double confidence,
      String field,
      String words,
      String rule) {
    ObjectNode a = agencies.addObject().put("code", code).put("name", name).put("role", role);
    a.put("confidence", confidence);
    ObjectNode e = a.putArray("evidence").addObject().put("field", field).put("text", words);
    if (field.equals("body")) {
      span(e, words);
    } else {
      e.put("start", 0).put("end", points(words));
    }
    e.put("rule", rule);
    return this;
  }

  /**
   * @param mention printed words of the speaker; empty: nobody can be told
   * @param via agency codes
   */
  FakeArticle quote(
      String kind, String words, String speaker, String mention, String cue, String... via) {
    ObjectNode q = quotes.addObject().put("kind", kind).put("text", words);
    int at = text.indexOf(words);
    span(q, words);
    q.putArray("fragments").addArray().add(q.get("start").asInt()).add(q.get("end").asInt());
    if (!mention.isEmpty()) {
      ObjectNode s = q.putObject("speaker").put("name", speaker).put("mention", mention);
      span(s, mention, Math.max(0, at - 160));
      s.put("kind", "person");
    }
    if (!cue.isEmpty()) {
      span(q.putObject("cue").put("text", cue), cue, Math.max(0, at - 160));
    }
    ArrayNode through = q.putArray("via");
    for (String v : via) {
      through.add(v);
    }
    prove(q, via.length > 0 ? "relay-quoting" : "cue-after", 0.94);
    return this;
  }

  FakeArticle signoff(String initials) {
    attribution.putObject("signoff").put("text", initials).put("field", "body-removed");
    return removed(initials, "signoff");
  }

  FakeArticle removed(String words, String reason) {
    root.withArray("removed").addObject().put("text", words).put("reason", reason);
    return this;
  }

  String json() {
    root.set("attribution", attribution);
    return root.toString();
  }

  private void span(ObjectNode node, String words) {
    span(node, words, 0);
  }

  private void span(ObjectNode node, String words, int from) {
    int at = text.indexOf(words, from);
    if (at < 0) {
      at = text.indexOf(words);
    }
    if (at < 0) {
      throw new IllegalArgumentException("not in the text: " + words);
    }
    int start = points(text.substring(0, at));
    node.put("start", start).put("end", start + points(words));
  }

  private static int points(String s) {
    return s.codePointCount(0, s.length());
  }
}
