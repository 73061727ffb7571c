package news.dateline.sources;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.dateline.model.Serial;

/**
 * Watches the transmission numbers of a source's wire services (IPTC 7901 source and message
 * number, ANPA 1312 service letter and number) for gaps, across midnight and when numbers start
 * again. What it knows is one line of text, committed with the source's state.
 */
public final class Sequences {
  private Sequences() {}

  /**
   * @param state to be remembered; empty string when nothing is numbered
   * @param missing a line for people for each service with a gap: {@code eca: 058, 060-062}
   * @param waiting whether numbers are being waited for
   */
  public record Step(String state, List<String> missing, boolean waiting) {
    public Step {
      missing = List.copyOf(missing);
    }
  }

  /**
   * After a document.
   *
   * @param state as remembered
   * @param serials the document's, in order; may be empty
   * @param now when it came
   * @param zone whose midnight counts for services that do not write their day
   */
  public static Step after(String state, List<Serial> serials, Instant now, ZoneId zone) {
    if (state.isEmpty() && serials.isEmpty()) {
      return new Step("", List.of(), false);
    }
    Map<String, Sequence> services = read(state);
    Map<String, List<int[]>> missing = new LinkedHashMap<>();
    for (Serial serial : serials) {
      Sequence service = services.get(serial.service());
      if (service == null) {
        services.put(serial.service(), Sequence.from(serial, now));
      } else {
        add(missing, service, service.take(serial, now, zone));
      }
    }
    services.values().forEach(s -> add(missing, s, s.overdue(now)));
    List<String> lines = new ArrayList<>();
    missing.forEach(
        (name, ranges) -> {
          Sequence service = services.get(name);
          if (service != null) {
            lines.add(name + ": " + service.shown(ranges));
          }
        });
    return new Step(
        String.join(";", services.values().stream().map(Sequence::stored).toList()),
        lines,
        services.values().stream().anyMatch(Sequence::isWaiting));
  }

  private static void add(Map<String, List<int[]>> missing, Sequence service, List<int[]> ranges) {
    if (!ranges.isEmpty()) {
      missing.computeIfAbsent(service.service(), k -> new ArrayList<>()).addAll(ranges);
    }
  }

  private static Map<String, Sequence> read(String state) {
    Map<String, Sequence> services = new TreeMap<>();
    for (String one : state.split(";", -1)) {
      if (!one.isBlank()) {
        try {
          Sequence service = Sequence.read(one.strip());
          services.put(service.service(), service);
        } catch (RuntimeException e) {
          // written by another version of this program: that service is watched anew
        }
      }
    }
    return services;
  }
}
