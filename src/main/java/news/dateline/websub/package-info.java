/** Stage: subscribes to the hubs that feeds name, and takes in what they deliver (W3C WebSub). */
@NullMarked
package news.dateline.websub;

import org.jspecify.annotations.NullMarked;
