/**
 * Reading configuration: YAML with line numbers, and problems gathered so that all are told at
 * once. Ground floor beside {@code model}; the only room that knows the YAML library.
 */
@NullMarked
package news.dateline.config;

import org.jspecify.annotations.NullMarked;
