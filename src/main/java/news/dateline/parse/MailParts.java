package news.dateline.parse;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.dateline.model.Letters;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import org.jsoup.Jsoup;

/** The parts of a mail: its text, the best of what it offers, and its attachments. */
final class MailParts {
  private static final int DEEPEST = 12;
  private static final int MOST = 1_000;

  /** A text that stands in the mail itself. */
  record Text(String value, boolean html) {
    /** Without tags. */
    String plain() {
      return html ? Jsoup.parse(value).text() : value;
    }
  }

  /**
   * @param name of the file; made up when it has none
   * @param type media type in lower case
   * @param bytes decoded
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Attachment(String name, String type, byte[] bytes) {
    /** A picture, a sound or a video. */
    boolean isMedia() {
      return type.startsWith("image/") || type.startsWith("audio/") || type.startsWith("video/");
    }
  }

  private final List<Text> texts = new ArrayList<>();
  private final List<Attachment> attachments = new ArrayList<>();
  private int parts;
  private boolean cutOff;

  /** Whether the mail ends before the line that closes its parts (RFC 2046, 5.1.1). */
  boolean isCutOff() {
    return cutOff;
  }

  List<Text> texts() {
    return texts;
  }

  List<Attachment> attachments() {
    return attachments;
  }

  /** Walks through a part and all within it. */
  void read(Part part) throws MessagingException, IOException {
    read(part, texts, 0);
  }

  private void read(Part part, List<Text> into, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST || ++parts > MOST) {
      throw new RejectedException(Reason.TOO_COMPLEX, "a mail of too many parts");
    }
    String type = type(part);
    if (type.startsWith("multipart/") && part.getContent() instanceof Multipart multipart) {
      boolean choice = type.equals("multipart/alternative");
      List<Text> found = new ArrayList<>();
      for (int i = 0; i < multipart.getCount(); i++) {
        read(multipart.getBodyPart(i), found, depth + 1);
      }
      cutOff |= depth == 0 && multipart instanceof MimeMultipart mime && !mime.isComplete();
      into.addAll(choice ? best(found) : found);
      return;
    }
    Optional<String> name = name(part);
    boolean attached =
        name.isPresent() || Part.ATTACHMENT.equalsIgnoreCase(disposition(part).orElse(""));
    byte[] bytes = bytes(part);
    if (attached || !(type.equals("text/plain") || type.equals("text/html"))) {
      attachments.add(new Attachment(name.orElse("part-" + parts), type, bytes));
    } else if (bytes.length > 0) {
      into.add(text(part, type, bytes));
    }
  }

  /** HTML when it carries the text, else what carries most of it. */
  private static List<Text> best(List<Text> found) {
    int most = found.stream().mapToInt(t -> Letters.count(t.plain())).max().orElse(0);
    Optional<Text> best = Optional.empty();
    for (Text text : found) {
      boolean full = Letters.count(text.plain()) * 10 >= most * 9;
      if (full && (best.isEmpty() || text.html())) {
        best = Optional.of(text);
      }
    }
    return best.map(List::of).orElse(List.of());
  }

  private static Text text(Part part, String type, byte[] bytes) throws MessagingException {
    Optional<String> declared = Optional.ofNullable(part.getContentType());
    String text = Encodings.decode(bytes, Optional.empty(), declared).text();
    boolean flowed = parameter(part, "format").equalsIgnoreCase("flowed");
    return type.equals("text/html")
        ? new Text(text, true)
        : new Text(
            flowed
                ? MailText.unflowed(text, parameter(part, "delsp").equalsIgnoreCase("yes"))
                : text,
            false);
  }

  private static String type(Part part) throws MessagingException {
    String declared = part.getContentType();
    String type = declared == null ? "text/plain" : declared;
    return type.replaceFirst("(?s)[;\\s].*", "").strip().toLowerCase(Locale.ROOT);
  }

  private static String parameter(Part part, String name) {
    try {
      String value = new ContentType(part.getContentType()).getParameter(name);
      return value == null ? "" : value;
    } catch (MessagingException e) {
      return "";
    }
  }

  private static Optional<String> disposition(Part part) {
    try {
      return Optional.ofNullable(part.getDisposition());
    } catch (MessagingException e) {
      return Optional.empty(); // malformed
    }
  }

  private static Optional<String> name(Part part) {
    try {
      return Optional.ofNullable(part.getFileName()).map(MailText::header).flatMap(Some::text);
    } catch (MessagingException e) {
      return Optional.empty();
    }
  }

  /** Decoded; as they stand when their encoding is unknown or broken. */
  private static byte[] bytes(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return in.readAllBytes();
    } catch (IOException | MessagingException e) {
      if (part instanceof jakarta.mail.internet.MimeBodyPart body) {
        try (InputStream in = body.getRawInputStream()) {
          return in.readAllBytes();
        }
      }
      if (part instanceof MimePart) {
        return new byte[0];
      }
      throw e;
    }
  }
}
