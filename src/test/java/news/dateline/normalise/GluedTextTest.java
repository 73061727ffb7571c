package news.dateline.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import news.dateline.model.Removed;
import org.junit.jupiter.api.Test;

/** Stories that lost their paragraph breaks, with what is no story glued to them. */
class GluedTextTest {
  private static final String STORY =
      "Rain closed the northern quay on Monday for the third time in 2 weeks. “We cannot land a"
          + " single box,” harbour master Jane Roe told the council. Three ferries with 240 people"
          + " on board waited outside the mole until noon, the harbour office wrote. Mr. Poe of the"
          + " fishing union asked the town for 4 pumps and a roof over the fish hall.";
  private static final String MORE =
      "The council meets again on Thursday. A new mole would cost 12 million crowns.";

  private static Boilerplate.Parted parted(String text) {
    return new Boilerplate()
        .parted(text, new Boilerplate.Context("The Harbour Post", Optional.of("en"), List.of()));
  }

  private static void cuts(String glued, String... reasons) {
    for (String text : new String[] {STORY + " " + glued + " " + MORE, STORY + " " + glued}) {
      Boilerplate.Parted out = parted(text);
      assertThat(out.removed()).extracting(Removed::reason).containsExactly(reasons);
      assertThat(String.join(" ", out.removed().stream().map(Removed::text).toList()))
          .isEqualTo(glued);
      assertThat(out.text()).startsWith(STORY);
    }
  }

  private static void keeps(String glued) {
    String text = STORY + " " + glued + " " + MORE;
    assertThat(parted(text)).isEqualTo(new Boilerplate.Parted(text, List.of()));
  }

  @Test
  void an_appeal_is_parted_from_the_story() {
    cuts(
        "A message from The Harbour Post: Dear readers, our newsroom is small. Please support us"
            + " monthly from just $2. It takes a minute. Remind me later.",
        "appeal");
    cuts(
        "Since you’re here, a small favour. The Harbour Post has no owner and no paywall. If you"
            + " can, support us from £2 a month. Support The Harbour Post",
        "appeal");
  }

  @Test
  void a_newsletter_box_is_parted_from_the_story() {
    cuts("Subscribe to our free evening newsletter and never miss a story.", "newsletter");
    cuts("Follow Jane Roe on Twitter: @janeroe.", "newsletter");
  }

  @Test
  void a_notice_of_rights_is_parted_from_the_end() {
    Boilerplate.Parted out = parted(STORY + " © The Harbour Post, 2026. All rights reserved.");
    assertThat(out.text()).isEqualTo(STORY);
    assertThat(out.removed()).extracting(Removed::reason).containsOnly("navigation");
  }

  @Test
  void a_story_that_sounds_like_an_appeal_stays() {
    keeps("“Please support us. We need your help and your gifts to our newsroom,” Roe said.");
    keeps("Readers of The Harbour Post gave to the fund. Your town needs you, the mayor said.");
    keeps("Sign up sheets hung at the door: “Support our newsroom, follow us,” they read.");
    keeps("Follow the ferries north and you see the storm, Donald J. Poe wrote.");
    keeps("You can support our lifeboats from £2 a month, and we will name one after you.");
    keeps("Support The Harbour Post gives to the club is worth 400 crowns a year, Roe said.");
  }

  @Test
  void a_long_text_is_read_in_linear_time() {
    String text = (STORY + " Please support our newsroom, dear readers. \"").repeat(4_000);
    assertThat(parted(text).text()).isNotEmpty();
    assertThat(
            new Boilerplate()
                .unglued(
                    List.of(STORY + "   Please support us.  \n " + MORE),
                    new Boilerplate.Context("", Optional.empty(), List.of())))
        .hasSize(1);
  }
}
