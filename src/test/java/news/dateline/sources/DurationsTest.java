package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({"5m,PT5M,5m", "90s,PT90S,1m30s", "1h30m,PT90M,1h30m", "2d,PT48H,2d", "0s,PT0S,0s"})
  void reads_and_writes(String text, Duration duration, String written) {
    assertThat(Durations.parse(text)).contains(duration);
    assertThat(Durations.format(duration)).isEqualTo(written);
    assertThat(Durations.parse(written)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "5", "m", "5 m", "30m1h", "1.5h", "-5m", "5M", "PT5M", "99999999999m"})
  void refuses(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PT45S,45 s", "PT10M,10 min", "PT3H,3 h", "PT48H,2 days", "PT89M,89 min"})
  void speaks_to_people(Duration duration, String words) {
    assertThat(Durations.words(duration)).isEqualTo(words);
  }
}
