package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import news.dateline.sources.Transport;
import news.dateline.sources.TransportTable;
import org.junit.jupiter.api.Test;

/** Every declared parameter is one of Camel's, and none of them takes an object or a class. */
class TransportParametersTest {
  private static final Map<String, String> DESCRIBED =
      Map.ofEntries(
          Map.entry("file", "file/file"),
          Map.entry("sftp", "file/remote/sftp"),
          Map.entry("ftp", "file/remote/ftp"),
          Map.entry("ftps", "file/remote/ftps"),
          Map.entry("imap", "mail/imap"),
          Map.entry("imaps", "mail/imaps"),
          Map.entry("pop3", "mail/pop3"),
          Map.entry("pop3s", "mail/pop3s"),
          Map.entry("kafka", "kafka/kafka"),
          Map.entry("amqp", "amqp/amqp"),
          Map.entry("jms", "jms/jms"));

  /** Ours, and Camel's families of parameters, of which the declaration names single ones. */
  private static final Set<String> OTHERS =
      Set.of("broker", "searchTerm", "additionalJavaMailProperties", "ftpClient");

  /** Texts by which Camel finds a class, a script or another address. */
  private static final Set<String> NEVER =
      Set.of(
          "filterFile",
          "filterDirectory",
          "idempotentKey",
          "localWorkDirectory",
          "saslJaasConfig",
          "valueDeserializer",
          "keyDeserializer",
          "interceptorClasses",
          "partitionAssignor",
          "schemaRegistryURL",
          "privateKeyUri",
          "knownHostsUri",
          "siteCommand",
          "sslProvider",
          "kerberosInitCmd");

  @Test
  void every_parameter_is_camels_and_a_plain_value() throws IOException {
    int seen = 0;
    for (Transport transport : TransportTable.shipped().transports()) {
      for (String scheme : transport.schemes()) {
        if (scheme.equals("push")) {
          continue;
        }
        JsonNode known = properties(DESCRIBED.get(scheme));
        for (String name : transport.parameters().keySet()) {
          String first = name.replaceFirst("\\..*", "");
          if (OTHERS.contains(first)) {
            continue;
          }
          seen++;
          assertThat(NEVER).doesNotContain(name);
          assertThat(known.has(name)).as(scheme + " " + name).isTrue();
          boolean plain = !known.path(name).path("type").asText().equals("object");
          assertThat(plain || name.equals("sortTerm")).as(scheme + " " + name).isTrue();
        }
      }
    }
    assertThat(seen).isGreaterThan(200);
  }

  private static JsonNode properties(String component) throws IOException {
    String name = "/META-INF/org/apache/camel/component/" + component + ".json";
    try (InputStream in = TransportParametersTest.class.getResourceAsStream(name)) {
      return new ObjectMapper().readTree(in).path("properties");
    }
  }
}
