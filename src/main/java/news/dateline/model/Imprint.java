package news.dateline.model;

import java.util.Optional;

/**
 * What of a version is kept, so that the next item can be compared with it. Opaque to all but
 * {@code items.dedupe}.
 *
 * @param fingerprint of the content
 * @param place the story's page under its publisher, hashed; empty when it has none or shares it
 *     with other stories
 */
public record Imprint(String fingerprint, Optional<String> place) {}
