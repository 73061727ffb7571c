/** Adapter: the embedded Artemis, and the connection to any Artemis. */
@NullMarked
package news.dateline.broker;

import org.jspecify.annotations.NullMarked;
