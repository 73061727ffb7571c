package news.dateline.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import news.dateline.model.Batch;
import news.dateline.model.Bytes;
import news.dateline.model.Change;
import news.dateline.model.Document;
import news.dateline.model.Feed;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.Memo;
import news.dateline.model.PubStatus;
import news.dateline.model.Source;
import news.dateline.model.Subject;
import news.dateline.model.Uris;
import news.dateline.model.Verdict;
import news.dateline.model.Visit;
import org.junit.jupiter.api.Test;

class DeduplicatorTest {
  private final Memory memory = new Memory();
  private final Deduplicator deduplicator = new Deduplicator(memory);
  private final Map<String, Memo> memos = new HashMap<>();
  private final Source wire = source("wire-world", "The Daily Wire");

  @Test
  void a_first_item_is_new_and_counts_from_one() {
    Verdict verdict = only(visit(wire, item("https://w.example/1", "Rain falls", "It rained.")));

    assertThat(verdict.uri()).isEqualTo("https://w.example/1");
    assertThat(verdict.version()).isEqualTo("1");
    assertThat(verdict.change()).isEqualTo(Change.NEW);
  }

  @Test
  void an_item_seen_before_is_dropped_and_counted() {
    visit(wire, item("https://w.example/1", "Rain falls", "It rained."));
    Batch<Verdict> again = visit(wire, item("https://w.example/1", "Rain falls", "It rained."));

    assertThat(again.items()).isEmpty();
    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(again.received()).isEqualTo(1);
  }

  @Test
  void a_changed_item_is_the_next_version_and_says_which_fields_changed() {
    visit(wire, item("https://w.example/1", "Rain falls", "It rained."));
    Verdict verdict = only(visit(wire, item("https://w.example/1", "Snow falls", "It snowed.")));

    assertThat(verdict.version()).isEqualTo("2");
    assertThat(verdict.change())
        .isEqualTo(new Change(Change.Kind.UPDATE, Optional.of("1"), List.of("headline", "body")));
  }

  @Test
  void a_new_date_white_space_markup_campaigns_and_comment_counts_are_no_change() {
    visit(
        wire,
        item("g1", "Rain falls", "<p>It rained. <img src='/px?id=1'></p> (12 comments)")
            .link("https://w.example/a?utm_source=x"));
    Batch<Verdict> again =
        visit(
            wire,
            item("g1", "Rain  falls ", "<p>It\n rained.</p><img src='/px?id=2'> (13 comments)")
                .link("https://w.example/a?utm_source=y")
                .updated("2026-11-24T12:00:00Z"));

    assertThat(again.items()).isEmpty();
  }

  @Test
  void items_of_one_second_and_items_that_come_late_are_all_taken() {
    String second = "2026-11-24T12:00:00Z";
    visit(wire, item("g1", "One", "1").updated(second));
    assertThat(visit(wire, item("g2", "Two", "2").updated(second)).items()).hasSize(1);
    assertThat(visit(wire, item("g3", "Late", "3").updated("2020-01-01")).items()).hasSize(1);
  }

  @Test
  void an_adopted_article_takes_the_first_item_for_its_content_and_edits_go_on_from_there() {
    memory.adopt(wire, "https://w.example/1", "4", false);
    memory.adopt(wire, "https://w.example/2", "1", false);

    Batch<Verdict> first =
        visit(
            wire,
            item("https://w.example/1", "Rain falls", "It rained."),
            item("https://w.example/2", "Snow falls", "It snowed."),
            item("https://w.example/3", "Hail falls", "It hailed."));
    assertThat(first.items()).extracting(Verdict::uri).containsExactly("https://w.example/3");
    assertThat(first.unchanged()).isEqualTo(2);
    assertThat(visit(wire, item("https://w.example/1", "Rain falls", "It rained.")).items())
        .isEmpty();

    Verdict edit = only(visit(wire, item("https://w.example/1", "Rain stops", "It rained.")));
    assertThat(edit.version()).isEqualTo("5");
    assertThat(edit.change())
        .isEqualTo(new Change(Change.Kind.UPDATE, Optional.of("4"), List.of("headline")));
  }

  @Test
  void a_kill_of_an_adopted_article_goes_out_unless_it_was_killed_already() {
    memory.adopt(wire, "urn:w:1", "2", false);
    memory.adopt(wire, "urn:w:2", "2", true);

    List<Verdict> out =
        visit(
                wire,
                item("urn:w:1", "Rain falls", "").status(PubStatus.CANCELED),
                item("urn:w:2", "Snow falls", "").status(PubStatus.CANCELED))
            .items();
    assertThat(out).extracting(Verdict::uri).containsExactly("urn:w:1");
    assertThat(out.get(0).change().kind()).isEqualTo(Change.Kind.KILL);
    assertThat(out.get(0).version()).isEqualTo("3");
  }

  @Test
  void of_an_adopted_article_a_later_version_of_the_agencys_own_is_news_and_an_earlier_is_not() {
    memory.adopt(wire, "urn:w:1", "3", false);
    memory.adopt(wire, "urn:w:2", "3", false);

    List<Verdict> out =
        visit(
                wire,
                item("urn:w:1", "Rain falls", "It rained.").version("4"),
                item("urn:w:2", "Snow falls", "It snowed.").version("2"))
            .items();
    assertThat(out).extracting(Verdict::uri).containsExactly("urn:w:1");
    assertThat(out.get(0).version()).isEqualTo("4");
  }

  /** Its words came and went and came again; then only a subject is new. */
  @Test
  void an_edit_taken_back_and_then_a_new_subject_stays_the_same_story() {
    for (String words : List.of("It rained.", "It poured.", "It rained.")) {
      visit(wire, item("https://w.example/1", "Rain falls", words));
    }
    Verdict verdict =
        only(visit(wire, item("https://w.example/1", "Rain falls", "It rained.").subjects("rain")));
    assertThat(verdict.uri()).isEqualTo("https://w.example/1");
    assertThat(verdict.version()).isEqualTo("4");
    assertThat(verdict.imprint().places()).isEmpty();
  }

  @Test
  void another_publishers_adopted_article_is_not_taken_for_ours() {
    memory.adopt(source("other", "The Other Paper"), "https://w.example/1", "1", false);
    assertThat(visit(wire, item("https://w.example/1", "Rain falls", "It rained.")).items())
        .hasSize(1);
  }

  @Test
  void subjects_in_another_order_are_no_change() {
    visit(wire, item("g1", "One", "1").subjects("war", "oil"));
    assertThat(visit(wire, item("g1", "One", "1").subjects("oil", "war")).items()).isEmpty();
    assertThat(only(visit(wire, item("g1", "One", "1").subjects("oil"))).change().changed())
        .containsExactly("subjects");
  }

  @Test
  void a_guid_that_is_no_address_is_named_under_its_source() {
    Verdict verdict = only(visit(wire, item("a b/ж", "One", "1")));

    assertThat(verdict.uri()).isEqualTo("tag:dateline.news,2026:wire-world:a%20b%2F%D0%B6");
  }

  @Test
  void every_name_is_a_valid_uri() {
    List<String> guids =
        List.of(
            "https://w.example/новости?q=[1]|2",
            "http://w.example/a b#c#d",
            "https://w.example/100%",
            "tag:w.example,2026:ü",
            "urn:newsml:w.example:20260101:x:1",
            "urn:newsml:w.example<[:1",
            "http://w_w.example/a",
            "https://w.example:abc/a",
            "http://[x/",
            "{guid} \"1\"",
            "x".repeat(5000),
            "https://w.example/" + "y".repeat(5000));
    for (String guid : guids) {
      String uri = only(visit(wire, item(guid, guid, "1"))).uri();
      assertThat(URI.create(uri).isAbsolute()).as(guid).isTrue();
      assertThat(Uris.isAbsolute(uri)).as(guid).isTrue();
    }
  }

  @Test
  void a_host_with_an_underscore_is_a_host() {
    assertThat(only(visit(wire, item("http://w_w.example/a", "One", "1"))).uri())
        .isEqualTo("http://w_w.example/a");
  }

  @Test
  void without_a_guid_the_link_names_it_and_without_a_link_its_content() {
    assertThat(only(visit(wire, item("", "One", "1").link("https://w.example/x?utm_id=1"))).uri())
        .isEqualTo("https://w.example/x");
    assertThat(only(visit(wire, item("", "Two", "2"))).uri())
        .matches("tag:dateline.news,2026:wire-world:sha256-[0-9a-f]{16}");
  }

  @Test
  void a_section_feed_of_the_same_publisher_brings_the_same_article() {
    visit(wire, item("https://w.example/1", "Rain falls", "It rained."));
    Source section = source("wire-weather", "The Daily Wire");

    assertThat(visit(section, item("https://w.example/1", "Rain", "Short.")).unchanged())
        .isEqualTo(1);
  }

  @Test
  void an_address_owned_by_another_publisher_is_named_under_the_source() {
    visit(wire, item("https://w.example/1", "Rain falls", "It rained."));
    Source other = source("mirror", "The Mirror");
    Item copied = item("https://w.example/1", "Rain falls", "It rained.").build();

    assertThat(only(visit(other, copied)).uri())
        .isEqualTo("tag:dateline.news,2026:mirror:https%3A%2F%2Fw.example%2F1");
    assertThat(visit(other, copied).items()).isEmpty();
  }

  @Test
  void a_double_within_one_document_is_dropped() {
    Batch<Verdict> batch = visit(wire, item("g1", "One", "1"), item("g1", "One", "1"));

    assertThat(batch.items()).hasSize(1);
    assertThat(batch.unchanged()).isEqualTo(1);
  }

  @Test
  void one_guid_for_two_stories_is_two_articles_whatever_their_order() {
    Item a = item("g", "One", "1").link("https://w.example/a").build();
    Item b = item("g", "Two", "2").link("https://w.example/b").build();
    Batch<Verdict> first = visit(wire, a, b);

    assertThat(first.items()).extracting(Verdict::uri).doesNotHaveDuplicates().hasSize(2);
    assertThat(visit(wire, b, a).items()).isEmpty();
    assertThat(visit(wire, b).items()).isEmpty();
    Item c = item("g", "Three", "3").link("https://w.example/c").build();
    assertThat(visit(wire, c, b, a).items()).hasSize(1);
    assertThat(visit(wire, a, c, b).items()).isEmpty();
  }

  @Test
  void stories_that_all_link_to_the_front_page_stay_apart() {
    Item a = item("", "One", "1").link("https://w.example/").build();
    Item b = item("", "Two", "2").link("https://w.example/").build();

    assertThat(visit(wire, a, b).items()).hasSize(2);
    assertThat(visit(wire, b, a).items()).isEmpty();
  }

  @Test
  void two_wordings_of_one_story_in_a_document_do_not_take_turns() {
    Item newer = item("g", "One, updated", "1 and 2").link("https://w.example/a").build();
    Item older = item("g", "One", "1").link("https://w.example/a").build();

    assertThat(visit(wire, newer, older).items()).hasSize(1);
    assertThat(visit(wire, newer, older).items()).isEmpty();
  }

  @Test
  void an_agencys_versions_rise_and_an_old_one_delivered_again_is_dropped() {
    assertThat(visit(wire, item("g", "One", "1").version("1")).items()).hasSize(1);
    assertThat(visit(wire, item("g", "One", "1").version("2")).items()).isEmpty();
    assertThat(visit(wire, item("g", "One", "1 2").version("3")).items()).hasSize(1);
    assertThat(visit(wire, item("g", "One", "1").version("1")).items()).isEmpty();
  }

  @Test
  void a_correction_and_a_kill_say_so() {
    visit(wire, item("g", "One", "1"));
    assertThat(only(visit(wire, item("g", "One", "2").correction())).change().kind())
        .isEqualTo(Change.Kind.CORRECTION);
    assertThat(only(visit(wire, item("g", "One", "2").status(PubStatus.CANCELED))).change().kind())
        .isEqualTo(Change.Kind.KILL);
  }

  @Test
  void an_embargo_that_is_gone_is_a_lift() {
    visit(wire, item("g", "One", "1").embargo(""));
    Change change = only(visit(wire, item("g", "One", "1"))).change();

    assertThat(change.kind()).isEqualTo(Change.Kind.EMBARGO_LIFT);
    assertThat(change.changed()).containsExactly("status");
  }

  @Test
  void two_section_feeds_with_ids_of_their_own_bring_one_article() {
    visit(wire, item("world-1", "Rain falls", "It rained all day.").link("https://w.example/rain"));
    Source section = source("wire-weather", "The Daily Wire");

    assertThat(
            visit(
                    section,
                    item("weather-9", "Rain falls", "Short.")
                        .link("http://www.w.example/rain?utm_source=rss"))
                .unchanged())
        .isEqualTo(1);
    assertThat(
            visit(section, item("weather-10", "Rain ends", "Dry.").link("https://w.example/rain"))
                .items())
        .hasSize(1);
    assertThat(
            visit(
                    source("mirror", "The Mirror"),
                    item("m", "Rain falls", "x").link("https://w.example/rain"))
                .items())
        .hasSize(1);
  }

  @Test
  void a_story_under_a_new_id_with_the_same_words_is_the_same() {
    visit(wire, item("http://w.example/?p=1", "Rain", "It rained.").link("https://w.example/rain"));
    assertThat(
            visit(
                    wire,
                    item("https://w.example/?p=1", "Rain", "It rained.")
                        .link("https://w.example/rain"))
                .items())
        .isEmpty();
  }

  @Test
  void a_column_at_one_page_with_an_id_a_day_is_a_story_a_day() {
    for (int day = 1; day <= 2; day++) {
      assertThat(
              only(visit(
                      wire,
                      item("day-" + day, "The weather", "Day " + day)
                          .link("https://w.example/weather")))
                  .change()
                  .kind())
          .isEqualTo(Change.Kind.NEW);
    }
  }

  @Test
  void a_source_whose_ids_change_with_every_edit_is_read_by_its_links() {
    for (int story = 1; story <= 4; story++) {
      visit(wire, edition(story, 0, "Story " + story));
    }
    for (int story = 1; story <= 3; story++) {
      visit(wire, edition(story, 1, "Story " + story));
    }
    assertThat(memos.get(wire.id()).identity()).startsWith("link ");

    Verdict edited = only(visit(wire, edition(4, 1, "Story 4, rewritten")));
    assertThat(edited.change().kind()).isEqualTo(Change.Kind.UPDATE);
    assertThat(edited.uri()).isEqualTo("https://w.example/4#0");
    assertThat(visit(wire, edition(4, 1, "Story 4, rewritten")).items()).isEmpty();

    for (int story = 100; story < 500; story++) {
      visit(wire, edition(story, 0, "Story " + story));
    }
    assertThat(memos.get(wire.id()).identity()).startsWith("guid ");
  }

  @Test
  void a_source_that_uses_ids_again_is_read_by_id_and_link() {
    visit(wire, place(1, "A"), place(2, "B"), place(3, "C"), place(4, "D"));
    visit(wire, place(1, "E"), place(2, "F"), place(3, "G"), place(4, "H"));
    assertThat(memos.get(wire.id()).identity()).startsWith("guid+link ");

    Batch<Verdict> third = visit(wire, place(1, "I"), place(2, "F"), place(3, "J"), place(4, "H"));
    assertThat(third.items()).extracting(v -> v.change().kind()).containsOnly(Change.Kind.NEW);
    assertThat(third.items()).hasSize(2);
    assertThat(visit(wire, place(1, "I"), place(2, "F"), place(3, "J"), place(4, "H")).items())
        .isEmpty();
  }

  @Test
  void items_left_out_as_known_still_count_as_rivals() {
    Item a = item("g", "One", "1").link("https://w.example/a").build();
    Item b = item("g", "Two", "2").link("https://w.example/b").build();
    visit(wire, a);
    Batch<Verdict> reduced = visit(wire, List.of(b), List.of(a, b));

    assertThat(only(reduced).change()).isEqualTo(Change.NEW);
    assertThat(visit(wire, a, b).items()).isEmpty();
  }

  @Test
  void a_page_many_stories_share_is_no_name_even_when_links_decide() {
    memos.put(wire.id(), new Memo("", "link 10 0 5", ""));
    Item a = item("1", "One", "1").link("https://w.example/live").build();
    Item b = item("2", "Two", "2").link("https://w.example/live").build();
    Item c = item("3", "Three", "3").link("https://w.example/live").build();
    assertThat(visit(wire, a, b).items()).hasSize(2);
    assertThat(only(visit(wire, List.of(c), List.of(c, a, b))).change()).isEqualTo(Change.NEW);
  }

  /** Names as the versions before the list of tracking parameters gave them. */
  @Test
  void what_an_earlier_version_stored_is_not_published_again_and_keeps_its_name() {
    String tagged = "https://w.example/a?oc=5&ref=rss&cmpid=rss1";
    memory.before(wire, tagged, item("", "One", "1").link(tagged).build());
    String permalink = "https://w.example/b?source=rss";
    memory.before(wire, permalink, item(permalink, "Two", "2").link(permalink).build());
    memory.before(
        wire, "tag:dateline.news,2026:wire-world:N%2FA", item("N/A", "Three", "3").build());
    memory.before(wire, "https://w.example/", item("https://w.example/", "Four", "4").build());
    memory.before(
        wire,
        "https://w.example/live",
        item("", "Five", "5").link("https://w.example/live#p1").build());

    assertThat(
            visit(
                    wire,
                    item("", "One", "1").link(tagged),
                    item(permalink, "Two", "2").link(permalink),
                    item("N/A", "Three", "3"),
                    item("https://w.example/", "Four", "4"),
                    item("", "Five", "5").link("https://w.example/live#p1"))
                .items())
        .isEmpty();
    assertThat(only(visit(wire, item("", "One", "1 and more").link(tagged))).uri())
        .isEqualTo(tagged);
    Verdict edited = only(visit(wire, item(permalink, "Two", "2 and more").link(permalink)));
    assertThat(edited.uri()).isEqualTo(permalink);
    assertThat(edited.change().kind()).isEqualTo(Change.Kind.UPDATE);
    assertThat(only(visit(wire, item("N/A", "Six", "6"))).change()).isEqualTo(Change.NEW);
  }

  private static Draft edition(int story, int edition, String headline) {
    return item("https://w.example/" + story + "#" + edition, headline, "Edition " + edition)
        .link("https://w.example/" + story);
  }

  private static Draft place(int position, String story) {
    return item("top-" + position, "Story " + story, "About " + story)
        .link("https://w.example/" + story);
  }

  @Test
  void the_store_is_asked_once_a_document() {
    visit(wire, item("g1", "One", "1"), item("g2", "Two", "2"), item("g3", "Three", "3"));
    assertThat(memory.asked).isEqualTo(1);
  }

  private static Source source(String id, String name) {
    return Source.ofFeed(id, name, URI.create("https://w.example/" + id));
  }

  private static Verdict only(Batch<Verdict> batch) {
    assertThat(batch.items()).hasSize(1);
    return batch.items().get(0);
  }

  private Batch<Verdict> visit(Source source, Draft... drafts) {
    return visit(source, List.of(drafts).stream().map(Draft::build).toArray(Item[]::new));
  }

  private Batch<Verdict> visit(Source source, Item... items) {
    return visit(source, List.of(items), List.of(items));
  }

  /**
   * @param whole all items of the document, those left out as known included
   */
  private Batch<Verdict> visit(Source source, List<Item> items, List<Item> whole) {
    Document document =
        new Document(
            source,
            "https://w.example/feed",
            Bytes.EMPTY,
            Optional.empty(),
            Visit.delivery(Instant.EPOCH, 0));
    Batch<Item> read =
        new Batch<>(
            document,
            Feed.of("rss-2.0"),
            memos.getOrDefault(source.id(), Memo.NONE),
            items,
            () -> whole,
            List.of(),
            whole.size(),
            whole.size() - items.size());
    Batch<Verdict> batch = deduplicator.dedupe(read);
    memos.put(source.id(), batch.memo());
    batch.items().forEach(v -> memory.store(source, v));
    return batch;
  }

  private static Draft item(String guid, String headline, String body) {
    return new Draft(guid, headline, body);
  }

  /** Keeps what was published, as the store does: the first source owns an article. */
  private static final class Memory implements SeenItems {
    private final Map<String, Seen> stored = new HashMap<>();
    private final Map<String, List<String>> places = new HashMap<>();
    private int asked;

    void store(Source source, Verdict v) {
      Seen old = stored.get(v.uri());
      stored.put(
          v.uri(),
          new Seen(
              v.uri(),
              old == null ? source.id() : old.source(),
              old == null ? source.name() : old.publisher(),
              v.version(),
              v.imprint().fingerprint()));
      v.imprint()
          .places()
          .forEach(
              p -> {
                List<String> there = places.computeIfAbsent(p.key(), k -> new ArrayList<>());
                assertThat(p.number()).isEqualTo(there.size());
                there.add(v.uri());
              });
    }

    /** As it was stored before fingerprints had a date. */
    void before(Source source, String uri, Item item) {
      String print = Fingerprint.of(item).toString();
      String old = "1" + print.substring(1, print.length() - 11);
      stored.put(uri, new Seen(uri, source.id(), source.name(), "1", old));
    }

    void adopt(Source source, String uri, String version, boolean killed) {
      stored.put(uri, Seen.adopted(uri, source.id(), source.name(), version, killed));
    }

    @Override
    public void learn(List<Seen> found) {
      found.forEach(f -> stored.put(f.uri(), f));
    }

    @Override
    public Map<String, List<Seen>> findAt(Collection<String> keys) {
      Map<String, List<Seen>> found = new HashMap<>();
      keys.stream()
          .filter(places::containsKey)
          .forEach(k -> found.put(k, places.get(k).stream().map(stored::get).toList()));
      return found;
    }

    @Override
    public Map<String, Seen> find(Collection<String> uris) {
      asked++;
      Map<String, Seen> found = new HashMap<>(stored);
      found.keySet().retainAll(uris);
      return found;
    }
  }

  private static final class Draft {
    private final String guid;
    private final String headline;
    private final String body;
    private Optional<String> link = Optional.empty();
    private Optional<String> version = Optional.empty();
    private Optional<String> updated = Optional.empty();
    private Optional<String> embargo = Optional.empty();
    private List<Subject> subjects = List.of();
    private boolean correction;
    private PubStatus status = PubStatus.USABLE;

    Draft(String guid, String headline, String body) {
      this.guid = guid;
      this.headline = headline;
      this.body = body;
    }

    Draft link(String value) {
      link = Optional.of(value);
      return this;
    }

    Draft version(String value) {
      version = Optional.of(value);
      return this;
    }

    Draft updated(String value) {
      updated = Optional.of(value);
      return this;
    }

    Draft embargo(String value) {
      embargo = Optional.of(value);
      return this;
    }

    Draft subjects(String... names) {
      subjects = List.of(names).stream().map(Subject::named).toList();
      return this;
    }

    Draft correction() {
      correction = true;
      return this;
    }

    Draft status(PubStatus value) {
      status = value;
      return this;
    }

    Item build() {
      return new Item(
          new Item.Identity(
              guid.isEmpty() ? Optional.empty() : Optional.of(guid),
              false,
              link,
              version,
              List.of()),
          Optional.empty(),
          Optional.empty(),
          Markup.guess(headline),
          Markup.EMPTY,
          Markup.guess(body),
          new Item.Dates(Optional.empty(), updated, Optional.empty(), embargo, Optional.empty()),
          new Item.Editorial(status, OptionalInt.empty(), correction, Optional.empty()),
          List.of(),
          Lines.NONE,
          subjects,
          List.of(),
          () -> Bytes.EMPTY);
    }
  }
}
