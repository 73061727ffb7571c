package news.dateline.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Three stories: {@code a} with two editions, {@code b} under embargo, {@code c} killed. */
final class LedgerExample {
  private static final Instant RELEASE = Instant.parse("2026-11-30T12:00:00Z");

  private final Map<String, Offer> offers =
      Map.of(
          "a", new Offer("a", 2, Optional.empty(), false),
          "b", new Offer("b", 1, Optional.of(RELEASE), false),
          "c", new Offer("c", 2, Optional.empty(), true));

  /** All taken as the embargo ends; {@code a2}: story a, edition 2. */
  Verdict verdict(String... taken) {
    return before(Duration.ZERO, taken);
  }

  /** All taken so long before the embargo ends. */
  Verdict before(Duration early, String... taken) {
    return Verdict.of(
        offers,
        Arrays.stream(taken)
            .map(
                t -> {
                  String token = t.substring(0, 1);
                  int edition = Integer.parseInt(t.substring(1));
                  boolean usable = !t.equals("c2");
                  return new Taken(
                      token, t.substring(1), token, edition, usable, RELEASE.minus(early), "{}");
                })
            .toList());
  }
}
