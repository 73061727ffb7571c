package news.dateline.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.HouseStyle;
import news.dateline.model.ParagraphBook;
import org.junit.jupiter.api.Test;

class StandingTextTest {
  private static final String PAPER = "The Harbour Post";

  private final ParagraphBook book = new ParagraphBook();
  private int number;

  /** Stories of which every {@code nth} has the paragraph at its end, two a day. */
  private void stories(int count, int nth, String paragraph) {
    for (int i = 0; i < count; i++) {
      List<String> story = new ArrayList<>(body());
      if (i % nth == 0) {
        story.add(paragraph);
      }
      book.add(Boilerplate.prints(story), 20_000 + i / 2);
    }
  }

  private List<String> body() {
    number++;
    return List.of(
        "Ferry number " + number + " left the harbour on Monday, the harbour office said.",
        "It carried " + number + " passengers to the northern islands and came back at night.");
  }

  private List<String> reasons(String... tail) {
    List<String> story = new ArrayList<>(body());
    story.addAll(List.of(tail));
    return new Boilerplate()
            .cuts(
                story,
                new Boilerplate.Context(PAPER, Optional.of("en"), List.of(), HouseStyle.NONE, book))
            .stream()
            .map(c -> (c.paragraph() - 2) + " " + c.reason())
            .toList();
  }

  @Test
  void every_example_of_standing_text_is_cut_from_the_fourth_story_on_and_only_then() {
    for (BoilerplateWords.Example e : BoilerplateWords.load().examples()) {
      if (e.list().equals("standing")) {
        ParagraphBook fresh = new ParagraphBook();
        for (int i = 0; i < 4; i++) {
          List<String> story = new ArrayList<>(body());
          story.add(e.text());
          boolean cut =
              !new Boilerplate()
                  .cuts(
                      story,
                      new Boilerplate.Context(
                          PAPER, Optional.of(e.language()), List.of(), HouseStyle.NONE, fresh))
                  .isEmpty();
          assertThat(cut).as(i + " " + e.text()).isEqualTo(e.cut() && i == 3);
          fresh.add(Boilerplate.prints(story), 20_000);
        }
      }
    }
  }

  @Test
  void a_paragraph_that_speaks_to_the_reader_is_cut_once_it_recurs() {
    String box = "You can write to us at desk@post.example about anything you see on the quay.";
    assertThat(reasons(box)).isEmpty();
    stories(3, 1, box);
    assertThat(reasons(box)).containsExactly("0 navigation");
  }

  @Test
  void a_text_under_nearly_every_story_for_weeks_is_cut_whatever_it_says() {
    String about = "Founded by three net makers, the paper has appeared on the quay ever since.";
    stories(12, 1, about);
    assertThat(reasons(about)).isEmpty();
    stories(20, 1, about);
    assertThat(reasons(about)).containsExactly("0 duplicate");
  }

  @Test
  void the_background_of_follow_ups_stays() {
    String background = "The northern quay was closed in spring after a storm broke its wall.";
    stories(60, 2, background);
    assertThat(reasons(background)).isEmpty();
  }

  @Test
  void what_was_said_and_counted_stays_however_often() {
    stories(6, 1, "“We will not sell your harbour to you or to us,” the mayor has said.");
    stories(6, 1, "You can see 40 ferries a day from our quay, and join us at www.post.example.");
    assertThat(reasons("“We will not sell your harbour to you or to us,” the mayor has said."))
        .isEmpty();
    assertThat(
            reasons("You can see 40 ferries a day from our quay, and join us at www.post.example."))
        .isEmpty();
  }

  @Test
  void who_made_it_stays_however_often() {
    for (String credit :
        List.of(
            "AFP contributed reporting.",
            "(Reporting by Jane Roe; Editing by John Doe)",
            "Jane Roe",
            "dpa",
            "With files from The Canadian Press and the AP",
            "PORT TOWN. /TASS/.")) {
      ParagraphBook before = new ParagraphBook();
      for (int i = 0; i < 40; i++) {
        List<String> story = new ArrayList<>(body());
        story.add(credit);
        before.add(Boilerplate.prints(story), 20_000 + i);
      }
      List<String> story = new ArrayList<>(body());
      story.add(credit);
      assertThat(
              new Boilerplate()
                  .cuts(
                      story,
                      new Boilerplate.Context(
                          "Quay", Optional.of("en"), List.of(), HouseStyle.NONE, before)))
          .as(credit)
          .isEmpty();
    }
  }

  @Test
  void a_rubric_a_tables_head_and_a_dateline_at_the_beginning_stay() {
    for (String opener :
        List.of(
            "WHAT WE KNOW",
            "What is known so far of the storm",
            "Team Played Won Drawn Lost Points",
            "QUAY, May")) {
      ParagraphBook before = new ParagraphBook();
      for (int i = 0; i < 40; i++) {
        List<String> story = new ArrayList<>(List.of(opener));
        story.addAll(body());
        before.add(Boilerplate.prints(story), 20_000 + i);
      }
      List<String> story = new ArrayList<>(List.of(opener));
      story.addAll(body());
      assertThat(
              new Boilerplate()
                  .cuts(
                      story,
                      new Boilerplate.Context(
                          PAPER, Optional.of("en"), List.of(), HouseStyle.NONE, before)))
          .as(opener)
          .isEmpty();
    }
  }

  @Test
  void nothing_is_cut_when_nothing_else_would_be_left() {
    String box = "You can write to us at desk@post.example about anything you see on the quay.";
    stories(9, 1, box);
    assertThat(
            new Boilerplate()
                .cuts(
                    List.of(box),
                    new Boilerplate.Context(
                        PAPER, Optional.of("en"), List.of(), HouseStyle.NONE, book)))
        .isEmpty();
  }
}
