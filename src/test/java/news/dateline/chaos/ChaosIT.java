package news.dateline.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing lost, nothing twice, nothing early, in every build: twenty kills of the real process, at
 * named points of the way, during its start and at any moment. {@code mvn -Pchaos verify} does more
 * of these and causes the other faults.
 */
class ChaosIT {
  private static final long SEED = 20261130;

  @TempDir Path folder;

  @Test
  void twenty_kills_lose_nothing_double_nothing_and_let_nothing_out_early() throws Exception {
    List<Point> points =
        List.of(
            Point.WRITTEN,
            Point.COMMITTED,
            Point.TO_BE_MOVED,
            Point.PUSHED,
            Point.FORMED,
            Point.COMMITTING,
            Point.TAKEN,
            Point.CONFIRMING);
    try (Campaign campaign = new Campaign(folder, SEED).begin()) {
      campaign.attack(points.size(), (c, n) -> Kills.at(c, points.get(n - 1)));
      campaign.attack(4, Kills::duringStart);
      campaign.attack(8, Kills::anyMoment);
      campaign.settle();
      System.out.println("ChaosIT: 20 kills, live " + campaign.ofLive());
      System.out.println("ChaosIT: 20 kills, absent " + campaign.ofAbsent());
      assertThat(campaign.world.offers().size()).isGreaterThan(500);
      assertThat(campaign.ofLive()).matches(Verdict::isKept, "kept to the one who listened");
      assertThat(campaign.ofAbsent()).matches(Verdict::isKept, "kept to the one who was away");
    }
  }

  /** The product has no switch for this: the points are methods, and they must be there. */
  @Test
  void each_named_point_is_a_method_of_the_product() throws Exception {
    for (Point point : Point.values()) {
      assertThat(Arrays.stream(Class.forName(point.type()).getDeclaredMethods()))
          .as("%s", point)
          .anyMatch(m -> m.getName().equals(point.method()));
    }
  }

  /** The ledger sees each way of breaking the promise. */
  @Test
  void the_ledger_sees_what_is_lost_doubled_early_and_out_of_order() {
    LedgerExample example = new LedgerExample();
    assertThat(example.verdict("a1", "a2", "b1", "c2").isKept()).isTrue();
    assertThat(example.verdict("a1", "b1", "c2").lost()).containsExactly("a e2");
    assertThat(example.verdict("a1", "a2", "a2", "b1", "c2").doubled()).containsExactly("a e2");
    assertThat(example.verdict("a2", "a1", "b1", "c2").disorder()).containsExactly("a e1");
    assertThat(example.verdict("a2", "b1", "c2", "c1").disorder()).containsExactly("c e1");
    assertThat(example.before(Duration.ofMillis(1), "a2", "b1", "c2").early())
        .containsExactly("b e1");
  }
}
