package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Attribution.Role;

/** Reads who wrote it: "By Jane Roe and John Doe", "Von Almut Kipp, dpa", "Begoña Tarifa / EFE". */
final class BylineReader {
  private static final int LONGEST = 160;

  private final Field field;
  private final Copy copy;
  private final Findings findings;

  BylineReader(Field field, Findings findings) {
    this.field = field;
    this.copy = field.copy();
    this.findings = findings;
  }

  /** A paragraph near the head or the end of a body; false when it is no byline. */
  boolean line(int from, int to) {
    if (to - from < 1 || copy.end(to - 1) - copy.start(from) > LONGEST) {
      return false;
    }
    boolean opened = opener(from, to);
    if (opened) {
      int names = from + 1;
      if (names < to && copy.mark(names) == ':') {
        names++;
      }
      return read(names, from, to);
    }
    return agencyAlone(from, to) || slashed(from, to);
  }

  /** A field that holds nothing but authors. */
  boolean authors(int from, int to) {
    return read(namesFrom(from, to), from, to);
  }

  /** Past "By", where the names begin. */
  int namesFrom(int from, int to) {
    if (!opener(from, to)) {
      return from;
    }
    return copy.mark(from + 1) == ':' ? from + 2 : from + 1;
  }

  private boolean opener(int from, int to) {
    if (to - from < 2 || !copy.has(from, Copy.WORD)) {
      return false;
    }
    String first = copy.word(from).toLowerCase(java.util.Locale.ROOT);
    boolean known = field.language().bylines().contains(first) || first.equals("by");
    int next = copy.mark(from + 1) == ':' ? from + 2 : from + 1;
    boolean capital =
        next < to && (copy.has(next, Copy.CAP) || field.hits().startingAt(next) != null);
    return known && copy.has(from, Copy.CAP) && capital && !sentenceLike(from, to);
  }

  private boolean sentenceLike(int from, int to) {
    if (copy.mark(to - 1) != '.' && copy.mark(to - 1) != '!') {
      return to - from > 30;
    }
    int lower = 0;
    for (int i = from + 1; i < to; i++) {
      lower +=
          copy.has(i, Copy.WORD)
                  && !copy.has(i, Copy.CAP)
                  && !copy.is(i, Words.AND | Words.PARTICLE | Words.PREPOSITION)
              ? 1
              : 0;
    }
    return lower > 2;
  }

  private boolean read(int names, int from, int to) {
    List<AgencyHit> agencies = agencies(names, to);
    List<Np> people = People.read(copy, field.hits(), names, to);
    if (people.isEmpty() && agencies.isEmpty()) {
      return false;
    }
    Optional<String> employer = Optional.empty();
    for (AgencyHit hit : agencies) {
      // With staff or with another house: "Le Figaro et AFP"; but "AFP et Reuters" are two origins.
      boolean other = !people.isEmpty() || field.hits().within(names, hit.from()).isEmpty();
      boolean shared = other && hit.from() > names && sharedCredit(hit.from() - 1);
      field.agency(
          findings, hit, shared ? Role.CONTRIBUTOR : Role.ORIGIN, 0.95, from, to, "byline");
      if (!shared && employer.isEmpty()) {
        employer = Optional.of(hit.agency().code());
      }
    }
    for (Np np : people) {
      field.person(findings, np, "author", employer, 0.95, from, to, "byline");
    }
    return true;
  }

  /** Those named; "Radio Sunshine" and "DJ Jane" are longer names that begin like one. */
  private List<AgencyHit> agencies(int from, int to) {
    List<AgencyHit> out = new ArrayList<>(field.hits().within(from, to));
    out.removeIf(
        h ->
            everyday(h)
                && ((h.to() < to && copy.has(h.to(), Copy.CAP))
                    || (h.from() > from && copy.has(h.from() - 1, Copy.CAP))));
    return out;
  }

  private boolean everyday(AgencyHit hit) {
    return hit.agency().use() == Agency.Use.SIGNED
        || (hit.to() == hit.from() + 1 && hit.agency().signed().contains(copy.word(hit.from())));
  }

  private boolean sharedCredit(int before) {
    return copy.is(before, Words.AND)
        || copy.mark(before) == '/'
        || copy.mark(before) == '&'
        || field.language().contributions().stream().anyMatch(w -> copy.wordIs(before, w));
  }

  /** "Agence France-Presse in Suva". */
  private boolean agencyAlone(int from, int to) {
    AgencyHit hit = field.hits().startingAt(from);
    if (hit == null || hit.from() != from) {
      return false;
    }
    int after = hit.to();
    while (after < to
        && (copy.mark(after) == ',' || copy.mark(after) == '/' || copy.is(after, Words.AND))) {
      AgencyHit next = field.hits().startingAt(after + 1);
      if (next == null || next.from() != after + 1) {
        break;
      }
      after = next.to();
    }
    boolean place =
        after < to
            && copy.is(after, Words.PREPOSITION)
            && to - after <= 4
            && after + 1 < to
            && copy.has(after + 1, Copy.CAP);
    if (after != to && !place) {
      return false;
    }
    for (AgencyHit each : field.hits().within(from, after)) {
      field.agency(findings, each, Role.ORIGIN, 0.95, from, to, "byline");
    }
    return true;
  }

  /** "Begoña Tarifa / EFE": nothing but people and agencies, parted by a slash. */
  private boolean slashed(int from, int to) {
    List<AgencyHit> agencies = field.hits().within(from, to);
    List<Np> people = People.read(copy, field.hits(), from, to);
    if (agencies.isEmpty() || people.isEmpty()) {
      return false;
    }
    int covered = 0;
    for (AgencyHit hit : agencies) {
      covered += hit.to() - hit.from();
    }
    for (Np np : people) {
      covered += np.to() - np.from();
    }
    boolean slash = false;
    for (int i = from; i < to; i++) {
      slash |= copy.mark(i) == '/' || copy.mark(i) == '|' || copy.mark(i) == ',';
      covered += copy.mark(i) != 0 || copy.is(i, Words.AND) ? 1 : 0;
    }
    if (!slash || covered < to - from || people.get(0).from() != from) {
      return false;
    }
    for (AgencyHit hit : agencies) {
      boolean comma = copy.mark(hit.from() - 1) == ',';
      field.agency(findings, hit, comma ? Role.ORIGIN : Role.CONTRIBUTOR, 0.93, from, to, "byline");
    }
    for (Np np : people) {
      field.person(findings, np, "author", Optional.empty(), 0.93, from, to, "byline");
    }
    return true;
  }
}
