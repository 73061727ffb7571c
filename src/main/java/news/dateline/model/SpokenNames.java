package news.dateline.model;

import java.util.LinkedHashSet;
import java.util.Set;
import news.dateline.model.Attribution.Quote;
import news.dateline.model.Attribution.Speaker;
import news.dateline.model.Attribution.Speaker.SpeakerKind;

/**
 * The full names under which people speak in an article, as they are printed: what an article
 * teaches about spelling.
 */
public final class SpokenNames {
  private static final int LONGEST = 60;

  private SpokenNames() {}

  /** Each once; surnames, pronouns, descriptions and organisations are left out. */
  public static Set<String> of(Attribution attribution) {
    Set<String> names = new LinkedHashSet<>();
    for (Quote quote : attribution.quotes()) {
      if (quote.speaker().isPresent()) {
        Speaker speaker = quote.speaker().get();
        String printed = speaker.mention().strip().replaceAll("\\s+", " ");
        if (speaker.kind() == SpeakerKind.PERSON
            && isFullName(printed)
            && (printed.equals(speaker.name()) || isSpelling(printed, speaker.name()))) {
          names.add(printed);
        }
      }
    }
    return names;
  }

  /** The canonical name is of the same form: not another case of a language that declines names. */
  private static boolean isSpelling(String printed, String canonical) {
    String[] a = printed.split(" ", -1);
    String[] b = canonical.split(" ", -1);
    boolean same = a.length == b.length && a[a.length - 1].equals(b[b.length - 1]);
    for (int i = 0; same && i < a.length; i++) {
      same =
          !a[i].isEmpty()
              && !b[i].isEmpty()
              && a[i].charAt(a[i].length() - 1) == b[i].charAt(b[i].length() - 1);
    }
    return same;
  }

  private static boolean isFullName(String name) {
    String[] words = name.split(" ", -1);
    if (words.length < 2 || words.length > 5 || name.length() > LONGEST) {
      return false;
    }
    for (String word : words) {
      if (!isNameWord(word)) {
        return false;
      }
    }
    return Character.isUpperCase(name.charAt(0))
        && Character.isUpperCase(words[words.length - 1].charAt(0));
  }

  private static boolean isNameWord(String word) {
    int capitals = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isLetter(c) && ".-'’".indexOf(c) < 0) {
        return false;
      }
      capitals += Character.isUpperCase(c) ? 1 : 0;
    }
    // "STEVE PEOPLES" is how a byline prints, not how anybody is spelt
    return !word.isEmpty() && (word.length() < 4 || capitals < word.length());
  }
}
