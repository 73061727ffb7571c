package news.dateline.broker;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What both versions of MQTT do alike: a refusal may end the connection, so each try has its own.
 */
abstract class MqttWay implements Way {
  private static final long SECONDS = 5;

  private final Rig rig;

  MqttWay(Rig rig) {
    this.rig = rig;
  }

  @Override
  public List<String> actions() {
    return List.of("send", "consume");
  }

  @Override
  public boolean tries(String action, String target) throws Exception {
    String[] parts = target.split("::", 2);
    String topic = parts[0].replace('.', '/') + (parts.length > 1 ? "::" + parts[1] : "");
    try (Client client = connect()) {
      if (action.equals("send")) {
        client.publish(topic).get(SECONDS, TimeUnit.SECONDS);
        return true;
      }
      client.subscribe(topic).get(SECONDS, TimeUnit.SECONDS);
      // what stands behind "::" is not a name to MQTT: it gives a subscription of one's own
      return parts.length == 1 || reads(parts[1]);
    } catch (TimeoutException | ExecutionException e) {
      return false;
    }
  }

  private boolean reads(String queue) {
    return rig.broker.server().locateQueue(queue).getConsumerCount() > 0;
  }

  abstract Client connect() throws Exception;

  /** A connected client that acknowledges nothing it reads. */
  interface Client extends AutoCloseable {
    Future<?> publish(String topic);

    Future<?> subscribe(String topic);

    @Override
    void close();
  }

  @Override
  public void close() {}
}
