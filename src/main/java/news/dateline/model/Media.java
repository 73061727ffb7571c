package news.dateline.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A picture, sound or video that belongs to an item.
 *
 * @param href as written; absolute once in an article
 * @param contentType media type, for instance {@code image/jpeg}
 * @param size bytes
 * @param width pixels
 * @param height pixels
 * @param duration seconds
 * @param title short title or alternative text
 * @param caption what it shows, plain text
 * @param credit who made it, as printed
 */
public record Media(
    String href,
    Optional<String> contentType,
    OptionalLong size,
    OptionalInt width,
    OptionalInt height,
    OptionalInt duration,
    Optional<String> title,
    Optional<String> caption,
    Optional<String> credit) {

  /** Just an address and perhaps its type. */
  public static Media of(String href, Optional<String> contentType) {
    return new Media(
        href,
        contentType,
        OptionalLong.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same media at another address. */
  public Media at(String newHref) {
    return new Media(newHref, contentType, size, width, height, duration, title, caption, credit);
  }
}
