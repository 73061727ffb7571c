package news.dateline.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoilerplateTest {
  private static List<Boilerplate.Cut> cuts(String... paragraphs) {
    return new Boilerplate()
        .cuts(
            List.of(paragraphs),
            new Boilerplate.Context("The Harbour Post", Optional.of("en"), List.of()));
  }

  @Test
  void cuts_an_appeal_with_its_greeting_and_its_button() {
    assertThat(
            cuts(
                "Rain fell on the harbour on Monday, the mayor said.",
                "A Message from The Harbour Post:",
                "Dear readers,",
                "We, the journalists of The Harbour Post, need your help to continue our work.",
                "Your support makes a difference. Please support us monthly from just $2.",
                "Remind me later."))
        .extracting(Boilerplate.Cut::paragraph, Boilerplate.Cut::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, "appeal"),
            org.assertj.core.groups.Tuple.tuple(2, "appeal"),
            org.assertj.core.groups.Tuple.tuple(3, "appeal"),
            org.assertj.core.groups.Tuple.tuple(4, "appeal"),
            org.assertj.core.groups.Tuple.tuple(5, "appeal"));
  }

  @Test
  void keeps_a_story_about_support_and_subscriptions() {
    assertThat(
            cuts(
                "Support for the mayor fell, a survey of 1,000 voters showed on Monday.",
                "“Please support us,” the mayor told readers of The Harbour Post.",
                "The company said its newsletter subscriptions rose 4 percent to 20,000.",
                "Follow-up talks are planned. You can see our harbour from here, she said."))
        .isEmpty();
  }

  @Test
  void cuts_navigation_newsletter_and_rights_lines() {
    assertThat(
            cuts(
                "Rain fell on the harbour on Monday.",
                "Read more: Ten rainy harbours to see",
                "Subscribe to our newsletter",
                "© 2026 The Harbour Post. All rights reserved."))
        .extracting(Boilerplate.Cut::reason)
        .containsExactly("navigation", "newsletter", "navigation");
  }

  @Test
  void takes_initials_on_the_last_line_for_a_signoff_but_not_a_fraction() {
    assertThat(cuts("Rain fell on the harbour.", "hh/ph/ts"))
        .containsExactly(new Boilerplate.Cut(1, "signoff"));
    assertThat(cuts("It ran at 80", "90 km/h or more")).isEmpty();
  }

  @Test
  void takes_a_tag_of_the_publishing_system_for_no_text_but_brackets_for_text() {
    assertThat(cuts("Rain fell.", "[gallery ids=”3,4”]", "[Corrects name of ferry]"))
        .containsExactly(new Boilerplate.Cut(1, "navigation"));
  }

  @Test
  void obeys_the_sources_own_patterns() {
    List<Boilerplate.Cut> found =
        new Boilerplate()
            .cuts(
                List.of("Rain fell.", "Weather by Acme", "Code 12345 sent"),
                new Boilerplate.Context(
                    "Post", Optional.empty(), List.of("Weather by Acme", "/^Code \\d+/")));
    assertThat(found).extracting(Boilerplate.Cut::paragraph).containsExactly(1, 2);
  }

  @Test
  void keeps_a_story_that_an_appeal_is_glued_to() {
    String story =
        "Rain fell on the harbour on Monday, and 40 boats stayed in. “The quay is under water,” the"
            + " mayor said. The ferry of 6 p.m. did not sail. About 300 passengers slept in the"
            + " school. The bridge stays closed until Friday, 12 days after the first flood. ";
    String appeal =
        "Dear readers, we need your help to continue our work. Your support makes a difference."
            + " Please support The Harbour Post, donate now and subscribe.";
    assertThat(cuts("Rain.", story + appeal)).isEmpty();
    assertThat(cuts("Rain.", appeal)).extracting(Boilerplate.Cut::paragraph).containsExactly(1);
  }
}
