package news.dateline.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who may ask. Keeps other web pages from using a reader's browser against this instance (foreign
 * {@code Host}: DNS rebinding; foreign {@code Origin} or a form post: cross-site request forgery),
 * and asks for a token when the instance listens beyond loopback. Thread-safe.
 */
final class HttpGuard {
  /** Largest request body, bytes. */
  static final int MAX_BODY = 1 << 20;

  /**
   * Sent with every answer. Scripts and styles come from this instance alone, and the page cannot
   * turn text into markup ({@code trusted-types}).
   */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
              + " object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-cache");

  private final String host;
  private final Optional<String> token;
  private final Attempts attempts;
  private final LocalUser users;

  /** In the order they are made; what costs least and tells least first. */
  private final List<Check> checks =
      List.of(
          this::host,
          HttpGuard::origin,
          this::token,
          this::user,
          HttpGuard::size,
          HttpGuard::deliberate);

  /**
   * @param host the address the server listens on, or the one name it is reached by
   * @param token needed from every caller of the API when present
   * @param attempts slows down whoever shows wrong ones
   * @param users who may do what where no token is asked
   * @throws IllegalArgumentException when the host is not loopback and there is no token
   */
  HttpGuard(String host, Optional<String> token, Attempts attempts, LocalUser users) {
    this.attempts = attempts;
    this.users = users;
    this.host = bare(host);
    this.token = token.filter(t -> !t.isBlank());
    if (!isLoopback(this.host) && this.token.isEmpty()) {
      throw new IllegalArgumentException(
          "listening on " + host + " needs a token: others could reach it");
    }
  }

  /** Does the request name this machine by a loopback name? */
  static boolean namesLoopback(Request request) {
    return request.header("host").map(HttpGuard::hostOf).filter(HttpGuard::isLoopback).isPresent();
  }

  /**
   * Why the request may not pass; empty when it may. Asked for the head of a request before its
   * body is read.
   *
   * @param api false for the page's own files, which need no token
   */
  Optional<Reply> refuse(Request request, boolean api) {
    for (Check check : checks) {
      Optional<Reply> refusal = check.refuse(request, api);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /** One thing that keeps a request out. */
  interface Check {
    /** Why it may not pass; empty when this check has nothing against it. */
    Optional<Reply> refuse(Request request, boolean api);
  }

  private Optional<Reply> host(Request request, boolean api) {
    String asked = request.header("host").map(HttpGuard::hostOf).orElse("");
    return isLoopback(asked) || isOurs(asked)
        ? Optional.empty()
        : deny(421, "host-refused", "this instance does not answer to that Host");
  }

  private static Optional<Reply> origin(Request request, boolean api) {
    return request.header("origin").filter(o -> !sameOrigin(o, request)).isPresent()
        ? deny(403, "origin-refused", "other web sites may not call this instance")
        : Optional.empty();
  }

  private Optional<Reply> token(Request request, boolean api) {
    if (!api || token.isEmpty()) {
      return Optional.empty();
    }
    String shown = request.header("authorization").orElse("");
    Optional<Reply> pause = attempts.pause(request.peer(), "api", shown).map(HttpGuard::slowDown);
    if (pause.isPresent()) {
      return pause;
    }
    if (carriesToken(request)) {
      attempts.passed(request.peer(), "api", shown);
      return Optional.empty();
    }
    if (request.header("authorization").isPresent()) {
      attempts.failed(request.peer(), "api"); // whoever shows none does not guess
    }
    return Optional.of(
        Json.error(401, "token-needed", "this instance asks for its bearer token")
            .with("WWW-Authenticate", "Bearer realm=\"dateline\""));
  }

  private Optional<Reply> user(Request request, boolean api) {
    return token.isPresent() ? Optional.empty() : users.refuse(request, api);
  }

  private static Optional<Reply> size(Request request, boolean api) {
    return request.body().size() > MAX_BODY
        ? deny(413, "body-too-large", "the request body is larger than 1 MB")
        : Optional.empty();
  }

  private static Optional<Reply> deliberate(Request request, boolean api) {
    return request.reads() || isDeliberate(request)
        ? Optional.empty()
        : deny(
            415,
            "header-needed",
            "changes need Content-Type: application/json or the header X-Dateline: 1");
  }

  /** The answer to whoever has shown too many wrong secrets. */
  static Reply slowDown(Duration pause) {
    return Json.error(429, "slow-down", "too many wrong secrets; wait and try again")
        .with("Retry-After", String.valueOf(pause.toSeconds() + 1));
  }

  /** The same answer with the security headers. */
  static Reply secured(Reply reply) {
    Reply out = reply;
    for (Map.Entry<String, String> h : HEADERS.entrySet()) {
      out = out.headers().containsKey(h.getKey()) ? out : out.with(h.getKey(), h.getValue());
    }
    return out;
  }

  /** Headers that no plain HTML form and no cross-site request without preflight can carry. */
  private static boolean isDeliberate(Request request) {
    return request.header("x-dateline").filter("1"::equals).isPresent()
        || request
            .header("content-type")
            .map(t -> t.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
            .filter("application/json"::equals)
            .isPresent();
  }

  private boolean carriesToken(Request request) {
    byte[] given =
        request
            .header("authorization")
            .filter(a -> a.regionMatches(true, 0, "Bearer ", 0, 7))
            .map(a -> a.substring(7).strip())
            .orElse("")
            .getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(given, token.orElseThrow().getBytes(StandardCharsets.UTF_8));
  }

  /** A wildcard listener has every address of the machine, so any literal address will do. */
  private boolean isOurs(String asked) {
    boolean wildcard = host.equals("0.0.0.0") || host.equals("::");
    return asked.equals(host) || (wildcard && isAddress(asked));
  }

  private static boolean sameOrigin(String origin, Request request) {
    String authority = origin.replaceFirst("^https?://", "");
    return !authority.equals(origin) && authority.equalsIgnoreCase(request.headers().get("host"));
  }

  private static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
  }

  /** The host of a {@code Host} header, without port and brackets, in lower case. */
  private static String hostOf(String header) {
    int close = header.startsWith("[") ? header.indexOf(']') : -1;
    int colon = header.indexOf(':', Math.max(close, 0));
    return bare(colon < 0 ? header : header.substring(0, colon));
  }

  private static String bare(String host) {
    String h = host.strip().toLowerCase(Locale.ROOT);
    return h.startsWith("[") && h.endsWith("]") ? h.substring(1, h.length() - 1) : h;
  }

  private static Optional<Reply> deny(int status, String reason, String message) {
    return Optional.of(Json.error(status, reason, message));
  }
}
