package news.dateline.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Notes in which desks say what a new version changes: "CORRECTS spelling in para 3", "UPDATES
 * throughout". Agencies put the verb in capitals, or begin with it.
 */
final class ChangeNote {
  private static final Pattern CORRECTION =
      Pattern.compile(
          "\\b(?:CORRECT(?:S|ED|ION|ING)?|CORRIG(?:E|E[DR]|ENDUM)|CORRECTIF|RECTIF\\p{Lu}*|CORRECCIÓN|CORRE[GZ]\\p{Lu}*"
              + "|BERICHTIG\\p{Lu}*|KORRIG\\p{Lu}*|KORREKTUR|CORREZIONE|CORREÇÃO|ИСПРАВЛ\\p{Lu}*)\\b"
              + "|(?:^|\\s)تصحيح|^\\W*(?:Corrects?|Corrected|Correction|Corrige|Rectifi\\p{L}*|Berichtigt|Korrigiert)\\b");

  private static final Pattern UPDATE =
      Pattern.compile(
          "\\b(?:UPDATES?|ADDS?|RECASTS?|RAISES?|LOWERS?|REFILES?|RESENDS?|REPEATS?|CLARIFIES|REPLACES?|REMOVES?|TRIMS?"
              + "|ACTUALIS\\p{Lu}*|ACTUALIZ\\p{Lu}*|AJOUTE\\p{Lu}*|PRECISE|PRÉCISE|REMPLACE|AMPLÍA|AMPLIA|AGGIORNA|AKTUALISIERT|ERGÄNZT)\\b"
              + "|^\\W*(?:Updates?|Adds?|Recasts?|Refiles?|Repeats?)\\s");

  private ChangeNote() {}

  /** Whether a note says that something was wrong. */
  static boolean corrects(String note) {
    return CORRECTION.matcher(note).find();
  }

  /** The first of these notes that says what changed; a correction before an update. */
  static Optional<String> in(List<String> notes) {
    return notes.stream()
        .filter(ChangeNote::corrects)
        .findFirst()
        .or(() -> notes.stream().filter(n -> UPDATE.matcher(n).find()).findFirst());
  }
}
