package news.dateline.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.dateline.model.SourceState.Glance;

/**
 * The last visits of a source as text, one a line: {@code epochMillis tookMillis status items
 * outcome}.
 */
final class GlanceCodec {
  private GlanceCodec() {}

  static String encode(List<Glance> visits) {
    StringBuilder out = new StringBuilder(40 * visits.size());
    for (Glance visit : visits) {
      out.append(Millis.of(visit.at())).append(' ');
      out.append(visit.millis()).append(' ');
      out.append(visit.status()).append(' ');
      out.append(visit.items()).append(' ');
      out.append(visit.outcome().replace('\n', ' ')).append('\n');
    }
    return out.toString();
  }

  static List<Glance> decode(String text) {
    List<Glance> visits = new ArrayList<>();
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      String[] parts = text.substring(from, end).split(" ", 5);
      visits.add(
          new Glance(
              Instant.ofEpochMilli(Long.parseLong(parts[0])),
              Long.parseLong(parts[1]),
              Integer.parseInt(parts[2]),
              parts[4],
              Integer.parseInt(parts[3])));
      from = end + 1;
    }
    return visits;
  }
}
