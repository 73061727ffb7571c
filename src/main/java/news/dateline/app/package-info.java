/**
 * Top floor: main, wiring, settings, metrics, health. The only room besides {@code web} that knows
 * Camel.
 */
@NullMarked
package news.dateline.app;

import org.jspecify.annotations.NullMarked;
