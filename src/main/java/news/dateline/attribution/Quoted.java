package news.dateline.attribution;

/**
 * Words between outer quotation marks within one paragraph.
 *
 * @param open UTF-16 position of the opening mark
 * @param start of the words
 * @param end of the words
 * @param close one past the closing mark; equal to {@code end} when there is none
 * @param paragraph number
 * @param continued the next paragraph goes on with the same speech
 * @param continues it goes on from the paragraph before
 * @param dialogue set by dashes, not by quotation marks
 */
record Quoted(
    int open,
    int start,
    int end,
    int close,
    int paragraph,
    boolean continued,
    boolean continues,
    boolean dialogue) {}
