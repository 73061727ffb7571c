package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransportTrialTest {
  @TempDir Path folder;

  @Test
  void a_trial_says_what_is_wrong_and_takes_nothing() throws Exception {
    TransportTrial trial = new TransportTrial(Duration.ofSeconds(60));
    Path file = Files.writeString(folder.resolve("a.xml"), "x");
    assertThat(trial.fault("file:" + folder + "?initialDelay=0&delay=1&delete=true")).isEmpty();
    assertThat(trial.fault("file:" + folder + "?delai=1")).get().asString().contains("delai");
    assertThat(trial.fault("no-such-thing:x")).get().asString().contains("camel-no-such-thing");
    assertThat(file).exists();
  }

  @Test
  void a_trial_that_takes_too_long_is_given_up() {
    assertThat(new TransportTrial(Duration.ZERO).fault("file:" + folder))
        .contains("it did not answer within 0 s");
  }
}
