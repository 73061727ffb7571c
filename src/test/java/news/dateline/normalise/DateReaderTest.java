package news.dateline.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tue, 24 Nov 2026 10:00:00 GMT | 2026-11-24T10:00:00Z",
        "Tue, 24 Nov 2026 10:00:00 +0300 | 2026-11-24T07:00:00Z",
        "2026-11-24T10:00:00.123+03:00 | 2026-11-24T07:00:00Z",
        "20190121T102708Z | 2019-01-21T10:27:08Z",
        "20190121T102708+0100 | 2019-01-21T09:27:08Z",
        "20190121T102708 | 2019-01-21T10:27:08Z",
        "2026-11-23T24:00:00Z | 2026-11-24T00:00:00Z",
        "2003-W52-3T10:00:00Z | 2003-12-24T10:00:00Z",
        "2003W523 | 2003-12-24T00:00:00Z",
        "2003-335 | 2003-12-01T00:00:00Z",
        "20031231101455 | 2003-12-31T10:14:55Z",
        "1072865695 | 2003-12-31T10:14:55Z",
        "вт, 24 ноя 2026 10:00:00 МСК | 2026-11-24T07:00:00Z",
        "24 ноября 2026 г. в 10:00 | 2026-11-24T10:00:00Z",
        "Di, 24 Okt 2026 10:00:00 MESZ | 2026-10-24T08:00:00Z",
        "24. März 2026, 10:00 Uhr | 2026-03-24T10:00:00Z",
        "mar., 24 nov. 2026 10h00 +0100 | 2026-11-24T09:00:00Z",
        "1er août 2026 | 2026-08-01T00:00:00Z",
        "martes, 3 de marzo de 2026 10:00 | 2026-03-03T10:00:00Z",
        "gio, 24 set 2026 10:00:00 +0200 | 2026-09-24T08:00:00Z",
        "24 de dezembro de 2026 | 2026-12-24T00:00:00Z",
        "wo, 24 mrt 2026 10:00:00 +0100 | 2026-03-24T09:00:00Z",
        "24 października 2026 10:00 | 2026-10-24T10:00:00Z",
        "24 Kasım 2026 10:00 | 2026-11-24T10:00:00Z",
        "2026. november 24. 10:00 | 2026-11-24T10:00:00Z",
        "2026年11月24日 10:00 | 2026-11-24T10:00:00Z",
        "Tue, 24 Nov 2026 10:00:00 Europe/Moscow | 2026-11-24T07:00:00Z",
        "Tue, 24 Nov 126 10:00:00 GMT | 2026-11-24T10:00:00Z",
        "Sun, 24 Nov 2026 12:30:00 AM EST | 2026-11-24T05:30:00Z",
        "Fri, 2006/09/15 08:19:53 EDT | 2006-09-15T12:19:53Z",
        "Mon, 26 January 2004 16:31:00 PT | 2004-01-27T00:31:00Z",
        "25/11/2026 10:00 | 2026-11-25T10:00:00Z",
      })
  void reads_a_date_in_whatever_form(String written, Instant expected) {
    assertThat(read(written, "", null)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tue, 24 Nov 2026 10:00:00 XYZ",
        "Tue, 24 Nov 2026 25:00:00 GMT",
        "02/03/2026",
        "yesterday",
        "31 Jun 2026",
        "0001-01-01T00:00:00Z",
        "2026-11-24T10:00:00+99:00",
        "24 Nov",
        "2026-13-01",
        "Tue, 24 Nov 2026 10:00:00 GMT and more",
        "24 Nov Dec 2026",
        "99999999999999999",
        "10:00",
        "2026-02-29T10:00:00Z",
        "20x6-11-24T10:00:00Z",
        "++++",
        "24 Nov 2026 10:00:00 PM GMT PM",
      })
  void gives_nothing_rather_than_a_wrong_time(String written) {
    assertThat(read(written, "", null)).isEmpty();
  }

  @Test
  void one_zone_name_means_another_place_in_another_language() {
    String date = "Tue, 24 Nov 2026 10:00:00 IST";
    assertThat(read(date, "en-IN", null)).contains(Instant.parse("2026-11-24T04:30:00Z"));
    assertThat(read(date, "hi", null)).contains(Instant.parse("2026-11-24T04:30:00Z"));
    assertThat(read(date, "he", null)).contains(Instant.parse("2026-11-24T08:00:00Z"));
  }

  @Test
  void the_language_tells_day_from_month() {
    assertThat(read("02/03/2026", "en-US", null)).contains(Instant.parse("2026-02-03T00:00:00Z"));
    assertThat(read("02/03/2026", "en-GB", null)).contains(Instant.parse("2026-03-02T00:00:00Z"));
    assertThat(read("02/03/2026", "fr", null)).contains(Instant.parse("2026-03-02T00:00:00Z"));
  }

  @Test
  void a_time_without_zone_is_in_the_sources_zone() {
    ZoneId rome = ZoneId.of("Europe/Rome");
    assertThat(read("2022-07-11 18:33", "it", rome))
        .contains(Instant.parse("2022-07-11T16:33:00Z"));
    assertThat(read("2022-12-11T18:33:00", "it", rome))
        .contains(Instant.parse("2022-12-11T17:33:00Z"));
  }

  @Test
  void a_day_alone_is_that_day_everywhere_but_an_embargo_waits_for_midnight_in_its_zone() {
    ZoneId newYork = ZoneId.of("America/New_York");
    DateReader.Hints hints = new DateReader.Hints(Optional.of(newYork), Optional.empty(), NOW);
    assertThat(DateReader.read("2026-11-25", hints))
        .contains(Instant.parse("2026-11-25T00:00:00Z"));
    assertThat(DateReader.notBefore("2026-11-25", hints))
        .contains(Instant.parse("2026-11-25T05:00:00Z"));
  }

  private static Optional<Instant> read(String text, String language, ZoneId zone) {
    return DateReader.read(
        text,
        new DateReader.Hints(
            Optional.ofNullable(zone),
            language.isEmpty() ? Optional.empty() : Optional.of(language),
            NOW));
  }
}
