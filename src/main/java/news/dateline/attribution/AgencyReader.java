package news.dateline.attribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.config.YamlNode;

/** Reads {@code config/agencies.yaml}, refusing what it does not understand. */
final class AgencyReader {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_]{0,30}");
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "credits",
          "names",
          "signed",
          "cited",
          "house",
          "languages",
          "use",
          "kind",
          "traps",
          "wire", // read by the wire formats' readers
          "examples",
          "counterexamples");
  private static final Set<String> TRAP_KEYS = Set.of("document", "next", "previous");

  private final Problems problems;

  AgencyReader(Problems problems) {
    this.problems = problems;
  }

  List<Agency> read(List<YamlNode> documents) {
    List<Agency> out = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (YamlNode document : documents) {
      if (!(document instanceof YamlNode.Mapping mapping)) {
        problems.add(document, "", "agencies are written as CODE: {name: ...}", "see the comment");
        continue;
      }
      for (Map.Entry<String, YamlNode> entry : mapping.entries().entrySet()) {
        if (!CODE.matcher(entry.getKey()).matches()) {
          at(mapping, entry.getKey(), "is no agency code", "upper-case letters, digits, _");
        } else if (!codes.add(entry.getKey())) {
          at(mapping, entry.getKey(), "is given twice", "keep one of them");
        } else if (entry.getValue() instanceof YamlNode.Mapping body) {
          agency(entry.getKey(), body).ifPresent(out::add);
        } else {
          at(mapping, entry.getKey(), "must hold name and credits", "see the comment on top");
        }
      }
    }
    return out;
  }

  private Optional<Agency> agency(String code, YamlNode.Mapping body) {
    int before = problems.list().size();
    unknownKeys(body, KEYS, code + ".");
    Optional<String> name = body.text("name");
    List<String> credits = body.texts("credits");
    List<String> names = body.texts("names");
    if (name.isEmpty()) {
      problems.add(body, code + ".name", "is missing", "the agency's full name");
    }
    if (credits.isEmpty() && names.isEmpty()) {
      problems.add(body, code + ".credits", "is missing", "the words under which it signs");
    }
    Agency.Use use = choice(body, code, "use", Agency.Use.values(), Agency.Use.ANYWHERE);
    Agency.Kind kind = choice(body, code, "kind", Agency.Kind.values(), Agency.Kind.NEWS);
    Agency.Traps traps =
        body.mapping("traps")
            .map(
                t -> {
                  unknownKeys(t, TRAP_KEYS, code + ".traps.");
                  return new Agency.Traps(
                      t.texts("document"), t.texts("next"), t.texts("previous"));
                })
            .orElse(Agency.Traps.NONE);
    if (problems.list().size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Agency(
            code,
            name.orElse(code),
            credits,
            names,
            body.texts("signed"),
            body.texts("cited"),
            body.texts("house"),
            body.texts("languages"),
            use,
            kind,
            traps,
            body.texts("examples"),
            body.texts("counterexamples"),
            body.line()));
  }

  private <E extends Enum<E>> E choice(
      YamlNode.Mapping body, String code, String key, E[] values, E otherwise) {
    Optional<String> text = body.text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    List<String> known = new ArrayList<>();
    for (E value : values) {
      String lower = value.name().toLowerCase(Locale.ROOT);
      if (lower.equals(text.get())) {
        return value;
      }
      known.add(lower);
    }
    at(body, code, key, "\"" + text.get() + "\" is unknown", String.join(", ", known));
    return otherwise;
  }

  private void unknownKeys(YamlNode.Mapping body, Set<String> known, String prefix) {
    for (String key : body.entries().keySet()) {
      if (!known.contains(key)) {
        int line = body.keyLines().getOrDefault(key, body.line());
        problems.add(
            new Problem(
                body.file(),
                line,
                prefix + key,
                "is unknown",
                String.join(", ", known.stream().sorted().toList())));
      }
    }
  }

  private void at(YamlNode.Mapping body, String key, String message, String hint) {
    int line = body.keyLines().getOrDefault(key, body.line());
    problems.add(new Problem(body.file(), line, key, message, hint));
  }

  private void at(YamlNode.Mapping body, String code, String key, String message, String hint) {
    int line = body.keyLines().getOrDefault(key, body.line());
    problems.add(new Problem(body.file(), line, code + "." + key, message, hint));
  }
}
