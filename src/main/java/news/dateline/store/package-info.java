/** Adapter: state, articles and outbox in SQLite or PostgreSQL; implements the stages' ports. */
@NullMarked
package news.dateline.store;

import org.jspecify.annotations.NullMarked;
