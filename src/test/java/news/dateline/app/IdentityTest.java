package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.dateline.app.FeedDesk.Format;
import news.dateline.app.FeedDesk.Story;
import news.dateline.model.Article;
import news.dateline.model.Batch;
import news.dateline.model.Reason;
import news.dateline.model.Rejection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No two stories become one, and no story becomes many, however a feed names its items: each kind
 * in each format, read whole and read by what is new in it.
 */
class IdentityTest {
  private static final int POLLS = 12;
  private static final String HEX = "0123456789abcdef";

  @TempDir Path folder;

  /** How a feed is written and read. */
  record Way(Format format, boolean sliced) {}

  static List<Way> ways() {
    return Stream.of(Format.values())
        .flatMap(f -> Stream.of(new Way(f, true), new Way(f, false)))
        .toList();
  }

  /** A kind of address that changes at every poll: from the story's own and the poll's number. */
  record Drift(Way way, String name, BiFunction<String, Integer, String> link) {
    @Override
    public String toString() {
      return name + " " + way;
    }
  }

  static List<Drift> drifts() {
    List<Drift> all = new ArrayList<>();
    for (Way way : ways()) {
      for (String name :
          List.of(
              "utm_campaign",
              "fbclid",
              "gclid",
              "mc_cid",
              "cmpid",
              "igshid",
              "ncid",
              "_ga",
              "msclkid",
              "mkt_tok",
              "xtor",
              "PHPSESSID",
              "sid",
              "sessionid",
              "at_recipient_id")) {
        all.add(new Drift(way, name, (l, p) -> l + "?" + name + "=" + random(p)));
        all.add(new Drift(way, "id&" + name, (l, p) -> l + "?id=7&" + name + "=" + random(p)));
      }
      all.add(new Drift(way, "jsessionid", (l, p) -> l + ";jsessionid=" + random(p) + "?a=1"));
      all.add(new Drift(way, "unheard-of", (l, p) -> l + "?zq=" + random(p)));
      all.add(new Drift(way, "two unheard-of", (l, p) -> l + "?zq=" + random(p) + "&ts=" + p));
      all.add(new Drift(way, "order", (l, p) -> l + (p % 2 == 0 ? "?a=1&b=2" : "?b=2&a=1")));
      all.add(new Drift(way, "scheme", (l, p) -> p % 2 == 0 ? l : l.replace("https:", "http:")));
      all.add(new Drift(way, "slash", (l, p) -> p % 2 == 0 ? l : l + "/"));
      all.add(new Drift(way, "index", (l, p) -> l + (p % 2 == 0 ? "/" : "/index.html")));
      all.add(new Drift(way, "amp", (l, p) -> l + (p % 2 == 0 ? "" : "?amp=1")));
      all.add(new Drift(way, "fragment", (l, p) -> l + "#ref-" + random(p)));
    }
    return byTurns(all);
  }

  /** Each kind in each format; whether documents are sliced goes by turns. */
  private static List<Drift> byTurns(List<Drift> all) {
    int kinds = all.size() / ways().size();
    List<Drift> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Way way = all.get(i).way;
      boolean turn = (i % kinds + way.format.ordinal()) % 2 == 0;
      if (way.sliced == turn) {
        some.add(all.get(i));
      }
    }
    return some;
  }

  private static String random(int seed) {
    Random random = new Random(seed);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 26; i++) {
      out.append(HEX.charAt(random.nextInt(16)));
    }
    return out.toString();
  }

  @ParameterizedTest
  @MethodSource("drifts")
  void an_address_that_changes_at_every_poll_makes_no_story_two(Drift drift) {
    everyPoll(drift.way, s -> p -> s.guid("").link(drift.link.apply(s.link(), p)), drift.name);
    everyPoll(
        drift.way,
        s ->
            p -> {
              String link = drift.link.apply(s.link(), p);
              return s.guid(link).link(link);
            },
        drift.name + " in the guid");
    everyPoll(
        drift.way,
        s -> p -> s.guid("").link(drift.link.apply(s.link(), p)).minute("" + (10 + p)),
        drift.name + " and the date is now");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void an_id_that_changes_at_every_poll_makes_no_story_two(Way way) {
    everyPoll(way, s -> p -> s.guid("id-" + random(p + s.title().hashCode())), "a link that stays");
    everyPoll(way, s -> p -> s.guid("id-" + random(p + s.title().hashCode())).link(""), "no link");
    everyPoll(
        way,
        s -> p -> s.guid("urn:x:" + p + ":" + s.minute()).link(s.link() + "?n=" + p),
        "id and link");
  }

  /** Four stories, the same at each poll but for what the drift does; the order changes too. */
  private void everyPoll(Way way, Function<Story, Function<Integer, Story>> drift, String what) {
    try (FeedDesk desk = desk(way)) {
      for (int poll = 0; poll < POLLS; poll++) {
        List<Story> now = new ArrayList<>();
        for (Story story : stories(4)) {
          now.add(drift.apply(story).apply(poll));
        }
        if (poll % 3 == 2) {
          Collections.reverse(now);
        }
        desk.poll(now);
      }
      assertThat(desk.versions).as(what).hasSize(4);
      assertThat(desk.published()).as(what).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void an_edit_is_a_version_of_its_story_though_its_address_bears_trackers(Way way) {
    for (boolean guid : List.of(true, false)) {
      try (FeedDesk desk = desk(way)) {
        for (int poll = 0; poll < POLLS; poll++) {
          List<Story> now = new ArrayList<>();
          for (Story story : stories(4)) {
            now.add(
                story
                    .guid(guid ? story.link() + "?fbclid=" + random(poll) : "")
                    .link(story.link() + "?fbclid=" + random(poll)));
          }
          now.set(1, now.get(1).text("Edition " + poll + " of what the harbour master said."));
          desk.poll(now);
        }
        assertThat(desk.versions).hasSize(4);
        assertThat(desk.published()).isEqualTo(3 + POLLS);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void items_without_an_id_that_share_link_and_headline_are_stories_of_their_own(Way way) {
    String link = "https://quay.example/status?mt=n";
    Story one = new Story("", link, "Outage on line 4", "We are looking into it.", "00");
    Story two = one.text("A fix is being made.").minute("01");
    Story three = one.text("Resolved.").minute("02");
    Story four = one.text("A new outage began.").minute("05");
    Story five = one.text("It is being looked at again.").minute("09");
    for (boolean newestFirst : List.of(true, false)) {
      for (String date : List.of("dated", "undated")) {
        List<List<Story>> polls =
            List.of(
                List.of(one, two, three),
                List.of(one, two, three),
                List.of(one, two, three, four),
                List.of(two, three, four, five),
                List.of(three, five, four));
        try (FeedDesk desk = desk(way)) {
          for (List<Story> poll : polls) {
            List<Story> now = new ArrayList<>(poll);
            if (date.equals("undated")) {
              now.replaceAll(s -> s.minute(""));
            }
            if (newestFirst) {
              Collections.reverse(now);
            }
            desk.poll(now);
          }
          assertThat(desk.versions).as(date + newestFirst).hasSize(5);
          assertThat(desk.published()).isEqualTo(5);
          assertThat(desk.memo().learnt("apart")).isNotEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void posts_of_a_live_page_differ_by_their_fragment(Way way) {
    for (boolean sameTitle : List.of(true, false)) {
      List<Story> posts =
          IntStream.range(0, 5)
              .mapToObj(
                  i ->
                      new Story(
                          "",
                          "https://quay.example/live#post-" + i,
                          sameTitle ? "Live" : "Post number " + i,
                          "The ship is now at pier number " + i + ".",
                          "1" + i))
              .toList();
      try (FeedDesk desk = desk(way)) {
        desk.poll(posts.subList(0, 3));
        desk.poll(List.of(posts.get(2), posts.get(1), posts.get(0)));
        desk.poll(posts.subList(0, 4));
        desk.poll(posts.subList(1, 5));
        desk.poll(posts.subList(1, 5));
        assertThat(desk.versions).hasSize(5);
        assertThat(desk.published()).isEqualTo(5);
        Story edited = posts.get(4).text("The ship has left pier number 4 for the open sea.");
        assertThat(desk.poll(List.of(posts.get(2), posts.get(3), edited)).items())
            .singleElement()
            .satisfies(a -> assertThat(desk.versions.get(a.uri())).isEqualTo(2));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void what_stands_for_a_missing_id_or_link_names_nothing(Way way) {
    for (String word :
        List.of("N/A", "none", "0", "-", "null", "#", "undefined", "https://quay.example/")) {
      Story one = new Story(word, word, "Version 1", "First.", "00");
      Story two = new Story(word, word, "Version 2", "Second.", "01");
      Story three = new Story(word, word, "Version 2", "Second, for the other platform.", "02");
      Story four = new Story(word, word, "Version 3", "Third.", "03");
      try (FeedDesk desk = desk(way)) {
        desk.poll(List.of(one, two, three));
        desk.poll(List.of(three, two, one));
        desk.poll(List.of(four, three, two));
        desk.poll(List.of(four));
        assertThat(desk.versions).as(word).hasSize(4);
        assertThat(desk.published()).as(word).isEqualTo(4);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void one_id_on_all_items_names_none_of_them(Way way) {
    for (String guid : List.of("https://quay.example/", "feed-1", "N/A")) {
      List<Story> all = new ArrayList<>();
      stories(6).forEach(s -> all.add(s.guid(guid)));
      try (FeedDesk desk = desk(way)) {
        desk.poll(all.subList(0, 3));
        desk.poll(all.subList(1, 4));
        desk.poll(List.of(all.get(4), all.get(3), all.get(2)));
        desk.poll(List.of(all.get(5), all.get(4)));
        assertThat(desk.versions).as(guid).hasSize(6);
        assertThat(desk.published()).as(guid).isEqualTo(6);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void three_states_of_one_item_are_its_newest_and_the_others_are_told_once(Way way) {
    String page = "https://quay.example/w/north";
    Story three = new Story(page, page, "Storm warning", "Level three.", "12");
    Story two = three.text("Level two.").minute("11");
    Story one = three.text("Level one.").minute("10");
    Story four = three.text("Level four.").minute("13");
    for (boolean newestFirst : List.of(true, false)) {
      try (FeedDesk desk = desk(way)) {
        List<Story> now = new ArrayList<>(List.of(three, two, one));
        List<Story> then = new ArrayList<>(List.of(four, three, two, one));
        if (!newestFirst) {
          Collections.reverse(now);
          Collections.reverse(then);
        }
        Batch<Article> first = desk.poll(now);
        assertThat(first.items()).singleElement().satisfies(a -> says(a, "Level three."));
        assertThat(first.rejections())
            .extracting(Rejection::reason)
            .containsExactly(Reason.SUPERSEDED, Reason.SUPERSEDED);
        assertThat(desk.poll(now).rejections()).isEmpty();
        Batch<Article> second = desk.poll(then);
        assertThat(second.items()).singleElement().satisfies(a -> says(a, "Level four."));
        assertThat(second.rejections()).isEmpty();
        assertThat(desk.versions).hasSize(1);
        assertThat(desk.published()).isEqualTo(2);
        assertThat(desk.memo().learnt("buried")).isEqualTo("2");
      }
    }
  }

  private static void says(Article article, String words) {
    assertThat(article.content().text() + article.content().summary()).contains(words);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void two_stories_that_come_by_turns_under_one_id_settle(Way way) {
    Story a = new Story("g-1", "https://quay.example/a", "Ferry late", "It is foggy.", "10");
    Story b = new Story("g-1", "https://quay.example/b", "Pier closed", "It is old.", "11");
    Story other = new Story("g-1", a.link(), "Ferry late", "It is foggy and cold.", "12");
    for (Story rival : List.of(b, other)) {
      try (FeedDesk desk = desk(way)) {
        for (int poll = 0; poll < 30; poll++) {
          desk.poll(List.of(poll % 2 == 0 ? a : rival));
        }
        assertThat(desk.versions).hasSize(2);
        assertThat(desk.published()).isLessThanOrEqualTo(4);
        assertThat(desk.memo().way() + desk.memo().learnt("apart")).isNotEqualTo("guid");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void an_edit_that_is_taken_back_is_a_version(Way way) {
    Story a = new Story("g-1", "https://quay.example/a", "Ferry late", "It is foggy.", "10");
    try (FeedDesk desk = desk(way)) {
      desk.poll(List.of(a));
      desk.poll(List.of(a.text("It is foggy, they say.")));
      assertThat(desk.poll(List.of(a)).items()).hasSize(1);
      assertThat(desk.versions).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_feed_that_changes_all_its_ids_and_addresses_publishes_nothing_again(Way way) {
    List<Story> relaunched = new ArrayList<>();
    stories(8)
        .forEach(
            s ->
                relaunched.add(
                    s.guid("new-" + s.guid())
                        .link(s.link().replace("quay.example/", "q.example/n/"))));
    try (FeedDesk desk = desk(way)) {
      desk.poll(stories(8));
      assertThat(desk.poll(relaunched).items()).isEmpty();
      assertThat(desk.poll(relaunched).items()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void parameters_that_tell_stories_apart_are_never_taken_for_noise(Way way) {
    try (FeedDesk desk = desk(way)) {
      for (int poll = 0; poll < 8; poll++) {
        List<Story> now = new ArrayList<>();
        for (int i = poll; i < poll + 5; i++) {
          // a bulletin that mostly says the same, at one address with a number
          now.add(
              new Story(
                  "",
                  "https://quay.example/bulletin?id=" + i,
                  "Bulletin",
                  "No ship is late.",
                  "" + (10 + i)));
        }
        desk.poll(now);
      }
      assertThat(desk.versions).hasSize(12);
      assertThat(desk.published()).isEqualTo(12);
    }
  }

  private FeedDesk desk(Way way) {
    return new FeedDesk(folder.resolve("desk-" + desks++), way.format, way.sliced);
  }

  private int desks;

  private static List<Story> stories(int count) {
    List<String> titles =
        List.of(
            "Ferry late",
            "Pier closed",
            "Fish dear",
            "Fog ahead",
            "Crane falls",
            "Boat race",
            "Lock opens",
            "Tide turns");
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stories.add(
          new Story(
              "g-" + i,
              "https://quay.example/news/" + i,
              titles.get(i),
              "What is known of number " + i + " so far.",
              "3" + i));
    }
    return stories;
  }
}
