/**
 * Whether articles come and leave: one small check each for Camel's registry, and what is asked in
 * the background so that nobody who wants to know has to wait.
 */
@NullMarked
package news.dateline.app.health;

import org.jspecify.annotations.NullMarked;
