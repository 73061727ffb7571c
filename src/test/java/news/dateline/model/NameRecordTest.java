package news.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameRecordTest {
  private NameRecord name = NameRecord.unknown("Marta Osei");

  private void seen(String publisher, int day, int times) {
    for (int i = 0; i < times; i++) {
      name = name.after(publisher, day);
    }
  }

  @Test
  void five_articles_on_two_days_in_two_papers_make_a_spelling_known() {
    seen("Post", 10, 2);
    seen("Herald", 10, 2);
    assertThat(name.isKnown()).isFalse();
    seen("Post", 11, 1);
    assertThat(name.isKnown()).isTrue();
  }

  @Test
  void one_paper_needs_three_days_and_counts_three_articles_a_day() {
    seen("Post", 10, 40);
    assertThat(name.articles()).isEqualTo(3);
    seen("Post", 11, 40);
    assertThat(name.isKnown()).isFalse();
    seen("Post", 12, 1);
    assertThat(name.articles()).isEqualTo(7);
    assertThat(name.isKnown()).isTrue();
  }

  @Test
  void one_story_that_thirty_papers_print_on_a_day_makes_nothing_known() {
    for (int paper = 0; paper < 30; paper++) {
      seen("Paper " + paper, 10, 1);
    }
    assertThat(name.articles()).isEqualTo(8);
    assertThat(name.isKnown()).isFalse();
  }
}
