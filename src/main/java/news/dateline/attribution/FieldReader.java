package news.dateline.attribution;

import java.util.List;
import java.util.Optional;
import news.dateline.model.Attribution.Evidence;
import news.dateline.model.Attribution.Role;
import news.dateline.model.Person;
import news.dateline.model.Removed;

/** Reads what stands beside the body: author fields, byline, credit, copyright, the source. */
final class FieldReader {
  private final Lexicon lexicon;
  private final Language language;
  private final Findings findings;

  FieldReader(Lexicon lexicon, Language language, Findings findings) {
    this.lexicon = lexicon;
    this.language = language;
    this.findings = findings;
  }

  void read(AttributionInput in) {
    in.agency().flatMap(lexicon::agency).ifPresent(this::source);
    in.lines().credit().ifPresent(t -> agencies("credit", t, Role.ORIGIN));
    in.lines().copyrightHolder().ifPresent(t -> agencies("copyright", t, Role.ORIGIN));
    in.lines().copyrightNotice().ifPresent(t -> agencies("copyright", t, Role.ORIGIN));
    in.lines().byline().ifPresent(this::byline);
    for (Person person : in.people()) {
      person(person);
    }
    for (Removed removed : in.removed()) {
      // What is cut as the paper's own line may still say whose the text is.
      if (removed.reason().equals("signoff") || CreditReader.isCopyright(removed.text())) {
        Field field = Field.read("body-removed", removed.text(), language, lexicon);
        new CreditReader(field, findings, lexicon.signOffStyles(), findings.origin())
            .line(0, field.copy().size());
      }
    }
  }

  private void source(Agency agency) {
    findings.agency(
        agency,
        Role.ORIGIN,
        0.9,
        new Evidence("source", agency.code(), 0, agency.code().length(), "source-agency"));
  }

  private void agencies(String name, String text, Role role) {
    Field field = Field.read(name, text, language, lexicon);
    PhotoCredits photos = new PhotoCredits(field, findings);
    boolean picture = signsPicture(field);
    for (AgencyHit hit : field.hits().all()) {
      if (!photos.note(hit)) {
        Role of = picture ? Role.PHOTO : role;
        field.agency(findings, hit, of, 0.95, 0, field.copy().size(), name + "-field");
      }
    }
    hyphened(field, text, role);
  }

  /** "Jane Roe/The Harbour Post, via Reuters": somebody's name before a slash, and nothing else. */
  private static boolean signsPicture(Field field) {
    Copy copy = field.copy();
    int slash = 0;
    while (slash < copy.size() && copy.mark(slash) != '/') {
      slash++;
    }
    if (slash == copy.size()) {
      return false;
    }
    List<Np> people = People.read(copy, field.hits(), 0, slash);
    return people.size() == 1 && people.get(0).from() == 0 && people.get(0).to() == slash;
  }

  /** "STT–AFP-Reuters": a hyphen joins words in a text, but parts agencies in a credit. */
  private void hyphened(Field field, String text, Role role) {
    int start = 0;
    for (String part : text.split("-", -1)) {
      int from = start;
      int to = from + part.length();
      start = to + 1;
      boolean known =
          part.length() == text.length()
              || field.hits().all().stream()
                  .anyMatch(
                      h ->
                          field.copy().start(h.from()) < to && field.copy().end(h.to() - 1) > from);
      if (!known) {
        Field alone = Field.read(field.name(), part, language, lexicon);
        for (AgencyHit hit : alone.hits().all()) {
          field.agency(findings, hit, role, 0.95, 0, field.copy().size(), field.name() + "-field");
        }
      }
    }
  }

  private void byline(String text) {
    Field field = Field.read("byline", text, language, lexicon);
    if (field.copy().size() > 0) {
      new BylineReader(field, findings).authors(0, field.copy().size());
    }
  }

  private void person(Person person) {
    if (person.name().isBlank() || Staff.address(person.name())) {
      return;
    }
    Field field = Field.read("byline", person.name(), language, lexicon);
    int size = field.copy().size();
    if (size == 0) {
      return;
    }
    BylineReader bylines = new BylineReader(field, findings);
    if (!field.hits().all().isEmpty()) {
      bylines.authors(0, size);
      return;
    }
    List<Np> people = People.read(field.copy(), field.hits(), bylines.namesFrom(0, size), size);
    if (people.size() > 1) {
      bylines.authors(0, size);
    } else if (!people.isEmpty() || smallName(person.name(), field.copy())) {
      Np name = people.isEmpty() ? People.person(0, size) : people.get(0);
      field.person(findings, name, person.role(), Optional.empty(), 0.97, 0, size, "author-field");
    }
  }

  /** "jane roe": an author field is believed when all its words may be a name. */
  private static boolean smallName(String name, Copy copy) {
    if (copy.size() < 2 || copy.size() > 4 || Staff.is(name)) {
      return false;
    }
    for (int i = 0; i < copy.size(); i++) {
      boolean may =
          copy.mark(i) == 0
              && !copy.has(i, Copy.NUMBER | Copy.CAP)
              && (copy.bits(i) & ~(Words.MALE | Words.FEMALE | Words.PARTICLE)) == 0;
      if (!may) {
        return false;
      }
    }
    return true;
  }
}
