package news.dateline.app;

import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import news.dateline.model.Bytes;

/** Mails as they came: their bytes by RFC 822, and the flags of a mailbox. */
final class Mails {
  static final String TYPE = "message/rfc822";

  private Mails() {}

  /** Its Message-ID, else its subject, else what is given. */
  static String name(Message mail, String otherwise) throws MessagingException {
    for (String header : new String[] {"Message-ID", "Subject"}) {
      String[] values = mail.getHeader(header);
      if (values != null && values.length > 0 && !values[0].isBlank()) {
        return values[0].replaceAll("\\s+", " ").strip();
      }
    }
    return otherwise;
  }

  /** The whole mail; of one that is larger, the first bytes and one more than allowed. */
  static Bytes bytes(Message mail, long most) throws MessagingException, IOException {
    Limited out = new Limited(most + 1);
    try {
      mail.writeTo(out);
    } catch (Full e) {
      // what there is shows that it is too large
    }
    return Bytes.wrap(out.kept.toByteArray());
  }

  /** Marks a mail of which something was buried, for whoever looks into the mailbox. */
  static void flag(Message mail) throws MessagingException {
    if (mail.getFolder() != null && mail.getFolder().isOpen()) {
      mail.setFlag(Flags.Flag.FLAGGED, true);
    }
  }

  /** Enough was written. */
  private static final class Full extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Limited extends OutputStream {
    final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final long most;

    Limited(long most) {
      this.most = most;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
      int fits = (int) Math.min(len, most - kept.size());
      kept.write(b, off, fits);
      if (fits < len) {
        throw new Full();
      }
    }
  }
}
