package news.dateline.store;

/**
 * What became of a source's items since it was first seen.
 *
 * @param received items received
 * @param published versions published
 * @param unchanged items already known
 * @param rejected items and documents buried
 */
public record Totals(long received, long published, long unchanged, long rejected) {}
