package news.dateline.parse;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import news.dateline.model.Bytes;
import news.dateline.model.Document;
import news.dateline.parse.ItemSlices.Slice;

/**
 * A feed beside the one its source sent last: the items that stand in it byte for byte as they did
 * are taken out before anything is read, so that reading costs only what is new. They were
 * published or buried then, and are the same today.
 *
 * <p>A mark is 64 bits over an item's bytes and over what all items are read with: declared type
 * and charset, the prolog and the root's start tag (namespaces, base, language, DTD), and what the
 * source's file says of format and charset. Channel dates may change as they like.
 */
final class KnownItems {
  /** A feed with more items is read whole each time: its marks would weigh more than they save. */
  private static final int MOST = 2_000;

  private static final int MARK_BYTES = 8;
  private static final int HEAD_LOOKED_AT = 256;

  private static final byte[] NOTHING = {};

  /** Holds the place of an item that is left out, between its commas. */
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private final List<Slice> known;
  private final String marks;

  private KnownItems(byte[] bytes, List<Slice> known, String marks) {
    this.bytes = bytes;
    this.known = known;
    this.marks = marks;
  }

  /**
   * @param before marks of the source's last document; may be empty
   */
  static KnownItems in(Document document, String before) {
    byte[] bytes = Unpack.gunzip(document.bytes().array());
    ItemSlices.Found found =
        !keepsAscii(document, bytes) || ArchiveMembers.isArchive(bytes) || MailReader.isMail(bytes)
            ? ItemSlices.Found.NONE
            : isJson(bytes) ? JsonSlices.find(bytes) : ItemSlices.find(bytes);
    if (found.slices().isEmpty() || found.slices().size() > MOST) {
      return new KnownItems(bytes, List.of(), "");
    }
    byte[] context = context(document, bytes, found.head());
    Set<Long> seen = decode(before);
    List<Slice> known = new ArrayList<>();
    ByteBuffer marks = ByteBuffer.allocate(found.slices().size() * MARK_BYTES);
    for (Slice slice : found.slices()) {
      long mark = mark(context, bytes, slice);
      marks.putLong(mark);
      if (seen.contains(mark)) {
        known.add(slice);
      }
    }
    return new KnownItems(
        bytes, known, Base64.getEncoder().withoutPadding().encodeToString(marks.array()));
  }

  /** How many items are known. */
  int count() {
    return known.size();
  }

  /** Marks of all items of this document; empty when they cannot be told apart. */
  String marks() {
    return marks;
  }

  /**
   * The document without the items that are known, to be decoded as the whole would be; empty when
   * its charset must be guessed, for which every byte counts.
   */
  Optional<Document> rest(Document document) {
    Encodings.Decoded whole =
        Encodings.decode(bytes, document.source().charset(), document.contentType());
    return whole.mended() ? Optional.empty() : whole.claim().map(c -> rest(document, c));
  }

  private Document rest(Document document, Charset charset) {
    byte[] gap = isJson(bytes) ? NULL : NOTHING;
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    int from = 0;
    for (Slice slice : known) {
      rest.write(bytes, from, slice.from() - from);
      rest.writeBytes(gap);
      from = slice.to();
    }
    rest.write(bytes, from, bytes.length - from);
    return new Document(
        document.source().toBuilder().charset(charset).build(),
        document.location(),
        Bytes.wrap(rest.toByteArray()),
        document.contentType(),
        document.links(),
        document.visit());
  }

  /**
   * In UTF-16, UTF-32 and EBCDIC a {@code <} is another byte; in the escape-sequence encodings
   * (ISO-2022, HZ, UTF-7) its byte may be half of a character.
   */
  private static boolean keepsAscii(Document document, byte[] bytes) {
    int length = Math.min(bytes.length, HEAD_LOOKED_AT);
    for (int i = 0; i < length; i++) {
      if (bytes[i] == 0) {
        return false;
      }
    }
    String said =
        (new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
                + document.contentType().orElse("")
                + document.source().charset())
            .toLowerCase(Locale.ROOT);
    return !said.contains("2022") && !said.contains("hz-gb") && !said.contains("utf-7");
  }

  private static boolean isJson(byte[] bytes) {
    for (byte b : bytes) {
      if (b > ' ') {
        return b == '{';
      }
    }
    return false;
  }

  /** One mark over all that every item is read with. */
  private static byte[] context(Document document, byte[] bytes, int head) {
    byte[] said =
        (document.contentType().orElse("")
                + '\n'
                + document.source().charset()
                + '\n'
                + document.source().format()
                + '\n')
            .getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(MARK_BYTES).putLong(mark(said, bytes, new Slice(0, head))).array();
  }

  /** Two independent checksums of 32 bits, both computed by the processor. */
  private static long mark(byte[] before, byte[] bytes, Slice slice) {
    return (sum(new CRC32(), before, bytes, slice) << 32) | sum(new CRC32C(), before, bytes, slice);
  }

  private static long sum(Checksum checksum, byte[] before, byte[] bytes, Slice slice) {
    checksum.update(before, 0, before.length);
    checksum.update(bytes, slice.from(), slice.to() - slice.from());
    return checksum.getValue();
  }

  private static Set<Long> decode(String marks) {
    Set<Long> seen = new HashSet<>();
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(marks));
      while (bytes.remaining() >= MARK_BYTES) {
        seen.add(bytes.getLong());
      }
    } catch (IllegalArgumentException e) {
      return Set.of(); // written by another program: nothing is known
    }
    return seen;
  }
}
