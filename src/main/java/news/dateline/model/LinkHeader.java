package news.dateline.model;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code Link} headers (RFC 8288). Read leniently, as its appendix B.2 does: what cannot be read
 * ends that header, what stood before it counts.
 */
public final class LinkHeader {
  /** More than any document needs: what a stranger says is no state without bound. */
  private static final int MOST = 32;

  private static final String SPACE = " \t";

  private LinkHeader() {}

  /**
   * @param values of all {@code Link} headers, in their order
   * @param self the document they came with: a link with another {@code anchor} is not its own
   * @param relations those of use, in lower case
   * @param resolver makes an address absolute; empty for one nobody can use
   */
  public static WebLinks read(
      List<String> values,
      Optional<URI> self,
      Set<String> relations,
      Function<String, Optional<URI>> resolver) {
    List<WebLinks.Link> links = new ArrayList<>();
    for (String value : values) {
      new Scan(value, self, relations, resolver, links).all();
    }
    return links.isEmpty() ? WebLinks.NONE : new WebLinks(links);
  }

  /** One header value being read: {@code <address>; name=value; name="value", <address> ...}. */
  private static final class Scan {
    private final String text;
    private final Optional<URI> self;
    private final Function<String, Optional<URI>> resolver;
    private final Set<String> relations;
    private final List<WebLinks.Link> links;
    private int at;

    Scan(
        String text,
        Optional<URI> self,
        Set<String> relations,
        Function<String, Optional<URI>> resolver,
        List<WebLinks.Link> links) {
      this.text = text;
      this.self = self;
      this.relations = relations;
      this.resolver = resolver;
      this.links = links;
    }

    void all() {
      while (links.size() < MOST) {
        skip(SPACE + ",");
        int end = text.indexOf('>', at);
        if (at >= text.length() || text.charAt(at) != '<' || end < 0) {
          return;
        }
        String address = text.substring(at + 1, end);
        at = end + 1;
        add(address, parameters());
      }
    }

    /** Of a parameter that comes twice the first counts (RFC 8288, 3.3). */
    private Map<String, String> parameters() {
      Map<String, String> parameters = new HashMap<>(4);
      for (; ; ) {
        skip(SPACE);
        if (at >= text.length() || text.charAt(at) == ',') {
          return parameters;
        }
        if (text.charAt(at) != ';') {
          // no parameter: on to the next link
          skipTo(",");
          return parameters;
        }
        skip(SPACE + ";");
        String name = until("=;, \t").toLowerCase(Locale.ROOT);
        skip(SPACE);
        String value = "";
        if (at < text.length() && text.charAt(at) == '=') {
          at++;
          skip(SPACE);
          value = at < text.length() && text.charAt(at) == '"' ? quoted() : until(";, \t");
        }
        parameters.putIfAbsent(name, value);
      }
    }

    private String quoted() {
      StringBuilder value = new StringBuilder();
      for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        value.append(text.charAt(at));
      }
      at = Math.min(at + 1, text.length());
      return value.toString();
    }

    private String until(String ends) {
      int start = at;
      skipTo(ends);
      return text.substring(start, at);
    }

    private void skipTo(String ends) {
      while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
        at++;
      }
    }

    private void skip(String characters) {
      while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }

    private void add(String address, Map<String, String> parameters) {
      Optional<URI> href = resolver.apply(address);
      // An anchor makes it a link of another document (RFC 8288, 3.2).
      String anchor = parameters.get("anchor");
      boolean ours = anchor == null || resolver.apply(anchor).equals(self);
      if (href.isEmpty() || !ours) {
        return;
      }
      for (String relation : parameters.getOrDefault("rel", "").strip().split("\\s+", -1)) {
        String lower = relation.toLowerCase(Locale.ROOT);
        if (relations.contains(lower) && links.size() < MOST) {
          links.add(new WebLinks.Link(lower, href.get()));
        }
      }
    }
  }
}
