package news.dateline.app;

import static news.dateline.testing.Wires.embargoed;
import static news.dateline.testing.Wires.g2;
import static news.dateline.testing.Wires.iptc7901;
import static news.dateline.testing.Wires.newsMl;
import static news.dateline.testing.Wires.ninjs;
import static news.dateline.testing.Wires.nitf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing leaves early: embargoes of every format through the real application and broker. */
class EmbargoIT {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;

  private WireDesk desk;

  @BeforeEach
  void start() throws Exception {
    desk = new WireDesk(folder);
  }

  @AfterEach
  void stop() throws Exception {
    desk.close();
  }

  private Instant in(Duration wait) {
    return desk.clock.instant().plus(wait).truncatedTo(ChronoUnit.SECONDS);
  }

  private String until(Duration wait) {
    return embargoed(Optional.of(in(wait).toString()));
  }

  private static String compact(Instant time) {
    return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
        .withZone(ZoneOffset.UTC)
        .format(time);
  }

  @Test
  void an_embargo_outlives_a_restart_and_a_clock_set_back_and_ends_once() throws Exception {
    desk.deliver(g2("urn:quay:a", 1, until(HOUR), "Harbour report", "Rain fell."));
    assertThat(desk.lines(0)).isEmpty();

    desk.restart();
    assertThat(desk.lines(0)).isEmpty();
    desk.clock.shift(HOUR.minus(MINUTE));
    assertThat(desk.lines(0)).isEmpty();

    desk.clock.shift(MINUTE.multipliedBy(2));
    assertThat(desk.lines(1)).containsExactly("new 1 Harbour report");

    desk.clock.shift(HOUR.multipliedBy(-3)); // somebody sets the clock back
    desk.deliver(g2("urn:quay:b", 1, until(HOUR), "Second report", "Snow fell."));
    desk.restart();
    assertThat(desk.lines(0)).isEmpty();
    desk.clock.shift(HOUR.plus(MINUTE));
    assertThat(desk.lines(1)).containsExactly("new 1 Second report");
  }

  @Test
  void a_later_version_moves_lifts_or_cancels_it() throws Exception {
    desk.deliver(g2("urn:quay:moved", 1, until(HOUR), "Moved", "First wording."));
    desk.deliver(g2("urn:quay:lifted", 1, until(HOUR), "Lifted", "First wording."));
    desk.deliver(g2("urn:quay:killed", 1, until(HOUR), "Killed", "Secret wording."));
    desk.deliver(g2("urn:quay:held", 1, embargoed(Optional.empty()), "Held", "First wording."));
    assertThat(desk.lines(0)).isEmpty();

    desk.deliver(g2("urn:quay:moved", 2, until(HOUR.multipliedBy(2)), "Moved", "Second wording."));
    assertThat(desk.lines(0)).isEmpty();
    desk.deliver(g2("urn:quay:lifted", 2, "", "Lifted", "First wording."));
    assertThat(desk.lines(1)).containsExactly("embargo-lift 2 Lifted");

    desk.deliver(
        g2(
            "urn:quay:killed",
            2,
            "<pubStatus qcode=\"stat:canceled\"/>" + until(HOUR),
            "Killed",
            "Secret wording."));
    List<JsonNode> kill = desk.came(1);
    assertThat(kill).hasSize(1);
    assertThat(kill.get(0).at("/change/kind").asText()).isEqualTo("kill");
    assertThat(kill.get(0).path("uri").asText()).isEqualTo("urn:quay:killed");
    assertThat(kill.get(0).toString()).doesNotContain("Secret");

    desk.clock.shift(HOUR.plus(MINUTE));
    assertThat(desk.lines(0)).as("the killed one never comes, the moved one not yet").isEmpty();
    desk.clock.shift(HOUR);
    assertThat(desk.lines(1)).containsExactly("update 2 Moved");

    desk.clock.shift(Duration.ofDays(300));
    assertThat(desk.lines(0)).as("an embargo without a time never ends by itself").isEmpty();
    desk.deliver(g2("urn:quay:held", 2, "", "Held", "First wording."));
    assertThat(desk.lines(1)).containsExactly("embargo-lift 2 Held");
  }

  @Test
  void what_is_withheld_waits_or_is_taken_back() throws Exception {
    String withheld = "<pubStatus qcode=\"stat:withheld\"/>";
    desk.deliver(g2("urn:quay:new", 1, withheld, "New", "Secret wording."));
    desk.deliver(g2("urn:quay:old", 1, "", "Old", "Open wording."));
    assertThat(desk.lines(1)).containsExactly("new 1 Old");
    desk.deliver(g2("urn:quay:old", 2, withheld, "Old", "Secret wording."));
    List<JsonNode> came = desk.came(1);
    assertThat(came).hasSize(1);
    assertThat(came.get(0).path("pubStatus").asText()).isEqualTo("withheld");
    assertThat(came.get(0).toString()).doesNotContain("Secret").doesNotContain("Open");
    desk.deliver(g2("urn:quay:new", 2, "", "New", "Secret wording."));
    assertThat(desk.lines(1)).containsExactly("update 2 New");
  }

  @Test
  void every_spelling_holds_until_its_time() throws Exception {
    Instant end = in(HOUR).truncatedTo(ChronoUnit.MINUTES).plus(MINUTE);
    desk.deliver(g2("urn:quay:g2", 1, embargoed(Optional.of(end.toString())), "G2", "Rain fell."));
    desk.deliver(
        newsMl(
            "n1",
            1,
            "Embargoed",
            "<StatusWillChange><FutureStatus FormalName=\"Usable\"/><DateAndTime>"
                + compact(end)
                + "</DateAndTime></StatusWillChange>",
            "NewsML",
            "Rain fell."));
    desk.deliver(
        nitf(
            "nitf-1",
            "management-status=\"embargoed\"><date.release norm=\"" + compact(end) + "\"/>",
            "NITF",
            "Rain fell."));
    desk.deliver(
        nitf(
            "nitf-2", "><date.release norm=\"" + compact(end) + "\"/>", "NITF bare", "Rain fell."));
    desk.deliver(
        ninjs("urn:quay:n3", "\"embargoedUntil\":\"" + end + "\",", "ninjs 3", "Rain fell."));
    desk.deliver(ninjs("urn:quay:n1", "\"embargoed\":\"" + end + "\",", "ninjs 1", "Rain fell."));
    String words =
        DateTimeFormatter.ofPattern("HHmm 'GMT' EEEE, MMMM d", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC)
            .format(end);
    desk.deliver(
        iptc7901(
            "qua",
            1,
            "Harbour/rain",
            "Text wire",
            "*** EMBARGOED UNTIL " + words + " ***\r\n\r\nPORT TOWN - Rain fell."));
    desk.deliver(ninjs("urn:quay:hold", "\"embargoed\":\"\",", "Held", "Rain fell."));
    desk.deliver(
        nitf("nitf-3", "management-status=\"embargoed\">", "NITF without a time", "Rain fell."));
    assertThat(desk.lines(0)).isEmpty();

    desk.clock.shift(Duration.between(desk.clock.instant(), end).minusSeconds(10));
    assertThat(desk.lines(0)).as("ten seconds before").isEmpty();
    desk.clock.shift(Duration.ofSeconds(15));
    assertThat(desk.lines(7))
        .containsExactlyInAnyOrder(
            "new 1 G2",
            "new 1 NewsML",
            "new 1 NITF",
            "new 1 NITF bare",
            "new 1 ninjs 3",
            "new 1 ninjs 1",
            "new 1 Text wire");
  }
}
