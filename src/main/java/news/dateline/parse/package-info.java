/** Stage: bytes to items, one reader a format. */
@NullMarked
package news.dateline.parse;

import org.jspecify.annotations.NullMarked;
