package news.dateline.store;

/**
 * An article as it was published.
 *
 * @param sequence rises with every article stored; gaps are usual
 * @param json the published contract
 */
public record StoredArticle(long sequence, String json) {}
