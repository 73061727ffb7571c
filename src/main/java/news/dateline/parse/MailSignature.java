package news.dateline.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A text of a mail without the sender's signature, which holds names, addresses and telephone
 * numbers and is for editors: what stands behind the line {@code "-- "} (RFC 3676, section 4.3),
 * and the parts that mail programs mark as such in HTML.
 *
 * @param text without it
 * @param signature plain; may be empty
 */
record MailSignature(MailParts.Text text, String signature) {
  /** Lines of a signature; what is longer is a text of its own behind a rule. */
  private static final int LONGEST = 15;

  private static final Pattern SEPARATOR = Pattern.compile("(?m)^--[ \\t]?\\r?$");

  private static final String MARKED =
      ".moz-signature, .gmail_signature, [data-smartmail=gmail_signature], #Signature, #signature,"
          + " .signature";

  static MailSignature of(MailParts.Text text) {
    return text.html() ? ofHtml(text) : ofPlain(text);
  }

  private static MailSignature ofPlain(MailParts.Text text) {
    Matcher separator = SEPARATOR.matcher(text.value());
    int at = -1;
    int end = -1;
    while (separator.find()) {
      at = separator.start();
      end = separator.end();
    }
    String behind = at < 0 ? "" : text.value().substring(end).strip();
    if (behind.isEmpty() || behind.lines().count() > LONGEST) {
      return new MailSignature(text, "");
    }
    return new MailSignature(new MailParts.Text(text.value().substring(0, at), false), behind);
  }

  private static MailSignature ofHtml(MailParts.Text text) {
    Document page = Jsoup.parse(text.value());
    StringBuilder said = new StringBuilder();
    for (Element e : page.select(MARKED)) {
      said.append(e.text()).append('\n');
      e.remove();
    }
    return said.isEmpty()
        ? new MailSignature(text, "")
        : new MailSignature(new MailParts.Text(page.outerHtml(), true), said.toString().strip());
  }
}
