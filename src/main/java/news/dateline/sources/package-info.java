/** Stage: which newsrooms there are, how they do, and when each is asked next. */
@NullMarked
package news.dateline.sources;

import org.jspecify.annotations.NullMarked;
