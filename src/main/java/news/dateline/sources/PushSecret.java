package news.dateline.sources;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.dateline.model.Bytes;
import news.dateline.model.Source;

/**
 * What whoever pushes to a source must know: {@code from: push:?token=…} or {@code push:?hmac=…}.
 * With both, either will do. Every comparison takes the same time whatever is sent.
 */
public final class PushSecret {
  static final String SCHEME = "push:";

  /** Headers in which senders sign, the first that is there. */
  private static final List<String> SIGNATURES =
      List.of(
          "x-hub-signature-256",
          "x-signature-256",
          "x-signature",
          "x-webhook-signature",
          "x-dateline-signature");

  private final String token;
  private final String key;

  private PushSecret(String token, String key) {
    this.token = token;
    this.key = key;
  }

  /** Whether something is pushed to the source, rather than fetched from somewhere. */
  public static boolean isPushed(Source source) {
    return source.from().filter(from -> from.startsWith(SCHEME)).isPresent();
  }

  /** Of a source that is pushed to; a secret that nothing fits when it is not. */
  public static PushSecret of(Optional<Source> source) {
    return source
        .filter(PushSecret::isPushed)
        .flatMap(Source::from)
        .map(from -> new PushSecret(option(from, "token"), option(from, "hmac")))
        .orElse(new PushSecret("", ""));
  }

  /**
   * Whether the head of a request shows any secret at all, right or wrong.
   *
   * @param headers names in lower case
   */
  public static boolean isShown(Map<String, String> headers) {
    return !given(headers).isEmpty() || SIGNATURES.stream().anyMatch(headers::containsKey);
  }

  private static String given(Map<String, String> headers) {
    String bearer = headers.getOrDefault("authorization", "");
    return bearer.regionMatches(true, 0, "Bearer ", 0, 7)
        ? bearer.substring(7).strip()
        : headers.getOrDefault("x-dateline-token", "").strip();
  }

  /**
   * Whether the request shows that its sender knows the secret.
   *
   * @param headers names in lower case
   */
  public boolean admits(Map<String, String> headers, Bytes body) {
    boolean knows = MessageDigest.isEqual(utf8(given(headers)), utf8(token)) && !token.isEmpty();
    String signature =
        SIGNATURES.stream().map(headers::get).filter(h -> h != null).findFirst().orElse("");
    boolean signed = MessageDigest.isEqual(decoded(signature), mac(body)) && !key.isEmpty();
    return knows || signed;
  }

  private byte[] mac(Bytes body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      // an empty key is refused by Java; what it would give is not looked at
      mac.init(new SecretKeySpec(utf8(key.isEmpty() ? "none" : key), "HmacSHA256"));
      return mac.doFinal(body.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** {@code sha256=HEX}, {@code HEX} or Base64; no bytes when it is none of these. */
  private static byte[] decoded(String signature) {
    String bare = signature.strip();
    if (bare.toLowerCase(Locale.ROOT).startsWith("sha256=")) {
      bare = bare.substring("sha256=".length());
    }
    try {
      return bare.length() == 64 ? HexFormat.of().parseHex(bare) : Base64.getDecoder().decode(bare);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** An option of the address, decoded; empty when it is not there. */
  static String option(String from, String name) {
    return UriOptions.of(from).getOrDefault(name, "");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
