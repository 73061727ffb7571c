package news.dateline.attribution;

/**
 * An agency's words in the text. Positions are tokens, end exclusive.
 *
 * @param from first token of its name
 * @param to one past its name
 * @param phraseFrom first token of the phrase around it ("the state-run TASS news agency")
 * @param phraseTo one past that phrase
 * @param named a word such as "agency" stands in the phrase
 * @param cited how a statement came through it; empty when it is only named
 * @param trapped its neighbours show that something else is meant
 */
record AgencyHit(
    int from,
    int to,
    int phraseFrom,
    int phraseTo,
    Agency agency,
    boolean named,
    String cited,
    boolean trapped) {
  /** The {@link #depth} of an agency that somebody spoke to. */
  static final int INNERMOST = 3;

  /** How near to the speaker the agency stands when several pass a statement on. */
  int depth() {
    return switch (cited) {
      case "told-agency" -> INNERMOST;
      case "relay-citing" -> 2;
      case "relay-quoting" -> 1;
      default -> 0;
    };
  }

  boolean isCited() {
    return !cited.isEmpty();
  }

  AgencyHit withCited(String how) {
    return new AgencyHit(from, to, phraseFrom, phraseTo, agency, named, how, trapped);
  }
}
