/**
 * The guarantee attacked: the real process, its sources, an independent subscriber and a ledger of
 * what was offered and what came. {@code ChaosIT} is in every build; {@code mvn -Pchaos verify}
 * does the rest and writes the table of {@code docs/guarantees.md}.
 */
package news.dateline.chaos;
