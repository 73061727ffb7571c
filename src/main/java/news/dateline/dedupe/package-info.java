/** Stage: is an item new, changed, or seen before. */
@NullMarked
package news.dateline.dedupe;

import org.jspecify.annotations.NullMarked;
