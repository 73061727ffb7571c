package news.dateline.model;

/**
 * A new or changed item, with the name it will be published under.
 *
 * @param item as read
 * @param uri the article's uri: the same for every version
 * @param version counts from 1 as a decimal string
 * @param change what is new
 * @param imprint for the next comparison
 */
public record Verdict(Item item, String uri, String version, Change change, Imprint imprint) {}
