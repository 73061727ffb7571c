package news.dateline.parse;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.config.YamlNode;
import news.dateline.config.YamlNode.Mapping;
import news.dateline.config.YamlNode.Sequence;

/**
 * Proves the examples of a profile. Each is a mapping with one of the keys {@code signoff}, {@code
 * non-public}, {@code keeps} (neither of the two), {@code dateline}, {@code headline}, {@code id},
 * {@code embargo}; the last three name under {@code gives} what must come out, a headline under
 * {@code means} what its marker means.
 */
final class ProfileExamples {
  private static final Set<String> KINDS =
      Set.of("signoff", "non-public", "keeps", "dateline", "headline", "id", "embargo");

  private final AgencyProfile profile;
  private final House house;
  private final Problems problems;

  ProfileExamples(AgencyProfile profile, AgencyProfile common, Problems problems) {
    this.profile = profile;
    this.house = new House(profile, common);
    this.problems = problems;
  }

  void prove(Mapping body) {
    Optional<YamlNode> examples = body.get("examples");
    if (examples.isEmpty()) {
      return;
    }
    if (!(examples.get() instanceof Sequence list)) {
      problem(examples.get(), "are no list", "- {signoff: \"ab/cd\"}");
      return;
    }
    for (YamlNode example : list.items()) {
      Optional<Map.Entry<String, YamlNode>> kind =
          example instanceof Mapping m
              ? m.entries().entrySet().stream().filter(e -> KINDS.contains(e.getKey())).findFirst()
              : Optional.empty();
      if (kind.isEmpty()) {
        problem(
            example,
            "is no example",
            "one of " + String.join(", ", KINDS.stream().sorted().toList()));
      } else {
        prove((Mapping) example, kind.get().getKey());
      }
    }
  }

  private void prove(Mapping example, String kind) {
    String text = example.text(kind).orElse("");
    Optional<String> gives = example.text("gives");
    switch (kind) {
      case "signoff" ->
          check(example, house.style().isSignoff(text), "is not taken for a sign-off: " + text);
      case "non-public" ->
          check(
              example,
              house.style().isNonPublic(text),
              "is not taken for a note to editors: " + text);
      case "keeps" ->
          check(
              example,
              !house.style().isSignoff(text) && !house.style().isNonPublic(text),
              "would be cut from the body: " + text);
      case "dateline" ->
          check(example, house.dateline(text).isPresent(), "has no dateline: " + text);
      case "headline" -> {
        House.Head head = house.head(text);
        same(example, text, gives, head.headline());
        Optional<String> means = example.text("means");
        if (means.isPresent()) {
          boolean meant =
              head.markers().stream()
                  .anyMatch(m -> m.name().toLowerCase(Locale.ROOT).equals(means.get()));
          check(
              example,
              meant,
              "does not mean " + means.get() + " but " + head.markers() + ": " + text);
        }
      }
      case "id" -> same(example, text, gives, house.story(text));
      default -> same(example, text, gives, house.embargo(text).orElse("no embargo"));
    }
  }

  private void same(Mapping example, String text, Optional<String> gives, String is) {
    if (gives.isEmpty()) {
      problem(example, "does not say what it gives", "gives: ...");
    } else {
      check(
          example,
          is.equals(gives.get()),
          "gives \"" + is + "\", not \"" + gives.get() + "\": " + text);
    }
  }

  private void check(Mapping example, boolean holds, String message) {
    if (!holds) {
      problem(example, message, "mend the pattern or the example");
    }
  }

  private void problem(YamlNode at, String message, String hint) {
    String key = profile.agency().isEmpty() ? "examples" : profile.agency() + ".wire.examples";
    problems.add(new Problem(at.file(), at.line(), key, message, hint));
  }
}
