package news.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the log that ships with the program shows of a fault. */
class ShippedLogTest {
  private static final Exception FAULT =
      new IllegalStateException("no permission", new IOException("closed"));

  @Test
  void what_a_client_is_refused_is_one_line() throws Exception {
    for (String protocol : List.of("mqtt", "amqp", "stomp")) {
      assertThat(
              logged(
                  "org.apache.activemq.artemis.core.protocol." + protocol,
                  log -> log.error("AMQ834002: Error processing control packet", FAULT)))
          .singleElement()
          .asString()
          .contains("ERROR AMQ834002: Error processing control packet")
          .endsWith("IllegalStateException: no permission");
    }
  }

  @Test
  void a_fault_of_the_brokers_own_shows_where_it_arose() throws Exception {
    assertThat(logged("org.apache.activemq.artemis.core.server", log -> log.error("AMQ222", FAULT)))
        .hasSizeGreaterThan(1)
        .anyMatch(line -> line.contains("at " + ShippedLogTest.class.getName()));
  }

  @Test
  void a_warning_of_the_broker_is_not_shown_and_one_of_ours_is() throws Exception {
    assertThat(logged("org.apache.activemq.artemis.core.server", log -> log.warn("no queue")))
        .isEmpty();
    assertThat(logged("news.dateline.broker.Promises", log -> log.info("all there"))).hasSize(1);
  }

  private static List<String> logged(String name, Consumer<Logger> what) throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    try {
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(ShippedLogTest.class.getResource("/logback.xml"));
      what.accept(context.getLogger(name));
    } finally {
      context.stop();
      System.setErr(before);
    }
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
