package news.dateline.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import news.dateline.model.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTextTest {
  private static final String BASE = "https://w.example/feed";

  @Test
  void blocks_lists_and_tables_part_paragraphs() {
    assertThat(
            html(
                "<h2>Head</h2><div>One<ul><li>a</li><li>b</li></ul>Two</div><table><tr><td>x</td>"
                    + "<td>y</td></tr><tr><td>z</td></tr></table>"))
        .containsExactly("Head", "One", "a", "b", "Two", "x y", "z");
  }

  @Test
  void two_line_breaks_part_paragraphs_and_one_does_when_the_line_is_finished() {
    assertThat(html("One.<br><br/>Two.<br>Three")).containsExactly("One.", "Two.", "Three");
    assertThat(html("By Jane Doe<br>PARIS, Nov 24 (Wire) - It rained"))
        .containsExactly("By Jane Doe", "PARIS, Nov 24 (Wire) - It rained");
    assertThat(html("The minister said on Tuesday that the talks in the<br>Hague would go on"))
        .hasSize(1);
    assertThat(html("It was raining<br>and then it stopped")).hasSize(1);
  }

  @Test
  void spaces_are_folded_invisible_characters_removed_and_accents_composed() {
    assertThat(html("a\u00a0\u2009 b\u00adc\u200bd \n e\u0301 &shy;f&zwnj;g"))
        .containsExactly("a bcd \u00e9 f\u200cg");
  }

  @Test
  void what_stands_in_place_of_a_thing_not_shown_is_kept() {
    assertThat(html("Safe<object data='x.swf'> and <b>sound</b>"))
        .containsExactly("Safe and sound");
    assertThat(html("Safe<iframe src='//x.example'> and <b>sound</b></iframe> still"))
        .containsExactly("Safe and sound still");
    assertThat(html("Safe <IFRAME src='//x.example'>and sound")).containsExactly("Safe and sound");
    assertThat(html("So <math><mi>a</mi><annotation>tex</annotation></math> grows"))
        .containsExactly("So a grows");
  }

  @Test
  void an_inline_element_does_not_part_words() {
    assertThat(html("Mos<b>cow</b>, <i>Oct</i> <span>18</span>")).containsExactly("Moscow, Oct 18");
  }

  @Test
  void quotation_marks_a_browser_prints_are_text() {
    assertThat(html("He said: <q>No.</q>")).containsExactly("He said: \u201cNo.\u201d");
  }

  @Test
  void a_text_that_may_be_html_is_so_only_when_it_holds_a_tag_or_a_reference() {
    assertThat(guess("AT&T fell 3 < 5 and <2>")).containsExactly("AT&T fell 3 < 5 and <2>");
    assertThat(guess("a &amp; b")).containsExactly("a & b");
    assertThat(guess("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;")).containsExactly("One", "Two");
  }

  @Test
  void text_is_not_swallowed_by_tags_that_xml_may_leave_empty_or_that_never_end() {
    assertThat(html("a <script src='x'/> b <iframe/> c")).containsExactly("a b c");
    assertThat(html("<p>5 <b and more")).containsExactly("5 <b and more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><p>x</p>",
        "<a href=' javascript:x'>",
        "<p style='background:url(javascript:x)'>x</p>",
        "<iframe src='https://w.example'></iframe>",
        "<a href=\"https://w.example/&quot; onclick=alert(1) x=&quot;\">x</a>",
        "<object data='javascript:x'>x</object>",
        "<img src='data:text/html,x'>",
        "<math><mi xlink:href='javascript:x'>x</mi></math>",
        "<a href='java&#10;script:x'>x</a>",
        "<style>p{}</style><p>x</p>",
        "<form action='javascript:x'><input onfocus=x>y</form>",
        "<p title='</p><script>x</script>'>x</p>",
        "&lt;script&gt;x&lt;/script&gt;",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<img alt='\"><script>x</script>' src='/a.png'>",
      })
  void nothing_that_runs_survives(String hostile) {
    String html = BodyText.read(Markup.html(hostile), BASE).html(new BitSet());
    assertThat(html.replaceAll("\"[^\"]*\"", "\"\""))
        .doesNotContainPattern("(?i)<(script|style|iframe|object|svg|math|form|input)|\\son\\w+=")
        .doesNotContainPattern("(?i)style=");
    assertThat(html).doesNotContainPattern("(?i)(src|href)=\"\\s*(javascript|data):");
  }

  @Test
  void pictures_keep_address_and_words_and_counting_pixels_go() {
    assertThat(
            BodyText.read(
                    Markup.html("<img src=/a.jpg alt='A \"b\"'><img src=/px width=1 height=1>x"),
                    BASE)
                .html(new BitSet()))
        .isEqualTo("<img src=\"https://w.example/a.jpg\" alt=\"A &quot;b&quot;\">x");
  }

  @Test
  void a_paragraph_cut_leaves_text_and_html_and_the_html_stays_whole() {
    BodyText text =
        BodyText.read(
            Markup.html("<div><p>One</p><p>Give <b>now</b></p></div>Two<br><br><i>Three</i>"),
            BASE);
    BitSet cut = new BitSet();
    cut.set(1);
    cut.set(3);
    assertThat(text.paragraphs()).containsExactly("One", "Give now", "Two", "Three");
    assertThat(text.html(cut)).isEqualTo("<div><p>One</p></div>Two");
  }

  @Test
  @Timeout(30)
  void twenty_thousand_levels_cost_neither_stack_nor_text() {
    String deep = "<div>".repeat(20_000) + "deep" + "</div>".repeat(20_000) + "<p>after</p>";
    assertThat(String.join(" ", html(deep))).isEqualTo("deep after");
    String bold = "<b><i>".repeat(10_000) + "bold" + "<p>end";
    assertThat(String.join(" ", html(bold))).isEqualTo("bold end");
  }

  @Test
  @Timeout(30)
  void hostile_markup_takes_linear_time() {
    for (String piece :
        List.of("/>", "<", "&lt;b", "<br>", "<a href='x", "&", "<p>&#x", "<script/>", "a\n")) {
      BodyText.read(Markup.guess(piece.repeat(40_000 / piece.length())), BASE);
    }
  }

  private static List<String> html(String markup) {
    return BodyText.read(Markup.html(markup), BASE).paragraphs();
  }

  private static List<String> guess(String markup) {
    return BodyText.read(Markup.guess(markup), BASE).paragraphs();
  }
}
