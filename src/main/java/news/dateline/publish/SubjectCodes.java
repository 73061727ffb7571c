package news.dateline.publish;

import java.util.Map;
import java.util.Optional;
import news.dateline.model.Subject;
import news.dateline.model.Uris;

/** How a subject's code is written in ninjs: a URI where its scheme has one, and as a literal. */
final class SubjectCodes {
  /** IPTC's registered scheme aliases; the URI of a concept is scheme URI plus code. */
  private static final Map<String, String> IPTC =
      Map.of(
          "medtop", "http://cv.iptc.org/newscodes/mediatopic/",
          "subj", "http://cv.iptc.org/newscodes/subjectcode/",
          "genre", "http://cv.iptc.org/newscodes/genre/");

  private SubjectCodes() {}

  /** The concept's URI; empty when neither code nor scheme makes one. */
  static Optional<String> uri(Subject subject) {
    String code = subject.code().orElse("");
    if (code.startsWith("http://") || code.startsWith("https://") || code.startsWith("urn:")) {
      return Uris.absolute(code);
    }
    int colon = code.indexOf(':');
    String known = colon > 0 ? IPTC.get(code.substring(0, colon)) : null;
    if (known != null) {
      return Uris.absolute(known + code.substring(colon + 1));
    }
    return subject
        .scheme()
        .filter(s -> s.startsWith("http") && (s.endsWith("/") || s.endsWith("#")))
        .flatMap(s -> Uris.absolute(s + code));
  }

  /** The code, with the scheme's short name before it when it has one and the code does not. */
  static String literal(Subject subject) {
    String code = subject.code().orElse("");
    return subject
        .scheme()
        .filter(s -> !s.isEmpty() && s.indexOf(':') < 0 && code.indexOf(':') < 0)
        .map(s -> s + ":" + code)
        .orElse(code);
  }
}
