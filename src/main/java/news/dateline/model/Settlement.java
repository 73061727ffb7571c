package news.dateline.model;

import java.util.List;
import java.util.Optional;

/**
 * All that one document, or one visit without a document, leaves behind: what {@code
 * articles.store} commits in ONE transaction.
 *
 * @param state the source's new state, cursor and next poll included
 * @param articles new and changed articles with their fingerprints
 * @param messages outbox rows: articles, rejections, source events, in the order they should leave
 * @param gap what changes of the source's gaps
 * @param pushed hash of the body that was pushed, to be known again; empty for all else
 */
public record Settlement(
    SourceState state,
    List<Article> articles,
    List<Outgoing> messages,
    Gap.Change gap,
    Optional<String> pushed) {
  /** Nothing was pushed. */
  public Settlement(
      SourceState state, List<Article> articles, List<Outgoing> messages, Gap.Change gap) {
    this(state, articles, messages, gap, Optional.empty());
  }

  /** Gaps stay as they are. */
  public Settlement(SourceState state, List<Article> articles, List<Outgoing> messages) {
    this(state, articles, messages, Gap.Change.NONE);
  }

  public Settlement {
    articles = List.copyOf(articles);
    messages = List.copyOf(messages);
  }

  /** The same, of a body that was pushed. */
  public Settlement ofPush(String hash) {
    return new Settlement(state, articles, messages, gap, Optional.of(hash));
  }
}
