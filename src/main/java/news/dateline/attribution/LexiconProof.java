package news.dateline.attribution;

import java.util.List;
import java.util.Map;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.model.Attribution.Role;

/** Tries the examples that stand beside a newsroom's own words and agencies. */
public final class LexiconProof {
  private final Lexicon lexicon;
  private final Attributor attributor;
  private final Problems problems;

  private LexiconProof(Lexicon lexicon, Problems problems) {
    this.lexicon = lexicon;
    this.attributor = new Attributor(lexicon);
    this.problems = problems;
  }

  /**
   * @param agencies how problems name {@code agencies.yaml}
   * @param problems receives every example that does not show what it promises
   */
  public static void check(Lexicon lexicon, String agencies, Problems problems) {
    LexiconProof proof = new LexiconProof(lexicon, problems);
    lexicon.agencies().forEach(a -> proof.agency(a, agencies));
    proof.words();
  }

  private void agency(Agency agency, String file) {
    for (String example : agency.examples()) {
      if (roles(agency, example).stream().allMatch(r -> r == Role.MENTIONED)) {
        problem(file, agency.line(), agency.code() + ".examples", "is not found in", example);
      }
    }
    for (String example : agency.counterexamples()) {
      if (!roles(agency, example).isEmpty()) {
        problem(file, agency.line(), agency.code() + ".counterexamples", "is found in", example);
      }
    }
  }

  private List<Role> roles(Agency agency, String text) {
    return attributor.attribute(AttributionInput.of(text)).agencies().stream()
        .filter(a -> a.code().equals(agency.code()))
        .map(news.dateline.model.Attribution.Agency::role)
        .toList();
  }

  private void problem(String file, int line, String key, String what, String example) {
    String hint = "try it: dateline attribute --explain";
    problems.add(new Problem(file, line, key, what + " \"" + example + "\"", hint));
  }

  private void words() {
    for (Map.Entry<String, List<LexiconExample>> language : lexicon.examples().entrySet()) {
      for (LexiconExample example : language.getValue()) {
        List<String> found = example.read(attributor, language.getKey());
        if (!example.isShownBy(found)) {
          String not = example.counter() ? " is found in \"" : " is not shown by \"";
          problems.add(
              new Problem(
                  example.file(),
                  example.line(),
                  LanguageFiles.EXAMPLES,
                  "\"" + example.claim() + "\"" + not + example.text() + "\"",
                  "found: " + (found.isEmpty() ? "nothing" : String.join("; ", found))));
        }
      }
    }
  }
}
