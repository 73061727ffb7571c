package news.dateline.normalise;

import java.util.List;
import java.util.Optional;

/**
 * Finds the paragraphs of a body that are not the story: appeals, newsletter boxes, navigation,
 * desk sign-offs, non-public notes.
 */
public final class Boilerplate {
  /**
   * What is known of the text.
   *
   * @param publisher name of the publisher
   * @param language BCP 47
   * @param strip the source's own patterns: literal text, or a regular expression between slashes
   */
  public record Context(String publisher, Optional<String> language, List<String> strip) {
    public Context {
      strip = List.copyOf(strip);
    }
  }

  /**
   * A paragraph to cut, whole.
   *
   * @param paragraph index into the list given
   * @param reason {@code appeal}, {@code newsletter}, {@code navigation}, {@code signoff}, {@code
   *     non-public} or {@code duplicate}
   */
  public record Cut(int paragraph, String reason) {}

  /**
   * @param paragraphs of one body, in order, plain text
   * @return the cuts in rising order of paragraph; empty when all belongs to the story
   */
  public List<Cut> cuts(List<String> paragraphs, Context context) {
    return List.of();
  }
}
