/** Stage: dates to UTC, links canonical, HTML safe, text clean, boilerplate out. */
@NullMarked
package news.dateline.normalise;

import org.jspecify.annotations.NullMarked;
