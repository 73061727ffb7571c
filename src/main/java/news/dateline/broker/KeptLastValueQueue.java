package news.dateline.broker;

import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.core.filter.Filter;
import org.apache.activemq.artemis.core.server.Consumer;
import org.apache.activemq.artemis.core.server.impl.LastValueQueue;

/** A last-value queue that goes, and is read, only as the rules allow. See {@link Kept}. */
final class KeptLastValueQueue extends LastValueQueue implements Kept {
  private final Keeping keeping;

  KeptLastValueQueue(QueueConfiguration configuration, Filter filter, QueueParts parts) {
    super(
        configuration,
        filter,
        parts.pagingStore(),
        parts.pages(),
        parts.scheduled(),
        parts.postOffice(),
        parts.storage(),
        parts.settings(),
        parts.executor(),
        parts.server(),
        parts.factory());
    keeping = new Keeping(this, parts.server(), parts.rules());
  }

  @Override
  public Keeping keeping() {
    return keeping;
  }

  @Override
  public void addConsumer(Consumer consumer) throws Exception {
    keeping.checkReader(consumer);
    super.addConsumer(consumer);
  }

  @Override
  public int deleteAllReferences() throws Exception {
    return keeping.mayBeEmptied() ? super.deleteAllReferences() : 0;
  }

  @Override
  public void deleteQueue(boolean removeConsumers) throws Exception {
    keeping.checkRemoval();
    super.deleteQueue(removeConsumers);
  }
}
