package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import news.dateline.model.Item;
import org.junit.jupiter.api.Test;

/** What fuzzing found, in words of our own. */
class FoundByFuzzingTest {
  @Test
  void a_prefix_that_is_no_name_is_no_reason_to_give_up() {
    for (String tag : new String[] {"a'b:p", "1:p", "xmlns:p", "a:b:p", "\":p"}) {
      Item item =
          Documents.item(
              "<nitf><body><body.content><p>Rain fell.</p><"
                  + tag
                  + ">Again.</body.content></body></nitf>");
      assertThat(item.body().value()).contains("Rain fell.").contains("Again.");
    }
  }

  @Test
  void a_part_for_editors_within_another_is_noted_once() {
    HtmlBody body =
        HtmlBody.of(
            "<p>Rain.</p><div class='notepad'>Call<div class='np-nonpublic'><p>555</p></div></div>",
            "");
    assertThat(body.notes()).containsExactly("Call\n555");
  }

  @Test
  void a_list_within_a_list_is_told_once() {
    assertThat(HtmlBody.lines("<ul><li>Boats<ul><li>Ferry</li></ul></li></ul>"))
        .isEqualTo("Boats\nFerry");
  }

  @Test
  void a_document_that_was_never_closed_is_told_without_the_next() {
    String body = "<nitf><body><body.content><p>%s</p></body.content></body>";
    assertThat(
            Documents.parse(
                    body.formatted("Rain fell.") + body.formatted("Wind rose.") + "</nitf></nitf>")
                .items())
        .extracting(i -> i.body().value())
        .satisfiesExactly(
            one -> assertThat(one).contains("Rain fell.").doesNotContain("Wind"),
            two -> assertThat(two).contains("Wind rose.").doesNotContain("Rain"));
  }
}
