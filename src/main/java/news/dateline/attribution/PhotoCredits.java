package news.dateline.attribution;

import java.util.List;
import java.util.Optional;
import news.dateline.model.Attribution.Role;

/** Tells picture credits from others: "John Doe/AFP via Getty Images", "REUTERS/Jane Roe". */
final class PhotoCredits {
  private final Field field;
  private final Copy copy;
  private final Findings findings;

  PhotoCredits(Field field, Findings findings) {
    this.field = field;
    this.copy = field.copy();
    this.findings = findings;
  }

  /** Notes an agency that signs a picture; false when it does not. */
  boolean note(AgencyHit hit) {
    int before = hit.from() - 1;
    int after = hit.to();
    boolean owned = before >= 0 && copy.mark(before) == '©';
    if (owned && after < copy.size() && copy.has(after, Copy.NUMBER)) {
      after++; // "© AFP 2026 / Jane Roe"
    }
    boolean slashBefore = before > 0 && copy.mark(before) == '/';
    boolean slashAfter = after + 1 < copy.size() && copy.mark(after) == '/';
    boolean via = before > 0 && copy.wordIs(before, "via") && handsOn(hit, before);
    boolean photoWord = false;
    for (int i = Math.max(0, before - 6); i <= before && !photoWord; i++) {
      photoWord = copy.is(i, Words.PHOTO) && copy.mark(Math.min(i + 1, copy.size() - 1)) == ':';
    }
    if (!slashBefore && !slashAfter && !via && !photoWord) {
      return false;
    }
    boolean named =
        (slashBefore && nameBefore(before) < before)
            || (slashAfter && nameAfter(after + 1) - after > 2);
    if (!via && !photoWord && !named && hit.agency().kind() != Agency.Kind.PHOTO) {
      return false;
    }
    int from = hit.from();
    int to = hit.to();
    Optional<String> agency = Optional.of(hit.agency().code());
    if (slashBefore) {
      int start = nameBefore(before);
      if (start < before) {
        from = start;
        signed(person(start, before), agency, start, to);
      }
    } else if (slashAfter) {
      int end = nameAfter(after + 1);
      if (end - after > 2) {
        to = end;
        signed(person(after + 1, end), agency, from, end);
      }
    } else if (photoWord) {
      List<Np> people = People.read(copy, field.hits(), Math.max(0, before - 6), before + 1);
      people.forEach(np -> signed(np, agency, np.from(), hit.to()));
    }
    field.agency(findings, hit, Role.PHOTO, 0.9, from, to, "photo-credit");
    return true;
  }

  /** "Jane Roe/AFP via Getty Images", not "sent via RSS". */
  private boolean handsOn(AgencyHit hit, int via) {
    return hit.agency().kind() == Agency.Kind.PHOTO
        || (hit.agency().use() != Agency.Use.SIGNED
            && (copy.has(via - 1, Copy.CAP) || copy.mark(via - 1) == ')'));
  }

  private void signed(Np np, Optional<String> agency, int from, int to) {
    field.person(findings, np, "photographer", agency, 0.9, from, to, "photo-credit");
  }

  private static Np person(int from, int to) {
    return new Np(from, to, news.dateline.model.Attribution.Speaker.SpeakerKind.PERSON, false);
  }

  private int nameBefore(int slash) {
    int s = slash;
    while (s > 0
        && s > slash - 4
        && copy.has(s - 1, Copy.CAP)
        && field.hits().startingAt(s - 1) == null
        && !copy.has(s, Copy.PARAGRAPH)
        && (s == slash || !copy.has(s, Copy.SENTENCE))) {
      s--;
    }
    return slash - s >= 2 ? s : slash;
  }

  private int nameAfter(int from) {
    int e = from;
    while (e < copy.size()
        && e < from + 4
        && copy.has(e, Copy.CAP)
        && field.hits().startingAt(e) == null
        && (e == from || !copy.has(e, Copy.SENTENCE))) {
      e++;
    }
    return e;
  }
}
