package news.dateline.sources;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Language tags of BCP 47, checked against the languages Java knows. */
final class Languages {
  private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

  private Languages() {}

  /** The tag in its proper case; empty when it is no tag or its language does not exist. */
  static Optional<String> tag(String text) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(text).build();
      String language = locale.getLanguage();
      // three letters (ISO 639-3) have no list in the JDK; private and reserved ones are refused
      boolean known =
          language.length() == 2
              ? KNOWN.contains(language)
              : language.length() == 3 && !language.equals("und");
      return known ? Optional.of(locale.toLanguageTag()) : Optional.empty();
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }

  /** What {@code en_GB}, {@code English} or {@code русский} was meant to be. */
  static Optional<String> guess(String text) {
    Optional<String> dashed = tag(text.replace('_', '-'));
    if (dashed.isPresent()) {
      return dashed;
    }
    for (String code : Locale.getISOLanguages()) {
      Locale locale = Locale.forLanguageTag(code);
      if (text.equalsIgnoreCase(locale.getDisplayLanguage(Locale.ENGLISH))
          || text.equalsIgnoreCase(locale.getDisplayLanguage(locale))) {
        return Optional.of(locale.toLanguageTag());
      }
    }
    return Optional.empty();
  }
}
