package news.dateline.attribution;

import java.util.List;

/**
 * A news agency as {@code config/agencies.yaml} describes it.
 *
 * @param code published id
 * @param name full name
 * @param credits words that stand for it in a credit; case matters
 * @param names further names in running text
 * @param signed credit words that are everyday words, whatever {@code use} says of the others
 * @param cited credit words believed beside "told" or "agency", whatever {@code use} says
 * @param house beginnings and, after "…", further words of the line that signs its copy
 * @param languages BCP 47; decides between agencies that sign alike
 * @param use how much its words prove in running text
 * @param kind news, photo or release
 * @param traps what only looks like it
 * @param examples lines in which it is found
 * @param counterexamples lines in which it is not
 * @param line of the file, for problems
 */
public record Agency(
    String code,
    String name,
    List<String> credits,
    List<String> names,
    List<String> signed,
    List<String> cited,
    List<String> house,
    List<String> languages,
    Use use,
    Kind kind,
    Traps traps,
    List<String> examples,
    List<String> counterexamples,
    int line) {
  public Agency {
    credits = List.copyOf(credits);
    names = List.copyOf(names);
    signed = List.copyOf(signed);
    cited = List.copyOf(cited);
    house = List.copyOf(house);
    languages = List.copyOf(languages);
    examples = List.copyOf(examples);
    counterexamples = List.copyOf(counterexamples);
  }

  /** The same agency, of whose words less or more is believed. */
  Agency used(Use other) {
    return new Agency(
        code,
        name,
        credits,
        names,
        signed,
        cited,
        house,
        languages,
        other,
        kind,
        traps,
        examples,
        counterexamples,
        line);
  }

  /** How much an agency's credit words prove when they stand in running text. */
  public enum Use {
    /** They are unmistakable. */
    ANYWHERE,
    /** An abbreviation: believed beside "told", "according to", "news agency". */
    CITED,
    /** An everyday word: believed in a credit, or beside "agency". */
    SIGNED
  }

  /** What an agency sends. */
  public enum Kind {
    NEWS,
    PHOTO,
    RELEASE
  }

  /**
   * Words that show something else is meant.
   *
   * @param document anywhere in the text
   * @param next right after
   * @param previous right before
   */
  public record Traps(List<String> document, List<String> next, List<String> previous) {
    /** Nothing known to look like it. */
    public static final Traps NONE = new Traps(List.of(), List.of(), List.of());

    public Traps {
      document = List.copyOf(document);
      next = List.copyOf(next);
      previous = List.copyOf(previous);
    }
  }
}
