package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import news.dateline.fetch.FetchSettings;
import news.dateline.fetch.Fetcher;
import news.dateline.model.Bytes;
import news.dateline.model.Source;
import news.dateline.model.WebLinks;
import news.dateline.store.Store;
import news.dateline.store.StoreSettings;
import news.dateline.testing.TestHub;
import news.dateline.testing.TestHub.Mood;
import news.dateline.websub.Callback;
import news.dateline.websub.PushSettings;
import news.dateline.websub.Subscriber;
import news.dateline.websub.Subscription;
import news.dateline.websub.Subscription.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The subscriber with the real client and store, against real hubs over HTTP. */
class SubscriptionTest {
  private static final URI FEED = URI.create("https://quay.example/feed");
  private static final URI TOPIC = URI.create("https://quay.example/feed?self");

  @TempDir Path folder;

  private volatile Instant now = Instant.parse("2026-11-24T12:00:00Z");
  private final InstantSource clock = () -> now;
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final List<Callback.Outcome> outcomes = new CopyOnWriteArrayList<>();
  private final Map<String, Source> sources = new HashMap<>();
  private final TestHub hub = new TestHub();
  private final TestHub other = new TestHub();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  private Source source;
  private Store store;
  private Fetcher fetcher;
  private HttpServer server;
  private Subscriber subscriber;

  @BeforeEach
  void start() throws IOException {
    source = Source.builder("quay", "The Quay").feed(FEED).internal(true).build();
    sources.put("quay", source);
    store = Store.open(StoreSettings.of("", folder), clock);
    fetcher = new Fetcher(FetchSettings.defaults(), clock);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext(PushSettings.PATH, this::serve);
    server.start();
    subscriber = subscriber();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    fetcher.close();
    store.close();
    hub.close();
    other.close();
    threads.shutdownNow();
  }

  private Subscriber subscriber() {
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new Subscriber(
        new PushSettings(Optional.of(base), Duration.ofDays(7), Duration.ofMinutes(5)),
        store,
        new HubCalls(fetcher),
        id -> Optional.ofNullable(sources.get(id)),
        (id, reason, detail) -> events.add(id + " " + reason.slug() + " " + detail),
        Runnable::run,
        clock);
  }

  /** The callback, as the web server has it. */
  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String token = exchange.getRequestURI().getPath().substring(PushSettings.PATH.length());
      if (exchange.getRequestMethod().equals("GET")) {
        Optional<String> answer = subscriber.callback().asked(token, query(exchange));
        byte[] body = answer.orElse("").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(
            answer.isPresent() ? 200 : 404, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        return;
      }
      Callback.Receipt receipt =
          subscriber
              .callback()
              .received(
                  token,
                  Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Hub-Signature"))
                      .orElse(""),
                  exchange.getRequestHeaders().getOrDefault("Link", List.of()),
                  Optional.empty(),
                  Bytes.wrap(exchange.getRequestBody().readAllBytes()));
      outcomes.add(receipt.outcome());
      receipt.delivery().ifPresent(d -> subscriber.callback().delivered(d, 1));
      exchange.sendResponseHeaders(202, -1);
    }
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    for (String pair : exchange.getRequestURI().getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  // --- subscribing

  @Test
  void what_a_feed_names_is_subscribed_to_once_the_hub_has_asked_back() {
    subscribed();

    TestHub.Wish wish = hub.wishes.get(0);
    assertThat(wish.mode()).isEqualTo("subscribe");
    assertThat(wish.topic()).isEqualTo(TOPIC.toString());
    assertThat(wish.lease()).isEqualTo("604800");
    assertThat(wish.secret()).hasSizeBetween(32, 199);
    assertThat(wish.callback().replaceFirst(".*/", "")).hasSizeGreaterThan(40);
    assertThat(current().expires()).contains(now.plusSeconds(86_400));
    assertThat(current().toString()).doesNotContain(wish.secret()).doesNotContain("websub/");

    noticed(hub); // the next document says the same
    subscriber.tick();
    assertThat(hub.wishes).hasSize(1);
  }

  @Test
  void without_an_address_for_callbacks_or_a_hub_or_a_topic_nothing_is_subscribed() {
    subscriber.noticed(source, links("hub", hub.url()));
    subscriber.noticed(source, links("self", TOPIC.toString()));
    subscriber.noticed(source, links("self", TOPIC.toString(), "hub", "javascript:alert(1)"));
    subscriber.tick();
    assertThat(hub.wishes).isEmpty();
    assertThat(store.subscriptions()).isEmpty();
  }

  @Test
  void a_hub_that_sends_on_is_followed_with_the_whole_form() {
    hub.mood = Mood.REDIRECTING;
    subscribed();
    assertThat(hub.wishes).hasSize(1);
  }

  @Test
  void a_hub_at_a_private_address_is_not_asked_for_a_source_of_the_internet() {
    source = Source.ofFeed("quay", "The Quay", FEED);
    sources.put("quay", source);
    noticed(hub);
    subscriber.tick();
    assertThat(hub.wishes).isEmpty();
    assertThat(current().phase()).isEqualTo(Phase.DENIED);
    assertThat(events).anyMatch(e -> e.contains("push-denied"));
  }

  // --- being asked

  @Test
  void only_what_was_asked_for_is_confirmed() {
    subscribed();
    TestHub.Wish wish = hub.wishes.get(0);

    assertThat(hub.verify(wish, "subscribe", wish.topic()).statusCode())
        .as("it has been confirmed already")
        .isEqualTo(404);
    assertThat(hub.verify(wish, "unsubscribe", wish.topic()).statusCode()).isEqualTo(404);
    renewing();
    assertThat(hub.verify(wish, "subscribe", "https://evil.example/").statusCode()).isEqualTo(404);
    assertThat(hub.verify(wish, "unsubscribe", wish.topic()).statusCode()).isEqualTo(404);
    TestHub.Wish unknown =
        new TestHub.Wish(
            "subscribe", wish.topic(), wish.callback().replaceFirst("[^/]*$", "guess"), "", "");
    assertThat(hub.verify(unknown, "subscribe", wish.topic()).statusCode()).isEqualTo(404);
  }

  /** A renewal under way that the hub has not confirmed. */
  private void renewing() {
    hub.mood = Mood.SILENT;
    now = current().due();
    subscriber.tick();
    assertThat(current().asked()).isPresent();
  }

  @Test
  void a_denied_subscription_is_tried_at_the_next_hub_under_another_callback() {
    hub.mood = Mood.DENYING;
    subscriber.noticed(
        source, links("hub", hub.url(), "hub", other.url(), "self", TOPIC.toString()));
    subscriber.tick();
    await()
        .untilAsserted(
            () -> {
              subscriber.tick();
              assertThat(other.active()).hasSize(1);
            });
    assertThat(other.wishes.get(0).callback()).isNotEqualTo(hub.wishes.get(0).callback());
    assertThat(hub.verify(hub.wishes.get(0), "subscribe", TOPIC.toString()).statusCode())
        .isEqualTo(404);
    assertThat(events).isEmpty();
  }

  @Test
  void when_no_hub_grants_it_that_is_said_and_tried_again_later() {
    for (Mood mood : List.of(Mood.DENYING, Mood.GONE)) {
      hub.mood = mood;
      sources.put(mood.name(), Source.ofFeed(mood.name(), mood.name(), FEED));
      Source s = sources.get(mood.name()).toBuilder().internal(true).build();
      sources.put(mood.name(), s);
      subscriber.noticed(s, links("hub", hub.url(), "self", TOPIC.toString()));
      subscriber.tick();
      await()
          .untilAsserted(
              () ->
                  assertThat(subscriber.of(mood.name()).map(Subscription::phase))
                      .contains(Phase.DENIED));
    }
    assertThat(events).hasSize(2).allMatch(e -> e.contains("push-denied"));
    hub.mood = Mood.WILLING;
    now = now.plus(Duration.ofDays(1));
    subscriber.tick();
    await().untilAsserted(() -> assertThat(hub.active()).hasSize(2));
  }

  @Test
  void a_hub_that_never_asks_back_is_given_up_after_a_few_tries() {
    hub.mood = Mood.SILENT;
    noticed(hub);
    for (int i = 0; i < 20 && current().phase() == Phase.PENDING; i++) {
      subscriber.tick();
      now = now.plus(Duration.ofMinutes(11));
    }
    assertThat(hub.wishes).hasSize(3);
    assertThat(current().phase()).isEqualTo(Phase.DENIED);
    assertThat(events).singleElement().asString().contains("did not ask back");
  }

  // --- deliveries

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha256", "sha384", "sha512"})
  void a_delivery_signed_by_any_method_of_the_specification_is_taken(String method) {
    subscribed();
    byte[] body = "<feed/>".getBytes(StandardCharsets.UTF_8);
    TestHub.Wish wish = hub.active().get(0);

    hub.deliver(wish, wish.topic(), body, TestHub.sign(method, wish.secret(), body));

    assertThat(outcomes).containsExactly(Callback.Outcome.ACCEPTED);
    assertThat(current().record().count()).isEqualTo(1);
    assertThat(subscriber.watch().delivers("quay")).isTrue();
  }

  @Test
  void what_is_not_signed_with_the_secret_is_ignored_and_told_once() {
    subscribed();
    byte[] body = "<feed/>".getBytes(StandardCharsets.UTF_8);
    byte[] altered = "<feeD/>".getBytes(StandardCharsets.UTF_8);
    TestHub.Wish wish = hub.active().get(0);
    String good = TestHub.sign("sha256", wish.secret(), body);
    List<String> forged = new ArrayList<>();
    forged.add("");
    forged.add("sha256=");
    forged.add("sha256=zz");
    forged.add("md5=00");
    forged.add(good.substring(0, good.length() - 2));
    forged.add(good.replace("sha256", "sha1"));
    forged.add(TestHub.sign("sha256", "guess", body));

    forged.forEach(signature -> hub.deliver(wish, wish.topic(), body, signature));
    hub.deliver(wish, wish.topic(), altered, good);

    assertThat(outcomes).hasSize(8).containsOnly(Callback.Outcome.FORGED);
    assertThat(events).singleElement().asString().startsWith("quay push-forged");
    assertThat(current().record().count()).isZero();
  }

  @Test
  void another_topic_a_replay_and_an_unknown_callback_get_nowhere() {
    subscribed();
    byte[] body = "<feed/>".getBytes(StandardCharsets.UTF_8);
    TestHub.Wish wish = hub.active().get(0);
    String good = TestHub.sign("sha512", wish.secret(), body);
    TestHub.Wish unknown =
        new TestHub.Wish("", "", wish.callback().replaceFirst("[^/]*$", "guess"), "", "");

    hub.deliver(wish, "https://quay.example/other", body, good);
    hub.deliver(wish, "HTTPS://QUAY.example:443/feed?self", body, good);
    hub.deliver(wish, wish.topic(), body, good);
    hub.deliver(unknown, wish.topic(), body, good);

    assertThat(outcomes)
        .containsExactly(
            Callback.Outcome.MISMATCHED,
            Callback.Outcome.ACCEPTED,
            Callback.Outcome.REPEATED,
            Callback.Outcome.UNKNOWN);
  }

  // --- leases

  @Test
  void a_lease_is_renewed_before_it_ends_and_survives_a_restart() {
    subscribed();
    Instant end = current().expires().orElseThrow();
    assertThat(current().due()).isBetween(now.plusSeconds(69_000), now.plusSeconds(77_800));

    subscriber = subscriber();
    assertThat(current().phase()).isEqualTo(Phase.VERIFIED);
    subscriber.tick();
    assertThat(hub.wishes).hasSize(1);

    now = current().due();
    subscriber.tick();
    await().untilAsserted(() -> assertThat(current().expires().orElseThrow()).isAfter(end));
    assertThat(hub.wishes).hasSize(2);
    assertThat(hub.wishes.get(1)).isEqualTo(hub.wishes.get(0));
    assertThat(current().phase()).isEqualTo(Phase.VERIFIED);
  }

  @Test
  void a_renewal_is_tried_until_the_lease_ends_and_then_from_the_start() {
    subscribed();
    renewing();
    Instant end = current().expires().orElseThrow();
    while (now.isBefore(end)) {
      now = now.plus(Duration.ofMinutes(10));
      subscriber.tick();
    }
    assertThat(hub.wishes).hasSizeBetween(4, 20);
    assertThat(current().phase()).isEqualTo(Phase.PENDING);
    assertThat(subscriber.watch().delivers("quay")).isFalse();
    hub.mood = Mood.WILLING;
    await()
        .untilAsserted(
            () -> {
              now = now.plus(Duration.ofMinutes(11));
              subscriber.tick();
              assertThat(current().phase()).isEqualTo(Phase.VERIFIED);
            });
  }

  // --- endings

  @Test
  void a_feed_that_names_another_hub_is_followed_there() {
    subscribed();
    noticed(other);
    await()
        .untilAsserted(
            () -> {
              subscriber.tick();
              assertThat(hub.active()).isEmpty();
              assertThat(other.active()).hasSize(1);
            });
    assertThat(store.subscriptions()).hasSize(1);
  }

  @Test
  void a_source_that_is_gone_or_paused_is_unsubscribed() {
    subscribed();
    TestHub.Wish wish = hub.active().get(0);
    sources.clear();
    subscriber.tick();
    byte[] body = "<feed/>".getBytes(StandardCharsets.UTF_8);
    hub.deliver(wish, wish.topic(), body, TestHub.sign("sha1", wish.secret(), body));
    assertThat(outcomes).containsAnyOf(Callback.Outcome.ENDED, Callback.Outcome.UNKNOWN);

    await()
        .untilAsserted(
            () -> {
              subscriber.tick();
              assertThat(hub.active()).isEmpty();
              assertThat(store.subscriptions()).isEmpty();
            });
    assertThat(hub.wishes.get(1).mode()).isEqualTo("unsubscribe");
    assertThat(hub.wishes.get(1).secret()).isEmpty();
  }

  @Test
  void a_feed_without_a_hub_is_left_only_when_it_goes_on_so() {
    subscribed();
    WebLinks none = links("self", TOPIC.toString());
    subscriber.noticed(source, none);
    subscriber.noticed(source, none);
    noticed(hub);
    subscriber.noticed(source, none);
    subscriber.noticed(source, none);
    assertThat(current().phase()).isEqualTo(Phase.VERIFIED);
    subscriber.noticed(source, none);
    assertThat(subscriber.of("quay")).isEmpty();
  }

  // --- polls behind pushes

  @Test
  void a_poll_that_finds_what_was_not_delivered_ends_the_trust_until_news_is_delivered() {
    subscribed();
    subscriber.watch().polled("quay", now.plusSeconds(1), 3);
    now = now.plus(Duration.ofMinutes(10));
    subscriber.tick();
    assertThat(events).as("who knows whether it came before the subscription").isEmpty();
    push("one");
    assertThat(subscriber.watch().delivers("quay")).isTrue();

    subscriber.watch().polled("quay", now, 1);
    assertThat(subscriber.watch().delivers("quay")).isFalse();
    push("late, but within the time of grace");
    assertThat(subscriber.watch().delivers("quay")).isTrue();

    subscriber.watch().polled("quay", now, 1);
    now = now.plus(Duration.ofMinutes(6));
    subscriber.tick();
    subscriber.tick();
    assertThat(events).singleElement().asString().startsWith("quay push-missed");
    assertThat(subscriber.watch().delivers("quay")).isFalse();
    assertThat(current().record().missed()).isEqualTo(1);

    push("again");
    assertThat(subscriber.watch().delivers("quay")).isTrue();
  }

  private void push(String text) {
    assertThat(hub.publish(TOPIC.toString(), text.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(202);
  }

  private void subscribed() {
    noticed(hub);
    subscriber.tick();
    await().untilAsserted(() -> assertThat(hub.active()).hasSize(1));
    assertThat(current().phase()).isEqualTo(Phase.VERIFIED);
  }

  private void noticed(TestHub at) {
    subscriber.noticed(source, links("hub", at.url(), "self", TOPIC.toString()));
  }

  private Subscription current() {
    return subscriber.of("quay").orElseThrow();
  }

  private static WebLinks links(String... pairs) {
    List<WebLinks.Link> links = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      links.add(new WebLinks.Link(pairs[i], URI.create(pairs[i + 1])));
    }
    return new WebLinks(links);
  }
}
