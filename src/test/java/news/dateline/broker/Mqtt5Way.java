package news.dateline.broker;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** MQTT version 5. */
final class Mqtt5Way extends MqttWay {
  private final int port;
  private final String user;
  private final String password;

  Mqtt5Way(Rig rig, String user, String password) throws Exception {
    super(rig);
    port = rig.broker.port();
    this.user = user;
    this.password = password;
    connect().close();
  }

  @Override
  Client connect() throws Exception {
    Mqtt5AsyncClient client =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier("tries5")
            .serverHost("127.0.0.1")
            .serverPort(port)
            .buildAsync();
    var connect = client.connectWith().cleanStart(true);
    if (!user.isEmpty()) {
      connect
          .simpleAuth()
          .username(user)
          .password(password.getBytes(StandardCharsets.UTF_8))
          .applySimpleAuth();
    }
    connect.send().get(5, TimeUnit.SECONDS);
    return new Client() {
      @Override
      public Future<?> publish(String topic) {
        return client
            .publishWith()
            .topic(topic)
            .qos(MqttQos.AT_LEAST_ONCE)
            .payload(new byte[] {'{', '}'})
            .send();
      }

      @Override
      public Future<?> subscribe(String topic) {
        return client
            .subscribeWith()
            .topicFilter(topic)
            .qos(MqttQos.AT_LEAST_ONCE)
            .callback(publish -> {})
            .manualAcknowledgement(true)
            .send();
      }

      @Override
      public void close() {
        client.disconnect();
      }
    };
  }
}
