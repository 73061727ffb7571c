package news.dateline.parse;

import java.util.Optional;
import news.dateline.model.Person;

/**
 * The ways an author is written into one string: {@code mail (Name)} as RSS wants it, {@code Name
 * <mail>}, {@code Name (mail)}, a mail address alone, a name alone.
 */
final class AuthorForms {
  private AuthorForms() {}

  /** Empty when the field is blank. */
  static Optional<Person> read(String field, String role) {
    String s = fold(field);
    if (s.isEmpty()) {
      return Optional.empty();
    }
    String mail = mail(s);
    if (mail.isEmpty()) {
      return Optional.of(new Person(s, role, Optional.empty(), Optional.empty()));
    }
    String rest = fold(s.replace(mail, " ").replace("mailto:", " "));
    String name = strip(rest);
    return Optional.of(new Person(name, role, Optional.of(mail), Optional.empty()));
  }

  /** The first run of characters around an at sign that could be an address. */
  private static String mail(String s) {
    for (int at = s.indexOf('@', 1); at > 0; at = s.indexOf('@', at + 1)) {
      int start = at;
      while (start > 0 && isMail(s.charAt(start - 1))) {
        start--;
      }
      int end = at + 1;
      while (end < s.length() && isMail(s.charAt(end))) {
        end++;
      }
      while (end > at && s.charAt(end - 1) == '.') {
        end--;
      }
      if (start < at && s.substring(at, end).indexOf('.') > 0) {
        return s.substring(start, end);
      }
    }
    return "";
  }

  private static boolean isMail(char c) {
    return Character.isLetterOrDigit(c) || "._%+-'".indexOf(c) >= 0;
  }

  /** Without the brackets, commas and quotes that held name and address apart. */
  private static String strip(String s) {
    String t = s.replace("()", " ").replace("<>", " ").replace("( )", " ").replace("< >", " ");
    t = fold(t);
    if (t.startsWith("(") && t.endsWith(")") && t.indexOf('(', 1) < 0) {
      t = t.substring(1, t.length() - 1);
    }
    while (!t.isEmpty() && ",;:<([\"".indexOf(t.charAt(t.length() - 1)) >= 0) {
      t = t.substring(0, t.length() - 1).strip();
    }
    while (!t.isEmpty() && ",;:>)]\"-".indexOf(t.charAt(0)) >= 0) {
      t = t.substring(1).strip();
    }
    return t.endsWith("\"") ? t.substring(0, t.length() - 1) : t.strip();
  }

  /** White space folded to single spaces. */
  static String fold(String s) {
    StringBuilder out = new StringBuilder(s.length());
    boolean space = false;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00A0') {
        space = out.length() > 0;
      } else {
        if (space) {
          out.append(' ');
          space = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }
}
