package news.dateline.model;

import java.util.Optional;

/**
 * One station of an item on its way from its author to us (NewsML-G2 {@code hopHistory}, NITF
 * {@code del-list}).
 *
 * @param party who had it: a name, else an id; never blank
 * @param action what was done with it, as written: {@code published}, {@code modified}; empty when
 *     unsaid
 * @param at when, as written; empty when unsaid
 */
public record Hop(String party, Optional<String> action, Optional<String> at) {}
