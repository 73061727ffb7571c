package news.dateline.broker;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Refuses MQTT subscriptions to {@code address::queue}. Artemis makes of them a subscription of the
 * client's own, so they are of no use, and when the client leaves it removes the queue they name: a
 * desk, or the subscription of another. Artemis makes an object of this class by its name.
 */
public final class MqttNames implements MQTTInterceptor {
  @Override
  public boolean intercept(MqttMessage packet, RemotingConnection connection) {
    return !(packet instanceof MqttSubscribeMessage subscribe)
        || subscribe.payload().topicSubscriptions().stream()
            .noneMatch(subscription -> subscription.topicFilter().contains("::"));
  }
}
