package news.dateline.broker;

/**
 * A queue of ours or of a subscriber.
 *
 * <p>Artemis removes some queues without asking whether the client may: its MQTT part takes a
 * subscription that failed off the broker, whatever queue that was (after a refused SUBSCRIBE to
 * {@code rejected} that queue was gone with all that lay there), and empties a configured queue
 * when a client unsubscribes from it. So the queue itself asks.
 */
interface Kept {
  Keeping keeping();
}
