package news.dateline.model;

/**
 * Another identifier of the same story.
 *
 * @param role what it is, for instance {@code guid}, {@code link}, {@code newsItemId}, {@code
 *     sequence}
 * @param value as written
 */
public record AltId(String role, String value) {}
