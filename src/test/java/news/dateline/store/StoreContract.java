package news.dateline.store;

import static news.dateline.store.Make.article;
import static news.dateline.store.Make.held;
import static news.dateline.store.Make.kill;
import static news.dateline.store.Make.row;
import static news.dateline.store.Make.rows;
import static news.dateline.store.Make.settlement;
import static news.dateline.store.Make.source;
import static news.dateline.store.Make.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.dateline.dedupe.SeenItems.Seen;
import news.dateline.model.Article;
import news.dateline.model.Bytes;
import news.dateline.model.Cursor;
import news.dateline.model.Gap;
import news.dateline.model.Imprint;
import news.dateline.model.Memo;
import news.dateline.model.NameRecord;
import news.dateline.model.Outgoing;
import news.dateline.model.Reason;
import news.dateline.model.RetryableException;
import news.dateline.model.Settlement;
import news.dateline.model.SourceState;
import news.dateline.publish.OutboxBatch;
import news.dateline.websub.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store promises, whatever database is below. */
abstract class StoreContract {
  private static final Instant NOON = Make.NOON;
  private static final Instant ONE = NOON.plus(Duration.ofHours(1));

  final SettableClock clock = new SettableClock();
  Store store;

  /** A store on the database of this test; the same again when called again. */
  abstract Store open(InstantSource clock);

  @BeforeEach
  void open() {
    store = open(clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  // --- seen

  @Test
  void finds_what_was_committed_and_nothing_else() {
    store.commit(settlement(Make.many("urn:x:", 130)));
    List<String> asked = IntStream.range(100, 300).mapToObj(i -> "urn:x:" + i).toList();

    Map<String, Seen> found = store.find(asked);

    assertThat(found).hasSize(30);
    assertThat(found.get("urn:x:129"))
        .isEqualTo(new Seen("urn:x:129", "desk", "The desk", "1", "urn:x:129 as of 1"));
    assertThat(store.find(List.of())).isEmpty();
  }

  @Test
  void a_later_version_replaces_the_earlier_but_not_the_owner() {
    store.commit(settlement(article(source("first"), "urn:a", 9, "old")));
    store.commit(settlement(article(source("second"), "urn:a", 10, "new")));

    assertThat(store.find(List.of("urn:a")))
        .containsEntry("urn:a", new Seen("urn:a", "first", "The first", "10", "new"));
  }

  @Test
  void takes_any_text_as_a_uri() {
    String nul = "urn:\0nul";
    String endless = "urn:" + "ё".repeat(5_000);
    String another = endless + "!";
    store.commit(settlement(article(source("desk"), nul, 1, "f"), article(endless, 1)));

    assertThat(store.find(List.of(nul, endless, another))).containsOnlyKeys(nul, endless);
    assertThat(drain(NOON)).hasSize(2);
  }

  // --- what the stream teaches

  @Test
  void paragraphs_are_counted_with_their_document_and_not_when_it_is_overtaken() {
    store.commit(settlement(Make.printed(article("urn:a", 1), 1, 7)));
    store.commit(
        settlement(Make.printed(article("urn:b", 1), 2, 7), Make.printed(article("urn:c", 1), 3)));
    assertThat(store.paragraphs("desk").find(7).orElseThrow().stories()).isEqualTo(2);

    Settlement overtaken =
        settlement(Make.printed(article("urn:new", 1), 4, 7), article("urn:b", 1));
    assertThat(store.commit(overtaken)).isFalse();
    assertThat(store.commit(settlement(Make.printed(article("urn:a", 1), 9, 7)))).isFalse();

    assertThat(store.paragraphs("desk").find(7).orElseThrow().stories()).isEqualTo(2);
    assertThat(store.paragraphs("another").size()).isZero();
  }

  @Test
  void names_are_counted_once_an_article_and_not_when_it_is_overtaken_or_changed() {
    store.commit(settlement(Make.spoken(article("urn:a", 1), "Marta Osei", "Ada Lindqvist")));
    store.commit(settlement(Make.spoken(article("urn:b", 1), "Marta Osei", "Marta Osei")));
    assertThat(store.commit(settlement(Make.spoken(article("urn:b", 1), "Marta Osei")))).isFalse();
    store.commit(settlement(Make.spoken(article("urn:b", 2), "Marta Osei")));

    assertThat(store.names())
        .extracting(NameRecord::name, NameRecord::articles)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Marta Osei", 2));
  }

  @Test
  void names_seen_seldom_or_no_more_are_forgotten() {
    Article many = Make.spoken(article("urn:a", 1), "Marta Osei");
    store.commit(settlement(many, Make.spoken(article("urn:b", 1), "Marta Osei")));
    store.prune();
    assertThat(store.names()).hasSize(1);

    clock.move(Duration.ofDays(15));
    store.prune();
    assertThat(store.names()).isEmpty();
  }

  @Test
  void what_was_learnt_is_there_after_a_restart() {
    store.commit(settlement(Make.printed(Make.spoken(article("urn:a", 1), "Marta Osei"), 1, 7)));
    store.commit(settlement(Make.printed(Make.spoken(article("urn:b", 1), "Marta Osei"), 2, 7)));
    List<NameRecord> names = store.names();
    store.close();
    store = open(clock);

    assertThat(store.names()).isEqualTo(names).hasSize(1);
    assertThat(store.paragraphs("desk").find(7).orElseThrow().stories()).isEqualTo(2);
  }

  @Test
  void many_threads_that_teach_the_same_names_never_wait_for_ever() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String[] names = new String[20];
      for (int n = 0; n < 20; n++) {
        names[n] = "Marta " + (char) ('A' + (i % 2 == 0 ? n : 19 - n)) + "sei";
      }
      Article article = Make.spoken(article(source("desk-" + i), "urn:" + i, 1, "f"), names);
      Settlement settlement =
          new Settlement(Make.state("desk-" + i), List.of(article), List.of(row(article)));
      work.add(() -> store.commit(settlement));
    }
    for (Future<Boolean> done : threads.invokeAll(work)) {
      assertThat(done.get()).isTrue();
    }
    threads.shutdown();

    assertThat(store.names()).hasSize(20);
  }

  // --- the same article from two documents at once

  @Test
  void a_document_that_another_has_overtaken_leaves_nothing_and_says_so() {
    assertThat(store.commit(settlement(article("urn:a", 1)))).isTrue();
    assertThat(store.commit(settlement(article("urn:a", 1), article("urn:b", 1)))).isFalse();

    assertThat(store.find(List.of("urn:b"))).isEmpty();
    assertThat(drain(NOON)).extracting(Outgoing::key).containsExactly("urn:a");
  }

  @Test
  void articles_are_found_at_their_page_and_two_cannot_take_one_place() {
    Article first = Make.at(article("urn:a", 1), new Imprint.Place("page", 0));
    assertThat(
            store.commit(
                settlement(first, Make.at(article("urn:c", 1), new Imprint.Place("other", 0)))))
        .isTrue();
    assertThat(store.findAt(List.of("page", "nowhere")))
        .isEqualTo(Map.of("page", List.of(store.find(List.of("urn:a")).get("urn:a"))));

    assertThat(store.commit(settlement(Make.at(article("urn:b", 1), new Imprint.Place("page", 0)))))
        .isFalse();
    assertThat(store.find(List.of("urn:b"))).isEmpty();
    assertThat(store.commit(settlement(Make.at(article("urn:b", 1), new Imprint.Place("page", 1)))))
        .isTrue();
    assertThat(store.findAt(List.of("page")).get("page"))
        .extracting(Seen::uri)
        .containsExactly("urn:a", "urn:b");
  }

  @Test
  void adopted_articles_are_known_lie_in_the_archive_and_are_learnt_once() {
    Map<String, Object> properties =
        Map.of("uri", "urn:a", "version", "3", "source", "desk", Outgoing.SEQUENCE, 77L);
    Outgoing left =
        new Outgoing(
            Outgoing.ARTICLES,
            "urn:a",
            "3",
            Bytes.wrap("{}".getBytes(StandardCharsets.UTF_8)),
            "application/json",
            properties,
            6,
            Optional.empty(),
            false,
            false);
    Seen seen = Seen.adopted("urn:a", "desk", "The Desk", "3", true);
    store.adopt(List.of(left), List.of(seen));
    store.adopt(List.of(left), List.of(seen, Seen.adopted("urn:a", "desk", "The Desk", "2", true)));

    assertThat(store.find(List.of("urn:a"))).containsExactly(Map.entry("urn:a", seen));
    assertThat(store.latest(5, Optional.of("desk")))
        .extracting(StoredArticle::sequence)
        .containsExactly(77L);
    assertThat(store.sent(List.of(77L)).get(77L)).isEqualTo(left);

    Seen learnt = new Seen("urn:a", "desk", "The Desk", "3", "2 what it says");
    store.learn(List.of(learnt));
    store.learn(List.of(new Seen("urn:a", "desk", "The Desk", "3", "2 something else")));
    assertThat(store.find(List.of("urn:a"))).containsExactly(Map.entry("urn:a", learnt));
  }

  @Test
  void committing_the_same_settlement_again_publishes_nothing() {
    Settlement settlement = settlement(Make.many("urn:x:", 5));
    store.commit(settlement);
    store.commit(settlement);

    assertThat(drain(NOON)).hasSize(5);
  }

  @Test
  void many_threads_with_the_same_articles_publish_each_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      List<Article> articles = new ArrayList<>(Make.many("urn:x:" + i / 4 + ":", 20));
      if (i % 2 == 1) {
        Collections.reverse(articles); // the order another section has them in
      }
      work.add(
          () -> {
            boolean committed = false;
            while (!committed) { // as the routes do: decide again what is new
              List<String> uris = articles.stream().map(Article::uri).toList();
              var seen = store.find(uris).keySet();
              committed =
                  store.commit(
                      settlement(articles.stream().filter(a -> !seen.contains(a.uri())).toList()));
            }
            return null;
          });
    }
    for (Future<Void> done : threads.invokeAll(work)) {
      done.get();
    }
    threads.shutdown();

    List<Outgoing> left = drain(NOON);
    assertThat(left).hasSize(100);
    assertThat(left).extracting(Outgoing::key).doesNotHaveDuplicates();
  }

  // --- the outbox

  @Test
  void a_row_leaves_as_it_was_written_an_article_with_its_number() {
    Outgoing article =
        new Outgoing(
            "articles",
            "urn:a",
            "1",
            Bytes.utf8("{\"headlines\":[\"Дождь 🌧\"]}"),
            "application/json",
            Map.of("uri", "urn:a", "lang", "", "urgency", 2, "contentCreated", Long.MAX_VALUE),
            7,
            Optional.of(NOON.minusMillis(1)),
            false,
            false);
    Outgoing empty = Make.other("rejected", "drop", new byte[0]);
    Outgoing bytes = Make.other("rejected", "drop", new byte[] {0, -1, 39, 0});
    store.commit(rows(article, empty, bytes));

    List<Outgoing> left = new ArrayList<>(store.next(NOON, 10).orElseThrow().messages());
    assertThat(left).as("an address has batches of its own").hasSize(1);
    left.addAll(store.next(NOON, 10).orElseThrow().messages());
    Object number = left.get(0).properties().get(Outgoing.SEQUENCE);
    assertThat(number).isInstanceOf(Long.class);
    assertThat(store.unconfirmed().stream().flatMap(b -> b.messages().stream()))
        .containsExactlyElementsOf(left);
    Map<String, Object> properties = new HashMap<>(article.properties());
    properties.put(Outgoing.SEQUENCE, number);
    Outgoing numbered =
        new Outgoing(
            article.address(),
            article.key(),
            article.version(),
            article.body(),
            article.contentType(),
            properties,
            article.priority(),
            article.releaseAt(),
            false,
            false);
    assertThat(left).containsExactly(numbered, empty, bytes);
  }

  @Test
  void rows_leave_in_the_order_written_as_many_as_asked_for() {
    store.commit(settlement(Make.many("urn:x:", 3)));
    store.commit(settlement(Make.many("urn:y:", 3)));

    OutboxBatch first = store.next(NOON, 4).orElseThrow();
    OutboxBatch second = store.next(NOON, 4).orElseThrow();

    assertThat(first.messages())
        .extracting(Outgoing::key)
        .containsExactly("urn:x:0", "urn:x:1", "urn:x:2", "urn:y:0");
    assertThat(second.messages()).extracting(Outgoing::key).containsExactly("urn:y:1", "urn:y:2");
    assertThat(store.next(NOON, 4)).isEmpty();
    assertThat(first.id()).isNotEqualTo(second.id());
  }

  @Test
  void a_batch_stays_small_in_memory_but_never_empty() {
    byte[] large = new byte[5 << 20];
    store.commit(
        rows(
            Make.other("rejected", "a", large),
            Make.other("rejected", "a", large),
            Make.other("rejected", "a", new byte[10 << 20])));

    List<Integer> sizes = new ArrayList<>();
    for (var b = store.next(NOON, 9); b.isPresent(); b = store.next(NOON, 9)) {
      sizes.add(b.get().messages().size());
      store.confirm(b.get().id());
    }
    assertThat(sizes).containsExactly(1, 1, 1);
  }

  @Test
  void a_batch_holds_one_address_and_leaves_out_those_that_take_nothing() {
    store.commit(
        rows(
            Make.other("rejected", "r", new byte[1]),
            Make.other("source.events", "e", new byte[1]),
            Make.other("rejected", "s", new byte[1])));
    assertThat(store.next(NOON, 9, Set.of("rejected")).orElseThrow().messages())
        .extracting(Outgoing::key)
        .containsExactly("e");
    assertThat(store.next(NOON, 9, Set.of("rejected", "source.events"))).isEmpty();
    assertThat(store.next(NOON, 9).orElseThrow().messages())
        .extracting(Outgoing::key)
        .containsExactly("r", "s");
  }

  @Test
  void an_unconfirmed_batch_comes_again_as_it_was_until_confirmed() {
    store.commit(settlement(Make.many("urn:x:", 3)));
    OutboxBatch first = store.next(NOON, 2).orElseThrow();
    OutboxBatch second = store.next(NOON, 2).orElseThrow();
    reopen();
    clock.move(Duration.ofMinutes(5)); // past every lease

    assertThat(store.unconfirmed()).containsExactly(first, second);
    assertThat(store.unconfirmed()).containsExactly(first, second);
    store.confirm(first.id());
    store.confirm(first.id());
    assertThat(store.unconfirmed()).containsExactly(second);
    store.confirm(second.id());
    assertThat(store.unconfirmed()).isEmpty();
    assertThat(store.counts(NOON).pending()).isZero();
  }

  @Test
  void ids_of_batches_never_come_twice_not_even_after_a_restart() {
    Set<String> ids = new HashSet<>();
    for (int start = 0; start < 3; start++) {
      for (int i = 0; i < 3; i++) {
        store.commit(rows(Make.other("source.events", "desk", new byte[1])));
        String id = store.next(NOON, 1).orElseThrow().id();
        assertThat(ids.add(id)).isTrue();
        store.confirm(id);
      }
      reopen();
    }
  }

  @Test
  void await_returns_when_rows_were_written_since_and_otherwise_when_time_is_up()
      throws InterruptedException {
    store.commit(settlement(article("urn:a", 1)));
    long start = System.nanoTime();
    store.await(Duration.ofSeconds(20));
    assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);

    store.saveState(Make.state("desk")); // writes no row
    start = System.nanoTime();
    store.await(Duration.ofMillis(30));
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(29_000_000L);
  }

  // --- embargo, withdrawal, order of versions

  @Test
  void an_embargoed_row_leaves_at_its_time_and_not_a_moment_before() {
    Instant release = NOON.plusNanos(500_000); // between two milliseconds
    store.commit(settlement(article("urn:a", 1), until(row("urn:a", "1", "{}"), release)));

    assertThat(store.next(NOON, 9)).isEmpty();
    assertThat(store.next(release.minusNanos(1), 9)).isEmpty();
    assertThat(store.next(NOON.plusMillis(1), 9)).isPresent();
  }

  @Test
  void an_embargo_survives_a_restart() {
    store.commit(settlement(article("urn:a", 1), until(row("urn:a", "1", "{}"), ONE)));
    store.commit(settlement(article("urn:b", 1), held(row("urn:b", "1", "{}"))));
    reopen();

    assertThat(drain(ONE.minusMillis(1))).isEmpty();
    assertThat(drain(ONE)).extracting(Outgoing::key).containsExactly("urn:a");
    assertThat(drain(ONE.plus(Duration.ofDays(9_999)))).isEmpty();
  }

  @Test
  void a_held_row_leaves_others_alone_and_goes_when_a_later_version_is_free() {
    store.commit(settlement(article("urn:a", 1), held(row("urn:a", "1", "held"))));
    store.commit(settlement(article("urn:b", 1)));
    assertThat(drain(NOON)).extracting(Outgoing::key).containsExactly("urn:b");

    store.commit(settlement(article("urn:a", 2), row("urn:a", "2", "free")));

    assertThat(drain(NOON)).extracting(Outgoing::version).containsExactly("2");
    assertThat(store.counts(NOON).held()).isZero();
  }

  @Test
  void a_later_version_moves_an_embargo_either_way() {
    Instant two = ONE.plus(Duration.ofHours(1));
    store.commit(settlement(article("urn:a", 1), until(row("urn:a", "1", "{}"), ONE)));
    store.commit(settlement(article("urn:a", 2), until(row("urn:a", "2", "{}"), two)));
    store.commit(settlement(article("urn:b", 1), until(row("urn:b", "1", "{}"), two)));
    store.commit(settlement(article("urn:b", 2), until(row("urn:b", "2", "{}"), ONE)));

    assertThat(drain(ONE)).extracting(Outgoing::key).containsExactly("urn:b");
    assertThat(drain(two)).extracting(Outgoing::version).containsExactly("2");
  }

  @Test
  void a_version_whose_embargo_has_passed_leaves_before_the_next_one() {
    store.commit(settlement(article("urn:a", 1), until(row("urn:a", "1", "{}"), ONE)));
    clock.move(Duration.ofHours(2));
    store.commit(settlement(article("urn:a", 2)));

    assertThat(drain(clock.instant())).extracting(Outgoing::version).containsExactly("1", "2");
  }

  @Test
  void a_later_version_does_not_overtake_when_the_clock_is_set_back() {
    store.commit(settlement(article("urn:a", 1), until(row("urn:a", "1", "{}"), ONE)));
    clock.move(Duration.ofHours(2));
    store.commit(settlement(article("urn:a", 2)));

    assertThat(drain(NOON)).isEmpty();
    assertThat(drain(ONE)).extracting(Outgoing::version).containsExactly("1", "2");
  }

  @Test
  void a_version_does_not_leave_while_an_earlier_one_is_unconfirmed() {
    store.commit(settlement(article("urn:a", 1)));
    OutboxBatch first = store.next(NOON, 9).orElseThrow();
    store.commit(settlement(article("urn:a", 2), article("urn:b", 1)));

    assertThat(store.next(NOON, 9).orElseThrow().messages())
        .extracting(Outgoing::key)
        .containsExactly("urn:b");
    store.confirm(first.id());
    assertThat(store.next(NOON, 9).orElseThrow().messages())
        .extracting(Outgoing::version)
        .containsExactly("2");
  }

  @Test
  void a_kill_removes_what_has_not_left_and_goes_out_itself() {
    store.commit(settlement(article("urn:a", 1)));
    store.commit(settlement(article("urn:a", 2), until(row("urn:a", "2", "{}"), ONE)));
    store.commit(settlement(article("urn:b", 1)));
    store.commit(settlement(article("urn:a", 3), kill(row("urn:a", "3", "killed"))));

    List<Outgoing> left = drain(ONE);
    assertThat(left).extracting(Outgoing::key).containsExactly("urn:b", "urn:a");
    assertThat(left.get(1).body().utf8()).isEqualTo("killed");
    assertThat(store.latest(9, Optional.empty()))
        .extracting(StoredArticle::json)
        .containsExactly("killed", "{\"uri\":\"urn:b\"}");
  }

  @Test
  void a_kill_leaves_a_batch_already_formed_as_it_is_and_follows_it() {
    store.commit(settlement(article("urn:a", 1)));
    OutboxBatch formed = store.next(NOON, 9).orElseThrow();
    store.commit(settlement(article("urn:a", 2), kill(row("urn:a", "2", "killed"))));

    assertThat(store.unconfirmed()).containsExactly(formed);
    assertThat(store.next(NOON, 9)).isEmpty();
    store.confirm(formed.id());
    assertThat(drain(NOON)).extracting(Outgoing::version).containsExactly("2");
  }

  @Test
  void a_kill_touches_no_other_address() {
    Outgoing buried = Make.other("rejected", "urn:a", new byte[] {1});
    store.commit(rows(buried));
    store.commit(settlement(article("urn:a", 2), kill(row("urn:a", "2", "killed"))));

    assertThat(drain(NOON)).extracting(Outgoing::address).containsExactly("rejected", "articles");
  }

  @Test
  void versions_of_one_document_follow_the_same_rules() {
    Settlement document =
        new Settlement(
            Make.state("desk"),
            List.of(
                article("urn:a", 1),
                article("urn:a", 2),
                article("urn:b", 1),
                article("urn:b", 2),
                article("urn:c", 1),
                article("urn:c", 2)),
            List.of(
                until(row("urn:a", "1", "{}"), ONE),
                row("urn:b", "1", "{}"),
                row("urn:c", "1", "{}"),
                row("urn:a", "2", "{}"),
                kill(row("urn:b", "2", "{}")),
                row("urn:c", "2", "{}")));
    store.commit(document);

    assertThat(drain(ONE))
        .extracting(m -> m.key() + " " + m.version())
        .containsExactly("urn:c 1", "urn:a 2", "urn:b 2", "urn:c 2");
  }

  // --- counts and the archive

  @Test
  void counts_what_waits_and_since_when() {
    assertThat(store.counts(NOON)).isEqualTo(new OutboxCounts(0, 0, 0, Optional.empty()));
    store.commit(settlement(article("urn:a", 1), until(row("urn:a", "1", "{}"), ONE)));
    store.commit(settlement(article("urn:b", 1), held(row("urn:b", "1", "{}"))));
    clock.move(Duration.ofMinutes(10));
    store.commit(settlement(article("urn:c", 1)));
    store.next(clock.instant(), 1);
    store.commit(settlement(article("urn:d", 1)));

    assertThat(store.counts(clock.instant()))
        .isEqualTo(new OutboxCounts(2, 1, 1, Optional.of(clock.instant())));
    assertThat(store.counts(ONE))
        .isEqualTo(new OutboxCounts(3, 0, 1, Optional.of(clock.instant())));
  }

  @Test
  void the_archive_shows_what_has_left_newest_first() {
    store.commit(settlement(article(source("desk"), "urn:a", 1, "f")));
    store.commit(settlement(article(source("wire"), "urn:b", 1, "f")));
    store.commit(settlement(article("urn:c", 1), until(row("urn:c", "1", "secret"), ONE)));
    store.commit(rows(Make.other("rejected", "desk", new byte[1])));
    assertThat(store.latest(9, Optional.empty())).isEmpty();
    drain(NOON);

    List<StoredArticle> latest = store.latest(9, Optional.empty());
    assertThat(latest)
        .extracting(StoredArticle::json)
        .containsExactly("{\"uri\":\"urn:b\"}", "{\"uri\":\"urn:a\"}");
    assertThat(latest.get(0).sequence()).isGreaterThan(latest.get(1).sequence());
    assertThat(store.latest(1, Optional.empty())).hasSize(1);
    assertThat(store.latest(9, Optional.of("desk"))).containsExactly(latest.get(1));
  }

  @Test
  void pruning_keeps_what_is_young_and_what_has_still_to_leave() {
    store.commit(settlement(article("urn:held", 1), held(row("urn:held", "1", "held"))));
    store.commit(settlement(Make.many("urn:old:", 1_200)));
    drain(NOON);
    clock.move(Duration.ofDays(2));
    store.commit(settlement(Make.many("urn:new:", 3)));
    drain(clock.instant());

    assertThat(store.pruneOlderThan(NOON.plus(Duration.ofDays(1)))).isEqualTo(1_200);
    assertThat(store.prune()).isZero();
    assertThat(store.latest(9, Optional.empty())).hasSize(3);
    assertThat(store.find(List.of("urn:old:7"))).hasSize(1);
    store.commit(settlement(article("urn:held", 2), row("urn:held", "2", "free")));
    assertThat(drain(NOON)).hasSize(1);
  }

  // --- states

  @Test
  void states_come_back_as_they_were() {
    SourceState full =
        new SourceState(
            "desk",
            SourceState.Health.NOT_A_FEED,
            Optional.of(Reason.NOT_A_FEED),
            "a page titled «404»\0",
            NOON,
            new Cursor(Optional.of("W/\"a\""), Optional.of("Tue"), Optional.of("00ff")),
            Optional.of(NOON),
            Optional.of(NOON.minusMillis(5)),
            Optional.empty(),
            "paused",
            3,
            9_000_000_000L,
            2,
            3,
            4,
            List.of(
                new SourceState.Glance(NOON, 12, 200, "new", 7),
                new SourceState.Glance(NOON.minusSeconds(60), 9, 0, "not a known slug", 0)),
            "rhythm:1,2",
            new Memo("AbC", "link", "eca 61"));
    SourceState before = Make.state("desk");
    store.saveState(before);
    assertThat(store.loadAll()).isEqualTo(Map.of("desk", before));

    store.commit(new Settlement(full, List.of(), List.of()));
    store.saveState(Make.state("wire"));
    reopen();

    Map<String, SourceState> states = store.loadAll();
    assertThat(states).containsOnlyKeys("desk", "wire");
    assertThat(states.get("desk"))
        .usingRecursiveComparison()
        .ignoringFields("detail")
        .isEqualTo(full);
    assertThat(states.get("desk").detail()).startsWith("a page titled «404»");
    assertThat(store.totals())
        .containsEntry("desk", new Totals(9_000_000_000L, 2, 3, 4))
        .containsEntry("wire", new Totals(0, 0, 0, 0));
  }

  @Test
  void a_failed_commit_leaves_nothing_behind_not_even_in_the_next_one() {
    Outgoing wrong =
        new Outgoing(
            "articles",
            "urn:wrong",
            "1",
            Bytes.utf8("{}"),
            "application/json",
            Map.of("weight", 1.5),
            4,
            Optional.empty(),
            false,
            false);
    Settlement bad =
        new Settlement(
            Make.state("desk"),
            List.of(article("urn:a", 1), article("urn:wrong", 1)),
            List.of(row("urn:a", "1", "{}"), wrong));
    assertThatThrownBy(() -> store.commit(bad)).isInstanceOf(IllegalArgumentException.class);

    store.commit(settlement(article("urn:b", 1)));

    assertThat(store.find(List.of("urn:a", "urn:wrong", "urn:b"))).containsOnlyKeys("urn:b");
    assertThat(drain(NOON)).extracting(Outgoing::key).containsExactly("urn:b");
  }

  @Test
  void a_gap_is_kept_with_the_document_that_found_it_until_it_is_over() {
    URI feed = URI.create("https://quay.example/feed");
    Gap gap = new Gap("desk", feed, URI.create("https://quay.example/2"), 9, 0, NOON, ONE);
    Gap next = gap.on(URI.create("https://quay.example/" + "x".repeat(5_000)), NOON);
    store.commit(settlement(article("urn:a", 1)));
    assertThat(store.commit(finding(gap, article("urn:a", 1)))).isFalse();
    assertThat(store.gaps()).as("overtaken: nothing of it is written").isEmpty();

    store.commit(finding(gap, article("urn:b", 1)));
    store.commit(finding(gap.failedUntil(ONE)));
    reopen();
    assertThat(store.gaps()).containsExactly(gap.failedUntil(ONE));

    store.commit(
        new Settlement(
            Make.state("desk"),
            List.of(),
            List.of(),
            new Gap.Change(Optional.of(gap), Optional.of(next))));
    assertThat(store.gaps()).containsExactly(next);
    store.forget(next);
    assertThat(store.gaps()).isEmpty();
  }

  @Test
  void what_a_listing_named_is_remembered_with_the_documents_still_to_be_asked() {
    URI feed = URI.create("https://quay.example/feed");
    Gap document =
        new Gap(
            "desk",
            feed,
            URI.create("https://quay.example/1.xml"),
            Gap.Kind.DOCUMENT,
            1,
            0,
            NOON,
            NOON);
    String longest = "m".repeat(5_000);
    Settlement page =
        new Settlement(
            Make.state("desk")
                .remembering(new Memo("", "guid", "", feed + " " + feed + "?since=2")),
            List.of(),
            List.of(),
            new Gap.Change(
                Optional.empty(), Optional.empty(), List.of(document), List.of("e1", longest)));
    store.commit(page);
    store.commit(page);
    reopen();
    assertThat(store.gaps()).containsExactly(document);
    assertThat(store.listed("desk", List.of("e1", "e2", longest)))
        .containsExactlyInAnyOrder("e1", longest);
    assertThat(store.listed("other", List.of("e1"))).isEmpty();
    assertThat(store.loadAll().get("desk").memo().place()).endsWith("?since=2");
  }

  @Test
  void a_subscription_survives_with_everything_there_is_to_it() {
    Subscription full =
        new Subscription(
            "token",
            "desk",
            URI.create("https://quay.example/feed"),
            true,
            URI.create("https://quay.example/feed?a=b"),
            List.of(URI.create("https://hub.example/1"), URI.create("https://hub.example/2")),
            1,
            "s3cret",
            Subscription.Phase.VERIFIED,
            NOON,
            Optional.of(NOON),
            3,
            ONE,
            Optional.of(NOON),
            Optional.of(ONE),
            new Subscription.Deliveries(
                Optional.of(NOON), 7, true, Optional.of(ONE), 2, List.of("abc", "def")),
            1,
            "renewal refused");
    store.save(full);
    store.save(full);
    reopen();
    assertThat(store.subscriptions()).containsExactly(full);

    store.removeSubscription("token");
    assertThat(store.subscriptions()).isEmpty();
  }

  private static Settlement finding(Gap gap, Article... articles) {
    Settlement plain = settlement(articles);
    return new Settlement(
        plain.state(),
        plain.articles(),
        plain.messages(),
        new Gap.Change(Optional.empty(), Optional.of(gap)));
  }

  @Test
  void a_closed_store_says_so_with_its_reason() {
    store.close();

    assertThatThrownBy(() -> store.loadAll())
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("store")
        .extracting(e -> ((RetryableException) e).reason())
        .isEqualTo(Reason.STORE_FAILED);
  }

  final void reopen() {
    store.close();
    store = open(clock);
  }

  /** All that may leave, in order, confirmed. */
  final List<Outgoing> drain(Instant now) {
    List<Outgoing> all = new ArrayList<>();
    for (var batch = store.next(now, 500); batch.isPresent(); batch = store.next(now, 500)) {
      all.addAll(batch.get().messages());
      store.confirm(batch.get().id());
    }
    return all;
  }
}
