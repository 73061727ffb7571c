package news.dateline.websub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.dateline.model.Bytes;

/**
 * {@code X-Hub-Signature: method=signature} (WebSub section 7.1): an HMAC of the body as sent, in
 * hexadecimal, with the secret as its key.
 */
final class Signature {
  /** The methods of the specification; any other is no signature. */
  private static final Map<String, String> METHODS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  private Signature() {}

  /**
   * Whether the body was signed with the secret. Compared in constant time.
   *
   * @param header its value; empty when there was none
   */
  static boolean valid(String header, String secret, Bytes body) {
    int equals = header.indexOf('=');
    String method = equals < 0 ? "" : header.substring(0, equals).strip().toLowerCase(Locale.ROOT);
    String algorithm = METHODS.get(method);
    if (algorithm == null) {
      return false;
    }
    byte[] given;
    try {
      given = HexFormat.of().parseHex(header.substring(equals + 1).strip());
    } catch (IllegalArgumentException e) {
      return false;
    }
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return MessageDigest.isEqual(mac.doFinal(body.array()), given);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
