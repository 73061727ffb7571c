package news.dateline.app;

import static news.dateline.testing.Wires.g2;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What earlier stories teach about later ones, through the real application and its database. */
class LearningIT {
  private static final String BOX =
      "You can write to us at desk@quay.example about anything you see on the quay.";

  private WireDesk desk;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    desk = new WireDesk(folder);
  }

  @AfterEach
  void stop() throws Exception {
    desk.close();
  }

  @Test
  void ten_articles_teach_how_a_name_is_spelt_and_the_eleventh_is_understood() throws Exception {
    for (int i = 0; i < 10; i++) {
      if (i % 3 == 0) {
        desk.clock.shift(Duration.ofDays(1));
      }
      desk.deliver(speech(i, "Wilhelmina Tarrant"));
    }
    desk.came(10);
    desk.restart();

    desk.deliver(speech(10, "Wilhelmna Tarrant"));

    JsonNode eleventh = desk.came(1).get(0);
    JsonNode speaker = eleventh.at("/attribution/quotes/0/speaker");
    assertThat(speaker.path("name").asText()).isEqualTo("Wilhelmina Tarrant");
    assertThat(speaker.path("mention").asText()).isEqualTo("Wilhelmna Tarrant");
    String text = text(eleventh);
    assertThat(text).contains("Wilhelmna Tarrant").doesNotContain("Wilhelmina");
    assertThat(text.substring(speaker.path("start").asInt(), speaker.path("end").asInt()))
        .isEqualTo("Wilhelmna Tarrant");
  }

  @Test
  void what_stands_under_every_story_is_cut_from_the_fourth_on_and_said() throws Exception {
    for (int version = 1; version <= 5; version++) {
      desk.deliver(story("a", version));
    }
    desk.deliver(story("b", 1));
    desk.deliver(story("c", 1));
    for (JsonNode early : desk.came(7)) {
      assertThat(text(early)).as(early.path("uri").asText()).endsWith(BOX);
      assertThat(early.path("removed")).isEmpty();
    }
    desk.restart();

    desk.deliver(story("d", 1));

    JsonNode fourth = desk.came(1).get(0);
    assertThat(text(fourth)).endsWith("of edition d1.").doesNotContain(BOX);
    assertThat(fourth.at("/removed/0/text").asText()).isEqualTo(BOX);
    assertThat(fourth.at("/removed/0/reason").asText()).isEqualTo("navigation");
    assertThat(fourth.path("removed")).hasSize(1);
  }

  private static String speech(int number, String name) {
    return g2(
        "urn:quay:speech-" + number,
        1,
        "",
        "The quay on day " + number,
        "Ferry number "
            + number
            + " left on time.</p><p>\"The quay will stay closed until the spring tides are over,\" said "
            + name
            + ".");
  }

  private static String story(String id, int version) {
    return g2(
        "urn:quay:story-" + id,
        version,
        "",
        "Ferry " + id + version,
        "A ferry left the quay on Monday.</p><p>It carried nets and the mail of edition "
            + id
            + version
            + ".</p><p>"
            + BOX);
  }

  private static String text(JsonNode article) {
    List<String> texts = new ArrayList<>();
    article
        .path("bodies")
        .forEach(
            b -> {
              if (b.path("role").asText().equals("text")) {
                texts.add(b.path("value").asText());
              }
            });
    return texts.get(0);
  }
}
