package news.dateline.model;

/**
 * A source that is due, and how far it has been read: the body of the exchange that reaches {@code
 * sources.fetch}.
 *
 * @param source to ask
 * @param cursor what the conditional request sends
 * @param conditional false: ask for the whole body whatever the validators say
 */
public record Poll(Source source, Cursor cursor, boolean conditional) {}
