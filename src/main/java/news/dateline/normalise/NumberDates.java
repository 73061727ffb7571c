package news.dateline.normalise;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import news.dateline.normalise.DateTokens.Kind;
import news.dateline.normalise.DateTokens.Token;

/** Dates that are one number: Unix seconds or milliseconds, {@code 20031231101455}. */
final class NumberDates {
  private NumberDates() {}

  static Optional<Instant> read(List<Token> tokens, DateReader.Hints hints) {
    if (tokens.size() != 1 || !tokens.get(0).is(Kind.NUMBER)) {
      return Optional.empty();
    }
    String digits = tokens.get(0).text();
    return switch (digits.length()) {
      // Seconds since 1970 have had ten digits since 2001 and will until 2286.
      case 10 ->
          Optional.of(Instant.ofEpochSecond(tokens.get(0).value()))
              .filter(i -> i.isBefore(hints.received().plusSeconds(366 * 86_400L)));
      case 13 ->
          Optional.of(Instant.ofEpochMilli(tokens.get(0).value()))
              .filter(i -> i.isBefore(hints.received().plusSeconds(366 * 86_400L)));
      case 12, 14 ->
          Optional.of(
              LocalDateTime.of(
                      Integer.parseInt(digits.substring(0, 4)),
                      Integer.parseInt(digits.substring(4, 6)),
                      Integer.parseInt(digits.substring(6, 8)),
                      Integer.parseInt(digits.substring(8, 10)),
                      Integer.parseInt(digits.substring(10, 12)),
                      digits.length() == 14 ? Integer.parseInt(digits.substring(12)) : 0)
                  .atZone(hints.zone().orElse(ZoneOffset.UTC))
                  .toInstant());
      default -> Optional.empty();
    };
  }
}
