/** Stage: ask one source politely and safely. */
@NullMarked
package news.dateline.fetch;

import org.jspecify.annotations.NullMarked;
