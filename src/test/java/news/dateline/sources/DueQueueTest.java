package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import news.dateline.model.Cursor;
import news.dateline.model.Memo;
import news.dateline.model.Poll;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.SourceState.Health;
import org.junit.jupiter.api.Test;

class DueQueueTest {
  private static final Instant T0 = Instant.parse("2026-10-18T10:00:00Z");
  private static final PollSettings SETTINGS = PollSettings.DEFAULT;

  private final SettableClock clock = new SettableClock(T0);
  private final DueQueue queue = new DueQueue(SETTINGS, clock);

  @Test
  void hands_out_what_is_due_in_order_and_nothing_early() throws InterruptedException {
    queue.put(feed("b"), at("b", T0.plusSeconds(20)));
    queue.put(feed("a"), at("a", T0.plusSeconds(10)));
    assertThat(take()).isEmpty();
    clock.pass(Duration.ofSeconds(30));
    assertThat(take()).contains("a");
    assertThat(take()).contains("b");
    assertThat(take()).isEmpty();
  }

  @Test
  void a_source_handed_out_is_not_handed_out_again_until_it_is_brought_back()
      throws InterruptedException {
    queue.put(feed("a"), at("a", T0));
    assertThat(take()).contains("a");
    clock.pass(Duration.ofHours(9));
    assertThat(take()).isEmpty();
    queue.done("a", at("a", T0));
    assertThat(take()).contains("a");
    queue.release("a", clock.instant().plusSeconds(5));
    assertThat(take()).isEmpty();
    clock.pass(Duration.ofSeconds(5));
    assertThat(take()).contains("a");
  }

  @Test
  void a_source_claimed_for_other_work_is_nobody_elses_until_it_is_back() throws Exception {
    queue.put(feed("a"), at("a", T0));
    assertThat(queue.claim("a", Duration.ZERO)).isTrue();
    assertThat(take()).as("due, but claimed").isEmpty();
    assertThat(queue.claim("a", Duration.ofMillis(20))).isFalse();
    assertThat(queue.claim("unknown", Duration.ofSeconds(9))).isFalse();

    ExecutorService other = Executors.newSingleThreadExecutor();
    Future<Boolean> waiting = other.submit(() -> queue.claim("a", Duration.ofSeconds(20)));
    queue.done("a", at("a", T0.plusSeconds(60)));
    assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    other.shutdown();

    queue.done("a", at("a", T0.plusSeconds(60)));
    clock.pass(Duration.ofSeconds(60));
    assertThat(take()).contains("a");
  }

  @Test
  void the_first_polls_are_at_once_but_one_after_the_other() throws InterruptedException {
    for (int i = 0; i < 1000; i++) {
      queue.put(feed("s" + i), SourceState.unseen("s" + i, T0));
    }
    assertThat(take()).as("the first at once").isPresent();
    assertThat(take()).isEmpty();
    clock.pass(SETTINGS.startSpacing());
    assertThat(take()).isPresent();
    assertThat(take()).isEmpty();
    clock.pass(SETTINGS.startSpacing().multipliedBy(1000));
    assertThat(queue.overdue()).isEqualTo(998);
  }

  @Test
  void sources_that_deliver_by_themselves_never_appear() throws InterruptedException {
    queue.put(Source.builder("drop", "Drop").from("file:in").build(), at("drop", T0));
    assertThat(take()).isEmpty();
    assertThat(queue.wake("drop")).isFalse();
    assertThat(queue.size()).isZero();
  }

  @Test
  void a_source_that_is_gone_waits_for_somebody_to_wake_it() throws InterruptedException {
    queue.put(feed("a"), at("a", null));
    clock.pass(Duration.ofDays(9));
    assertThat(take()).isEmpty();
    assertThat(queue.wake("a")).isTrue();
    assertThat(queue.take(Duration.ZERO)).get().extracting(Poll::conditional).isEqualTo(false);
  }

  @Test
  void waking_asks_for_the_whole_body_even_while_it_is_being_asked() throws InterruptedException {
    queue.put(feed("a"), at("a", T0));
    assertThat(queue.take(Duration.ZERO)).get().extracting(Poll::conditional).isEqualTo(true);
    queue.wake("a");
    assertThat(take()).isEmpty();
    queue.done("a", at("a", T0.plusSeconds(3600)));
    assertThat(queue.take(Duration.ZERO)).get().extracting(Poll::conditional).isEqualTo(false);
    queue.done("a", at("a", T0.plusSeconds(3600)));
    assertThat(take()).isEmpty();
  }

  @Test
  void the_first_poll_is_unconditional_and_so_is_one_that_the_planner_wants_whole()
      throws InterruptedException {
    queue.put(feed("a"), SourceState.unseen("a", T0));
    assertThat(queue.take(Duration.ZERO)).get().extracting(Poll::conditional).isEqualTo(false);
    queue.done("a", at("a", T0));
    assertThat(queue.take(Duration.ZERO)).get().extracting(Poll::conditional).isEqualTo(true);
    Memory wanting = new Memory();
    wanting.whole = true;
    queue.done("a", at("a", T0, wanting.print()));
    assertThat(queue.take(Duration.ZERO)).get().extracting(Poll::conditional).isEqualTo(false);
  }

  @Test
  void paused_sources_rest_until_resumed_but_can_be_asked_by_hand() throws InterruptedException {
    queue.put(feed("a"), at("a", T0));
    queue.pause("a");
    assertThat(take()).isEmpty();
    queue.wake("a");
    assertThat(take()).contains("a");
    queue.done("a", at("a", T0));
    assertThat(take()).as("still paused").isEmpty();
    queue.resume("a");
    assertThat(take()).contains("a");
    queue.put(feed("b").toBuilder().paused(true).build(), at("b", T0));
    assertThat(take()).isEmpty();
  }

  @Test
  void pausing_one_that_is_being_asked_keeps_it_from_coming_back() throws InterruptedException {
    queue.put(feed("a"), at("a", T0));
    take();
    queue.pause("a");
    queue.done("a", at("a", T0));
    assertThat(take()).isEmpty();
    queue.resume("a");
    take();
    queue.pause("a");
    queue.resume("a");
    assertThat(take()).as("still out").isEmpty();
    queue.release("a", T0);
    assertThat(take()).contains("a");
  }

  @Test
  void an_edit_while_it_is_being_asked_is_taken_up_afterwards() throws InterruptedException {
    queue.put(feed("a"), at("a", T0));
    take();
    Source edited = feed("a").toBuilder().feed(URI.create("https://new.example/")).build();
    queue.put(edited, at("a", T0));
    assertThat(take()).isEmpty();
    queue.done("a", at("a", T0.plusSeconds(3600)));
    assertThat(queue.take(Duration.ZERO)).get().extracting(Poll::source).isEqualTo(edited);
  }

  @Test
  void a_removed_source_is_forgotten_even_while_it_is_being_asked() throws InterruptedException {
    queue.put(feed("a"), at("a", T0));
    take();
    queue.remove("a");
    queue.done("a", at("a", T0));
    assertThat(take()).isEmpty();
    assertThat(queue.wake("a")).isFalse();
  }

  @Test
  void many_workers_never_share_a_source_and_wake_when_one_comes_due() throws Exception {
    DueQueue live = new DueQueue(SETTINGS, Clock.systemUTC());
    int sources = 200;
    for (int i = 0; i < sources; i++) {
      live.put(feed("s" + i), at("s" + i, Instant.now().plusMillis(i % 50)));
    }
    Set<String> out = ConcurrentHashMap.newKeySet();
    AtomicInteger polls = new AtomicInteger();
    ExecutorService workers = Executors.newFixedThreadPool(8);
    List<Future<?>> running = new ArrayList<>();
    for (int w = 0; w < 8; w++) {
      running.add(
          workers.submit(
              () -> {
                while (polls.get() < 2000) {
                  Optional<Poll> poll = live.take(Duration.ofMillis(200));
                  if (poll.isPresent()) {
                    String id = poll.get().source().id();
                    assertThat(out.add(id)).isTrue();
                    polls.incrementAndGet();
                    out.remove(id);
                    live.done(id, at(id, Instant.now().plusMillis(5)));
                  }
                }
                return null;
              }));
    }
    for (Future<?> f : running) {
      f.get(20, TimeUnit.SECONDS);
    }
    workers.shutdownNow();
    assertThat(polls.get()).isGreaterThanOrEqualTo(2000);
  }

  @Test
  void a_waiting_worker_wakes_for_a_source_put_in_later() throws Exception {
    DueQueue live = new DueQueue(SETTINGS, Clock.systemUTC());
    live.put(feed("later"), at("later", Instant.now().plusSeconds(60)));
    ExecutorService worker = Executors.newSingleThreadExecutor();
    Future<Optional<Poll>> got = worker.submit(() -> live.take(Duration.ofSeconds(20)));
    live.put(feed("now"), at("now", Instant.now()));
    assertThat(got.get(10, TimeUnit.SECONDS))
        .get()
        .extracting(p -> p.source().id())
        .isEqualTo("now");
    worker.shutdownNow();
  }

  @Test
  void an_idle_source_costs_less_than_half_a_kilobyte() {
    int count = 50_000;
    List<Source> sources = new ArrayList<>();
    List<SourceState> states = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sources.add(feed("source-" + i));
      states.add(at("source-" + i, T0.plusSeconds(i)));
    }
    DueQueue big = new DueQueue(SETTINGS, clock);
    long before = used();
    for (int i = 0; i < count; i++) {
      big.put(sources.get(i), states.get(i));
    }
    long each = (used() - before) / count;
    assertThat(each).isLessThan(500);
    assertThat(big.size()).isEqualTo(count);
    assertThat(states).hasSize(count);
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private Optional<String> take() throws InterruptedException {
    return queue.take(Duration.ZERO).map(p -> p.source().id());
  }

  private static Source feed(String id) {
    return Source.ofFeed(id, id, URI.create("https://example.org/" + id));
  }

  private static SourceState at(String id, @org.jspecify.annotations.Nullable Instant next) {
    return at(id, next, "");
  }

  private static SourceState at(
      String id, @org.jspecify.annotations.Nullable Instant next, String rhythm) {
    SourceState s = SourceState.unseen(id, T0);
    return new SourceState(
        id,
        Health.OK,
        s.reason(),
        "",
        T0,
        new Cursor(Optional.of("\"1\""), Optional.empty(), Optional.empty()),
        s.lastPoll(),
        s.lastItem(),
        Optional.ofNullable(next),
        "",
        0,
        0,
        0,
        0,
        0,
        List.of(),
        rhythm,
        Memo.NONE);
  }
}
