package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.dateline.fetch.FetchSettings;
import news.dateline.fetch.FetchSettings.Pace;
import news.dateline.fetch.FetchSettings.RetryScope;
import news.dateline.fetch.Fetcher;
import news.dateline.model.Feed;
import news.dateline.model.Fetch;
import news.dateline.model.Poll;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many sources of one host, added at once and throttled at once: queue, fetcher and planner
 * together, over real HTTP, with a clock that is moved.
 */
class CrowdedHostTest {
  private static final int SOURCES = 300;
  private static final Duration STEP = Duration.ofMillis(250);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-10-18T10:00:00Z"));
  private final PollPlanner planner = new PollPlanner(PollSettings.DEFAULT, 7);
  private final DueQueue queue = new DueQueue(PollSettings.DEFAULT, clock);
  private final Map<String, SourceState> states = new HashMap<>();
  private final List<Instant> starts = new ArrayList<>();
  private final Set<String> answered = new HashSet<>();
  private boolean throttling;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @EnumSource(RetryScope.class)
  void three_hundred_feeds_of_one_host_never_come_together(RetryScope scope)
      throws InterruptedException {
    try (Fetcher fetcher =
        new Fetcher(
            FetchSettings.defaults()
                .withInternalPace(new Pace(2, Duration.ofSeconds(1)))
                .withScope(scope),
            clock)) {
      for (int i = 0; i < SOURCES; i++) {
        Source source =
            Source.builder("s" + i, "S")
                .feed(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + i))
                .atLeastEvery(Duration.ofHours(1))
                .internal(true)
                .build();
        states.put(source.id(), planner.first(source, clock.instant()));
        queue.put(source, states.get(source.id()));
      }
      pass(fetcher, Duration.ofSeconds(SOURCES * 3 / 2));
      assertThat(answered).as("each had its turn").hasSize(SOURCES);
      throttling = true;
      for (int i = 0; i < SOURCES; i++) {
        queue.wake("s" + i);
      }
      int before = starts.size();
      pass(fetcher, Duration.ofSeconds(30));
      int told = starts.size() - before;
      if (scope == RetryScope.HOST) {
        assertThat(told).as("one answer speaks for the host").isEqualTo(1);
      } else {
        assertThat(told).as("each is told").isBetween(20, 30);
      }
      throttling = false;
      answered.clear();
      pass(fetcher, Duration.ofSeconds(120 + SOURCES * 2));
      assertThat(answered).as("each had its turn again").hasSize(SOURCES);
    }
    for (int i = 1; i < starts.size(); i++) {
      assertThat(Duration.between(starts.get(i - 1), starts.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
  }

  private void pass(Fetcher fetcher, Duration time) throws InterruptedException {
    Instant end = clock.instant().plus(time);
    for (; clock.instant().isBefore(end); clock.pass(STEP)) {
      for (Optional<Poll> due = queue.take(Duration.ZERO);
          due.isPresent();
          due = queue.take(Duration.ZERO)) {
        Source source = due.get().source();
        SourceState next = planned(fetcher.fetch(due.get())).state();
        states.put(source.id(), next);
        queue.done(source.id(), next);
      }
    }
  }

  private Planned planned(Fetch fetch) {
    SourceState before = states.get(fetch.source().id());
    Instant now = clock.instant();
    if (fetch instanceof Fetch.Deferred deferred) {
      return planner.afterDeferred(fetch.source(), before, fetch.visit(), deferred.until(), now);
    }
    if (fetch instanceof Fetch.Failed) {
      return planner.afterFailed(fetch.source(), before, fetch.visit(), 0, now);
    }
    answered.add(fetch.source().id());
    return fetch instanceof Fetch.Unchanged
        ? planner.afterUnchanged(fetch.source(), before, fetch.visit(), now)
        : planner.afterDocument(
            fetch.source(), before, fetch.visit(), Feed.of("rss-2.0"), 1, 1, 0, 0, List.of(), now);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      starts.add(clock.instant());
      if (throttling) {
        exchange.getResponseHeaders().set("Retry-After", "100");
        exchange.sendResponseHeaders(429, -1);
      } else {
        byte[] body = exchange.getRequestURI().getPath().getBytes();
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }
}
