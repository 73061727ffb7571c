package news.dateline.attribution;

import java.util.Locale;
import java.util.Optional;
import news.dateline.model.Attribution.Speaker;
import news.dateline.model.Attribution.Speaker.SpeakerKind;
import org.jspecify.annotations.Nullable;

/** Gives each statement its speaker: surnames to full names, pronouns to people, in text order. */
final class Speakers {
  private final Copy copy;
  private final Names names;
  private final NounPhrases phrases;
  private final Bodies bodies;
  private @Nullable Speaker last;
  private @Nullable Speaker other;
  private boolean asked;
  private int lastToken = -1;

  /** What spoke last was a paper: no "he" or "she" means it. */
  private boolean written;

  Speakers(Copy copy, Names names, NounPhrases phrases) {
    this.copy = copy;
    this.names = names;
    this.phrases = phrases;
    this.bodies = new Bodies(copy);
  }

  /** The speaker of a frame; empty when the frame names nobody. */
  Optional<Speaker> of(Frame frame) {
    Np np = frame.speaker();
    if (np == null) {
      return frame.dropped() ? carried() : Optional.empty();
    }
    Np head = copy.is(np.from(), Words.RELATIVE) ? phrases.antecedent(np.from()) : null;
    Speaker found;
    if (head != null && !head.pronoun()) {
      Speaker meant = named(head, frame.oblique());
      found = speaker(meant.name(), np, meant.kind());
    } else {
      found = np.pronoun() ? pronoun(np) : named(np, frame.oblique());
    }
    if (WeakRules.has(frame.rule())) {
      return Optional.of(found);
    }
    Speaker before = last;
    if (before != null && !before.name().equals(found.name())) {
      other = before;
    }
    last = found;
    lastToken = np.from();
    written = np.kind() == SpeakerKind.NOMINAL && written(np);
    asked = copy.is(frame.cueFrom(), Words.ASK);
    return Optional.of(found);
  }

  private boolean written(Np np) {
    for (int i = np.from(); i < np.to(); i++) {
      if (copy.is(i, Words.MEDIUM | Words.DISPATCH)) {
        return true;
      }
    }
    return false;
  }

  /** The speaker of the statement before. */
  Optional<Speaker> carried() {
    return Optional.ofNullable(last);
  }

  /**
   * The speaker of a paragraph that nothing but what came before tells. After a question the other
   * of two who speak in turn answers; when there is no other, nobody can be told.
   */
  Optional<Speaker> next(boolean question) {
    if (question && asked) {
      asked = false;
      Speaker answers = other;
      other = last;
      last = answers;
    }
    return carried();
  }

  private Speaker named(Np np, boolean oblique) {
    if (np.kind() == SpeakerKind.PERSON) {
      String name = names.canonical(np, oblique);
      return speaker(name, np, names.place(np, name) ? SpeakerKind.ORGANISATION : np.kind());
    }
    Speaker before = last;
    if (before != null && before.kind() != SpeakerKind.ORGANISATION && anaphor(np)) {
      return speaker(before.name(), np, before.kind());
    }
    String body = bodies.named(np);
    return body == null ? speaker(described(np), np) : speaker(body, np, SpeakerKind.ORGANISATION);
  }

  /** Russian has no article: "ученый", "собеседник агентства" is the one who spoke before. */
  private boolean anaphor(Np np) {
    int words = np.to() - np.from();
    boolean agencyGuest = words == 2 && copy.wordIs(np.from(), "собеседник");
    boolean roleAlone =
        words == 1
            && copy.is(np.from(), Words.ROLE | Words.TITLE)
            && names.russian()
            && !copy.has(np.from(), Copy.CAP);
    return agencyGuest || roleAlone;
  }

  /** A description with a lower-case article; an organisation without one. */
  private String described(Np np) {
    int from = np.from();
    String all = copy.line(from, np.to());
    if (!copy.is(from, Words.DETERMINER | Words.ROLE) || !copy.has(from, Copy.CAP)) {
      boolean properName =
          np.kind() == SpeakerKind.ORGANISATION
              && copy.is(from, Words.DETERMINER)
              && from + 1 < np.to()
              && copy.has(from + 1, Copy.CAP);
      return properName ? copy.line(from + 1, np.to()) : all;
    }
    if (np.kind() == SpeakerKind.ORGANISATION
        && from + 1 < np.to()
        && copy.has(from + 1, Copy.CAP)) {
      return copy.line(from + 1, np.to());
    }
    return all.substring(0, 1).toLowerCase(Locale.ROOT) + all.substring(1);
  }

  private Speaker pronoun(Np np) {
    if (copy.is(np.from(), Words.RELATIVE)) {
      return relative(np);
    }
    long kind = copy.bits(np.from()) & Words.PRONOUN;
    boolean plural = (kind & Words.THEY) != 0 && (kind & (Words.HE | Words.SHE)) == 0;
    boolean thing = kind == Words.IT;
    Speaker before = last;
    if (plural || thing) {
      boolean fits = before != null && before.kind() != SpeakerKind.PERSON;
      return fits && before != null
          ? speaker(before.name(), np, before.kind())
          : speaker(copy.substring(pronounStart(np.from()), copy.end(np.to() - 1)), np);
    }
    long gender = (kind & Words.HE) != 0 ? Words.HE : Words.SHE;
    int paragraph = copy.paragraphOf(np.from());
    int floor = copy.paragraphFirst(Math.max(0, paragraph - 6));
    Names.Mention mention = names.latestBefore(np.from(), gender, Math.max(floor, lastToken + 1));
    boolean fits =
        before != null
            && before.kind() != SpeakerKind.ORGANISATION
            && !written
            && compatible(before, gender);
    if (mention != null && (!fits || subject(mention, np))) {
      Np at = new Np(mention.from(), mention.to(), SpeakerKind.PERSON, false);
      return speaker(names.canonical(at, false), np);
    }
    if (fits && before != null) {
      return speaker(before.name(), np, before.kind());
    }
    Names.Mention any = names.latestBefore(np.from(), gender, 0);
    if (any != null) {
      Np at = new Np(any.from(), any.to(), SpeakerKind.PERSON, false);
      return speaker(names.canonical(at, false), np);
    }
    return speaker(copy.substring(pronounStart(np.from()), copy.end(np.to() - 1)), np);
  }

  /** "who" behind "from Jane Roe," and its like: the name right before it. */
  private Speaker relative(Np np) {
    int floor = Math.max(copy.sentenceStart(np.from()), np.from() - 8);
    Names.Mention mention = names.latestBefore(np.from(), 0, floor);
    return mention == null
        ? speaker(copy.slice(np.from(), np.to()), np)
        : speaker(
            names.canonical(new Np(mention.from(), mention.to(), SpeakerKind.PERSON, false), false),
            np);
  }

  /** A name at the head of its sentence is what a following pronoun means. */
  private boolean subject(Names.Mention mention, Np np) {
    int start = copy.sentenceStart(mention.from());
    boolean head = mention.from() - start <= 5;
    boolean near = copy.paragraphOf(np.from()) - copy.paragraphOf(mention.from()) <= 1;
    return head && near;
  }

  private boolean compatible(Speaker speaker, long gender) {
    if (names.russian() && speaker.name().startsWith("один ")) {
      return gender == Words.HE;
    }
    if (names.russian() && speaker.name().startsWith("одна ")) {
      return gender == Words.SHE;
    }
    long known = names.genderOf(speaker.name());
    if (known == 0
        && (names.german() || names.romance())
        && speaker.kind() == SpeakerKind.NOMINAL) {
      known = articleGender(speaker.name());
    }
    return known == 0 || known == gender;
  }

  /** "eine junge Anwältin" is no "er"; "der Sprecher" no "sie". */
  private static long articleGender(String name) {
    int end = name.indexOf(' ');
    return switch (end < 0 ? "" : name.substring(0, end)) {
      case "eine", "une", "la", "una" -> Words.SHE;
      case "ein", "der", "un", "le", "el" -> Words.HE;
      case "deux", "trois", "plusieurs", "les", "des", "los", "las", "dos", "varios" -> Words.THEY;
      default -> 0;
    };
  }

  private Speaker speaker(String name, Np np) {
    return speaker(name, np, np.kind());
  }

  private Speaker speaker(String name, Np np, SpeakerKind kind) {
    int first = kind == SpeakerKind.PERSON && !np.pronoun() ? withParticles(np, name) : np.from();
    int start = np.pronoun() ? pronounStart(first) : copy.start(first);
    int end = copy.end(np.to() - 1);
    return new Speaker(
        name, copy.substring(start, end), copy.codePoint(start), copy.codePoint(end), kind);
  }

  /**
   * "von der Leyen said": the particles before a surname are of the name when its full form says
   * so.
   */
  private int withParticles(Np np, String name) {
    int from = np.from();
    while (from > 0
        && copy.is(from - 1, Words.PARTICLE)
        && copy.mark(from - 1) == 0
        && name.endsWith(" " + copy.line(from - 1, np.to()))) {
      from--;
    }
    return from;
  }

  /** French "a-t-elle": only the last part is the pronoun. */
  private int pronounStart(int token) {
    for (int i = copy.end(token) - 1; i > copy.start(token); i--) {
      if (copy.chars[i] == '-') {
        return i + 1;
      }
    }
    return copy.start(token);
  }
}
