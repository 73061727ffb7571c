package news.dateline.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What wire formats say of an item that feeds do not.
 *
 * @param agency code in {@code config/agencies.yaml} of the agency by whose profile it was read
 * @param type of news object as ninjs names it ({@code picture}, {@code composite} ...); empty: to
 *     be seen from its content
 * @param letters letters and digits in the body as it stood in the document: what must come out
 *     again; empty when they were not counted
 * @param note what a correction, an update or a kill says of itself: "CORRECTS spelling in para 3"
 * @param hops its way from its author to us, first station first
 * @param relations other news objects it names
 * @param style how its agency writes
 */
public record Wire(
    Optional<String> agency,
    Optional<String> type,
    OptionalInt letters,
    Optional<String> note,
    List<Hop> hops,
    List<Relation> relations,
    HouseStyle style) {
  /** An item of a feed. */
  public static final Wire NONE =
      new Wire(
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          HouseStyle.NONE);

  public Wire {
    hops = List.copyOf(hops);
    relations = List.copyOf(relations);
  }

  /** Read by a profile, nothing else known. */
  public static Wire of(Optional<String> agency, HouseStyle style) {
    return new Wire(
        agency,
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        style);
  }

  /** The same with a type. */
  public Wire typed(Optional<String> newType) {
    return new Wire(agency, newType, letters, note, hops, relations, style);
  }

  /** The same with the letters of the body counted. */
  public Wire counting(int newLetters) {
    return new Wire(agency, type, OptionalInt.of(newLetters), note, hops, relations, style);
  }

  /** The same with what it says of itself. */
  public Wire noting(Optional<String> newNote) {
    return new Wire(agency, type, letters, newNote, hops, relations, style);
  }

  /** The same with its way to us. */
  public Wire through(List<Hop> newHops) {
    return new Wire(agency, type, letters, note, newHops, relations, style);
  }

  /** The same with the objects it names. */
  public Wire related(List<Relation> newRelations) {
    return new Wire(agency, type, letters, note, hops, newRelations, style);
  }
}
