package news.dateline.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import jakarta.jms.ConnectionFactory;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.springframework.jms.connection.CachingConnectionFactory;

/**
 * The peer: the line a Camel tutorial builds, {@code http -> ROME -> split -> json -> jms}, on an
 * embedded Artemis as it ships. Connections are cached, which the tutorials mention and without
 * which it is three times slower. No dedupe, no normalising, no attribution.
 */
final class NaiveLine implements AutoCloseable {
  private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final @Nullable CachingConnectionFactory connections;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param cached false: as Camel and Artemis ship it, a connection for each message; true: with
   *     Spring's connection cache, as the documentation advises
   */
  NaiveLine(Path data, boolean cached) throws Exception {
    Configuration config =
        new ConfigurationImpl()
            .setSecurityEnabled(false)
            .setPersistenceEnabled(true)
            .setJournalDirectory(data.resolve("journal").toString())
            .setBindingsDirectory(data.resolve("bindings").toString())
            .setLargeMessagesDirectory(data.resolve("large").toString())
            .setPagingDirectory(data.resolve("paging").toString())
            .addAcceptorConfiguration("vm", "vm://7");
    broker.setConfiguration(config);
    broker.start();
    ConnectionFactory factory = new ActiveMQConnectionFactory("vm://7");
    connections = cached ? new CachingConnectionFactory(factory) : null;
    if (connections != null) {
      connections.setSessionCacheSize(8);
    }
    JmsComponent jms = JmsComponent.jmsComponent(connections == null ? factory : connections);
    camel.disableJMX();
    camel.addComponent("jms", jms);
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:poll")
                .toD("${body}?bridgeEndpoint=false&httpMethod=GET")
                .process(NaiveLine.this::parse)
                .split(body())
                .process(
                    e ->
                        e.getMessage()
                            .setBody(
                                json.writeValueAsString(
                                    article(e.getMessage().getBody(SyndEntry.class)))))
                .removeHeaders("*")
                .to("jms:queue:articles");
          }
        });
    camel.start();
  }

  private void parse(Exchange exchange) throws Exception {
    try (InputStream in = exchange.getMessage().getBody(InputStream.class)) {
      List<SyndEntry> entries = new SyndFeedInput().build(new XmlReader(in)).getEntries();
      exchange.getMessage().setBody(entries);
    }
  }

  private static Map<String, Object> article(SyndEntry entry) {
    Map<String, Object> article = new LinkedHashMap<>();
    article.put("uri", entry.getUri());
    article.put("title", entry.getTitle());
    article.put("link", entry.getLink());
    article.put("published", String.valueOf(entry.getPublishedDate()));
    article.put(
        "description", entry.getDescription() == null ? "" : entry.getDescription().getValue());
    article.put(
        "content", entry.getContents().isEmpty() ? "" : entry.getContents().get(0).getValue());
    return article;
  }

  /** Reads all feeds once with four threads; returns when every item is on the queue. */
  void round(List<String> urls) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try (ProducerTemplate template = camel.createProducerTemplate()) {
      List<Future<?>> polls = new ArrayList<>();
      urls.forEach(u -> polls.add(pool.submit(() -> template.sendBody("direct:poll", u))));
      for (Future<?> poll : polls) {
        poll.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  /** Messages on the queue. */
  long count() {
    return broker.getActiveMQServer().locateQueue("articles").getMessageCount();
  }

  /** Empties the queue between rounds, so that no round pays for the ones before. */
  void drain() throws Exception {
    broker.getActiveMQServer().locateQueue("articles").deleteAllReferences();
  }

  @Override
  public void close() throws Exception {
    camel.close();
    if (connections != null) {
      connections.destroy();
    }
    broker.stop();
  }
}
