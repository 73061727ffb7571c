package news.dateline.publish;

/** Port: the way to the broker. The broker room implements it. */
public interface Outlet {
  /**
   * Sends all messages of a batch in one broker transaction, with the batch's id as duplicate id.
   * When the broker says it has that id already, the batch was sent before a crash and this is
   * success.
   *
   * @throws news.dateline.model.RetryableException with {@code BROKER_FAILED} when the broker did
   *     not take it; the same batch must be sent again
   */
  void send(OutboxBatch batch);
}
