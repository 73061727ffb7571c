package news.dateline.parse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The files in a ZIP or TAR archive, within limits that no delivery of news comes near. */
final class ArchiveMembers {
  /** Files of one archive. */
  private static final int MOST = 10_000;

  /** Bytes of one file. */
  private static final int LARGEST = 64 << 20;

  /** Bytes of all files of one archive, also of those within an archive in it. */
  private static final long TOTAL = 256L << 20;

  /** What text is packed to at most; a bomb is packed to a thousandth. */
  private static final int RATIO = 200;

  /** Small files may be packed better than that. */
  private static final int UNSUSPICIOUS = 1 << 20;

  /** What file managers leave behind. */
  private static final Pattern LITTER =
      Pattern.compile("(?:.*/)?(?:__MACOSX/.*|\\.[^/]*|Thumbs\\.db|desktop\\.ini)");

  /** Bytes of a block of TAR. */
  private static final int BLOCK = 512;

  private long left = TOTAL;
  private int members;

  /** Takes the files one by one. */
  interface Taker {
    /** One that could be unpacked. */
    void take(String name, byte[] bytes);

    /** The archive ends before its end mark: what follows is not known. */
    void cutOff(String message);

    /** One that could not. */
    void refuse(String name, Reason reason, String message);
  }

  static boolean isArchive(byte[] bytes) {
    return isZip(bytes) || isTar(bytes);
  }

  private static boolean isZip(byte[] b) {
    return b.length >= 22
        && b[0] == 'P'
        && b[1] == 'K'
        && ((b[2] == 3 && b[3] == 4) || (b[2] == 5 && b[3] == 6));
  }

  /** POSIX and GNU write their name into the first header. */
  private static boolean isTar(byte[] b) {
    return b.length >= 512
        && b[257] == 'u'
        && b[258] == 's'
        && b[259] == 't'
        && b[260] == 'a'
        && b[261] == 'r';
  }

  /**
   * @throws RejectedException when the archive itself cannot be read or goes beyond the limits
   */
  void open(byte[] bytes, Taker taker) {
    try {
      if (isZip(bytes)) {
        zip(bytes, taker);
      } else {
        tar(bytes, taker);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new RejectedException(Reason.BODY_UNREADABLE, "broken archive: " + e.getMessage());
    }
  }

  private void zip(byte[] bytes, Taker taker) throws IOException {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
      while (entries.hasMoreElements()) {
        ZipArchiveEntry entry = entries.nextElement();
        if (entry.isDirectory() || entry.isUnixSymlink() || isLitter(entry.getName())) {
          continue;
        }
        if (!zip.canReadEntryData(entry)) {
          taker.refuse(entry.getName(), Reason.BODY_UNREADABLE, "encrypted or packed unusually");
          continue;
        }
        try (InputStream in = zip.getInputStream(entry)) {
          take(entry.getName(), in, entry.getCompressedSize(), taker);
        } catch (IOException e) {
          taker.refuse(entry.getName(), Reason.BODY_UNREADABLE, "broken: " + e.getMessage());
        }
      }
    }
  }

  private void tar(byte[] bytes, Taker taker) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(bytes))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        if (entry.isFile()
            && !entry.isSymbolicLink()
            && !entry.isLink()
            && !isLitter(entry.getName())) {
          take(entry.getName(), tar, entry.getSize(), taker);
        }
        entry = tar.getNextEntry();
      }
      if (!endsWithZeros(bytes)) {
        taker.cutOff("the archive breaks off behind a file");
      }
    } catch (IOException e) {
      taker.cutOff("the archive breaks off: " + e.getMessage());
    }
  }

  /** Whether the blocks of zeros are there that end every archive (POSIX.1, pax, ustar format). */
  private static boolean endsWithZeros(byte[] bytes) {
    for (int i = bytes.length - 1; i >= bytes.length - BLOCK; i--) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLitter(String name) {
    return LITTER.matcher(name).matches();
  }

  private void take(String name, InputStream in, long packed, Taker taker) throws IOException {
    if (++members > MOST) {
      throw new RejectedException(Reason.TOO_COMPLEX, "more than " + MOST + " files in an archive");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[16384];
    int n;
    while ((n = in.read(buffer)) > 0) {
      left -= n;
      if (left < 0) {
        throw new RejectedException(
            Reason.BODY_TOO_LARGE, "an archive of more than " + TOTAL + " bytes when unpacked");
      }
      boolean bomb = out.size() > UNSUSPICIOUS && packed > 0 && out.size() / packed > RATIO;
      if (out.size() + n > LARGEST || bomb) {
        taker.refuse(
            name, Reason.BODY_TOO_LARGE, bomb ? "packed like a bomb" : "larger than allowed");
        return;
      }
      out.write(buffer, 0, n);
    }
    taker.take(name, out.toByteArray());
  }

  /** The media type a picture's, sound's or video's name tells; empty for anything else. */
  static Optional<String> mediaType(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(
        switch (ending) {
          case "jpg", "jpeg" -> "image/jpeg";
          case "png", "gif", "webp", "tiff", "bmp" -> "image/" + ending;
          case "tif" -> "image/tiff";
          case "svg" -> "image/svg+xml";
          case "eps" -> "application/postscript";
          case "mp3" -> "audio/mpeg";
          case "wav", "ogg" -> "audio/" + ending;
          case "mp4", "webm" -> "video/" + ending;
          case "mov" -> "video/quicktime";
          default -> null;
        });
  }
}
