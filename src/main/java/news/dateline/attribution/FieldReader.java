package news.dateline.attribution;

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
      if (removed.reason().equals("signoff")) {
        Field field = Field.read("body-removed", removed.text(), language, lexicon);
        new CreditReader(field, findings, lexicon.houseStyles(), findings.origin())
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
    for (AgencyHit hit : field.hits().all()) {
      if (!photos.note(hit)) {
        field.agency(findings, hit, role, 0.95, 0, field.copy().size(), name + "-field");
      }
    }
    hyphened(field, text, role);
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
    if (person.name().isBlank()) {
      return;
    }
    Field field = Field.read("byline", person.name(), language, lexicon);
    int size = field.copy().size();
    if (size == 0) {
      return;
    }
    boolean agency = !field.hits().all().isEmpty();
    if (agency) {
      new BylineReader(field, findings).authors(0, size);
      return;
    }
    boolean named =
        !Staff.is(person.name()) && People.read(field.copy(), field.hits(), 0, size).size() == 1;
    if (named) {
      Np whole = People.read(field.copy(), field.hits(), 0, size).get(0);
      field.person(findings, whole, person.role(), Optional.empty(), 0.97, 0, size, "author-field");
    } else if (!Staff.is(person.name())
        && People.read(field.copy(), field.hits(), 0, size).size() > 1) {
      new BylineReader(field, findings).authors(0, size);
    }
  }
}
