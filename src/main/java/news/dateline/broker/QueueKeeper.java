package news.dateline.broker;

import java.util.EnumSet;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.jspecify.annotations.Nullable;

/** Asks the rules before the server makes or removes a queue; our addresses are never removed. */
final class QueueKeeper implements ActiveMQServerPlugin {
  private final QueueRules rules;
  private volatile @Nullable ActiveMQServer server;

  QueueKeeper(QueueRules rules) {
    this.rules = rules;
  }

  @Override
  public void registered(ActiveMQServer registeredWith) {
    server = registeredWith;
  }

  @Override
  public void beforeCreateQueue(QueueConfiguration queue) throws ActiveMQException {
    ActiveMQServer now = server;
    if (now != null) {
      rules.shape(
          queue, now.getAddressSettingsRepository().getMatch(queue.getAddress().toString()));
    }
  }

  @Override
  public void beforeDestroyQueue(
      Queue queue,
      @Nullable SecurityAuth by,
      boolean checkConsumerCount,
      boolean removeConsumers,
      boolean autoDeleteAddress)
      throws ActiveMQException {
    rules.checkRemoval(queue, by);
    if (queue instanceof Kept kept) {
      kept.keeping().leave();
    }
  }

  @Override
  public void beforeRemoveAddress(SimpleString address) throws ActiveMQException {
    if (QueueRules.isOurs(address)) {
      throw new ActiveMQSecurityException("address " + address + " is never removed");
    }
  }

  @Override
  public void beforeUpdateAddress(SimpleString address, EnumSet<RoutingType> types)
      throws ActiveMQException {
    if (QueueRules.isOurs(address) && !types.equals(QueueRules.typesOf(address))) {
      throw new ActiveMQSecurityException("address " + address + " stays as it is");
    }
  }
}
