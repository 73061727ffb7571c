package news.dateline.fetch;

import static news.dateline.fetch.Polls.quick;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import news.dateline.fetch.FetchSettings.Pace;
import news.dateline.fetch.FetchSettings.RetryScope;
import news.dateline.model.Cursor;
import news.dateline.model.Fetch;
import news.dateline.model.Poll;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetcherPacingTest {
  private static Poll poll(String id, URI uri) {
    return new Poll(
        Source.builder(id, "A Paper").feed(uri).internal(true).build(), Cursor.START, true);
  }

  @Test
  void a_second_feed_of_the_same_host_is_deferred_and_not_asked() throws Exception {
    var settings = quick().withInternalPace(new Pace(2, Duration.ofSeconds(1)));
    var now = new AtomicReference<>(Polls.NOW);
    try (var server = RawServer.saying("HTTP/1.1 200 OK");
        var fetcher = new Fetcher(settings, now::get)) {
      fetcher.fetch(poll("a", server.uri("/a")));
      Fetch second = fetcher.fetch(poll("b", server.uri("/b")));

      assertThat(second).isInstanceOf(Fetch.Deferred.class);
      assertThat(((Fetch.Deferred) second).until()).isEqualTo(Polls.NOW.plusSeconds(1));
      assertThat(second.visit().reason()).isEmpty();
      assertThat(second.visit().detail()).contains("is being spared until 2026-11-24T10:00:01Z");
      assertThat(server.requests).hasSize(1);

      now.set(Polls.NOW.plusSeconds(1));
      assertThat(fetcher.fetch(poll("b", server.uri("/b")))).isInstanceOf(Fetch.Fetched.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"429, 120", "503, 120", "429, 'Tue, 24 Nov 2026 10:02:00 GMT'"})
  void a_host_that_says_when_to_come_back_is_left_alone_until_then(int status, String wait)
      throws Exception {
    var now = new AtomicReference<Instant>(Polls.NOW);
    try (var server = RawServer.saying("HTTP/1.1 " + status + " X", "Retry-After: " + wait);
        var fetcher = new Fetcher(quick(), now::get)) {
      Fetch told = fetcher.fetch(poll("a", server.uri("/a")));
      Fetch other = fetcher.fetch(poll("b", server.uri("/b")));

      assertThat(told.visit().reason()).contains(Reason.THROTTLED);
      assertThat(told.visit().retryAfter()).contains(Duration.ofMinutes(2));
      assertThat(told.visit().detail()).endsWith(", come back in 120 s");
      assertThat(((Fetch.Deferred) other).until()).isEqualTo(Polls.NOW.plusSeconds(120));
      assertThat(server.requests).hasSize(1);

      now.set(Polls.NOW.plusSeconds(121));
      assertThat(fetcher.fetch(poll("b", server.uri("/b")))).isInstanceOf(Fetch.Failed.class);
    }
  }

  @Test
  void the_pause_may_be_for_the_feed_alone() throws Exception {
    try (var server = RawServer.saying("HTTP/1.1 429 X");
        var fetcher = new Fetcher(quick(), Polls.CLOCK)) {
      fetcher.fetch(poll("a", server.uri("/a")));
      Fetch other = fetcher.fetch(poll("b", server.uri("/b")));
      assertThat(((Fetch.Deferred) other).until()).isEqualTo(Polls.NOW.plusSeconds(60));
      assertThat(other.visit().detail()).endsWith("asked a for a pause, so all of its feeds wait");
    }
    try (var server = RawServer.saying("HTTP/1.1 429 X", "Retry-After: 120");
        var fetcher = new Fetcher(quick().withScope(RetryScope.FEED), Polls.CLOCK)) {
      fetcher.fetch(poll("a", server.uri("/a")));
      assertThat(fetcher.fetch(poll("b", server.uri("/b")))).isInstanceOf(Fetch.Failed.class);
    }
  }

  @Test
  void a_redirect_does_not_lead_around_the_pause_of_another_host() throws Exception {
    try (var busy = RawServer.saying("HTTP/1.1 429 X", "Retry-After: 120");
        var front =
            RawServer.start(
                (request, out) ->
                    out.write(
                        RawServer.answer(
                            new byte[0], "HTTP/1.1 302 X", "Location: " + busy.uri("/x"))));
        var fetcher = new Fetcher(quick(), Polls.CLOCK)) {
      fetcher.fetch(poll("a", busy.uri("/")));
      assertThat(fetcher.fetch(poll("b", front.uri("/")))).isInstanceOf(Fetch.Deferred.class);
      assertThat(busy.requests).hasSize(1);
    }
  }

  @Test
  void never_more_requests_under_way_than_the_host_is_allowed() throws Exception {
    var underWay = new AtomicInteger();
    var most = new AtomicInteger();
    var settings = quick().withInternalPace(new Pace(3, Duration.ZERO));
    var threads = Executors.newFixedThreadPool(16);
    try (var server =
            RawServer.start(
                (request, out) -> {
                  most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                  Thread.sleep(20);
                  underWay.decrementAndGet();
                  out.write(RawServer.answer("x".getBytes(), "HTTP/1.1 200 OK"));
                });
        var fetcher = new Fetcher(settings, java.time.Clock.systemUTC())) {
      List<Callable<Fetch>> tasks = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        Poll poll = poll("s" + i, server.uri("/" + i));
        tasks.add(() -> fetcher.fetch(poll));
      }
      int fetched = 0;
      for (var future : threads.invokeAll(tasks)) {
        fetched += future.get() instanceof Fetch.Fetched ? 1 : 0;
      }
      assertThat(fetched).isPositive().isLessThan(64);
      assertThat(most.get()).isBetween(2, 3);
      assertThat(server.requests).hasSize(fetched);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void sixty_four_threads_share_one_fetcher() throws Exception {
    Cursor cursor =
        new Cursor(
            java.util.Optional.of("\"v\""), java.util.Optional.empty(), java.util.Optional.empty());
    byte[] notModified = "HTTP/1.1 304 Not Modified\r\nETag: \"v\"\r\n\r\n".getBytes();
    var threads = Executors.newFixedThreadPool(64);
    try (var server = RawServer.forgetful((request, out) -> out.write(notModified));
        var fetcher = new Fetcher(FetchSettings.defaults(), java.time.Clock.systemUTC())) {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int t = 0; t < 64; t++) {
        Source source = Polls.source(server.uri("/" + t), true, Map.of());
        tasks.add(
            () -> {
              int unchanged = 0;
              for (int i = 0; i < 100; i++) {
                assertThat(fetcher.fetch(new Poll(source, cursor, true)))
                    .isInstanceOf(Fetch.Unchanged.class);
                unchanged++;
              }
              return unchanged;
            });
      }
      int total = 0;
      for (int round = 0; round < 2; round++) {
        long began = System.nanoTime();
        total = 0;
        for (var future : threads.invokeAll(tasks)) {
          total += future.get();
        }
        System.out.printf(
            "%,.0f conditional fetches/s%n", total * 1e9 / (System.nanoTime() - began));
      }
      assertThat(total).isEqualTo(64 * 100);
      assertThat(server.connections.get()).isLessThanOrEqualTo(64);
    } finally {
      threads.shutdownNow();
    }
  }
}
