package news.dateline.parse;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import news.dateline.model.Person;
import org.jdom2.Element;

/** Atom person constructs (RFC 4287 section 3.2), and the strings some put in their place. */
final class AtomPerson {
  private AtomPerson() {}

  /**
   * Empty when nothing in it names anybody.
   *
   * @param base resolves the person's address, when it is a relative one
   */
  static Optional<Person> read(Element e, String role, Function<Element, Optional<URI>> base) {
    if (!Xml.hasElements(e)) {
      return AuthorForms.read(Xml.text(e), role);
    }
    Fields f = Fields.of(e, "atom");
    Optional<String> email = f.text("email");
    Optional<String> uri =
        f.text("uri", "url", "homepage").map(u -> Links.isHttp(u) ? u : resolved(u, base.apply(e)));
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

  private static String resolved(String reference, Optional<URI> base) {
    return Links.resolve(base, reference).map(URI::toString).orElse(reference);
  }
}
