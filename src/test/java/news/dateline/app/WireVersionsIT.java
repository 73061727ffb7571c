package news.dateline.app;

import static news.dateline.testing.Wires.g2;
import static news.dateline.testing.Wires.iptc7901;
import static news.dateline.testing.Wires.newsMl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import news.dateline.testing.Subscribers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Versions, corrections, kills and transmission numbers, through the real application. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireVersionsIT {
  private WireDesk desk;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    desk = new WireDesk(folder);
  }

  @AfterAll
  void stop() throws Exception {
    desk.close();
  }

  @Test
  void an_alert_a_story_and_its_correction_are_one_chain() throws Exception {
    desk.deliver(g2("urn:quay:ferry", 1, "", "Ferry aground", "A ferry is aground."));
    desk.deliver(
        g2(
            "urn:quay:ferry",
            2,
            "<signal qcode=\"sig:update\"/>",
            "Ferry aground off Port Town",
            "A ferry is aground. Nobody was hurt."));
    desk.deliver(
        g2(
            "urn:quay:ferry",
            3,
            "<edNote>CORRECTS name of ferry in para 1</edNote><signal qcode=\"sig:correction\"/>",
            "Ferry aground off Port Town",
            "The ferry Tern is aground. Nobody was hurt."));
    List<JsonNode> came = desk.came(3);
    assertThat(came).extracting(j -> j.path("uri").asText()).containsOnly("urn:quay:ferry");
    assertThat(came)
        .extracting(j -> j.at("/change/kind").asText())
        .containsExactly("new", "update", "correction");
    assertThat(came).extracting(j -> j.path("version").asText()).containsExactly("1", "2", "3");
    assertThat(came.get(1).at("/change/changed").toString()).contains("headline", "body");
    assertThat(came.get(2).at("/change/changed").toString())
        .contains("body")
        .doesNotContain("headline");
    assertThat(came.get(2).at("/change").has("note")).as("it stood in a note to editors").isFalse();
    assertThat(came.get(2).at("/change/previousVersion").asText()).isEqualTo("2");
  }

  @Test
  void a_kill_is_for_its_own_story_alone() throws Exception {
    desk.deliver(newsMl("one", 1, "Usable", "", "First", "Rain fell."));
    desk.deliver(newsMl("two", 1, "Usable", "", "Second", "Snow fell."));
    desk.deliver(newsMl("one", 2, "Canceled", "", "First", "Rain fell."));
    desk.deliver(
        newsMl("one", 1, "Usable", "", "First", "Rain fell.")); // delivered once more, late
    assertThat(desk.lines(3)).containsExactly("new 1 First", "new 1 Second", "kill 2 First");
  }

  @Test
  void a_kill_in_words_is_a_kill() throws Exception {
    desk.deliver(iptc7901("qua", 1, "Harbour/rain", "Rain in harbour", "PORT TOWN - Rain fell."));
    desk.deliver(iptc7901("qua", 2, "Harbour/snow", "Snow in harbour", "PORT TOWN - Snow fell."));
    desk.deliver(
        iptc7901(
            "qua",
            3,
            "Harbour/rain",
            "MANDATORY KILL\r\nRain in harbour",
            "PORT TOWN - Kill this story."));
    List<JsonNode> came = desk.came(3);
    assertThat(came)
        .extracting(j -> j.at("/change/kind").asText())
        .containsExactly("new", "new", "kill");
    assertThat(came.get(2).path("uri").asText()).isEqualTo(came.get(0).path("uri").asText());
    assertThat(came.get(2).path("pubStatus").asText()).isEqualTo("canceled");
  }

  @Test
  void what_is_delivered_again_is_no_news_and_a_changed_file_is_one_version() throws Exception {
    String first = g2("urn:quay:tide", 1, "", "Tides", "High at noon.");
    desk.deliver(first);
    desk.deliver(first);
    desk.deliver(g2("urn:quay:tide", 2, "", "Tides", "High at noon and at midnight."));
    desk.deliver(first);
    assertThat(desk.lines(2)).containsExactly("new 1 Tides", "update 2 Tides");
  }

  @Test
  void a_hole_in_the_numbers_of_a_service_is_told() throws Exception {
    Control.Access access = desk.application().control().access();
    try (Subscribers.Stomp events =
        new Subscribers.Stomp(
            desk.application().brokerPort(), access.user(), access.password(), "source.events")) {
      desk.deliver(iptc7901("quz", 998, "Harbour/a", "One", "PORT TOWN - Rain fell."));
      desk.deliver(iptc7901("quz", 2, "Harbour/b", "Two", "PORT TOWN - Snow fell."));
      desk.clock.shift(Duration.ofMinutes(2));
      desk.deliver(iptc7901("quz", 3, "Harbour/c", "Three", "PORT TOWN - Hail fell."));
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  assertThat(events.bodies)
                      .anyMatch(
                          e ->
                              e.contains("\"reason\":\"sequence-gap\"")
                                  && e.contains("001")
                                  && e.contains("999")));
    }
    desk.came(3);
  }
}
