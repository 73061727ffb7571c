/** Stage: who wrote it, who said it, through whom, and the words that prove it. */
@NullMarked
package news.dateline.attribution;

import org.jspecify.annotations.NullMarked;
