package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.dateline.model.Attribution.Role;

/** Reads credit lines: who contributed, edited, took the picture, owns the text. */
final class CreditReader {
  private static final int LONGEST = 420;

  private static final Pattern COPYRIGHT =
      Pattern.compile("(?:©|\\(c\\)|\\(C\\)|[Cc]opyright|COPYRIGHT)(?![\\p{L}])");

  private final Field field;
  private final Copy copy;
  private final Findings findings;
  private final List<SignOffStyle> styles;
  private final SignOffReader signOffs;
  private String signOffRule = "";
  private Optional<String> origin;

  CreditReader(Field field, Findings findings, List<SignOffStyle> styles, Optional<String> origin) {
    this.field = field;
    this.copy = field.copy();
    this.findings = findings;
    this.styles = styles;
    this.signOffs = new SignOffReader(field);
    this.origin = origin;
  }

  /** Reads a paragraph as a credit; false when it is ordinary text. */
  boolean line(int from, int to) {
    if (from >= to || copy.end(to - 1) - copy.start(from) > LONGEST) {
      return false;
    }
    String text = copy.slice(from, to);
    ownStyle(from, to);
    if (signOff(from, to) || copyright(text, from, to)) {
      return true;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return roles(lower, from, to)
        || contribution(lower, from, to)
        || report(lower, from, to)
        || agenciesOnly(from, to);
  }

  /** The rule by which the line read last is the desk's sign-off; empty when it is none. */
  String signOffRule() {
    return signOffRule;
  }

  boolean signOff(int from, int to) {
    SignOffReader.SignOff found = signOffs.read(from, to);
    signOffRule = found == null ? "" : found.rule();
    if (found == null) {
      return false;
    }
    credit(found.agencies(), found.role(), 0.96, from, to, found.rule());
    return true;
  }

  /** A line in an agency's own style, in copy that nobody has signed; it may go over lines. */
  private void ownStyle(int from, int to) {
    if (origin.isPresent() || styles.isEmpty() || copy.mark(from) != '(') {
      return;
    }
    int start = copy.start(from);
    int close = copy.text().indexOf(')', start);
    if (close < 0 || close > start + 2 * LONGEST) {
      return;
    }
    String lower = copy.substring(start, close).toLowerCase(Locale.ROOT);
    for (SignOffStyle style : styles) {
      if (style.signs(lower)) {
        Agency agency = style.agency();
        findings.agency(agency, Role.ORIGIN, 0.8, field.evidence(from, to, "house-sign-off"));
        origin = Optional.of(agency.code());
        return;
      }
    }
  }

  /** Does a line begin as a copyright line does? */
  static boolean isCopyright(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && "©(cC".indexOf(text.charAt(0)) >= 0
        && COPYRIGHT.matcher(text).lookingAt();
  }

  private boolean copyright(String text, int from, int to) {
    if (!isCopyright(text)) {
      return false;
    }
    List<AgencyHit> agencies = field.hits().within(from, Math.min(to, from + 14));
    boolean photo = text.length() < 80 && text.indexOf('/') > 0;
    if (photo && agencies.size() == 1) {
      new PhotoCredits(field, findings).note(agencies.get(0));
    }
    credit(agencies, photo ? Role.PHOTO : Role.ORIGIN, 0.9, from, to, "copyright");
    return true;
  }

  private record Part(int at, int end, String role) {}

  /** Does a phrase of credits stand before or at the first word? */
  private boolean opensCredit(String lower) {
    int first = 0;
    while (first < lower.length() && !Tokenizer.isWordChar(lower.charAt(first))) {
      first++;
    }
    for (List<String> phrases : field.language().credits().values()) {
      for (String phrase : phrases) {
        if (near(lower, phrase, first) >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  boolean roles(String lower, int from, int to) {
    if (!opensCredit(lower)) {
      return false;
    }
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<String, List<String>> e : field.language().credits().entrySet()) {
      for (String phrase : e.getValue()) {
        int at = lower.indexOf(phrase);
        while (at >= 0) {
          int end = at + phrase.length();
          boolean bounded =
              (at == 0 || !Tokenizer.isWordChar(lower.charAt(at - 1)))
                  && (end == lower.length() || !Tokenizer.isWordChar(lower.charAt(end)));
          if (bounded) {
            parts.add(new Part(at, end, e.getKey()));
          }
          at = lower.indexOf(phrase, end);
        }
      }
    }
    parts.removeIf(
        p ->
            parts.stream()
                .anyMatch(
                    q ->
                        q.at() <= p.at()
                            && p.end() <= q.end()
                            && q.end() - q.at() > p.end() - p.at()));
    parts.sort((a, b) -> a.at() - b.at());
    boolean opens =
        !parts.isEmpty()
            && lower
                .substring(0, parts.get(0).at())
                .chars()
                .noneMatch(c -> Tokenizer.isWordChar((char) c));
    if (!opens) {
      return false;
    }
    int base = copy.start(from);
    boolean any = false;
    for (int k = 0; k < parts.size(); k++) {
      Part part = parts.get(k);
      int f = copy.tokenAt(base + part.end());
      int t = k + 1 < parts.size() ? copy.tokenAt(base + parts.get(k + 1).at()) : to;
      List<Np> people = People.read(copy, field.hits(), f, t);
      for (Np np : people) {
        field.person(findings, np, part.role(), origin, 0.93, from, to, "credit-line");
        any = true;
      }
      List<AgencyHit> agencies = field.hits().within(f, t);
      Role role = part.role().equals("photographer") ? Role.PHOTO : Role.CONTRIBUTOR;
      boolean alone = people.isEmpty() && part.role().equals("author");
      credit(agencies, alone ? Role.ORIGIN : role, 0.93, from, to, "credit-line");
      any |= !agencies.isEmpty();
    }
    return any;
  }

  /** Where a phrase begins, at a character up to a last one; -1 when it does not. */
  private static int near(String lower, String phrase, int last) {
    char begin = phrase.charAt(0);
    for (int at = 0; at <= last && at < lower.length(); at++) {
      if (lower.charAt(at) == begin && lower.startsWith(phrase, at)) {
        return at;
      }
    }
    return -1;
  }

  boolean contribution(String lower, int from, int to) {
    List<AgencyHit> agencies = field.hits().within(from, to);
    for (String phrase : field.language().contributions()) {
      int at = near(lower, phrase, 3);
      boolean opens = at >= 0 && lower.substring(0, at).chars().noneMatch(Character::isLetter);
      if (!opens || !lower.startsWith(" ", at + phrase.length())) {
        continue;
      }
      int names = copy.tokenAt(copy.start(from) + at + phrase.length() + 1);
      if (!agencies.isEmpty() && onlyNames(names, to)) {
        credit(agencies, Role.CONTRIBUTOR, 0.97, from, to, "contribution-line");
        return true;
      }
    }
    if (to - from < 40 && contributed(lower)) {
      List<Np> people = People.read(copy, field.hits(), from, to);
      for (Np np : people) {
        Optional<String> agency =
            agencies.isEmpty() ? origin : Optional.of(agencies.get(0).agency().code());
        field.person(findings, np, "contributor", agency, 0.98, from, to, "contribution-line");
      }
      credit(agencies, Role.CONTRIBUTOR, 0.98, from, to, "contribution-line");
      return !people.isEmpty() || !agencies.isEmpty();
    }
    return false;
  }

  private boolean contributed(String lower) {
    for (String phrase : field.language().contributed()) {
      if (lower.contains(phrase)) {
        return true;
      }
    }
    return false;
  }

  /** Agencies, joining words and punctuation, nothing else. */
  private boolean onlyNames(int from, int to) {
    int others = 0;
    for (int i = from; i < to; i++) {
      others +=
          copy.mark(i) == 0 && !copy.is(i, Words.AND | Words.DETERMINER | Words.AGENCY_WORD)
              ? 1
              : 0;
    }
    for (AgencyHit hit : field.hits().within(from, to)) {
      for (int i = hit.from(); i < hit.to(); i++) {
        others -=
            copy.mark(i) == 0 && !copy.is(i, Words.AND | Words.DETERMINER | Words.AGENCY_WORD)
                ? 1
                : 0;
      }
    }
    return others <= 0;
  }

  boolean report(String lower, int from, int to) {
    List<AgencyHit> agencies = field.hits().within(from, to);
    if (agencies.isEmpty()) {
      return false;
    }
    for (String phrase : field.language().reports()) {
      if (lower.startsWith(phrase)) {
        credit(agencies.subList(0, 1), Role.ORIGIN, 0.95, from, to, "report-line");
        return true;
      }
    }
    return false;
  }

  /** "KYODO, JIJI", "(APA/Reuters, red, 9.9.2025)", "STT–AFP", "==Kyodo". */
  boolean agenciesOnly(int from, int to) {
    List<AgencyHit> agencies = field.hits().within(from, to);
    if (agencies.isEmpty() || to - from > 24) {
      return false;
    }
    boolean bracket = copy.mark(from) == '(' || copy.mark(from) == '[';
    int words = 0;
    for (int i = from; i < to; i++) {
      boolean silent = copy.is(i, Words.AND | Words.DETERMINER) || copy.has(i, Copy.NUMBER);
      words += copy.mark(i) == 0 && !silent ? 1 : 0;
    }
    for (AgencyHit hit : agencies) {
      words -= hit.to() - hit.from();
    }
    boolean openedByAgency = agencies.get(0).from() <= from + 2;
    if (words > (bracket ? 2 : 0) || !openedByAgency || everyday(agencies, words)) {
      return false;
    }
    if (bracket
        && agencies.size() == 1
        && new PhotoCredits(field, findings).note(agencies.get(0))) {
      return true;
    }
    // With the initials of one's own desk beside several agencies: "(dpa/AFP/ass)".
    boolean shared = agencies.size() > 1 && words > 0 && initials(from, to, agencies);
    Role role = shared ? Role.CONTRIBUTOR : Role.ORIGIN;
    role = bracket && words > 0 && pictured(from, to) ? Role.PHOTO : role;
    credit(agencies, role, 0.96, from, to, "closing-credit");
    return true;
  }

  /** "(ANSA via AP, File)": somebody's pictures, handed on or from the files. */
  private boolean pictured(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (copy.is(i, Words.PHOTO) || copy.wordIs(i, "via")) {
        return true;
      }
    }
    return false;
  }

  /** "(Radio Show)", "(RSS 1.0)": an everyday word is a credit only when it stands alone. */
  private boolean everyday(List<AgencyHit> agencies, int words) {
    for (AgencyHit hit : agencies) {
      boolean counted = hit.to() < copy.size() && copy.has(hit.to(), Copy.NUMBER);
      if (hit.agency().use() != Agency.Use.SIGNED || (words == 0 && !counted)) {
        return false;
      }
    }
    return true;
  }

  /** Are the words beside the agencies initials: short, small, and no desk's name? */
  private boolean initials(int from, int to, List<AgencyHit> agencies) {
    boolean any = false;
    for (int i = from; i < to; i++) {
      if (copy.mark(i) != 0 || copy.has(i, Copy.NUMBER) || field.hits().startingAt(i) != null) {
        continue;
      }
      boolean inside = false;
      for (AgencyHit hit : agencies) {
        inside |= hit.from() <= i && i < hit.to();
      }
      boolean small =
          !copy.has(i, Copy.CAP)
              && copy.end(i) - copy.start(i) <= 4
              && copy.bits(i) == 0
              && !Staff.is(copy.word(i));
      any |= !inside && small;
      if (!inside && !small) {
        return false;
      }
    }
    return any;
  }

  /** "… stayed in port. Enditem": a mark of the end behind the last sentence. */
  boolean endsItem(int from, int to) {
    int last = to - 1;
    return last > from
        && copy.has(last, Copy.SENTENCE)
        && copy.has(last, Copy.CAP)
        && field.language().ends().contains(copy.word(last).toLowerCase(Locale.ROOT));
  }

  private void credit(
      List<AgencyHit> agencies, Role role, double confidence, int from, int to, String rule) {
    for (AgencyHit hit : agencies) {
      field.agency(findings, hit, role, confidence, from, to, rule);
      if (role == Role.ORIGIN && origin.isEmpty()) {
        origin = Optional.of(hit.agency().code());
      }
    }
  }
}
