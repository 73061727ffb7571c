package news.dateline.parse;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses as feeds write them. */
final class Links {
  private Links() {}

  /** The address when it is absolute and well-formed. */
  static Optional<URI> absolute(String text) {
    URI uri = parse(text);
    return uri != null && uri.isAbsolute() && !uri.isOpaque() && uri.getHost() != null
        ? Optional.of(uri)
        : Optional.empty();
  }

  /** A reference against a base; empty when neither makes an address. */
  static Optional<URI> resolve(Optional<URI> base, String reference) {
    URI uri = parse(reference);
    if (uri == null) {
      return Optional.empty();
    }
    if (uri.isAbsolute() || base.isEmpty()) {
      return Optional.of(uri);
    }
    return Optional.of(reference.isEmpty() ? base.get() : base.get().resolve(uri));
  }

  /** True for what a reader could click. */
  static boolean isHttp(String text) {
    return text.regionMatches(true, 0, "http://", 0, 7)
        || text.regionMatches(true, 0, "https://", 0, 8);
  }

  private static @Nullable URI parse(String text) {
    try {
      return URI.create(text.strip().replace(" ", "%20").replace("|", "%7C"));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
