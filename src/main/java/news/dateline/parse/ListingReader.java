package news.dateline.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import news.dateline.model.Bytes;
import news.dateline.model.Document;
import news.dateline.model.Feed;
import news.dateline.model.Listing;
import news.dateline.model.ListingPage;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import org.jdom2.Element;

/**
 * A page of a listing, as its source declares it: the addresses of the documents that it names, and
 * where it goes on. Entries without an address of a document are documents themselves.
 */
final class ListingReader {
  private final Content content;
  private final Listing listing;
  private final Optional<URI> base;
  private final Optional<Pattern> match;
  private final Map<URI, ListingPage.Entry> entries = new LinkedHashMap<>();
  private final List<JsonNode> documents = new ArrayList<>();

  private ListingReader(Content content, Listing listing) {
    this.content = content;
    this.listing = listing;
    this.base = content.location();
    this.match = listing.match().map(Pattern::compile);
  }

  /**
   * Reads a page.
   *
   * @param plain reads a document for itself: an entry, or a page that names none
   * @throws RejectedException when the page is not what its source says
   */
  static Harvest read(Content content, Listing listing, Function<Document, Harvest> plain) {
    ListingReader reader = new ListingReader(content, listing);
    boolean pageIsDocument = reader.entries();
    Harvest harvest =
        pageIsDocument
            ? plain.apply(content.document())
            : new Harvest(Feed.of("listing").repaired(content.mended()));
    for (JsonNode entry : reader.documents) {
      harvest.add(plain.apply(reader.alone(entry)));
    }
    ListingPage page = new ListingPage(List.copyOf(reader.entries.values()), reader.next());
    return harvest.of(harvest.feed().listing(page));
  }

  /** Gathers the entries; true when the page has none because it is itself the document. */
  private boolean entries() {
    switch (content.shape()) {
      case JSON -> {
        if (content.json().isMissingNode()) {
          throw new RejectedException(Reason.MALFORMED, "a listing in JSON that cannot be read");
        }
        if (listing.items().isEmpty() && !content.json().isArray()) {
          return true;
        }
        List<JsonNode> found =
            listing
                .items()
                .map(path -> Paths.nodes(content.json(), path))
                .orElseGet(() -> Json.elements(content.json()));
        found.forEach(this::entry);
      }
      case XML -> {
        if (listing.items().isEmpty()) {
          return true;
        }
        Paths.elements(content.tree().root(), listing.items().get()).forEach(this::entry);
      }
      case HTML ->
          HtmlLink.in(content.text()).stream()
              .filter(l -> isBelow(l.href()))
              .forEach(l -> name(l.href(), l.href() + " " + l.beside()));
      default ->
          throw new RejectedException(
              Reason.NOT_A_FEED, "a listing that is neither JSON nor XML nor HTML");
    }
    return false;
  }

  private void entry(JsonNode entry) {
    Optional<String> address =
        listing
            .document()
            .flatMap(path -> Paths.in(entry, path).stream().findFirst())
            .or(() -> entry.isTextual() ? Some.text(entry.asText()) : Optional.empty());
    if (address.isEmpty()) {
      documents.add(entry);
      return;
    }
    Optional<String> key = listing.key().flatMap(p -> Paths.in(entry, p).stream().findFirst());
    name(address.get(), key.orElseGet(() -> address.get() + " " + sum(entry.toString())));
  }

  private void entry(Element entry) {
    Optional<String> address =
        listing.document().flatMap(path -> Paths.in(entry, path).stream().findFirst());
    if (address.isPresent()) {
      Optional<String> key = listing.key().flatMap(p -> Paths.in(entry, p).stream().findFirst());
      name(address.get(), key.orElseGet(() -> address.get() + " " + sum(entry.getValue())));
    }
  }

  private static String sum(String text) {
    return Bytes.utf8(text).sha256().substring(0, 32);
  }

  /** Only web addresses can be asked; others are nobody's documents. */
  private void name(String written, String mark) {
    Optional<URI> address =
        Links.resolve(base, written)
            .filter(a -> a.getScheme() != null && a.getScheme().matches("(?i)https?"))
            .filter(a -> match.isEmpty() || match.get().matcher(a.toString()).find());
    if (address.isPresent() && entries.size() < Harvest.MAX_ITEMS) {
      entries.putIfAbsent(address.get(), new ListingPage.Entry(address.get(), mark));
    }
  }

  /**
   * Whether a link of a directory's page leads to a file in it: not up, not to another order of the
   * same page, not to a directory.
   */
  private boolean isBelow(String href) {
    Optional<URI> address = Links.resolve(base, href);
    if (address.isEmpty() || base.isEmpty() || href.startsWith("?") || href.startsWith("#")) {
      return false;
    }
    String page = base.get().getRawPath() == null ? "/" : base.get().getRawPath();
    String folder = page.substring(0, page.lastIndexOf('/') + 1);
    String path = address.get().getRawPath() == null ? "" : address.get().getRawPath();
    boolean sameHost =
        String.valueOf(address.get().getRawAuthority())
            .equalsIgnoreCase(String.valueOf(base.get().getRawAuthority()));
    return sameHost && path.startsWith(folder) && !path.endsWith("/") && !path.equals(page);
  }

  /** An address, or a token put into the feed's. */
  private Optional<URI> next() {
    Optional<String> next = listing.next().flatMap(this::first);
    return listing.cursor().isPresent()
        ? next.flatMap(token -> with(listing.cursor().get(), token))
        : next.flatMap(href -> Links.resolve(base, href));
  }

  private Optional<String> first(String path) {
    List<String> found =
        switch (content.shape()) {
          case JSON -> Paths.in(content.json(), path);
          case XML -> Paths.in(content.tree().root(), path);
          default -> List.<String>of();
        };
    return found.stream().findFirst();
  }

  /** The feed's address with a query parameter in place of the one it has. */
  private Optional<URI> with(String parameter, String token) {
    Optional<URI> feed = content.document().source().feed();
    if (feed.isEmpty()) {
      return Optional.empty();
    }
    List<String> query = new ArrayList<>();
    if (feed.get().getRawQuery() != null) {
      for (String part : feed.get().getRawQuery().split("&", -1)) {
        if (!part.equals(parameter) && !part.startsWith(parameter + "=")) {
          query.add(part);
        }
      }
    }
    query.add(parameter + "=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    String address = feed.get().toString().replaceFirst("[?#].*", "");
    return Links.absolute(address + "?" + String.join("&", query));
  }

  /** An entry as a document of its own. */
  private Document alone(JsonNode entry) {
    Document page = content.document();
    return new Document(
        page.source(),
        page.location(),
        Bytes.utf8(entry.toString()),
        Optional.of("application/json; charset=utf-8"),
        page.links(),
        page.visit());
  }
}
