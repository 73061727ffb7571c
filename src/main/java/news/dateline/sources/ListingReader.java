package news.dateline.sources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import news.dateline.config.YamlNode;
import news.dateline.config.YamlNode.Mapping;
import news.dateline.config.YamlNode.Scalar;
import news.dateline.model.Listing;

/** Reads and writes the {@code listing} of a source. */
final class ListingReader {
  private static final String ITEMS = "items";
  private static final String DOCUMENT = "document";
  private static final String KEY = "key";
  private static final String MATCH = "match";
  private static final String NEXT = "next";
  private static final String CURSOR = "cursor";
  private static final String RESUME = "resume";

  /** All of them; {@code docs/source.schema.json} describes exactly these. */
  static final List<String> KEYS = List.of(ITEMS, DOCUMENT, KEY, MATCH, NEXT, CURSOR, RESUME);

  /** The steps of a path: names, conditions in brackets. */
  private static final Pattern PATH =
      Pattern.compile(
          "@?[\\p{L}_][^/\\[\\]\\s]*(?:\\[[^\\]/]+\\])?(?:/@?[\\p{L}_][^/\\[\\]\\s]*(?:\\[[^\\]/]+\\])?)*");

  private static final Pattern PARAMETER = Pattern.compile("[A-Za-z0-9_.~-]+");

  /** Hears of what is wrong. */
  interface Complaint {
    void about(int line, String key, String message, String hint);
  }

  private ListingReader() {}

  /** Empty when it is no mapping, which is said. */
  static Optional<Listing> read(YamlNode node, Complaint complaint) {
    if (!(node instanceof Mapping map)) {
      complaint.about(
          node.line(),
          SourceKeys.LISTING,
          "is not a mapping",
          "write listing: {items: data/items}");
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (key, value) -> {
              int line = map.keyLines().getOrDefault(key, map.line());
              String where = SourceKeys.LISTING + "." + key;
              if (!KEYS.contains(key)) {
                complaint.about(line, where, "is not a key of a listing", String.join(", ", KEYS));
              } else if (!(value instanceof Scalar text) || text.value().isBlank()) {
                complaint.about(line, where, "is not one value", "write it on one line");
              } else {
                check(key, text.value().strip())
                    .ifPresent(what -> complaint.about(line, where, what.message, what.hint));
                values.put(key, text.value().strip());
              }
            });
    if (values.containsKey(CURSOR) && !values.containsKey(NEXT)) {
      complaint.about(
          map.line(),
          SourceKeys.LISTING + "." + CURSOR,
          "stands without next",
          "next is the path to the token that the parameter takes");
    }
    return Optional.of(
        new Listing(
            Optional.ofNullable(values.get(ITEMS)),
            Optional.ofNullable(values.get(DOCUMENT)),
            Optional.ofNullable(values.get(KEY)),
            Optional.ofNullable(values.get(MATCH)),
            Optional.ofNullable(values.get(NEXT)),
            Optional.ofNullable(values.get(CURSOR)),
            values.containsKey(RESUME)
                ? values.get(RESUME).equals("true")
                : values.containsKey(CURSOR)));
  }

  private record Wrong(String message, String hint) {}

  private static Optional<Wrong> check(String key, String value) {
    return switch (key) {
      case MATCH -> {
        try {
          Pattern.compile(value);
          yield Optional.empty();
        } catch (PatternSyntaxException e) {
          yield Optional.of(
              new Wrong("is not a regular expression", "for instance \\.xml$, in quotes"));
        }
      }
      case CURSOR ->
          PARAMETER.matcher(value).matches()
              ? Optional.empty()
              : Optional.of(new Wrong("is not the name of a query parameter", "write since"));
      case RESUME ->
          value.equals("true") || value.equals("false")
              ? Optional.empty()
              : Optional.of(new Wrong("is neither true nor false", "write true or false"));
      default ->
          PATH.matcher(value).matches()
              ? Optional.empty()
              : Optional.of(new Wrong("is not a path", "for instance data/items"));
    };
  }

  /** What a file says of a listing, in the order of the keys. */
  static Map<String, String> values(Listing listing) {
    Map<String, String> values = new LinkedHashMap<>();
    listing.items().ifPresent(v -> values.put(ITEMS, v));
    listing.document().ifPresent(v -> values.put(DOCUMENT, v));
    listing.key().ifPresent(v -> values.put(KEY, v));
    listing.match().ifPresent(v -> values.put(MATCH, v));
    listing.next().ifPresent(v -> values.put(NEXT, v));
    listing.cursor().ifPresent(v -> values.put(CURSOR, v));
    values.put(RESUME, String.valueOf(listing.resume()));
    return values;
  }
}
