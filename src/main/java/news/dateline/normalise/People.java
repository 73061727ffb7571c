package news.dateline.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.model.Person;

/** Authors and contributors, names apart from addresses. */
final class People {
  // RSS 2.0 wants "jane@example.org (Jane Doe)"; mail programs write "Jane Doe <jane@example.org>".
  private static final Pattern ADDRESS =
      Pattern.compile("[\\w.+%-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+");

  private People() {}

  /** Names folded, addresses split off, doubles dropped; those with nothing to say are left out. */
  static List<Person> clean(List<Person> people) {
    List<Person> out = new ArrayList<>(people.size());
    for (Person person : people) {
      Person clean = clean(person);
      boolean known =
          out.stream()
              .anyMatch(
                  p ->
                      p.role().equals(clean.role())
                          && p.name().equalsIgnoreCase(clean.name())
                          && (!clean.name().isEmpty() || p.email().equals(clean.email())));
      if (!known && !(clean.name().isEmpty() && clean.email().isEmpty())) {
        out.add(clean);
      }
    }
    return out;
  }

  private static Person clean(Person person) {
    String name = Fields.line(person.name());
    Optional<String> email =
        person
            .email()
            .map(e -> e.strip().replaceFirst("(?i)^mailto:", ""))
            .filter(e -> !e.isEmpty());
    if (name.indexOf('@') > 0) {
      Matcher matcher = ADDRESS.matcher(name);
      if (matcher.find()) {
        email = email.or(() -> Optional.of(matcher.group()));
        name = (name.substring(0, matcher.start()) + name.substring(matcher.end())).strip();
        name = unwrapped(name.replaceFirst("(?i)mailto:", "").replace("<>", "").replace("()", ""));
      }
    }
    Optional<String> uri = person.uri().flatMap(u -> Links.absolute(u, null)).map(Object::toString);
    return new Person(name, person.role().toLowerCase(Locale.ROOT), email, uri);
  }

  /** Without the brackets or quotation marks around the whole. */
  private static String unwrapped(String name) {
    String text = name.strip();
    while (text.length() > 1
        && "(<[\"'".indexOf(text.charAt(0)) >= 0
        && ")>]\"'".indexOf(text.charAt(text.length() - 1)) >= 0) {
      text = text.substring(1, text.length() - 1).strip();
    }
    return text.replaceAll("^[,;-]+|(?<![,;-])[,;-]++$", "").strip();
  }
}
