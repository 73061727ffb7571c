package news.dateline.attribution;

import news.dateline.model.Attribution.Quote.QuoteKind;
import org.jspecify.annotations.Nullable;

/**
 * A statement found, its speaker not yet resolved.
 *
 * @param start of the words, UTF-16
 * @param end of the words
 * @param frame null when only what came before can tell
 * @param inherits the speaker is the one of the statement before
 */
record Said(QuoteKind kind, int start, int end, @Nullable Frame frame, boolean inherits) {}
