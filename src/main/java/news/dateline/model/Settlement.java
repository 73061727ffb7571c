package news.dateline.model;

import java.util.List;

/**
 * All that one document, or one visit without a document, leaves behind: what {@code
 * articles.store} commits in ONE transaction.
 *
 * @param state the source's new state, cursor and next poll included
 * @param articles new and changed articles with their fingerprints
 * @param messages outbox rows: articles, rejections, source events, in the order they should leave
 * @param gap what changes of the source's gaps
 */
public record Settlement(
    SourceState state, List<Article> articles, List<Outgoing> messages, Gap.Change gap) {
  /** Gaps stay as they are. */
  public Settlement(SourceState state, List<Article> articles, List<Outgoing> messages) {
    this(state, articles, messages, Gap.Change.NONE);
  }

  public Settlement {
    articles = List.copyOf(articles);
    messages = List.copyOf(messages);
  }
}
