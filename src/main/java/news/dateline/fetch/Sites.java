package news.dateline.fetch;

import java.net.URI;
import java.util.Locale;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/** Which hosts belong to one owner, by the public suffix list (publicsuffix.org). */
public final class Sites {
  private Sites() {}

  /** Reading the list takes a while; most runs never need it. */
  private static final class Suffixes {
    static final PublicSuffixMatcher LIST = PublicSuffixMatcherLoader.getDefault();
  }

  /**
   * Whether two addresses lie under one registrable domain: {@code feeds.bbci.co.uk} and {@code
   * news.bbci.co.uk} do, {@code a.co.uk} and {@code b.co.uk} do not. Numbers and names without a
   * domain are sites of their own, whatever their port.
   */
  public static boolean same(URI one, URI other) {
    return site(one).equals(site(other));
  }

  private static String site(URI uri) {
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    boolean number = host.startsWith("[") || host.matches("[0-9.]+");
    String root = number ? null : Suffixes.LIST.getDomainRoot(host);
    return root == null ? host : root;
  }
}
