package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Source;
import news.dateline.model.Subscription;
import org.junit.jupiter.api.Test;

class SourceImportTest {
  private final Source there =
      Source.ofFeed("quay", "Quay", URI.create("https://quay.example/rss"));
  private final SourceImport plan = new SourceImport(List.of(there), false);

  @Test
  void a_feed_that_is_there_is_not_added_again() {
    plan.add(entry("Quay once more", "http://www.quay.example/rss/"));
    assertThat(plan.sources()).isEmpty();
    assertThat(plan.alreadyThere()).isEqualTo(1);
  }

  @Test
  void one_feed_in_two_folders_is_one_source_for_both_desks() {
    plan.add(entry("Pier", "https://pier.example/", "North"));
    plan.add(entry("Pier again", "https://pier.example", "South, West"));
    assertThat(plan.sources())
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.id()).isEqualTo("pier");
              assertThat(s.deskTags()).containsExactly("North", "South West");
            });
    assertThat(plan.alreadyThere()).isEqualTo(1);
  }

  @Test
  void ids_are_unique_and_an_exported_id_is_kept_where_it_is_free() {
    plan.add(entry("Quay", "https://other.example/a"));
    plan.add(
        new Subscription(
            "Any",
            Optional.of("https://other.example/b"),
            Optional.empty(),
            "rss",
            Optional.of("zz-bogus-tag-"),
            Optional.of("harbour-desk"),
            List.of()));
    plan.add(entry("", "https://news.other.example/c"));
    assertThat(plan.sources())
        .extracting(Source::id)
        .containsExactly("quay-2", "harbour-desk", "news-other-example");
    assertThat(plan.sources().get(1).language()).as("a tag that is none").isEmpty();
    assertThat(plan.sources().get(2).name()).isEqualTo("news.other.example");
  }

  @Test
  void each_refused_entry_has_its_reason() {
    plan.add(entry("Mail", "mailto:desk@quay.example"));
    plan.add(entry("", "feeds/rss.xml"));
    plan.add(
        new Subscription(
            "More",
            Optional.of("https://a.example/list.opml"),
            Optional.empty(),
            "include",
            Optional.empty(),
            Optional.empty(),
            List.of()));
    plan.add(
        new Subscription(
            "Page",
            Optional.empty(),
            Optional.of("https://b.example/"),
            "",
            Optional.empty(),
            Optional.empty(),
            List.of()));
    plan.refusePages("look at ");
    assertThat(plan.refused())
        .extracting(SourceImport.Refused::entry)
        .containsExactly("Mail", "feeds/rss.xml", "More", "Page");
    assertThat(plan.refused().get(3).reason()).isEqualTo("look at https://b.example/");
    assertThat(plan.refused().get(2).reason()).contains("another list");
  }

  @Test
  void a_title_with_a_secret_reference_does_not_make_the_file_unreadable() {
    plan.add(entry("Costs ${PRICE}\u0007", "https://cost.example/"));
    assertThat(plan.sources().get(0).name()).isEqualTo("Costs $(PRICE}");
  }

  private static Subscription entry(String title, String address, String... folders) {
    return new Subscription(
        title,
        Optional.of(address),
        Optional.empty(),
        "rss",
        Optional.empty(),
        Optional.empty(),
        List.of(folders));
  }
}
