package news.dateline.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** Ways of killing the process with SIGKILL; each leaves it started again. */
final class Kills {
  private static final Duration HIT_WITHIN = Duration.ofSeconds(60);

  private Kills() {}

  /** Exactly at a point, at its first to fourth passing. */
  static void at(Campaign campaign, Point point) throws Exception {
    campaign.subject.kill();
    campaign.subject.startDoomed(point, 1 + campaign.random.nextInt(4));
    long until = System.nanoTime() + HIT_WITHIN.toNanos();
    boolean hit = false;
    for (int second = 0; !hit && System.nanoTime() < until; second++) {
      // Something to do until the point is passed often enough; on a machine so slow that it still
      // starts, less: no item may fall out of a feed's window before anybody could read it.
      if (second < 4 || second % 4 == 0) {
        campaign.world.step();
      }
      hit = campaign.subject.awaitEnd(Duration.ofMillis(1_000));
    }
    assertThat(hit).as("%s was never passed", point).isTrue();
    campaign.subject.start();
    campaign.subject.ready();
  }

  /** While it starts: after up to two and a half seconds. */
  static void duringStart(Campaign campaign, int number) throws Exception {
    campaign.subject.kill();
    campaign.subject.start();
    campaign.wait(2_500);
    campaign.subject.kill();
    campaign.subject.start();
    campaign.subject.ready();
  }

  /** At any moment, with work on its way. */
  static void anyMoment(Campaign campaign, int number) throws Exception {
    campaign.wait(1_200);
    campaign.world.step();
    campaign.wait(1_200);
    campaign.subject.kill();
    campaign.subject.start();
    campaign.subject.ready();
  }
}
