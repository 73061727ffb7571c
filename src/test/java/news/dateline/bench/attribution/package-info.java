/**
 * Measures attribution on annotated news: {@link news.dateline.bench.attribution.Tables} prints one
 * table a collection from a folder laid out like the corpus.
 */
@NullMarked
package news.dateline.bench.attribution;

import org.jspecify.annotations.NullMarked;
