package news.dateline.sources;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Makes ids of names: {@code The Moscow Times} becomes {@code the-moscow-times}. */
public final class SourceIds {
  private static final int LONGEST = 40;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
  private static final Pattern ENDS = Pattern.compile("^-|-$");

  /** Made when the first name needs it: it takes a while. */
  private static final class Latin {
    static final Transliterator OF_ANY = Transliterator.getInstance("Any-Latin; Latin-ASCII");
  }

  private SourceIds() {}

  /**
   * The id a name suggests, other scripts written in Latin letters.
   *
   * @return {@code [a-z0-9-]*}, at most 40 characters, cut between words where there are some;
   *     empty when the name has no letter or digit
   */
  public static String of(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    if (plain.chars().anyMatch(c -> c > 0x7f)) {
      plain = Latin.OF_ANY.transliterate(name);
    }
    String dashed = OTHER.matcher(plain.toLowerCase(Locale.ROOT).replace("'", "")).replaceAll("-");
    String slug = ENDS.matcher(dashed).replaceAll("");
    return slug.length() > LONGEST
        ? slug.substring(0, LONGEST).replaceAll("-[^-]*$", "").replaceAll("-+$", "")
        : slug;
  }

  /** The id itself, or the first of {@code id-2, id-3 ...} that is free. */
  public static String free(String id, Predicate<String> taken) {
    String candidate = id;
    for (int n = 2; taken.test(candidate); n++) {
      candidate = id + "-" + n;
    }
    return candidate;
  }
}
