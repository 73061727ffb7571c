package news.dateline.sources;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;
import news.dateline.config.YamlPlaces;
import news.dateline.config.YamlPlaces.Entry;
import news.dateline.config.YamlPlaces.Place;

/**
 * A change to one source in the text of its file; whatever else the file holds stays as it is, to
 * the byte. Every change is checked by reading the result: it differs in nothing but what was
 * wanted.
 */
final class SourceFileEdit {
  private static final String MOVED = "# moved ";
  private static final Pattern DASHES = Pattern.compile("[ \\t]*(?:- +)*");

  private final String text;
  private final String shownAs;

  /**
   * @param shownAs how messages name the file
   */
  SourceFileEdit(String text, String shownAs) {
    this.text = text;
    this.shownAs = shownAs;
  }

  /**
   * The text with another feed address.
   *
   * @param from the address it names now
   * @param remark goes on a line of its own above, after {@code # moved}; empty: such a line is
   *     taken away
   * @throws NoSuchElementException when no source of that id names that address
   * @throws IllegalArgumentException when it is written in a way that cannot be changed safely
   */
  String moved(String id, URI from, URI to, Optional<String> remark) {
    Place feed = entry(id).values().get(SourceKeys.FEED);
    if (feed == null || !feed.value().strip().equals(from.toString())) {
      throw new NoSuchElementException(id + " does not name " + from + " in " + shownAs);
    }
    if (feed.start() < feed.key()) {
      throw byHand(id); // the value stands elsewhere, behind an anchor
    }
    int line = lineStart(feed.key());
    String before = text.substring(0, line);
    boolean ownLine = DASHES.matcher(text.substring(line, feed.key())).matches();
    if (ownLine && remark.isPresent()) {
      String indent = text.substring(line, feed.key()).replaceFirst("-.*", "");
      before += indent + MOVED + remark.get() + lineEnd();
    } else if (ownLine) {
      int above = before.isEmpty() ? 0 : lineStart(before.length() - 1);
      if (before.substring(above).strip().startsWith(MOVED)) {
        before = before.substring(0, above);
      }
    }
    String edited =
        before
            + text.substring(line, feed.start())
            + written(feed, to.toString())
            + text.substring(feed.end());
    check(edited, id, from.toString(), to.toString());
    return edited;
  }

  /**
   * The text without the source's entry.
   *
   * @throws IllegalArgumentException when it is written in a way that cannot be cut
   */
  String without(String id) {
    Entry entry = entry(id);
    int start = lineStart(entry.start());
    if (!DASHES.matcher(text.substring(start, entry.start())).matches()) {
      throw byHand(id);
    }
    int end = text.indexOf('\n', Math.max(start, entry.end() - 1));
    String edited = text.substring(0, start) + (end < 0 ? "" : text.substring(end + 1));
    List<String> wanted = flat(text);
    wanted.removeAll(flatOf(text, id));
    if (!flat(edited).equals(wanted)) {
      throw byHand(id);
    }
    return edited;
  }

  private Entry entry(String id) {
    for (Entry entry : YamlPlaces.entries(text)) {
      Place place = entry.values().get(SourceKeys.ID);
      if (place != null && place.value().strip().equals(id)) {
        return entry;
      }
    }
    throw new NoSuchElementException(id + " is not in " + shownAs);
  }

  private String written(Place place, String value) {
    return switch (place.style()) {
      case PLAIN -> SourceText.scalar(value);
      case DOUBLE_QUOTED -> SourceText.quoted(value);
      case SINGLE_QUOTED -> "'" + value.replace("'", "''") + "'";
      case OTHER ->
          throw new IllegalArgumentException(
              "its address stands over several lines in " + shownAs + ": change it by hand");
    };
  }

  /** An anchor that others refer to, for instance, would change more than this source. */
  private void check(String edited, String id, String from, String to) {
    List<String> before = flat(text);
    List<String> after = flat(edited);
    int changed = 0;
    boolean same = before.size() == after.size();
    for (int i = 0; same && i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        changed++;
        same =
            before.get(i).equals(line(id, SourceKeys.FEED, from))
                && after.get(i).equals(line(id, SourceKeys.FEED, to));
      }
    }
    if (!same || changed != 1) {
      throw byHand(id);
    }
  }

  private IllegalArgumentException byHand(String id) {
    return new IllegalArgumentException(
        id + " stands in " + shownAs + " in a way only a person can change safely");
  }

  /** Every value of the file with its source and key, one a line. */
  private static List<String> flat(String yaml) {
    Problems problems = new Problems();
    List<String> out = new ArrayList<>();
    for (YamlNode document : Yaml.parse(yaml, "", problems)) {
      List<YamlNode> nodes =
          document instanceof YamlNode.Sequence list ? list.items() : List.of(document);
      for (YamlNode node : nodes) {
        String id =
            node instanceof YamlNode.Mapping m
                ? m.text(SourceKeys.ID).map(String::strip).orElse("")
                : "";
        flatten(node, id, "", out);
      }
    }
    problems.list().forEach(p -> out.add(p.message()));
    return out;
  }

  private static List<String> flatOf(String yaml, String id) {
    return flat(yaml).stream().filter(l -> l.startsWith(id + '\u0000')).toList();
  }

  private static void flatten(YamlNode node, String id, String key, List<String> out) {
    if (node instanceof YamlNode.Mapping m) {
      m.entries().forEach((k, v) -> flatten(v, id, key.isEmpty() ? k : key + '.' + k, out));
    } else if (node instanceof YamlNode.Sequence s) {
      s.items().forEach(v -> flatten(v, id, key + "[]", out));
    } else if (node instanceof YamlNode.Scalar s) {
      out.add(line(id, key, s.value().strip()));
    }
  }

  private static String line(String id, String key, String value) {
    return id + '\u0000' + key + '\u0000' + value;
  }

  private int lineStart(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  private String lineEnd() {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }
}
