package news.dateline.model;

import java.util.Optional;

/**
 * A category, subject code or keyword.
 *
 * @param name what people read; may equal the code
 * @param code the code within its scheme, for instance {@code medtop:11000000}
 * @param scheme URI or short name of the scheme
 */
public record Subject(String name, Optional<String> code, Optional<String> scheme) {
  public static Subject named(String name) {
    return new Subject(name, Optional.empty(), Optional.empty());
  }
}
