package news.dateline.model;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * One entry of a document as its author wrote it. Nothing is interpreted yet but the format itself.
 *
 * @param identity what the author says names it
 * @param base the URI that relative references in this item resolve against
 * @param language BCP 47 as written on the item, else on the document
 * @param headline may be empty
 * @param summary may be empty
 * @param body the fullest text the item carries; may be empty
 * @param dates as written
 * @param editorial what the desk says of it
 * @param people authors and contributors from fields of their own
 * @param lines news lines from fields of their own
 * @param subjects categories, subject codes, keywords
 * @param media enclosures, media groups, pictures
 * @param wire what only wire formats say
 * @param raw the bytes of this item alone when the reader can tell them, else of its document;
 *     asked for only when it is buried
 */
public record Item(
    Identity identity,
    Optional<URI> base,
    Optional<String> language,
    Markup headline,
    Markup summary,
    Markup body,
    Dates dates,
    Editorial editorial,
    List<Person> people,
    Lines lines,
    List<Subject> subjects,
    List<Media> media,
    Wire wire,
    Supplier<Bytes> raw) {

  /** An item of a feed. */
  public Item(
      Identity identity,
      Optional<URI> base,
      Optional<String> language,
      Markup headline,
      Markup summary,
      Markup body,
      Dates dates,
      Editorial editorial,
      List<Person> people,
      Lines lines,
      List<Subject> subjects,
      List<Media> media,
      Supplier<Bytes> raw) {
    this(
        identity, base, language, headline, summary, body, dates, editorial, people, lines,
        subjects, media, Wire.NONE, raw);
  }

  public Item {
    people = List.copyOf(people);
    subjects = List.copyOf(subjects);
    media = List.copyOf(media);
  }

  /**
   * What a correction, an update or a kill says of itself, unless it says so to editors: many
   * agencies tell a change in a note that is not for publication, with the desk's telephone number
   * behind it.
   */
  public Optional<String> publicNote() {
    String toEditors = folded(lines.edNote().orElse(""));
    return wire.note()
        .filter(
            note ->
                note.lines()
                    .map(Item::folded)
                    .filter(line -> !line.isEmpty())
                    .noneMatch(toEditors::contains));
  }

  private static String folded(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /** The same with the letters of its body counted; see {@link Wire}. */
  public Item counting(int letters) {
    return new Item(
        identity,
        base,
        language,
        headline,
        summary,
        body,
        dates,
        editorial,
        people,
        lines,
        subjects,
        media,
        wire.counting(letters),
        raw);
  }

  /**
   * What names the item.
   *
   * @param guid RSS guid, Atom id, NewsML PublicIdentifier or the like, trimmed
   * @param permalink true when the guid is itself the address of the story
   * @param link the story's page, as written
   * @param version the author's own version or revision
   * @param altIds further identifiers
   */
  public record Identity(
      Optional<String> guid,
      boolean permalink,
      Optional<String> link,
      Optional<String> version,
      List<AltId> altIds) {
    /** No name at all: the content must do. */
    public static final Identity NONE =
        new Identity(Optional.empty(), false, Optional.empty(), Optional.empty(), List.of());

    public Identity {
      altIds = List.copyOf(altIds);
    }
  }

  /**
   * Dates exactly as written; the normaliser reads them.
   *
   * @param published when it was first published
   * @param updated when this version was made
   * @param created when the content was made
   * @param embargo not to be published before; {@code ""} (present but empty): held until further
   *     notice
   * @param expires not to be used after
   */
  public record Dates(
      Optional<String> published,
      Optional<String> updated,
      Optional<String> created,
      Optional<String> embargo,
      Optional<String> expires) {
    public static final Dates NONE =
        new Dates(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /**
   * What the desk says of it.
   *
   * @param status usable unless said otherwise
   * @param urgency 1 (flash) to 9, as IPTC counts
   * @param correction true when the item says of itself that it corrects an earlier one
   * @param genre for instance {@code Analysis}
   */
  public record Editorial(
      PubStatus status, OptionalInt urgency, boolean correction, Optional<String> genre) {
    public static final Editorial NONE =
        new Editorial(PubStatus.USABLE, OptionalInt.empty(), false, Optional.empty());
  }
}
