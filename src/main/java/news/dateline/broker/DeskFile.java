package news.dateline.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.core.filter.impl.FilterImpl;

/** Reads {@code desks.yaml}: a list of desks under {@code desks}. */
public final class DeskFile {
  private static final Set<String> KEYS = Set.of("name", "filter", "max-messages", "max-age");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,62})");
  private static final Pattern AGE = Pattern.compile("([1-9][0-9]{0,5})(s|m|h|d)");

  private DeskFile() {}

  /**
   * @param file to read; a file that does not exist declares no desk
   * @param shownAs how problems name it
   * @param problems receives everything that is wrong
   * @return the desks without a problem, in file order
   */
  public static List<Desk> read(Path file, String shownAs, Problems problems) {
    List<Desk> desks = new ArrayList<>();
    if (!Files.exists(file)) {
      return desks;
    }
    Set<String> names = new HashSet<>();
    for (YamlNode document : Yaml.read(file, shownAs, problems)) {
      if (!(document instanceof YamlNode.Mapping top)) {
        problems.add(document, "", "is not a mapping", "write desks: and the list below it");
        continue;
      }
      for (String key : top.entries().keySet()) {
        if (!key.equals("desks")) {
          unknown(top, key, "only desks is known here", problems);
        }
      }
      YamlNode list = top.get("desks").orElse(null);
      if (list instanceof YamlNode.Sequence sequence) {
        for (YamlNode item : sequence.items()) {
          desk(item, names, problems).ifPresent(desks::add);
        }
      } else if (list != null && !(list instanceof YamlNode.Scalar s && s.value().isEmpty())) {
        problems.add(list, "desks", "is not a list", "begin each desk with \"- name: ...\"");
      }
    }
    return desks;
  }

  private static Optional<Desk> desk(YamlNode node, Set<String> names, Problems problems) {
    int before = problems.list().size();
    if (!(node instanceof YamlNode.Mapping desk)) {
      problems.add(node, "desks", "is not a desk", "write name: and filter:");
      return Optional.empty();
    }
    for (String key : desk.entries().keySet()) {
      if (!KEYS.contains(key)) {
        unknown(desk, key, "known are " + String.join(", ", new TreeSet<>(KEYS)), problems);
      } else if (desk.text(key).isEmpty()) {
        problems.add(at(desk, key), key, "is not a single value", "write it on one line");
      }
    }
    String name = desk.text("name").orElse("");
    if (!NAME.matcher(name).matches()) {
      problems.add(
          at(desk, "name"),
          "name",
          name.isEmpty() ? "is missing" : "\"" + name + "\" is no name for a desk",
          "lower-case letters, digits and dashes, at most 63");
    } else if (!names.add(name)) {
      problems.add(at(desk, "name"), "name", "\"" + name + "\" is given twice", "rename one");
    }
    Optional<String> filter = desk.text("filter").filter(f -> !f.isBlank()).map(String::strip);
    filter.ifPresent(f -> checkFilter(desk, f, problems));
    Optional<Integer> most = desk.text("max-messages").flatMap(v -> count(desk, v, problems));
    Optional<Duration> age = desk.text("max-age").flatMap(v -> age(desk, v, problems));
    return problems.list().size() == before
        ? Optional.of(new Desk(name, filter, most, age))
        : Optional.empty();
  }

  private static void checkFilter(YamlNode.Mapping desk, String filter, Problems problems) {
    try {
      FilterImpl.createFilter(filter);
    } catch (ActiveMQException e) {
      problems.add(
          at(desk, "filter"),
          "filter",
          "is not a JMS selector: " + filter,
          "for instance lang = 'en' AND agencies LIKE '%,AFP,%'");
      return;
    }
    for (String word : SelectorWords.unknown(filter)) {
      problems.add(
          at(desk, "filter"),
          "filter",
          "no article has a property \"" + word + "\"",
          "properties are " + String.join(", ", SelectorWords.PROPERTIES));
    }
  }

  private static Optional<Integer> count(YamlNode.Mapping desk, String value, Problems problems) {
    try {
      int count = Integer.parseInt(value.replace("_", ""));
      if (count > 0 && count <= 10_000_000) {
        return Optional.of(count);
      }
    } catch (NumberFormatException e) {
      // said below
    }
    problems.add(
        at(desk, "max-messages"),
        "max-messages",
        "\"" + value + "\" is no number of messages",
        "1 to 10000000");
    return Optional.empty();
  }

  private static Optional<Duration> age(YamlNode.Mapping desk, String value, Problems problems) {
    Matcher m = AGE.matcher(value);
    if (!m.matches()) {
      problems.add(
          at(desk, "max-age"), "max-age", "\"" + value + "\" is no time", "write 30m, 12h or 2d");
      return Optional.empty();
    }
    long n = Long.parseLong(m.group(1));
    return Optional.of(
        switch (m.group(2)) {
          case "s" -> Duration.ofSeconds(n);
          case "m" -> Duration.ofMinutes(n);
          case "h" -> Duration.ofHours(n);
          default -> Duration.ofDays(n);
        });
  }

  private static YamlNode at(YamlNode.Mapping desk, String key) {
    return desk.get(key).orElse(desk);
  }

  private static void unknown(
      YamlNode.Mapping mapping, String key, String hint, Problems problems) {
    int line = mapping.keyLines().getOrDefault(key, mapping.line());
    problems.add(
        new news.dateline.config.Problem(mapping.file(), line, key, "is not a known key", hint));
  }
}
