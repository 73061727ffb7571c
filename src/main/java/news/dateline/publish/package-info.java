/** Stage: the outgoing JSON and message headers, and the one door out. */
@NullMarked
package news.dateline.publish;

import org.jspecify.annotations.NullMarked;
