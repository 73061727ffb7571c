package news.dateline.sources;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
 * With both, either will do; with {@code max-age=5m} only a signature that includes the time of
 * sending. Every comparison takes the same time whatever is sent.
 */
public final class PushSecret {
  static final String SCHEME = "push:";
  static final String MAX_AGE = "max-age";

  /** Headers in which senders sign, the first that is there. */
  private static final List<String> SIGNATURES =
      List.of(
          "x-hub-signature-256",
          "x-signature-256",
          "x-signature",
          "x-webhook-signature",
          "x-dateline-signature");

  private static final String TIME = "x-dateline-timestamp";
  private static final String STANDARD_KEY = "whsec_";
  private static final int MOST_SIGNATURES = 8;

  /** How far a signed time may be from ours where the source says nothing of it. */
  private static final Duration USUAL_AGE = Duration.ofMinutes(5);

  private final String token;
  private final String key;
  private final Optional<Duration> maxAge;

  private PushSecret(String token, String key, Optional<Duration> maxAge) {
    this.token = token;
    this.key = key;
    this.maxAge = maxAge;
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
        .map(
            from ->
                new PushSecret(
                    option(from, "token"),
                    option(from, "hmac"),
                    Durations.parse(option(from, MAX_AGE))))
        .orElse(new PushSecret("", "", Optional.empty()));
  }

  /**
   * Whether the head of a request shows any secret at all, right or wrong.
   *
   * @param headers names in lower case
   */
  public static boolean isShown(Map<String, String> headers) {
    return !given(headers).isEmpty()
        || headers.containsKey("webhook-signature")
        || SIGNATURES.stream().anyMatch(headers::containsKey);
  }

  /** The token a request shows; empty when it shows none. */
  public static String given(Map<String, String> headers) {
    String bearer = headers.getOrDefault("authorization", "");
    return bearer.regionMatches(true, 0, "Bearer ", 0, 7)
        ? bearer.substring(7).strip()
        : headers.getOrDefault("x-dateline-token", "").strip();
  }

  /**
   * What a request proves: that its sender knows the secret and, where it signed the time (or the
   * source demands it), that it was not recorded long ago.
   *
   * @param headers names in lower case
   */
  public PushProof proof(Map<String, String> headers, Bytes body, Instant now) {
    boolean knows = MessageDigest.isEqual(utf8(given(headers)), utf8(token)) && !token.isEmpty();
    String standard = headers.getOrDefault("webhook-signature", "");
    String time = headers.getOrDefault(standard.isEmpty() ? TIME : "webhook-timestamp", "");
    String id = headers.getOrDefault("webhook-id", "");
    boolean fits =
        standard.isEmpty()
            ? signed(headers, time.isEmpty() ? "" : time + ".", body)
            : standard(standard, id + "." + time + ".", body);
    boolean signed = fits && !key.isEmpty();
    if (!knows && !signed) {
      return PushProof.NONE;
    }
    if (!signed || time.isEmpty()) {
      return maxAge.isEmpty()
          ? PushProof.timeless()
          : PushProof.late(
              "this source wants the time of sending, signed: X-Dateline-Timestamp, or Standard"
                  + " Webhooks");
    }
    Optional<Instant> at = time(time);
    if (at.isEmpty()) {
      return PushProof.late("the signed time is not a number of seconds since 1970");
    }
    Duration off = Duration.between(at.get(), now).abs();
    if (off.compareTo(goodFor()) > 0) {
      return PushProof.late(
          "it was signed at "
              + at.get()
              + ", which is "
              + Durations.words(off)
              + " away from the "
              + now.truncatedTo(ChronoUnit.SECONDS)
              + " here; at most "
              + Durations.words(goodFor()));
    }
    return new PushProof(
        true, at, time + " " + (standard.isEmpty() ? signature(headers) : standard), "");
  }

  /** How far a signed time may be from ours. */
  public Duration goodFor() {
    return maxAge.orElse(USUAL_AGE);
  }

  private static Optional<Instant> time(String seconds) {
    return seconds.matches("\\d{1,11}")
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
        : Optional.empty();
  }

  private boolean signed(Map<String, String> headers, String before, Bytes body) {
    return MessageDigest.isEqual(decoded(signature(headers)), mac(before, body));
  }

  private static String signature(Map<String, String> headers) {
    return SIGNATURES.stream().map(headers::get).filter(h -> h != null).findFirst().orElse("");
  }

  /** A list of signatures, of which one must do; the scheme lets senders change their keys. */
  private boolean standard(String signatures, String before, Bytes body) {
    byte[] wanted = mac(before, body);
    boolean found = false;
    for (String one : signatures.split(" ", MOST_SIGNATURES)) {
      found |= one.startsWith("v1,") && MessageDigest.isEqual(decoded(one.substring(3)), wanted);
    }
    return found;
  }

  private byte[] mac(String before, Bytes body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(keyBytes(), "HmacSHA256"));
      mac.update(utf8(before));
      return mac.doFinal(body.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** Standard Webhooks writes its keys in Base64 after {@code whsec_}. */
  private byte[] keyBytes() {
    if (key.startsWith(STANDARD_KEY)) {
      try {
        byte[] bytes = Base64.getDecoder().decode(key.substring(STANDARD_KEY.length()));
        return bytes.length == 0 ? utf8(key) : bytes;
      } catch (IllegalArgumentException e) {
        return utf8(key);
      }
    }
    // an empty key is refused by Java; what it would give is not looked at
    return utf8(key.isEmpty() ? "none" : key);
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
