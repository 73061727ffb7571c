package news.dateline.broker;

/**
 * A queue of ours or of a subscriber.
 *
 * <p>Artemis removes some queues without asking whether the client may: when a SUBSCRIBE fails, its
 * MQTT part deletes the queue, whatever queue that is (after a refused SUBSCRIBE to {@code
 * rejected} that queue was gone with all that lay there). So the queue itself asks.
 */
interface Kept {
  Keeping keeping();
}
