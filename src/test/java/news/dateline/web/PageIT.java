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
}
