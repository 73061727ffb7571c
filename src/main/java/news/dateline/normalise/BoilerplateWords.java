package news.dateline.normalise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;

/**
 * The words and openers of {@code boilerplate.yaml}.
 *
 * @param classes what a word speaks of, as bits
 * @param openers openers of appeals
 * @param closers last lines of appeals
 * @param lines openers of single lines, by reason
 */
record BoilerplateWords(
    Map<String, Integer> classes,
    Phrases openers,
    Set<String> closers,
    Map<String, Phrases> lines) {
  static final int YOU = 1;
  static final int WE = 2;
  static final int SUPPORT = 4;
  static final int SUBSCRIBE = 8;
  static final int PLIGHT = 16;

  static BoilerplateWords load() {
    Problems problems = new Problems();
    List<YamlNode> documents = Yaml.parse(resource(), "boilerplate.yaml", problems);
    if (!problems.isEmpty() || documents.size() != 1) {
      throw new IllegalStateException(problems.list().toString());
    }
    YamlNode.Mapping all = (YamlNode.Mapping) documents.get(0);
    Map<String, Integer> classes = new HashMap<>();
    int bit = 1;
    for (String key : List.of("you", "we", "support", "subscribe", "plight")) {
      int b = bit;
      all.texts(key).forEach(w -> classes.merge(w, b, (x, y) -> x | y));
      bit <<= 1;
    }
    return new BoilerplateWords(
        classes,
        new Phrases(all.texts("openers")),
        new HashSet<>(all.texts("closers")),
        Map.of(
            "navigation", new Phrases(all.texts("navigation")),
            "newsletter", new Phrases(all.texts("newsletter")),
            "non-public", new Phrases(all.texts("non-public")),
            "rights", new Phrases(all.texts("rights"))));
  }

  private static String resource() {
    try (InputStream in = BoilerplateWords.class.getResourceAsStream("boilerplate.yaml")) {
      if (in == null) {
        throw new IllegalStateException("resource boilerplate.yaml is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
