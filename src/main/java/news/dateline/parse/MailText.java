package news.dateline.parse;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as mails write them: encoded words in headers, flowed lines in bodies. */
final class MailText {
  private static final Pattern WORD =
      Pattern.compile("=\\?([^?\\s]{1,40})\\?([BbQq])\\?([^?]{0,2000})\\?=");

  private MailText() {}

  /**
   * A header's value on one line (RFC 2047). Words are decoded wherever they stand and although
   * they hold spaces; one that cannot be decoded is left as it is.
   */
  static String header(String value) {
    String line = value.replaceAll("\\r?\\n[ \\t]*", " ").strip();
    String joined = line.replaceAll("\\?=\\s+(?==\\?[^?\\s]{1,40}\\?[BbQq]\\?)", "?=");
    Matcher m = WORD.matcher(joined);
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      m.appendReplacement(out, Matcher.quoteReplacement(word(m)));
    }
    return AuthorForms.fold(m.appendTail(out).toString());
  }

  private static String word(Matcher m) {
    String text = m.group(2).equalsIgnoreCase("q") ? m.group(3).replace(' ', '_') : m.group(3);
    String charset = m.group(1).replaceFirst("\\*.*", ""); // RFC 2231 puts a language behind it
    String known = CharsetNames.of(charset).map(c -> c.name()).orElse(charset);
    try {
      return MimeUtility.decodeWord("=?" + known + "?" + m.group(2) + "?" + text + "?=");
    } catch (UnsupportedEncodingException | jakarta.mail.internet.ParseException e) {
      return m.group();
    }
  }

  /** Lines that end with a space go on in the next (RFC 3676); {@code -- } ends the text. */
  static String unflowed(String text, boolean deleteSpace) {
    StringBuilder out = new StringBuilder(text.length());
    for (String line : text.split("\\r?\\n", -1)) {
      String content = line.startsWith(" ") ? line.substring(1) : line;
      boolean flows = content.endsWith(" ") && !content.equals("-- ");
      out.append(flows && deleteSpace ? content.substring(0, content.length() - 1) : content);
      if (!flows) {
        out.append('\n');
      }
    }
    return out.toString();
  }
}
