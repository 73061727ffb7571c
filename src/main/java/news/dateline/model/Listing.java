package news.dateline.model;

import java.util.Optional;

/**
 * How a polled address lists documents that lie elsewhere, as a source's {@code listing} declares
 * it. Paths are those of agency profiles: {@code data/items}, {@code renditions/nitf/href}, {@code
 * Contents/Key}.
 *
 * @param items where the entries are; empty: the links of an HTML page, else the page is a document
 *     of its own that only goes on elsewhere
 * @param document in an entry, the address of its document; an entry without one is itself the
 *     document
 * @param key in an entry, what changes when its document does; empty: the whole entry
 * @param match a regular expression that a document's address must fit
 * @param next the address of the next page, or a token for {@code cursor}
 * @param cursor the query parameter of the feed's address that takes the token
 * @param resume true: the next poll goes on where the last page said, not at the feed's address
 */
public record Listing(
    Optional<String> items,
    Optional<String> document,
    Optional<String> key,
    Optional<String> match,
    Optional<String> next,
    Optional<String> cursor,
    boolean resume) {}
