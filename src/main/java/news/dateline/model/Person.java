package news.dateline.model;

import java.util.Optional;

/**
 * Somebody named in an author, creator or contributor field.
 *
 * @param name as printed, white space folded; may be empty when only an address is known
 * @param role {@code author}, {@code contributor}, {@code editor}, {@code photographer} or {@code
 *     translator}
 * @param email address without {@code mailto:}
 * @param uri home page or profile, absolute
 */
public record Person(String name, String role, Optional<String> email, Optional<String> uri) {
  public static Person author(String name) {
    return new Person(name, "author", Optional.empty(), Optional.empty());
  }
}
