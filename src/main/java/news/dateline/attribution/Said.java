package news.dateline.attribution;

import news.dateline.model.Attribution.Quote.QuoteKind;
import org.jspecify.annotations.Nullable;

/**
 * A statement found, its speaker not yet resolved.
 *
 * @param start of the words, UTF-16
 * @param end of the words
 * @param frame null when only what came before can tell
 * @param inherits it goes on with the speech of the paragraph before, whose marks were left open
 * @param wholeStart where the whole statement begins of which these are the words in quotation
 *     marks; as {@code start} when there is no more of it
 * @param wholeEnd where it ends
 * @param gapStart where words that are not part of it begin, as in "the plan, he said, failed";
 *     equal to {@code gapEnd} when nothing interrupts it
 * @param gapEnd where it goes on
 */
record Said(
    QuoteKind kind,
    int start,
    int end,
    @Nullable Frame frame,
    boolean inherits,
    int wholeStart,
    int wholeEnd,
    int gapStart,
    int gapEnd) {
  Said(QuoteKind kind, int start, int end, @Nullable Frame frame, boolean inherits) {
    this(kind, start, end, frame, inherits, start, end, end, end);
  }

  /** The same words as part of a longer statement. */
  Said within(int from, int to) {
    return new Said(kind, start, end, frame, inherits, from, to, gapStart, gapEnd);
  }

  /** The same statement, interrupted. */
  Said interrupted(int from, int to) {
    return new Said(kind, start, end, frame, inherits, wholeStart, wholeEnd, from, to);
  }

  boolean broken() {
    return gapStart > start && gapEnd < end;
  }

  boolean part() {
    return wholeStart < start || wholeEnd > end;
  }
}
