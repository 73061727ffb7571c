package news.dateline.parse;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.config.YamlNode;
import news.dateline.config.YamlNode.Mapping;
import news.dateline.model.HouseStyle;
import news.dateline.parse.AgencyProfile.Marker;
import news.dateline.parse.AgencyProfile.StoryPart;

/** Reads the {@code wire} parts of {@code agencies.yaml}, refusing what it does not understand. */
final class ProfileReader {
  private static final Set<String> KEYS =
      Set.of(
          "providers",
          "services",
          "items",
          "zone",
          "charset",
          "language",
          "id",
          "version",
          "story",
          "story-of",
          "dateline",
          "signoff",
          "non-public",
          "non-public-from",
          "embargo",
          "markers",
          "fields",
          "examples");

  private final Problems problems;

  ProfileReader(Problems problems) {
    this.problems = problems;
  }

  /** The profile that holds of all, from a document that is nothing but a {@code wire} part. */
  AgencyProfile common(List<YamlNode> documents) {
    Mapping body = (Mapping) documents.get(0);
    AgencyProfile profile = new One("", body).read();
    new ProfileExamples(profile, profile, problems).prove(body);
    return profile;
  }

  /**
   * The agencies that have a {@code wire} part.
   *
   * @param common what holds of all: examples may rest on it
   */
  List<AgencyProfile> agencies(List<YamlNode> documents, AgencyProfile common) {
    List<AgencyProfile> out = new ArrayList<>();
    for (YamlNode document : documents) {
      if (document instanceof Mapping agencies) {
        agencies
            .entries()
            .forEach(
                (code, entry) -> {
                  Optional<YamlNode> wire =
                      entry instanceof Mapping m ? m.get("wire") : Optional.empty();
                  if (wire.isPresent() && wire.get() instanceof Mapping body) {
                    agency(code, body, common).ifPresent(out::add);
                  } else if (wire.isPresent()) {
                    problems.add(wire.get(), code + ".wire", "is no mapping", "keys and values");
                  }
                });
      }
    }
    return out;
  }

  private Optional<AgencyProfile> agency(String code, Mapping body, AgencyProfile common) {
    int before = problems.list().size();
    AgencyProfile profile = new One(code, body).read();
    if (problems.list().size() == before) {
      new ProfileExamples(profile, common, problems).prove(body);
    }
    return problems.list().size() == before ? Optional.of(profile) : Optional.empty();
  }

  /** The reading of one {@code wire} part. */
  private final class One {
    private final String code;
    private final Mapping body;

    One(String code, Mapping body) {
      this.code = code;
      this.body = body;
    }

    AgencyProfile read() {
      for (String key : body.entries().keySet()) {
        if (!KEYS.contains(key)) {
          problem(key, "is unknown", String.join(", ", KEYS.stream().sorted().toList()));
        }
      }
      return new AgencyProfile(
          code,
          lower("providers"),
          lower("services"),
          paths("items", body.texts("items")),
          value("charset", Charset::forName, "for instance ISO-8859-1"),
          body.text("language"),
          paths("id", body.texts("id")),
          paths("version", body.texts("version")),
          patterns("story", body.texts("story")).stream().findFirst(),
          storyOf(),
          patterns("dateline", body.texts("dateline")),
          markers(),
          patterns("embargo", body.texts("embargo")),
          fields(),
          new HouseStyle(
              value("zone", ZoneId::of, "for instance Europe/Berlin"),
              patterns("signoff", body.texts("signoff")),
              patterns("non-public", body.texts("non-public")),
              patterns("non-public-from", body.texts("non-public-from"))));
    }

    private List<String> lower(String key) {
      return body.texts(key).stream().map(t -> t.strip().toLowerCase(Locale.ROOT)).toList();
    }

    private <T> Optional<T> value(String key, Function<String, T> read, String hint) {
      return body.text(key)
          .flatMap(
              text -> {
                try {
                  return Optional.of(read.apply(text));
                } catch (IllegalArgumentException | DateTimeException e) {
                  problem(key, "\"" + text + "\" is unknown", hint);
                  return Optional.empty();
                }
              });
    }

    private List<Pattern> patterns(String key, List<String> texts) {
      List<Pattern> out = new ArrayList<>();
      for (String text : texts) {
        try {
          Pattern pattern = Pattern.compile(text);
          if (pattern.matcher("").matches()) {
            problem(key, "\"" + text + "\" fits the empty text", "ask for at least one character");
          } else {
            out.add(pattern);
          }
        } catch (PatternSyntaxException e) {
          problem(key, "\"" + text + "\": " + e.getDescription(), "a regular expression of Java");
        }
      }
      return out;
    }

    private List<String> paths(String key, List<String> texts) {
      for (String text : texts) {
        if (!Paths.isPath(text)) {
          problem(key, "\"" + text + "\" is no path", "for instance meta[name=slug]/@content");
        }
      }
      return texts;
    }

    private List<StoryPart> storyOf() {
      List<StoryPart> out = new ArrayList<>();
      for (String text : body.texts("story-of")) {
        choice("story-of", text, StoryPart.values()).ifPresent(out::add);
      }
      return out;
    }

    private Map<Marker, List<Pattern>> markers() {
      Map<Marker, List<Pattern>> out = new EnumMap<>(Marker.class);
      body.mapping("markers")
          .ifPresent(
              m ->
                  m.entries()
                      .keySet()
                      .forEach(
                          key ->
                              choice("markers", key, Marker.values())
                                  .ifPresent(
                                      marker ->
                                          out.put(
                                              marker, patterns("markers." + key, m.texts(key))))));
      return out;
    }

    private Map<String, List<String>> fields() {
      Map<String, List<String>> out = new LinkedHashMap<>();
      body.mapping("fields")
          .ifPresent(
              m ->
                  m.entries()
                      .keySet()
                      .forEach(
                          key -> {
                            if (HouseFields.NAMES.contains(key)) {
                              out.put(key, paths("fields." + key, m.texts(key)));
                            } else {
                              problem(
                                  "fields." + key,
                                  "is no field",
                                  String.join(", ", HouseFields.NAMES));
                            }
                          }));
      return out;
    }

    private <E extends Enum<E>> Optional<E> choice(String key, String text, E[] values) {
      Optional<E> found =
          Arrays.stream(values)
              .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(text))
              .findFirst();
      if (found.isEmpty()) {
        String known =
            Arrays.stream(values)
                .map(v -> v.name().toLowerCase(Locale.ROOT))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        problem(key, "\"" + text + "\" is unknown", known);
      }
      return found;
    }

    private void problem(String key, String message, String hint) {
      int line = body.keyLines().getOrDefault(key.replaceFirst("\\..*", ""), body.line());
      String where = code.isEmpty() ? key : code + ".wire." + key;
      problems.add(new Problem(body.file(), line, where, message, hint));
    }
  }
}
