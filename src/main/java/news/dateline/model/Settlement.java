package news.dateline.model;

import java.util.List;

/**
 * All that one document, or one visit without a document, leaves behind: what {@code
 * articles.store} commits in ONE transaction.
 *
 * @param state the source's new state, cursor and next poll included
 * @param articles new and changed articles with their fingerprints
 * @param messages outbox rows: articles, rejections, source events, in the order they should leave
 */
public record Settlement(SourceState state, List<Article> articles, List<Outgoing> messages) {
  public Settlement {
    articles = List.copyOf(articles);
    messages = List.copyOf(messages);
  }
}
