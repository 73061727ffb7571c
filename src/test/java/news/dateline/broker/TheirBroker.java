package news.dateline.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * An Artemis as a newsroom may have one: Artemis' own security, no address of ours, nothing made by
 * itself. Its users have the rights of {@code docs/external-broker.md}.
 */
public final class TheirBroker implements AutoCloseable {
  public static final String PASSWORD = "of-theirs";

  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

  /**
   * @param mayMake whether the publisher may make addresses
   */
  public TheirBroker(Path data, boolean mayMake) throws Exception {
    Configuration c = new ConfigurationImpl();
    c.setPersistenceEnabled(false);
    c.setBindingsDirectory(data + "/bindings");
    c.setJournalDirectory(data + "/journal");
    c.setPagingDirectory(data + "/paging");
    c.setLargeMessagesDirectory(data + "/large");
    c.setSecurityEnabled(true);
    c.addAcceptorConfiguration("net", "tcp://127.0.0.1:0?useEpoll=false");
    c.addAddressSetting(
        "#", new AddressSettings().setAutoCreateAddresses(false).setAutoCreateQueues(false));
    Set<Role> ours =
        Set.of(
            role("pub", true, false, false, false, false, mayMake),
            role("sub", false, true, true, true, false, false),
            role("boss", false, true, false, false, true, false));
    for (String address : List.of("articles", "source.events", "rejected")) {
      c.getSecurityRoles().put(address, ours);
    }
    // The boss alone asks the management address, and reads the answers from a queue of its own.
    c.getSecurityRoles()
        .put("#", Set.of(role("boss", true, true, true, false, true, true), role("nobody")));
    Map<String, String> users =
        Map.of("publishing", PASSWORD, "reading", PASSWORD, "managing", PASSWORD);
    Map<String, List<String>> roles =
        Map.of(
            "publishing", List.of("pub"), "reading", List.of("sub"), "managing", List.of("boss"));
    server.setConfiguration(c);
    server.setSecurityManager(
        new ActiveMQJAASSecurityManager(
            InVMLoginModule.class.getName(), new SecurityConfiguration(users, roles)));
    server.start();
  }

  private static Role role(String name) {
    return role(name, false, false, false, false, false, false);
  }

  private static Role role(
      String name,
      boolean send,
      boolean consume,
      boolean temporary,
      boolean durable,
      boolean manage,
      boolean make) {
    return new Role(
        name,
        send,
        consume,
        durable || make,
        false,
        temporary,
        temporary,
        manage,
        manage,
        make,
        false,
        manage,
        manage);
  }

  public String url() {
    return "tcp://127.0.0.1:"
        + ((NettyAcceptor) server.getActiveMQServer().getRemotingService().getAcceptor("net"))
            .getActualPort();
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
