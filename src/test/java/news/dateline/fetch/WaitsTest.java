package news.dateline.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitsTest {
  private static HttpResponse answer(String... headers) {
    HttpResponse response = new BasicHttpResponse(200);
    for (String header : headers) {
      response.addHeader(
          header.substring(0, header.indexOf(':')),
          header.substring(header.indexOf(':') + 1).strip());
    }
    return response;
  }

  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "0, -1",
    "86401, 86400",
    "99999999999999999999, 86400",
    "-5, -1",
    "1.5, -1",
    "soon, -1",
    "'Tue, 24 Nov 2026 10:02:00 GMT', 120",
    "'Tuesday, 24-Nov-26 10:02:00 GMT', 120",
    "'Tue Nov 24 10:02:00 2026', 120",
    "'Tue Dec  1 10:02:00 2026', 86400",
    "'Tue, 24 Nov 2026 09:00:00 GMT', -1",
    "'Fri, 24 Nov 2056 10:00:00 GMT', 86400"
  })
  void retry_after_is_seconds_or_a_date_and_a_day_at_most(String value, long seconds) {
    assertThat(Waits.retryAfter(answer("Retry-After: " + value), Polls.NOW))
        .isEqualTo(seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)));
  }

  @ParameterizedTest
  @CsvSource({
    "max-age=600, 600",
    "'public, max-age=\"600\"', 600",
    "'MAX-AGE=600, must-revalidate', 600",
    "'max-age=600, no-cache', -1",
    "'no-store', -1",
    "s-maxage=600, -1",
    "max-age=0, -1",
    "max-age=-1, -1",
    "max-age=, -1",
    "max-age=999999999999999999999, 31536000"
  })
  void max_age_is_how_long_an_answer_stays_fresh(String value, long seconds) {
    assertThat(Waits.freshFor(answer("Cache-Control: " + value), Polls.NOW))
        .isEqualTo(seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)));
  }

  @Test
  void expires_counts_from_the_servers_own_date() {
    assertThat(
            Waits.freshFor(
                answer(
                    "Date: Mon, 23 Nov 2020 10:00:00 GMT",
                    "Expires: Mon, 23 Nov 2020 10:05:00 GMT"),
                Polls.NOW))
        .contains(Duration.ofMinutes(5));
    assertThat(Waits.freshFor(answer("Expires: Tue, 24 Nov 2026 10:05:00 GMT"), Polls.NOW))
        .contains(Duration.ofMinutes(5));
    assertThat(Waits.freshFor(answer("Expires: 0"), Polls.NOW)).isEmpty();
  }

  @Test
  void max_age_goes_before_expires_and_the_age_is_taken_off() {
    assertThat(
            Waits.freshFor(
                answer(
                    "Cache-Control: max-age=600",
                    "Expires: Tue, 24 Nov 2026 11:00:00 GMT",
                    "Age: 100"),
                Polls.NOW))
        .contains(Duration.ofSeconds(500));
  }

  @Test
  void a_server_that_says_nothing_suggests_nothing() {
    assertThat(Waits.freshFor(answer(), Polls.NOW)).isEmpty();
    assertThat(Waits.retryAfter(answer(), Polls.NOW)).isEmpty();
  }
}
