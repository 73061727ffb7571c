package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdom2.Element;

/** Notes to editors in the management metadata of a NewsML-G2 item, and what they say changed. */
final class G2Notes {
  /** A note longer than this tells more than a change. */
  private static final int CHANGE = 400;

  private final Element itemMeta;
  private final List<String> signals;
  private final List<String> more;

  /**
   * @param signals lower case, without their schemes
   * @param more notes from elsewhere
   */
  G2Notes(Element itemMeta, List<String> signals, List<String> more) {
    this.itemMeta = itemMeta;
    this.signals = signals;
    this.more = more;
  }

  /** All notes, whatever their role and whoever may read them; none twice. */
  Optional<String> all() {
    List<String> kept = new ArrayList<>();
    StringBuilder known = new StringBuilder();
    for (Element e : WireXml.childElements(itemMeta, "edNote")) {
      WireXml.lines(e).ifPresent(n -> keep(n, kept, known));
    }
    more.forEach(n -> keep(n, kept, known));
    return Some.text(String.join("\n\n", kept));
  }

  /** dpa gives a notepad whole, and then each of its lines once more. */
  private static void keep(String note, List<String> kept, StringBuilder known) {
    String folded = AuthorForms.fold(note);
    if (known.indexOf(folded) < 0) {
      kept.add(note);
      known.append(folded).append('\n');
    }
  }

  /** What a correction or an update says of itself. */
  Optional<String> change() {
    List<String> said = new ArrayList<>();
    List<Element> notes = WireXml.childElements(itemMeta, "edNote");
    for (Element e : notes) {
      String role = G2Names.word(e, "role");
      if (role.contains("correct") || role.contains("update") || role.contains("change")) {
        WireXml.lines(e).ifPresent(said::add);
      }
    }
    boolean changed = signals.stream().anyMatch(s -> s.startsWith("correct") || s.equals("update"));
    if (said.isEmpty() && changed && notes.size() == 1) {
      WireXml.lines(notes.get(0)).filter(n -> n.length() <= CHANGE).ifPresent(said::add);
    }
    if (said.isEmpty()) {
      return ChangeNote.in(
          notes.stream()
              .flatMap(e -> WireXml.lines(e).stream())
              .filter(n -> n.length() <= CHANGE)
              .map(n -> n.replaceFirst("^(?i)eds?:\\s*", ""))
              .toList());
    }
    return Some.text(String.join("\n", said));
  }
}
