package news.dateline.publish;

import java.util.List;
import news.dateline.model.Outgoing;

/**
 * Rows of the outbox that leave together, in one broker transaction. A batch never changes once
 * written. Today a batch holds messages of one address; one written by an earlier version may hold
 * several.
 *
 * @param id unique for ever; the broker's duplicate id is derived from it
 * @param messages in the order they leave; never empty
 */
public record OutboxBatch(String id, List<Outgoing> messages) {
  public OutboxBatch {
    messages = List.copyOf(messages);
  }
}
