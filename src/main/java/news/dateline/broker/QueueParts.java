package news.dateline.broker;

import java.util.concurrent.ScheduledExecutorService;
import org.apache.activemq.artemis.core.paging.PagingStore;
import org.apache.activemq.artemis.core.paging.cursor.PageSubscription;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.postoffice.PostOffice;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.QueueFactory;
import org.apache.activemq.artemis.core.settings.HierarchicalRepository;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.actors.ArtemisExecutor;
import org.jspecify.annotations.Nullable;

/**
 * What Artemis gives a queue it makes.
 *
 * @param pages null: the address is not paged
 * @param rules ours
 */
record QueueParts(
    @Nullable PageSubscription pages,
    ScheduledExecutorService scheduled,
    PostOffice postOffice,
    StorageManager storage,
    HierarchicalRepository<AddressSettings> settings,
    ArtemisExecutor executor,
    ActiveMQServer server,
    QueueFactory factory,
    QueueRules rules) {
  @Nullable PagingStore pagingStore() {
    return pages == null ? null : pages.getPagingStore();
  }
}
