package news.dateline.parse;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.model.Feed;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;

/**
 * E-mail (RFC 5322, MIME): the mail itself is an item unless it only brings attachments; those that
 * another reader knows are items of their own.
 */
final class MailReader implements Reader {
  /** Bytes in which the headers must begin to make sense. */
  private static final int HEAD = 16_384;

  private static final Pattern FIELD = Pattern.compile("([!-9;-~]{2,60}):(?:[ \\t].*|$)");
  private static final Set<String> FROM = Set.of("from", "sender", "return-path");
  private static final Set<String> OTHERS =
      Set.of("date", "subject", "message-id", "received", "mime-version", "delivered-to", "to");

  private static final Session SESSION = session();

  /**
   * One for all mails. Jakarta Mail searches the whole class path for its provider at every part,
   * every body and every encoded word, unless a system property names it.
   */
  private static Session session() {
    System.setProperty(
        StreamProvider.class.getName(), StreamProvider.provider().getClass().getName());
    return Session.getInstance(new Properties());
  }

  @Override
  public boolean answersTo(String format) {
    return format.equals("email") || format.equals("mail") || format.equals("rfc822");
  }

  @Override
  public boolean recognises(Content content) {
    return content.shape() != Content.Shape.ARCHIVE && isMail(content.unpacked());
  }

  /** Whether it begins with the headers of a mail. */
  static boolean isMail(byte[] bytes) {
    int start = start(bytes);
    String head =
        new String(bytes, start, Math.min(HEAD, bytes.length - start), StandardCharsets.ISO_8859_1);
    Set<String> names = new HashSet<>();
    int at = 0;
    while (at < head.length()) {
      int end = head.indexOf('\n', at);
      String line = head.substring(at, end < 0 ? head.length() : end).stripTrailing();
      boolean folded = !names.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"));
      Matcher field = FIELD.matcher(line);
      if (line.isEmpty() || (!folded && !field.matches())) {
        break;
      }
      if (!folded) {
        names.add(field.group(1).toLowerCase(Locale.ROOT));
      }
      at = end < 0 ? head.length() : end + 1;
    }
    return names.stream().anyMatch(FROM::contains)
        && names.stream().filter(OTHERS::contains).count() >= 2;
  }

  /** Behind white space and the separator line of a mailbox file. */
  private static int start(byte[] b) {
    int i = 0;
    while (i < b.length && b[i] >= 0 && b[i] <= ' ') {
      i++;
    }
    boolean mailbox =
        i + 5 < b.length && new String(b, i, 5, StandardCharsets.ISO_8859_1).equals("From ");
    while (mailbox && i < b.length && b[i] != '\n') {
      i++;
    }
    return mailbox && i < b.length ? i + 1 : i;
  }

  /** Whether the empty line is there that ends the head of every mail (RFC 5322, 2.1). */
  private static boolean hasWholeHead(byte[] bytes, int start) {
    boolean empty = true;
    for (int i = start; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        if (empty) {
          return true;
        }
        empty = true;
      } else if (bytes[i] != '\r') {
        empty = false;
      }
    }
    return false;
  }

  @Override
  public Harvest read(Content content) {
    byte[] bytes = content.unpacked();
    int start = start(bytes);
    Harvest harvest = new Harvest(Feed.of("email"));
    Inner inner = new Inner(content, harvest, this);
    MailParts parts = new MailParts();
    MimeMessage message;
    try {
      message =
          new MimeMessage(SESSION, new ByteArrayInputStream(bytes, start, bytes.length - start));
      parts.read(message);
    } catch (MessagingException | IOException e) {
      throw new RejectedException(
          Reason.MALFORMED, "a mail that cannot be read: " + e.getMessage());
    }
    if (parts.isCutOff() || content.isTorn() || !hasWholeHead(bytes, start)) {
      throw new RejectedException(Reason.CUT_OFF, "a mail that breaks off");
    }
    MailItem item = new MailItem(content, message, parts);
    boolean brings = false;
    for (MailParts.Attachment attachment : parts.attachments()) {
      Optional<String> type = Optional.of(attachment.type());
      if (!attachment.isMedia() && inner.knows(attachment.name(), attachment.bytes(), type)) {
        inner.read(attachment.name(), attachment.bytes(), type);
        brings = true;
      }
    }
    if (!brings || item.hasText()) {
      harvest.take(content::bytes, item::read);
    }
    return harvest.numbered(inner.serials());
  }
}
