package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Article;
import news.dateline.model.Embargo;
import news.dateline.model.Outgoing;
import news.dateline.publish.MessageRenderer;
import news.dateline.testing.Wires;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An embargo ends at its moment, never a fraction before: in every format, with every number of
 * digits behind the second.
 */
class EmbargoMomentTest {
  private static final String BODY =
      "PORT TOWN (QP) - Rain fell on the harbour for a third day, the harbour office said.";
  private static final Instant SECOND = Instant.parse("2026-12-24T10:15:28Z");

  private final ReadingPath reader = new ReadingPath();
  private final MessageRenderer renderer = new MessageRenderer();

  @AfterEach
  void close() {
    reader.close();
  }

  /** Documents whose embargo ends at {@code 2026-12-24T10:15:28} and a fraction, by its form. */
  private static Map<String, String> documents(String fraction) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String time :
        List.of(
            "2026-12-24T10:15:28" + fraction + "Z",
            "2026-12-24T11:15:28" + fraction + "+01:00",
            "2026-12-24T10:15:28" + fraction.replace('.', ',') + "Z",
            "20261224T101528" + fraction + "Z",
            "20261224T111528" + fraction + "+0100",
            "2026-12-24 10:15:28" + fraction + " GMT",
            "Thu, 24 Dec 2026 10:15:28" + fraction + " GMT")) {
      all.put(
          "G2 " + time,
          Wires.g2("urn:q:1", 1, Wires.embargoed(Optional.of(time)), "Rain falls", BODY));
      all.put(
          "NewsML " + time,
          Wires.newsMl(
              "Q1",
              1,
              "Embargoed",
              "<StatusWillChange><FutureStatus FormalName=\"Usable\"/><DateAndTime>"
                  + time
                  + "</DateAndTime></StatusWillChange>",
              "Rain falls",
              BODY));
      all.put(
          "NITF " + time,
          Wires.nitf(
              "9",
              "management-status=\"embargoed\"><date.release norm=\"" + time + "\"/>",
              "Rain falls",
              BODY));
      for (String field : List.of("embargoed", "embargoedUntil", "embargo")) {
        all.put(
            "ninjs " + field + " " + time,
            Wires.ninjs("urn:q:1", "\"" + field + "\":\"" + time + "\",", "Rain falls", BODY));
      }
      all.put(
          "digitalwires " + time,
          "{\"format\":\"digitalwires@0.9.1\",\"urn\":\"urn:q:1\",\"version\":2,\"embargoed\":\""
              + time
              + "\",\"headline\":\"Rain falls\",\"article_html\":\"<p>"
              + BODY
              + "</p>\"}");
    }
    for (String words :
        List.of(
            "EMBARGOED UNTIL 10:15:28" + fraction + " GMT Thursday, December 24",
            "Sperrfrist: 24.12.2026, 10:15:28" + fraction + " GMT")) {
      all.put(
          "words " + words,
          Wires.iptc7901("qua", 61, "harbour", "Rain falls", words + "\r\n\r\n" + BODY));
    }
    return all;
  }

  private Article article(String document) {
    return reader
        .read(
            document.getBytes(StandardCharsets.UTF_8),
            "wire",
            s -> s.zone(ZoneId.of("UTC")).language("en"))
        .articles()
        .get(0)
        .orElseThrow();
  }

  @Test
  void it_ends_within_the_millisecond_of_its_moment_and_never_before() throws Exception {
    String digits = "745000001";
    for (int n = 0; n <= 9; n++) {
      String fraction = n == 0 ? "" : "." + digits.substring(0, n);
      Instant moment = Instant.parse("2026-12-24T10:15:28" + fraction + "Z");
      for (Map.Entry<String, String> e : documents(fraction).entrySet()) {
        Outgoing message = renderer.article(article(e.getValue()));
        assertThat(message.held() || message.releaseAt().isPresent())
            .as("an embargo at all: %s", e.getKey())
            .isTrue();
        if (message.held()) {
          continue; // a form nobody can read beyond doubt
        }
        assertThat(message.releaseAt().get())
            .as(e.getKey())
            .isBetween(moment, moment.plus(Duration.ofMillis(1)));
        String said =
            new ObjectMapper().readTree(message.body().utf8()).path("embargoedUntil").asText();
        assertThat(Instant.parse(said)).as(e.getKey()).isAfterOrEqualTo(moment);
      }
    }
  }

  @Test
  void every_form_but_the_doubtful_is_read() {
    assertThat(documents("").entrySet())
        .filteredOn(e -> renderer.article(article(e.getValue())).held())
        .extracting(Map.Entry::getKey)
        .isEmpty();
  }

  @Test
  void a_fraction_of_an_hour_or_a_minute_is_time_too() {
    for (String time : List.of("20261224T10.5Z", "20261224T1030,0Z", "20261224T1029.999Z")) {
      Article article =
          article(Wires.g2("urn:q:1", 1, Wires.embargoed(Optional.of(time)), "Rain falls", BODY));
      Instant until =
          article.status().embargo() instanceof Embargo.Until u ? u.time() : Instant.MAX;
      assertThat(until).as(time).isAfterOrEqualTo(Instant.parse("2026-12-24T10:29:59.94Z"));
    }
  }

  @Test
  void without_a_zone_anywhere_it_ends_where_that_time_comes_last() {
    String naive =
        Wires.g2(
            "urn:q:1", 1, Wires.embargoed(Optional.of("2026-12-24T10:15:28")), "Rain falls", BODY);
    Article article =
        reader
            .read(naive.getBytes(StandardCharsets.UTF_8), "wire", s -> s)
            .articles()
            .get(0)
            .orElseThrow();
    assertThat(article.status().embargo())
        .isEqualTo(new Embargo.Until(SECOND.plus(Duration.ofHours(12))));
  }

  @Test
  void fractions_elsewhere_are_harmless() {
    Article article =
        article(
            "{\"uri\":\"urn:q:1\",\"headline\":\"Rain falls\",\"body_text\":\""
                + BODY
                + "\",\"versioncreated\":\"2026-11-24T10:15:28.745Z\",\"contentcreated\":\"2026-11-24T10:15:28.999Z\","
                + "\"expires\":\"2026-12-24T10:15:28.745Z\"}");
    assertThat(article.times().versionCreated()).isEqualTo(Instant.parse("2026-11-24T10:15:28Z"));
    assertThat(article.times().expires()).contains(SECOND);
  }
}
