package news.dateline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real browser, over an instance in memory. */
class PageIT {
  private static DemoServer server;
  private static PageFlow flow;

  @BeforeAll
  static void open() throws Exception {
    server = new DemoServer(0);
    flow = PageFlow.open(server.url());
  }

  @BeforeEach
  void start() {
    flow.page().navigate(server.url() + "#/stream");
    flow.page().reload();
  }

  @AfterEach
  void the_browser_had_nothing_to_complain_of() {
    assertThat(flow.complaints()).isEmpty();
  }

  @AfterAll
  static void close() {
    if (flow != null) {
      flow.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void a_source_added_through_the_form_shows_its_articles() {
    flow.preview("https://www.lamp.example/");
    assertThat(flow.previewedHeadlines()).hasSize(2).first().asString().startsWith("Lamp of");
    flow.add("lamp", "The Lamp", false);
    assertThat(flow.headlines()).contains("Council splits evenly over the colour of the new bus");
    flow.read("Lamp of the old pier");
    assertThat(flow.marked("dateline")).containsExactly("PORT ELLIS, Nov 24 (AP) —");
    assertThat(flow.marked("quote")).containsExactly("It is a small light, but it is ours,");
    flow.awaitState("lamp", "ok");
  }

  @Test
  void a_mark_says_what_it_claims_and_through_whom() {
    flow.read("Velden recalls");
    assertThat(flow.marked("speaker")).contains("he ", "Berezin");
    assertThat(flow.explanation("We are closing the office"))
        .contains("Anton Berezin", "Direct quote", "through TASS", "Rule: relay quoting", "94");
    assertThat(flow.explanation("AFP contributed reporting."))
        .contains("Agence France-Presse", "contribution line", "98");
  }

  @Test
  void a_mark_is_reached_and_explained_by_the_keyboard() {
    flow.read("Velden recalls");
    assertThat(flow.explanationByKeyboard("We are closing the office"))
        .contains("Anton Berezin", "Rule: relay quoting");
  }

  @Test
  void marks_stand_right_after_characters_outside_the_basic_plane() {
    flow.read("GRAINS-Barley");
    assertThat(flow.marked("quote"))
        .containsExactly(
            "The barns are full and the ships are late,", "You do not need a model for that.");
    assertThat(flow.marked("byline")).contains("Editing by Colm Dunne");
  }

  @Test
  void says_why_an_address_cannot_be_added_and_lets_one_add_it_all_the_same() {
    flow.preview("https://blocked.example/");
    assertThat(flow.refusal()).contains("The server refuses us", "403");
    flow.withoutPreview().add("blocked", "Blocked", false);
    assertThat(flow.headlines()).isNotEmpty();
  }

  @Test
  void names_the_problem_when_an_id_is_taken() {
    flow.preview("https://www.second.example/");
    flow.page().locator("#add-form input[name=id]").fill("iskele");
    flow.page().locator("#add-form button[type=submit]").click();
    flow.page().getByText("there is already a source iskele").waitFor();
  }

  @Test
  void foreign_markup_is_shown_and_never_run() {
    flow.page().navigate(server.url() + "#/rejected/b-104");
    flow.page().getByText("<script>alert('raw is shown, never run')</script>").waitFor();
    flow.page().navigate(server.url() + "#/stream");
    flow.read("Velden recalls");
    assertThat(flow.page().title()).isEqualTo("Stream · Dateline");
  }

  @Test
  void an_article_of_fifty_thousand_quotes_is_shown_at_once_and_says_what_is_left_out() {
    Object seen =
        flow.page()
            .evaluate(
                """
                async () => {
                  const {articleView} = await import('/page/js/article.js');
                  const words = 'He said "it is late" twice. ';
                  const text = words.repeat(50000) + '\\n\\n' + 'x\\n\\n'.repeat(50000);
                  const quotes = Array.from({length: 50000}, (_, i) => ({kind: 'direct', text: 'it is late',
                    start: i * words.length + 9, end: i * words.length + 19,
                    fragments: Array.from({length: i ? 1 : 50000}, () => [i * words.length + 9, i * words.length + 19]),
                    speaker: {name: 'He', mention: 'He', start: i * words.length, end: i * words.length + 2}}));
                  const began = performance.now();
                  const view = articleView({bodies: [{role: 'text', value: text}], attribution: {quotes}, removed: quotes});
                  document.querySelector('main').replaceChildren(view);
                  view.offsetHeight;
                  const took = performance.now() - began;
                  return [took < 5000, view.querySelectorAll('*').length < 10000,
                    view.textContent.includes('49,700 more are not shown'), view.textContent.includes('are not shown here.')].join();
                }
                """);
    assertThat(seen).isEqualTo("true,true,true,true");
  }
}
