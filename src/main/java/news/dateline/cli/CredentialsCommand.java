package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a subscriber connects. */
@Command(
    name = "credentials",
    mixinStandardHelpOptions = true,
    description = "How a subscriber connects: URLs, user, password, an example a protocol.")
final class CredentialsCommand implements Runnable {
  @Mixin private HomeOptions options = new HomeOptions();

  @Option(
      names = "--desk",
      paramLabel = "NAME",
      description = "As the user of this desk, who reads its queue and nothing else.")
  private String desk = "";

  @Override
  public void run() {
    JsonNode a = ApiClient.of(options).access(desk);
    String address = desk.isEmpty() ? "articles" : "articles::" + desk;
    String user = a.hasNonNull("note") ? "USER" : a.path("user").asText();
    String password = a.path("password").asText();
    if (a.hasNonNull("note")) {
      System.out.println(a.path("note").asText());
    } else {
      System.out.println("user      " + user);
      System.out.println("password  " + password);
    }
    System.out.println();
    System.out.println("JMS       " + a.path("jms").asText());
    System.out.println(
        "          new ActiveMQConnectionFactory(\""
            + a.path("jms").asText()
            + "\").createContext(\""
            + user
            + "\", \"...\")");
    System.out.println("AMQP 1.0  " + a.path("amqp").asText());
    System.out.println(
        "          new org.apache.qpid.jms.JmsConnectionFactory(\""
            + user
            + "\", \"...\", \""
            + a.path("amqp").asText()
            + "\")");
    System.out.println("STOMP     " + a.path("stomp").asText());
    System.out.println(
        "          SUBSCRIBE destination:"
            + address.replace(":", "\\c") // as STOMP 1.2 writes a colon
            + (desk.isEmpty() ? " subscription-type:MULTICAST" : ""));
    if (desk.isEmpty()) { // by MQTT a queue has no name
      System.out.println("MQTT      " + a.path("mqtt").asText());
      System.out.println(
          "          mosquitto_sub -V mqttv5 -L "
              + a.path("mqtt").asText().replace("//", "//" + user + ":...@")
              + "/articles");
    }
    System.out.println();
    System.out.println(
        desk.isEmpty()
            ? "Address: articles (multicast). By MQTT source.events is source/events. Filters and"
                + " desks: docs/subscribe.md"
            : "Queue: " + address + ". Each article goes to one of its readers.");
  }
}
