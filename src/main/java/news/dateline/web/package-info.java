/** Top floor: the HTTP API and the page. */
@NullMarked
package news.dateline.web;

import org.jspecify.annotations.NullMarked;
