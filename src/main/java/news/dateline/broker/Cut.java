package news.dateline.broker;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The oldest messages of a queue, which are to go in one step.
 *
 * @param upTo the broker's number of the newest of them: all with this one or a lower one go
 * @param count how many
 * @param from when the first had been sent
 * @param to when the last had been
 * @param first the smallest {@code sequence}; empty when none has one
 * @param last the greatest
 */
record Cut(long upTo, long count, Instant from, Instant to, OptionalLong first, OptionalLong last) {

  /** Both as one: their messages follow each other. */
  Cut and(Cut next) {
    return new Cut(
        Math.max(upTo, next.upTo),
        count + next.count,
        from.isBefore(next.from) ? from : next.from,
        to.isAfter(next.to) ? to : next.to,
        LongStream.concat(first.stream(), next.first.stream()).min(),
        LongStream.concat(last.stream(), next.last.stream()).max());
  }

  /** In one line, for {@link #parse}. */
  String text() {
    return String.join(
        " ",
        String.valueOf(upTo),
        String.valueOf(count),
        from.toString(),
        to.toString(),
        text(first),
        text(last));
  }

  static Cut parse(String text) {
    String[] parts = text.split(" ", 6);
    return new Cut(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        Instant.parse(parts[2]),
        Instant.parse(parts[3]),
        number(parts[4]),
        number(parts[5]));
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? String.valueOf(number.getAsLong()) : "-";
  }

  private static OptionalLong number(String text) {
    return text.equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
  }
}
