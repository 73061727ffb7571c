package news.dateline.attribution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;
import news.dateline.model.Attribution.Proof;

/**
 * How far each rule that tells a speaker can be trusted: the share of its answers that were right
 * on annotated news, read from {@code confidence.yaml} beside this class, which says how it was
 * measured.
 */
final class Confidence {
  private static final String FILE = "confidence.yaml";
  private static final String OTHER = "other";

  private static final Map<String, Proof> BY_RULE = load();

  private Confidence() {}

  private static Map<String, Proof> load() {
    Problems problems = new Problems();
    List<YamlNode> documents = Yaml.parse(Language.resource(FILE), FILE, problems);
    if (!problems.isEmpty() || documents.size() != 1) {
      throw new IllegalStateException(problems.list().toString());
    }
    YamlNode.Mapping all = (YamlNode.Mapping) documents.get(0);
    Map<String, Proof> proofs = new HashMap<>();
    for (String rule : all.entries().keySet()) {
      proofs.put(rule, new Proof(rule, Double.parseDouble(all.text(rule).orElseThrow())));
    }
    return Map.copyOf(proofs);
  }

  static Proof of(String rule) {
    Proof measured = BY_RULE.get(rule);
    return measured != null ? measured : new Proof(rule, of(OTHER).confidence());
  }
}
