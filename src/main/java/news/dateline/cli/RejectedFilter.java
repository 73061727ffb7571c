package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which buried items are meant. */
final class RejectedFilter {
  @Option(names = "--source", description = "Those of this source.")
  private Optional<String> source = Optional.empty();

  @Option(names = "--reason", description = "Those with this reason, for instance text-lost.")
  private Optional<String> reason = Optional.empty();

  @Option(
      names = "--since",
      description = "Those buried since then: 2026-11-24 or 2026-11-24T10:00:00Z.")
  private Optional<String> since = Optional.empty();

  @Option(names = "--all", description = "All.")
  private boolean all;

  /** Whether nothing at all was said. */
  boolean isEmpty() {
    return !all && source.isEmpty() && reason.isEmpty() && since.isEmpty();
  }

  /**
   * Whether an item, as the API lists it, is meant.
   *
   * @throws TypeConversionException when {@code --since} is no time
   */
  boolean takes(JsonNode item) {
    return source.filter(s -> !s.equals(item.path("source").asText())).isEmpty()
        && reason.filter(r -> !r.equals(item.path("reason").asText())).isEmpty()
        && since
            .map(RejectedFilter::time)
            .filter(t -> Instant.parse(item.path("at").asText()).isBefore(t))
            .isEmpty();
  }

  private static Instant time(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "--since is neither a day nor a time such as 2026-11-24T10:00:00Z: " + text);
    }
  }
}
