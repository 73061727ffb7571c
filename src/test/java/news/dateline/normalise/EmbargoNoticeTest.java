package news.dateline.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import news.dateline.model.Embargo;
import news.dateline.model.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbargoNoticeTest {
  /** A Thursday. */
  private static final Instant CAME = Instant.parse("2026-04-30T10:00:00Z");

  private static Optional<Instant> read(String words, Optional<ZoneId> zone) {
    return EmbargoNotice.read(words, new DateReader.Hints(zone, Optional.of("en"), CAME));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0001 GMT Sunday, May 3 | 2026-05-03T00:01:00Z",
        "10:15:28 GMT Sunday, May 3 | 2026-05-03T10:15:28Z",
        "10:15:28.7450001 GMT Sunday, May 3 | 2026-05-03T10:15:28.746Z",
        "00:01 BST on 3 May 2026 | 2026-05-02T23:01:00Z",
        "6 p.m. EDT May 3 | 2026-05-03T22:00:00Z",
        "6:30 pm EDT Sunday, May 3 | 2026-05-03T22:30:00Z",
        "3. Mai 2026, 18.00 Uhr CEST | 2026-05-03T16:00:00Z",
        "18h00 GMT le 3 mai 2026 | 2026-05-03T18:00:00Z",
        "noon EDT Monday | 2026-05-04T16:00:00Z",
        "midnight GMT Saturday | 2026-05-03T00:00:00Z",
        "1200 GMT | 2026-04-30T12:00:00Z",
        "0600 UTC tomorrow | 2026-05-01T06:00:00Z",
        "2026-05-03 06:00 GMT | 2026-05-03T06:00:00Z",
        "0001 GMT April 28 | 2026-04-28T00:01:00Z",
        "0001 GMT January 4 | 2027-01-04T00:01:00Z",
      })
  void the_words_of_a_notice_are_read(String words, Instant until) {
    assertThat(read(words, Optional.empty())).contains(until);
  }

  @Test
  void a_time_of_four_figures_is_no_year() {
    DateReader.Hints hints = new DateReader.Hints(Optional.empty(), Optional.of("en"), CAME);
    Item.Dates dates =
        new Item.Dates(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("2000 GMT May 3"),
            Optional.empty());
    assertThat(Times.embargo(dates, hints, CAME))
        .isEqualTo(new Embargo.Until(Instant.parse("2026-05-03T20:00:00Z")));
  }

  @Test
  void without_a_zone_it_ends_where_on_earth_it_ends_last() {
    assertThat(read("6 p.m. May 3", Optional.empty()))
        .contains(Instant.parse("2026-05-04T06:00:00Z"));
    assertThat(read("May 3", Optional.empty())).contains(Instant.parse("2026-05-03T12:00:00Z"));
  }

  @Test
  void the_zone_of_the_source_counts_where_the_notice_has_none() {
    assertThat(read("18.00 Uhr, 3. Mai", Optional.of(ZoneId.of("Europe/Berlin"))))
        .contains(Instant.parse("2026-05-03T16:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the start of the ceremony",
        "further notice",
        "delivery of the speech",
        "6 p.m. local time May 3",
        "0001 GMT Friday, May 3", // that day is a Sunday
        "25:00 GMT May 3",
        "10:15:3 GMT May 3",
        "05/03/26 6 pm EDT maybe",
        "June 31",
        "",
      })
  void what_cannot_be_read_beyond_doubt_is_not_read(String words) {
    assertThat(read(words, Optional.empty())).isEmpty();
  }
}
