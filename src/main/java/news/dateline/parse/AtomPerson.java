package news.dateline.parse;

import java.util.Optional;
import news.dateline.model.Person;
import org.jdom2.Element;

/** Atom person constructs (RFC 4287 section 3.2), and the strings some put in their place. */
final class AtomPerson {
  private AtomPerson() {}

  /** Empty when nothing in it names anybody. */
  static Optional<Person> read(Element e, String role) {
    if (!Xml.hasElements(e)) {
      return AuthorForms.read(Xml.text(e), role);
    }
    Fields f = Fields.of(e, "atom");
    Optional<String> email = f.text("email");
    Optional<String> uri = f.text("uri", "url", "homepage");
    Optional<Person> named = f.text("name").flatMap(n -> AuthorForms.read(n, role));
    if (named.isEmpty() && email.isEmpty() && uri.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Person(
            named.map(Person::name).orElse(""),
            role,
            email.or(() -> named.flatMap(Person::email)),
            uri));
  }
}
