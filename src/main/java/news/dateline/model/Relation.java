package news.dateline.model;

import java.util.Optional;

/**
 * Another news object that an item names.
 *
 * @param kind what it is to the item, in IPTC's words without prefix: {@code previousVersion},
 *     {@code evolvedFrom}, {@code derivedFrom}, {@code seeAlso}, {@code associatedWith}; {@code
 *     item} for a part of a package
 * @param id its identifier as written
 * @param title what people read; empty when unsaid
 */
public record Relation(String kind, String id, Optional<String> title) {}
