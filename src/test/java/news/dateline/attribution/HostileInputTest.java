package news.dateline.attribution;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.bench.attribution.HostileTexts;
import news.dateline.bench.attribution.HostileTexts.Hostile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Nobody's text may keep the line busy: a megabyte of anything takes well under a second. A pass
 * that is not linear would take minutes or days; how time grows is measured by the benchmark.
 */
class HostileInputTest {
  private static final int MEGA = 1_000_000;

  private final Attributor attributor = new Attributor(Lexicons.SHIPPED);

  @TestFactory
  Stream<DynamicTest> stays_linear() {
    return HostileTexts.all().entrySet().stream()
        .map(
            e ->
                dynamicTest(
                    e.getKey(),
                    () ->
                        assertTimeoutPreemptively(
                            Duration.ofSeconds(20),
                            () -> attributor.attribute(input(e.getValue())))));
  }

  private static AttributionInput input(Hostile text) {
    return AttributionInput.of(text.make(MEGA), Optional.of(text.language()));
  }
}
