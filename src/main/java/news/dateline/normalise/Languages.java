package news.dateline.normalise;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Language tags in their proper form (BCP 47). */
final class Languages {
  /** What an item says that has no language, whatever its feed has. */
  static final String UNDETERMINED = "und";

  private Languages() {}

  /**
   * {@code en_us} becomes {@code en-US}.
   *
   * @return empty when it is no language tag, or says that the language is unknown
   */
  static Optional<String> tag(String written) {
    String text = written.strip().replace('_', '-');
    int dash = text.indexOf('-');
    int primary = dash < 0 ? text.length() : dash;
    if (primary < 2 || primary > 3) {
      return Optional.empty(); // "english" and "x-default" are well-formed and name nothing.
    }
    try {
      String tag = new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
      return tag.startsWith("und") || tag.startsWith("mul") ? Optional.empty() : Optional.of(tag);
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }
}
