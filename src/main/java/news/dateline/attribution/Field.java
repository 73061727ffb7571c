package news.dateline.attribution;

import java.util.List;
import java.util.Optional;
import news.dateline.model.Attribution.Byline;
import news.dateline.model.Attribution.Evidence;
import news.dateline.model.Attribution.Proof;
import news.dateline.model.Attribution.Role;

/**
 * A text with its agencies, and the name under which its words are proved: {@code body}, {@code
 * byline}, {@code credit} and so on.
 */
record Field(String name, Copy copy, Hits hits, Language language) {

  static Field read(String name, String text, Language language, Lexicon lexicon) {
    Copy copy = Tokenizer.read(text, language.words(), language.code().equals("fr"));
    AgencyScanner scanner = new AgencyScanner(copy, lexicon.agencyWords(), language.code());
    List<AgencyHit> found =
        new CreditBrackets(copy, lexicon.creditWords(), language, scanner, scanner.scan()).read();
    return new Field(name, copy, new Hits(found, copy.size()), language);
  }

  /** The words from one token to before another, as proof. */
  Evidence evidence(int from, int to, String rule) {
    int start = copy.start(from);
    int end = copy.end(to - 1);
    return new Evidence(
        name, copy.substring(start, end), copy.codePoint(start), copy.codePoint(end), rule);
  }

  void agency(
      Findings findings,
      AgencyHit hit,
      Role role,
      double confidence,
      int from,
      int to,
      String rule) {
    Role allowed = role;
    if (hit.agency().kind() == Agency.Kind.PHOTO && role != Role.CITED) {
      allowed = Role.PHOTO;
    }
    findings.agency(hit.agency(), allowed, confidence, evidence(from, to, rule));
  }

  /**
   * Notes a person whose name stands at {@code np}, proved by the words from one token to another.
   */
  void person(
      Findings findings,
      Np np,
      String role,
      Optional<String> agency,
      double confidence,
      int from,
      int to,
      String rule) {

    String name = copy.line(np.from(), np.to());
    Evidence proof = evidence(from, to, rule);
    findings.byline(
        new Byline(
            name,
            role,
            agency,
            proof.text(),
            this.name,
            proof.start(),
            proof.end(),
            new Proof(rule, confidence)));
  }
}
