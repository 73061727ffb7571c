package news.dateline.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to characters. What is claimed is believed as far as the bytes bear it out, in this order:
 * the source's own setting, a byte order mark, the HTTP charset, the XML declaration, UTF-8. A
 * claim that the bytes contradict is passed over; when none holds, the bytes decide.
 */
final class Encodings {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /**
   * @param text without a byte order mark
   * @param claim the charset that was claimed and held; empty when the bytes had to decide
   * @param mended true when the first claim did not hold or bytes had to be replaced
   */
  record Decoded(String text, Optional<Charset> claim, boolean mended) {}

  private Encodings() {}

  static Decoded decode(byte[] bytes, Optional<Charset> forced, Optional<String> contentType) {
    Optional<Bom> bom = Bom.of(bytes);
    byte[] body = bom.isEmpty() ? bytes : Arrays.copyOfRange(bytes, bom.get().size(), bytes.length);
    Optional<String> label = CharsetNames.declared(body);
    Optional<Charset> declared = label.flatMap(CharsetNames::of);
    Set<Charset> claims = claims(body, forced, bom, contentType, declared);
    // A name nobody knows is a fault of the document, whatever its bytes turn out to be.
    boolean first = label.isEmpty() || declared.isPresent();
    for (Charset claim : claims) {
      boolean certain = forced.filter(claim::equals).isPresent();
      String text = certain ? new String(body, claim) : tryDecode(body, claim);
      if (text != null) {
        return new Decoded(text, Optional.of(claim), !first);
      }
      first = false;
    }
    return new Decoded(guess(body), Optional.empty(), true);
  }

  private static Set<Charset> claims(
      byte[] body,
      Optional<Charset> forced,
      Optional<Bom> bom,
      Optional<String> contentType,
      Optional<Charset> declared) {
    Set<Charset> claims = new LinkedHashSet<>();
    forced.ifPresent(claims::add);
    bom.ifPresent(b -> claims.add(b.charset()));
    Optional<Charset> wide = wide(body);
    wide.ifPresent(claims::add);
    if (bom.isEmpty() && wide.isEmpty()) {
      add(claims, contentType.flatMap(CharsetNames::ofContentType), body);
      add(claims, declared, body);
    }
    claims.add(StandardCharsets.UTF_8);
    return claims;
  }

  /**
   * Adds a claim, and before it UTF-8 when the claim is a single-byte charset, which fits any
   * bytes, but the bytes are well-formed UTF-8 beyond ASCII, which does not happen by chance.
   */
  private static void add(Set<Charset> claims, Optional<Charset> claim, byte[] body) {
    if (claim.isEmpty() || isWide(claim.get())) {
      return; // a readable declaration cannot be UTF-16: the label is wrong
    }
    boolean singleByte = claim.get().canEncode() && claim.get().newEncoder().maxBytesPerChar() == 1;
    if (singleByte && isUtf8BeyondAscii(body)) {
      claims.add(StandardCharsets.UTF_8);
    }
    claims.add(claim.get());
  }

  private static boolean isWide(Charset charset) {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }

  /** UTF-16 or UTF-32 without a mark, known by the zeros around the first ASCII character. */
  private static Optional<Charset> wide(byte[] b) {
    if (b.length < 4) {
      return Optional.empty();
    }
    if (b[0] == 0 && b[1] == 0 && b[2] == 0 && b[3] != 0) {
      return Optional.of(Charset.forName("UTF-32BE"));
    }
    if (b[0] != 0 && b[1] == 0 && b[2] == 0 && b[3] == 0) {
      return Optional.of(Charset.forName("UTF-32LE"));
    }
    if (b[0] == 0 && b[1] != 0 && b[2] == 0 && b[3] != 0) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    if (b[0] != 0 && b[1] == 0 && b[2] != 0 && b[3] == 0) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return Optional.empty();
  }

  private static @Nullable String tryDecode(byte[] body, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      // The JDK's own path is many times faster than a strict decoder; a replacement character in
      // the result means malformed input unless the input spells one out.
      String text = new String(body, charset);
      return text.indexOf('\uFFFD') < 0 ? text : strict(body, charset);
    }
    return strict(body, charset);
  }

  private static @Nullable String strict(byte[] body, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(body))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static boolean isUtf8BeyondAscii(byte[] body) {
    boolean ascii = true;
    for (byte b : body) {
      if (b < 0) {
        ascii = false;
        break;
      }
    }
    return !ascii && strict(body, StandardCharsets.UTF_8) != null;
  }

  /**
   * No claim holds. Mostly UTF-8 with stray bytes is the commonest case: the strays are read as
   * windows-1252, where they come from. Else the letters tell.
   */
  private static String guess(byte[] body) {
    Utf8Mixed mixed = Utf8Mixed.decode(body);
    if (mixed.sequences() >= mixed.strays()) {
      return mixed.text();
    }
    return new String(body, CharsetGuess.of(body).orElse(WINDOWS_1252));
  }

  /** A byte order mark. */
  private record Bom(Charset charset, int size) {
    static Optional<Bom> of(byte[] b) {
      if (startsWith(b, 0xEF, 0xBB, 0xBF)) {
        return Optional.of(new Bom(StandardCharsets.UTF_8, 3));
      }
      if (startsWith(b, 0xFF, 0xFE, 0, 0)) {
        return Optional.of(new Bom(Charset.forName("UTF-32LE"), 4));
      }
      if (startsWith(b, 0, 0, 0xFE, 0xFF)) {
        return Optional.of(new Bom(Charset.forName("UTF-32BE"), 4));
      }
      if (startsWith(b, 0xFE, 0xFF)) {
        return Optional.of(new Bom(StandardCharsets.UTF_16BE, 2));
      }
      if (startsWith(b, 0xFF, 0xFE)) {
        return Optional.of(new Bom(StandardCharsets.UTF_16LE, 2));
      }
      return Optional.empty();
    }

    private static boolean startsWith(byte[] b, int... head) {
      if (b.length < head.length) {
        return false;
      }
      for (int i = 0; i < head.length; i++) {
        if ((b[i] & 0xFF) != head[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
