package news.dateline.app;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import news.dateline.model.Article;
import news.dateline.model.Batch;
import news.dateline.model.Cursor;
import news.dateline.model.Fetch;
import news.dateline.model.Gap;
import news.dateline.model.Listing;
import news.dateline.model.ListingPage;
import news.dateline.model.Poll;
import news.dateline.model.Source;
import news.dateline.model.SourceState;

/**
 * What the pages of listings leave to be done: the documents they name and nobody asked yet, the
 * page that follows, and where the next poll goes on. All of it is committed with the page, so that
 * a crash between page and documents loses none of them.
 *
 * <p>A listing that resumes is followed until a page is empty, for it goes on from what was read.
 * In any other, further pages hold what is older: they are asked as long as all of a page is new,
 * and not for a source that was never read before.
 */
final class Listings {
  /** Further pages asked one after the other. */
  static final int PAGES = 100;

  /**
   * Bad request, not found, gone, range, content: what an API says of a cursor it has forgotten.
   */
  private static final Set<Integer> CURSOR_REFUSED = Set.of(400, 404, 410, 416, 422);

  private final BiFunction<String, Collection<String>, Set<String>> known;

  /**
   * @param known which of a source's marks were listed before
   */
  Listings(BiFunction<String, Collection<String>, Set<String>> known) {
    this.known = known;
  }

  /**
   * What a page brought.
   *
   * @param documents to be asked
   * @param marks of these
   * @param entries on the page
   * @param next the page to ask now; empty: none
   * @param place where the next poll goes on, as the memo keeps it
   */
  record Found(
      List<Gap> documents, List<String> marks, int entries, Optional<URI> next, String place) {
    /** Entries that were listed before. */
    int old() {
      return entries - documents.size();
    }
  }

  /** Empty when the document is no page of a listing. */
  Optional<Found> of(Batch<Article> batch, SourceState before, Instant now) {
    Source source = batch.document().source();
    Optional<ListingPage> page = batch.feed().listing();
    if (page.isEmpty() || source.listing().isEmpty()) {
      return Optional.empty();
    }
    List<ListingPage.Entry> entries = page.get().entries();
    Set<String> old =
        known.apply(source.id(), entries.stream().map(ListingPage.Entry::mark).toList());
    List<Gap> documents = new ArrayList<>();
    List<String> marks = new ArrayList<>();
    for (ListingPage.Entry entry : entries) {
      if (!old.contains(entry.mark())) {
        documents.add(Gap.ofDocument(source, entry.address(), now));
        marks.add(entry.mark());
      }
    }
    Optional<URI> next =
        page.get()
            .next()
            .or(() -> batch.feed().links().first("next"))
            .filter(n -> n.getScheme() != null && n.getScheme().matches("(?i)https?"))
            .filter(n -> !n.toString().equals(batch.document().location()));
    Listing listing = source.listing().get();
    boolean goesOn =
        listing.resume()
            ? !entries.isEmpty() || batch.received() > 0
            : readBefore(before) && isNew(batch, entries.size(), documents.size());
    String place =
        listing.resume() ? next.map(n -> place(source, n)).orElse(before.memo().place()) : "";
    return Optional.of(
        new Found(documents, marks, entries.size(), goesOn ? next : Optional.empty(), place));
  }

  private static boolean readBefore(SourceState before) {
    return !before.cursor().equals(Cursor.START);
  }

  /** Neither an entry nor an item of the page was known. */
  private static boolean isNew(Batch<Article> batch, int entries, int documents) {
    boolean some = entries > 0 || !batch.items().isEmpty();
    return some
        && documents == entries
        && batch.unchanged() == 0
        && batch.items().stream().allMatch(a -> a.version().equals("1"));
  }

  /** The place with the feed it is a place of, since it means nothing to another. */
  private static String place(Source source, URI next) {
    return source.feed().map(URI::toString).orElse("") + " " + next;
  }

  /**
   * Whether the address at which the listing of a source went on is refused though the source is
   * not: its cursor has grown too old. Then it begins anew at its feed; what was listed is known by
   * its mark.
   */
  static boolean isLost(Fetch fetch, SourceState before) {
    Poll poll = new Poll(fetch.source(), before.cursor(), false);
    return fetch instanceof Fetch.Failed
        && CURSOR_REFUSED.contains(fetch.visit().status().orElse(0))
        && resumed(poll, before).page().isPresent();
  }

  /** The poll where its listing goes on, when it goes on elsewhere. */
  static Poll resumed(Poll poll, SourceState state) {
    Source source = poll.source();
    boolean resumes = source.listing().map(Listing::resume).orElse(false);
    String[] place = state.memo().place().split(" ", 2);
    boolean ours =
        resumes
            && place.length == 2
            && poll.page().isEmpty()
            && source.feed().map(URI::toString).filter(place[0]::equals).isPresent();
    return ours ? poll.at(URI.create(place[1])) : poll;
  }
}
