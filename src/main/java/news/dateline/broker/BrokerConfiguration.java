package news.dateline.broker;

import java.util.List;
import java.util.Map;
import java.util.Set;
import news.dateline.model.Outgoing;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** The embedded broker's configuration: journal, addresses, limits, rights. */
final class BrokerConfiguration {
  /** What an Artemis made by its own tool is tuned to; the embedded default, 3.3 ms, costs 13x. */
  private static final int JOURNAL_BUFFER_TIMEOUT_NANOS = 50_000;

  /** Pending outbox batches must stay below this, or a re-sent batch would not be known. */
  private static final int ID_CACHE = 20_000;

  /**
   * The broker's own floor, under which it blocks whoever sends. Far below the house's (256 MB and
   * more), which lets nothing come so far.
   */
  private static final long MIN_DISK_FREE = 64L << 20;

  /** The queue that always holds the last event of each source, for whoever reads or browses it. */
  static final String CURRENT = "current";

  /** Source events a new subscriber finds. */
  private static final long LATEST_EVENTS = 1000;

  /** What each queue holds in memory of what is paged, with and without what clients have. */
  private static final int READ_AHEAD = 1 << 20;

  private static final int IN_DELIVERY = 16 << 20;

  private BrokerConfiguration() {}

  static Configuration of(BrokerSettings settings, List<Desk> desks, String vm) throws Exception {
    Configuration c = new ConfigurationImpl();
    c.setName("dateline");
    String dir = settings.data().resolve("broker").toAbsolutePath().toString();
    c.setBindingsDirectory(dir + "/bindings");
    c.setJournalDirectory(dir + "/journal");
    c.setLargeMessagesDirectory(dir + "/large-messages");
    c.setPagingDirectory(dir + "/paging");
    c.setPersistenceEnabled(true);
    c.setJournalType(JournalType.NIO);
    c.setJournalBufferTimeout_NIO(JOURNAL_BUFFER_TIMEOUT_NANOS);
    c.setJournalFileSize(10 << 20);
    c.setJournalPoolFiles(10);
    c.setJournalLockAcquisitionTimeout(3_000);
    c.setPersistIDCache(true);
    c.setMinDiskFree(MIN_DISK_FREE);
    c.setGlobalMaxSize(BrokerSettings.memory());
    c.setSecurityEnabled(true);
    c.setIncomingInterceptorClassNames(List.of(MqttNames.class.getName()));
    c.setMessageExpiryScanPeriod(60_000);
    c.addAcceptorConfiguration(
        "clients",
        "tcp://"
            + settings.host()
            + ":"
            + settings.port()
            + "?protocols=CORE,AMQP,STOMP,MQTT;useEpoll=false;useKQueue=false");
    c.addAcceptorConfiguration("own", vm);
    addresses(c, desks);
    limits(c, settings);
    rights(c, desks);
    return c;
  }

  private static void addresses(Configuration c, List<Desk> desks) {
    CoreAddressConfiguration articles = address(Outgoing.ARTICLES, RoutingType.MULTICAST);
    for (Desk desk : desks) {
      articles.addQueueConfig(queue(desk));
    }
    c.addAddressConfiguration(articles);
    c.addAddressConfiguration(
        address(Outgoing.SOURCE_EVENTS, RoutingType.MULTICAST)
            .addQueueConfig(
                QueueConfiguration.of(CURRENT)
                    .setAddress(Outgoing.SOURCE_EVENTS)
                    .setRoutingType(RoutingType.MULTICAST)
                    .setDurable(true)
                    .setLastValueKey("source")
                    .setNonDestructive(true)));
    c.addAddressConfiguration(
        address(Outgoing.REJECTED, RoutingType.ANYCAST)
            .addQueueConfig(
                QueueConfiguration.of(Outgoing.REJECTED)
                    .setAddress(Outgoing.REJECTED)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(true)));
  }

  static QueueConfiguration queue(Desk desk) {
    QueueConfiguration queue =
        QueueConfiguration.of(desk.name())
            .setAddress(Outgoing.ARTICLES)
            .setRoutingType(RoutingType.MULTICAST)
            .setDurable(true);
    return desk.filter().isPresent() ? queue.setFilterString(desk.filter().get()) : queue;
  }

  private static CoreAddressConfiguration address(String name, RoutingType type) {
    return new CoreAddressConfiguration().setName(name).addRoutingType(type);
  }

  private static void limits(Configuration c, BrokerSettings settings) {
    c.addAddressSetting("#", base().setAutoCreateQueues(false).setAutoCreateAddresses(false));
    // No rings, no expiry, no last value on what people subscribe to: SubscriptionLimits alone
    // drops, and says so. The latest kept for newcomers are copies.
    c.addAddressSetting(
        Outgoing.ARTICLES, subscribed().setRetroactiveMessageCount(settings.latest()));
    c.addAddressSetting(
        Outgoing.SOURCE_EVENTS, subscribed().setRetroactiveMessageCount(LATEST_EVENTS));
    // Where MQTT keeps receipts of subscriptions with QoS 2, and sessions.
    c.addAddressSetting(
        "$sys.mqtt.#", base().setAutoCreateQueues(true).setAutoCreateAddresses(true));
    c.addAddressSetting(Outgoing.REJECTED, base().setAutoDeleteQueues(false));
  }

  private static AddressSettings subscribed() {
    return base()
        .setAutoCreateQueues(true)
        .setAutoCreateAddresses(false)
        .setPrefetchPageBytes(READ_AHEAD)
        .setMaxReadPageBytes(IN_DELIVERY);
  }

  private static AddressSettings base() {
    return new AddressSettings()
        .setAutoDeleteAddresses(false)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        .setPageSizeBytes(4 << 20)
        // Without a dead letter address a message would be dropped after ten attempts.
        .setMaxDeliveryAttempts(-1)
        .setIDCacheSize(ID_CACHE);
  }

  private static void rights(Configuration c, List<Desk> desks) {
    Role admin = role(Credentials.ADMIN, true, true, true, true);
    Role publisher = role(Credentials.PUBLISHER, true, false, false, false);
    Role reader = role(Credentials.READER, false, true, true, false);
    Role takes = role(Credentials.READER, false, true, false, false);
    Map<String, Set<Role>> roles = c.getSecurityRoles();
    roles.put("#", Set.of(admin));
    // Made again by the publisher, should it ever be missing.
    Role remakes =
        new Role(
            Credentials.PUBLISHER,
            true,
            false,
            true,
            false,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            false);
    roles.put(Outgoing.REJECTED, Set.of(admin, remakes));
    roles.put(Outgoing.ARTICLES, Set.of(admin, publisher, reader));
    roles.put(Outgoing.SOURCE_EVENTS, Set.of(admin, publisher, reader));
    roles.put(Outgoing.SOURCE_EVENTS + "::" + CURRENT, Set.of(admin, takes));
    for (Desk desk : desks) {
      Role own = role(Credentials.deskUser(desk.name()), false, true, false, false);
      roles.put(Outgoing.ARTICLES + "::" + desk.name(), Set.of(admin, own));
    }
  }

  /**
   * @param subscribe makes and removes queues; STOMP and MQTT clients also ask for the right to
   *     make the address, though it is there
   */
  private static Role role(
      String name, boolean send, boolean consume, boolean subscribe, boolean all) {
    return new Role(
        name, send, consume, subscribe, subscribe, subscribe, subscribe, all, consume, subscribe,
        all, all, all);
  }
}
