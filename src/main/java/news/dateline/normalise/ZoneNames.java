package news.dateline.normalise;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names of time zones, from {@code zones.txt}. A name nobody knows is refused, never guessed. */
final class ZoneNames {
  private static final Map<String, Map<String, ZoneId>> TABLE = new HashMap<>();

  static {
    for (String line : Resources.lines("zones.txt")) {
      String[] fields = line.split(" +", -1);
      Map<String, ZoneId> zones = new HashMap<>();
      zones.put("", zone(fields[1]));
      for (int i = 2; i < fields.length; i++) {
        int equals = fields[i].indexOf('=');
        zones.put(fields[i].substring(0, equals), zone(fields[i].substring(equals + 1)));
      }
      TABLE.put(fields[0], zones);
    }
  }

  private ZoneNames() {}

  private static ZoneId zone(String text) {
    if (Character.isLetter(text.charAt(0))) {
      return ZoneId.of(text);
    }
    String[] parts = text.split(":", -1);
    int hours = Integer.parseInt(parts[0]);
    int minutes = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    return ZoneOffset.ofHoursMinutes(hours, hours < 0 ? -minutes : minutes);
  }

  /**
   * @param name as printed: {@code MSK}, {@code est}
   * @param language of the feed, lower case, {@code ""} when unknown; decides names that several
   *     countries use
   */
  static Optional<ZoneId> find(String name, String language) {
    Map<String, ZoneId> zones = TABLE.get(name.toUpperCase(Locale.ROOT));
    if (zones == null) {
      return Optional.empty();
    }
    int dash = language.indexOf('-');
    String primary = dash < 0 ? language : language.substring(0, dash);
    return Optional.ofNullable(
        zones.getOrDefault(language, zones.getOrDefault(primary, zones.get(""))));
  }

  /**
   * @param region {@code Europe/Moscow}
   */
  static Optional<ZoneId> region(String region) {
    try {
      return Optional.of(ZoneId.of(region));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
