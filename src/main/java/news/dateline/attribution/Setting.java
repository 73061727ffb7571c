package news.dateline.attribution;

import org.jspecify.annotations.Nullable;

/**
 * A quotation and what stands around it. Positions are tokens, end exclusive.
 *
 * @param quote the words between the marks
 * @param before the quotation before it in the same paragraph
 * @param open the opening mark
 * @param first its first word
 * @param last one past its last word
 * @param next first token behind the closing mark
 * @param lo where the words before it begin that may tell its speaker
 * @param hi where the words behind it end that may
 * @param words how many words it has
 * @param alone nothing but marks stands before it in its sentence
 * @param clean what stands before it does not run into it: a comma, a colon, nothing
 * @param finished it ends as speech does, or a comma follows it
 */
record Setting(
    Quoted quote,
    @Nullable Quoted before,
    int open,
    int first,
    int last,
    int next,
    int lo,
    int hi,
    int words,
    boolean alone,
    boolean clean,
    boolean finished) {}
