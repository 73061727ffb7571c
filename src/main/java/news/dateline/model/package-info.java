/**
 * The nouns: what a newsroom, a document, an item, an article and its attribution are. Ground
 * floor: imports nothing but the JDK.
 */
@NullMarked
package news.dateline.model;

import org.jspecify.annotations.NullMarked;
