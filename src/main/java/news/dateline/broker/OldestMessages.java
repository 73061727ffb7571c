package news.dateline.broker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.filter.Filter;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.selector.filter.Filterable;
import org.apache.activemq.artemis.utils.collections.LinkedListIterator;

/**
 * The oldest messages of a queue that are in memory, whatever their priority. What is paged to disk
 * is younger than what is in memory: the broker reads pages in as memory empties.
 */
final class OldestMessages {
  /** Messages that go in one journal transaction. */
  private static final int STEP = 5_000;

  private OldestMessages() {}

  /** One message as it waits. */
  record Waiting(long id, long sentAt, long bytes, OptionalLong sequence) {}

  /** At most a step of them, the oldest first; empty while none is in memory. */
  static List<Waiting> of(Queue queue) throws ActiveMQException {
    PriorityQueue<Waiting> oldest =
        new PriorityQueue<>(Comparator.comparingLong(Waiting::id).reversed());
    try (LinkedListIterator<MessageReference> all = queue.iterator()) {
      while (all.hasNext()) {
        MessageReference reference = all.next();
        long id = reference.getMessage().getMessageID();
        if (oldest.size() < STEP || id < oldest.element().id()) {
          oldest.add(waiting(id, reference));
          if (oldest.size() > STEP) {
            oldest.remove();
          }
        }
      }
    }
    List<Waiting> sorted = new ArrayList<>(oldest);
    sorted.sort(Comparator.comparingLong(Waiting::id));
    return sorted;
  }

  private static Waiting waiting(long id, MessageReference reference) throws ActiveMQException {
    Message message = reference.getMessage();
    return new Waiting(
        id, message.getTimestamp(), reference.getPersistentSize(), sequence(message));
  }

  private static OptionalLong sequence(Message message) {
    long number = PromisePlugin.sequence(message);
    return number > 0 ? OptionalLong.of(number) : OptionalLong.empty();
  }

  /**
   * What is to go of these: the first ones, until neither too many, nor too much, nor too old ones
   * are left. Empty when nothing is.
   *
   * @param oldest the oldest first
   * @param waiting how many wait in all
   * @param bytes how much that is
   * @param before whatever was sent before this moment is too old
   */
  static Optional<Cut> cut(
      List<Waiting> oldest, long waiting, long bytes, Allowance allowance, Instant before) {
    Cut cut = null;
    long left = waiting;
    long leftBytes = bytes;
    for (Waiting message : oldest) {
      if (left <= allowance.messages()
          && leftBytes <= allowance.bytes()
          && message.sentAt() >= before.toEpochMilli()) {
        break;
      }
      Instant at = Instant.ofEpochMilli(message.sentAt());
      Cut one = new Cut(message.id(), 1, at, at, message.sequence(), message.sequence());
      cut = cut == null ? one : cut.and(one);
      left--;
      leftBytes -= message.bytes();
    }
    return Optional.ofNullable(cut);
  }

  /** Matches the messages of a cut. */
  static Filter of(Cut cut) {
    return new Filter() {
      @Override
      public boolean match(Message message) {
        return message.getMessageID() <= cut.upTo();
      }

      @Override
      public boolean match(Map<String, String> map) {
        return false;
      }

      @Override
      public boolean match(Filterable filterable) {
        return false;
      }

      @Override
      public SimpleString getFilterString() {
        return SimpleString.of("");
      }
    };
  }
}
