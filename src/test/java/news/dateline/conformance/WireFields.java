package news.dateline.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.model.Article;

/** Where a published article carries what a column of {@code GOLD_FIELDS.tsv} says. */
final class WireFields {
  /** The columns judged; the others describe the file, not the article. */
  static final List<String> NAMES =
      List.of(
          "guid",
          "version",
          "versioncreated",
          "pubstatus",
          "urgency",
          "lang",
          "headline",
          "slug",
          "byline",
          "credit",
          "dateline",
          "located",
          "provider",
          "infosource",
          "creator",
          "copyright",
          "usage",
          "lead",
          "last");

  /** Priority, category and number of a 7901 header, which the list keeps as one text. */
  private static final Pattern HEADER =
      Pattern.compile("svc=(\\S*) num=(\\S*) prio=(\\S*) cat=(\\S*).*");

  private static final Pattern DAY_TIME =
      Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d)\\s+GMT\\s+(\\p{L}{3})\\p{L}*\\s+(\\d\\d)");

  private static final List<String> MONTHS =
      List.of(
          "jan", "feb", "mar", "apr", "ma[iy]", "jun", "jul", "aug", "sep", "o[ck]t", "nov",
          "de[cz]");

  private WireFields() {}

  /** Empty when the value says nothing an article could carry. */
  static Optional<Boolean> holds(String field, String expected, JsonNode json, Article article) {
    return switch (field) {
      case "guid" -> Optional.of(ids(json).stream().anyMatch(id -> sameId(id, expected)));
      case "version" ->
          Optional.of(
              json.path("version").asText().equals(expected)
                  || altIds(json, "version").contains(expected));
      case "versioncreated" -> time(expected, json);
      case "pubstatus" -> Optional.of(status(expected).equals(json.path("pubStatus").asText()));
      case "urgency" -> Optional.of(expected.equals(json.path("urgency").asText()));
      case "lang" -> Optional.of(expected.equalsIgnoreCase(json.path("language").asText()));
      case "headline" -> Optional.of(headline(expected, json));
      case "slug" -> slug(expected, json);
      case "byline" -> Optional.of(byline(expected, json));
      case "credit" ->
          Optional.of(
              contains(json.at("/source/credit").asText(), expected)
                  || same(json.path("copyrightHolder").asText(), expected)
                  || contains(json.path("associations").toString(), expected));
      case "dateline" ->
          Optional.of(
              contains(json.at("/attribution/dateline/text").asText(), expected)
                  || contains(json.path("located").asText(), expected));
      case "located" -> Optional.of(contains(json.path("located").asText(), expected));
      case "provider", "infosource" -> provider(expected, json, article);
      case "creator" -> Optional.of(contains(json.toString(), expected) || byline(expected, json));
      case "copyright" ->
          Optional.of(
              contains(json.path("copyrightNotice").asText(), expected)
                  || contains(json.path("copyrightHolder").asText(), expected));
      case "usage" -> Optional.of(contains(json.path("usageTerms").asText(), expected));
      default -> words(expected, json, article);
    };
  }

  /** What the article carries in the column's place, for whoever looks at a miss. */
  static String shown(String field, JsonNode json) {
    return switch (field) {
      case "guid" -> String.join(" ", ids(json));
      case "version" -> json.path("version").asText();
      case "versioncreated" -> json.path("versionCreated").asText();
      case "pubstatus" -> json.path("pubStatus").asText();
      case "lang" -> json.path("language").asText();
      case "headline" -> json.at("/headlines/0/value").asText();
      case "slug" -> json.path("slugline").asText();
      case "byline", "creator" -> json.path("by").asText() + " " + json.at("/attribution/bylines");
      case "credit" -> json.at("/source/credit").asText();
      case "dateline" -> json.at("/attribution/dateline/text").asText();
      case "copyright" ->
          json.path("copyrightNotice").asText() + " " + json.path("copyrightHolder").asText();
      case "usage" -> json.path("usageTerms").asText();
      case "provider", "infosource" -> json.path("infoSources") + " " + json.at("/source/credit");
      case "lead", "last" -> json.at("/bodies/0/value").asText();
      default -> json.path(field).asText();
    };
  }

  private static List<String> ids(JsonNode json) {
    List<String> ids = new ArrayList<>();
    ids.add(json.path("uri").asText());
    json.path("altIds").forEach(a -> ids.add(a.path("value").asText()));
    return ids;
  }

  private static List<String> altIds(JsonNode json, String role) {
    List<String> ids = new ArrayList<>();
    for (JsonNode a : json.path("altIds")) {
      if (a.path("role").asText().equals(role)) {
        ids.add(a.path("value").asText());
      }
    }
    return ids;
  }

  /** An id may carry its revision, or its registrar before it ({@code NTB:...}). */
  private static boolean sameId(String ours, String expected) {
    String bare = ours.replace("%3A", ":");
    return bare.equals(expected)
        || expected.replaceFirst(":\\d+[NUA]?$", "").equals(bare)
        || bare.endsWith(":" + expected)
        || (expected.contains(":") && !bare.isEmpty() && expected.endsWith(":" + bare));
  }

  private static Optional<Boolean> time(String expected, JsonNode json) {
    Optional<Instant> wanted = instant(expected);
    String ours = json.path("versionCreated").asText();
    boolean zoned = expected.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") || expected.contains("GMT");
    if (zoned) {
      return wanted.map(w -> w.equals(Instant.parse(ours)));
    }
    // without a zone only the minute within the hour, and the day give or take, are told
    String digits = expected.replaceAll("\\D", "");
    return digits.length() < 12
        ? Optional.empty()
        : Optional.of(ours.replaceAll("\\D", "").startsWith(digits.substring(10, 12), 10));
  }

  private static Optional<Instant> instant(String text) {
    Matcher dtg = DAY_TIME.matcher(text);
    if (dtg.matches()) {
      for (int m = 0; m < MONTHS.size(); m++) {
        if (dtg.group(4).toLowerCase(Locale.ROOT).matches(MONTHS.get(m))) {
          return Optional.of(
              Instant.parse(
                  "20%s-%02d-%sT%s:%s:00Z"
                      .formatted(dtg.group(5), m + 1, dtg.group(1), dtg.group(2), dtg.group(3))));
        }
      }
    }
    for (String pattern :
        List.of(
            "yyyyMMdd'T'HHmmssXX",
            "yyyyMMdd'T'HHmmssX",
            "yyyy-MM-dd'T'HH:mm:ss[.SSS]XXX",
            "yyyy-MM-dd'T'HH:mm:ss[.SSS]XX")) {
      try {
        return Optional.of(
            OffsetDateTime.parse(text, DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
                .toInstant());
      } catch (DateTimeParseException e) {
        // the next form
      }
    }
    return Optional.empty();
  }

  private static String status(String word) {
    String w = word.toLowerCase(Locale.ROOT);
    if (w.contains("cancel")) {
      return "canceled";
    }
    return w.contains("withheld") ? "withheld" : "usable";
  }

  /** A marker before the headline ("CORRECTED-", "1ST LEAD") is kept as the take. */
  private static boolean headline(String expected, JsonNode json) {
    String ours = json.at("/headlines/0/value").asText();
    String wanted = expected.replaceFirst("\\s*=$", "");
    List<String> takes = altIds(json, "take");
    return same(ours, wanted)
        || takes.stream().anyMatch(t -> contains(t, wanted))
        || takes.stream()
            .anyMatch(
                t ->
                    squeezed(wanted).equals(squeezed(t) + squeezed(ours))
                        || squeezed(wanted).equals(squeezed(ours) + squeezed(t)));
  }

  private static Optional<Boolean> slug(String expected, JsonNode json) {
    Matcher header = HEADER.matcher(expected);
    if (!header.matches()) {
      return Optional.of(
          same(json.path("slugline").asText(), expected)
              || altIds(json, "take").stream().anyMatch(t -> contains(t, expected))
              || json.path("genres").toString().contains(expected));
    }
    boolean number = altIds(json, "sequence").stream().anyMatch(s -> s.endsWith(header.group(2)));
    return Optional.of(
        number
            && json.path("urgency").asText().equals(header.group(3))
            && json.path("subjects").toString().contains("\"" + header.group(4) + "\""));
  }

  /** Names and titles may be set apart or run together. */
  private static boolean byline(String expected, JsonNode json) {
    return contains(json.path("by").asText(), expected)
        || contains(json.at("/attribution/bylines").toString(), expected)
        || contains(json.at("/attribution/signoff/text").asText(), expected)
        || contains(json.path("associations").toString(), expected)
        || contains(json.at("/source/credit").asText(), expected);
  }

  /** Codes of a vocabulary stand for a name the article carries, or for the profile's agency. */
  private static Optional<Boolean> provider(String expected, JsonNode json, Article article) {
    List<String> codes = List.of(expected.split(",", -1));
    boolean any = false;
    for (String one : codes) {
      String code = one.replaceFirst("@.*", "");
      String name = code.replaceFirst("^\\w+:", "");
      if (name.isBlank() || name.matches("[a-zA-Z]?\\d+") || name.startsWith("http")) {
        continue; // a number that only its agency's catalogue explains
      }
      any = true;
      String all =
          json.path("infoSources")
              + " "
              + json.path("source")
              + json.path("copyrightHolder")
              + article.wire().agency().orElse("");
      if (squeezed(all).contains(squeezed(name.replaceFirst("^(?:www\\.)?(\\w+)\\.\\w+$", "$1")))) {
        return Optional.of(true);
      }
    }
    return any ? Optional.of(false) : Optional.empty();
  }

  /** The beginning of a paragraph, whole in the text or in what was cut from it. */
  private static Optional<Boolean> words(String expected, JsonNode json, Article article) {
    StringBuilder all = new StringBuilder(json.toString());
    json.path("bodies").forEach(b -> all.append(b.path("value").asText()));
    article.removed().forEach(r -> all.append(r.text()));
    article.lines().edNote().ifPresent(all::append);
    return Optional.of(squeezed(all.toString()).contains(squeezed(expected)));
  }

  private static boolean same(String ours, String expected) {
    return squeezed(ours).equals(squeezed(expected));
  }

  private static boolean contains(String ours, String expected) {
    return !expected.isBlank() && squeezed(ours).contains(squeezed(expected));
  }

  /** Letters and digits alone, in small letters. */
  private static String squeezed(String text) {
    return Texts.unhyphened(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
