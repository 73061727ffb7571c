package news.dateline.model;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Addresses by relation, as the {@code Link} headers of an answer (RFC 8288) or the links of a feed
 * (RFC 4287 §4.2.7) name them: {@code hub} and {@code self} of WebSub, {@code next} and {@code
 * prev-archive} of paged feeds (RFC 5005).
 *
 * @param all absolute addresses, in the order they were named
 */
public record WebLinks(List<Link> all) {
  /** No links. */
  public static final WebLinks NONE = new WebLinks(List.of());

  /**
   * One address.
   *
   * @param relation in lower case
   * @param href absolute
   */
  public record Link(String relation, URI href) {
    public Link {
      relation = relation.toLowerCase(Locale.ROOT);
    }
  }

  public WebLinks {
    all = List.copyOf(all);
  }

  /** The first address with this relation. */
  public Optional<URI> first(String relation) {
    return all.stream().filter(l -> l.relation.equals(relation)).map(Link::href).findFirst();
  }

  /** Every address with this relation, each once. */
  public List<URI> every(String relation) {
    return all.stream()
        .filter(l -> l.relation.equals(relation))
        .map(Link::href)
        .distinct()
        .toList();
  }

  /** These, then others: the first of a relation is then ours, when we have one. */
  public WebLinks then(WebLinks others) {
    if (others.all.isEmpty()) {
      return this;
    }
    List<Link> both = new ArrayList<>(all);
    both.addAll(others.all);
    return new WebLinks(both);
  }
}
