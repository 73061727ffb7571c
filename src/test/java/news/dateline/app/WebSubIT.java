package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.dateline.config.Problems;
import news.dateline.testing.FeedServer;
import news.dateline.testing.Feeds;
import news.dateline.testing.Subscribers;
import news.dateline.testing.TestHome;
import news.dateline.testing.TestHub;
import news.dateline.web.WebDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed with a hub, the hub, and the real application between them and a subscriber. */
class WebSubIT {
  @TempDir Path folder;

  private final int port = FreePort.find();

  @Test
  void what_a_hub_delivers_is_published_once_and_polls_see_what_it_misses() throws Exception {
    TestHome files = new TestHome(folder);
    try (FeedServer server = new FeedServer();
        TestHub hub = new TestHub()) {
      String topic = server.url("/feed");
      server.put("/feed", feed(hub, topic, 3));
      try (Application app = application(files)) {
        app.start();
        Control.Access access = app.control().access();
        try (Subscribers.Amqp desk = desk(app);
            Subscribers.Stomp events =
                new Subscribers.Stomp(
                    app.brokerPort(), access.user(), access.password(), "source.events")) {
          files.source("quay", "id: quay\nname: The Quay\nfeed: " + topic + "\ninternal: true\n");
          await()
              .atMost(Duration.ofSeconds(30))
              .untilAsserted(() -> assertThat(hub.active()).hasSize(1));
          assertThat(push(app).phase()).isEqualTo("verified");
          assertThat(push(app).delivering()).as("it has not proved itself yet").isFalse();

          server.put("/feed", feed(hub, topic, 4));
          assertThat(hub.publish(topic, feed(hub, topic, 4))).containsExactly(202);
          assertThat(app.control().status().published())
              .as("answered only when committed")
              .isEqualTo(4);
          assertThat(push(app).delivering()).isTrue();

          assertThat(hub.deliver(hub.active().get(0), topic, feed(hub, topic, 9), "sha256=00"))
              .isEqualTo(202);
          assertThat(app.control().status().published()).as("a forgery").isEqualTo(4);
          assertThat(hub.publish(topic, feed(hub, topic, 4))).containsExactly(202);

          poll(app, server);
          assertThat(app.control().status().published()).isEqualTo(4);
          server.put("/feed", feed(hub, topic, 5));
          poll(app, server);
          await()
              .atMost(Duration.ofSeconds(30))
              .untilAsserted(
                  () -> assertThat(events.bodies).anyMatch(e -> e.contains("\"push-missed\"")));
          assertThat(events.bodies).anyMatch(e -> e.contains("\"push-forged\""));
          assertThat(push(app).delivering()).isFalse();
          assertThat(push(app).missed()).isEqualTo(1);

          assertThat(numbers(desk)).containsExactlyInAnyOrderElementsOf(upTo(5));
          assertThat(get("/observe/metrics"))
              .contains("dateline_websub_deliveries_total{outcome=\"forged\"} 1.0")
              .contains("dateline_websub_deliveries_total{outcome=\"repeated\"} 1.0")
              .contains("dateline_websub_subscriptions{phase=\"verified\"} 1.0");
          String shown = get("/api/sources/quay");
          assertThat(shown).contains("\"phase\":\"verified\"").contains("\"lastDelivery\"");
          TestHub.Wish wish = hub.wishes.get(0);
          assertThat(shown)
              .doesNotContain(wish.secret())
              .doesNotContain(wish.callback().replaceFirst(".*/", ""));
        }
      }
      try (Application app = application(files)) {
        app.start();
        try (Subscribers.Amqp desk = desk(app)) {
          assertThat(push(app).phase()).as("the lease survives").isEqualTo("verified");
          assertThat(hub.publish(topic, feed(hub, topic, 6))).containsExactly(202);
          assertThat(numbers(desk)).containsExactly(5);
          assertThat(hub.wishes).hasSize(1);

          app.control().remove("quay");
          await()
              .atMost(Duration.ofSeconds(30))
              .untilAsserted(() -> assertThat(hub.active()).isEmpty());
          assertThat(hub.wishes.get(1).mode()).isEqualTo("unsubscribe");
          assertThat(hub.deliver(hub.wishes.get(0), topic, feed(hub, topic, 7), "sha256=00"))
              .isEqualTo(404);
        }
      }
    }
  }

  /** Asks now; returns when the answer is committed. */
  private static void poll(Application app, FeedServer server) {
    long asked = server.requests();
    var before = app.control().sources().get(0).state();
    app.control().poll("quay");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                server.requests() > asked
                    && !app.control()
                        .sources()
                        .get(0)
                        .state()
                        .lastPoll()
                        .equals(before.lastPoll()));
  }

  private static Control.PushView push(Application app) {
    return app.control().sources().get(0).push().orElseThrow();
  }

  private static Subscribers.Amqp desk(Application app) throws Exception {
    Control.Access access = app.control().access();
    return new Subscribers.Amqp(app.brokerPort(), access.user(), access.password(), "desk", "all");
  }

  private static List<Integer> numbers(Subscribers.Amqp desk) throws Exception {
    return desk.drain(2000).stream()
        .map(r -> r.json().replaceFirst("(?s).*https://quay\\.example/(\\d+)\".*", "$1"))
        .map(Integer::valueOf)
        .toList();
  }

  private static List<Integer> upTo(int end) {
    return IntStream.range(0, end).boxed().toList();
  }

  private String get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static byte[] feed(TestHub hub, String topic, int items) {
    return Feeds.atom(
        "<link rel=\"hub\" href=\"%s\"/><link rel=\"self\" href=\"%s\"/>"
            .formatted(hub.url(), topic),
        0,
        items);
  }

  private Application application(TestHome files) {
    Home home = Home.of(Path.of("."), files.config().toString(), files.data().toString());
    Map<String, String> sets =
        Map.of(
            "dateline.http.port",
            String.valueOf(port),
            "dateline.broker.port",
            "0",
            "dateline.websub.url",
            "http://127.0.0.1:" + port,
            "dateline.websub.grace",
            "1s");
    Problems problems = new Problems();
    Settings settings = SettingsReader.read(home, Map.of(), sets, problems);
    assertThat(problems.list()).isEmpty();
    return new Application(home, settings, Clock.systemUTC(), new WebDoor());
  }
}
