package news.dateline.parse;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import news.dateline.model.Batch;
import news.dateline.model.Bytes;
import news.dateline.model.Document;
import news.dateline.model.Feed;
import news.dateline.model.Item;
import news.dateline.model.Memo;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.model.Rejection;
import news.dateline.model.Visit;

/**
 * The stage {@code documents.parse}: a document's bytes in, its items out, whatever the format.
 * Stateless but for its clock, and safe for use by many threads.
 */
public final class DocumentParser {
  private static final String STAGE = "documents.parse";

  private final InstantSource clock;
  private final Profiles profiles;
  private final Function<String, Memo> memos;

  /**
   * Reads every document whole, as if it were its source's first.
   *
   * @param clock stamps rejections
   * @param profiles how agencies write
   */
  public DocumentParser(InstantSource clock, Profiles profiles) {
    this(clock, profiles, source -> Memo.NONE);
  }

  /**
   * @param clock stamps rejections
   * @param profiles how agencies write
   * @param memos what was remembered of the last document of a source, by its id; {@link Memo#NONE}
   *     when there was none
   */
  public DocumentParser(InstantSource clock, Profiles profiles, Function<String, Memo> memos) {
    this.clock = clock;
    this.profiles = profiles;
    this.memos = memos;
  }

  /**
   * Reads a document. The format is found in the content; {@code source.format()} overrides it.
   *
   * @return the items in document order, those that could not be read as rejections, and how many
   *     stood in the source's last document byte for byte as unchanged; a document that cannot be
   *     read at all gives no item and one rejection. Never throws for bad input.
   */
  public Batch<Item> parse(Document document) {
    Memo memo = memos.apply(document.source().id());
    try {
      if (isListing(document)) {
        // its pages differ from one to the next: there is no last one to compare with
        return whole(document, memo, KnownItems.in(document, ""));
      }
      KnownItems known = KnownItems.in(document, memo.marks());
      return known.count() == 0
          ? whole(document, memo, known)
          : news(document, memo, known).orElseGet(() -> whole(document, memo, known));
    } catch (RejectedException e) {
      return rejected(document, e.reason(), e.getMessage());
    } catch (StackOverflowError e) {
      return rejected(document, Reason.TOO_COMPLEX, "nested too deeply");
    } catch (RuntimeException e) {
      return rejected(document, Reason.UNFORESEEN, e.toString());
    }
  }

  private Batch<Item> whole(Document document, Memo memo, KnownItems known) {
    Harvest harvest = harvest(document);
    if (harvest.isEmpty() && document.visit().way() == Visit.Way.DELIVERED) {
      harvest.refuse(document::bytes, Reason.EMPTY_DOCUMENT, "delivered without an item in it");
    }
    return batch(document, harvest, memo, known, 0);
  }

  /** Only what is not known; empty when the document must be looked at whole. */
  private Optional<Batch<Item>> news(Document document, Memo memo, KnownItems known) {
    try {
      return known
          .rest(document)
          .map(this::harvest)
          .filter(h -> !h.feed().repaired())
          .map(h -> batch(document, h, memo, known, known.count()));
    } catch (RejectedException e) {
      return Optional.empty();
    }
  }

  private static boolean isListing(Document document) {
    boolean page =
        switch (document.visit().way()) {
          case POLLED, PAGED -> true;
          case LISTED, PUSHED, DELIVERED -> false;
        };
    return page && document.source().listing().isPresent();
  }

  private Harvest harvest(Document document) {
    Content content = Content.of(document, profiles);
    return isListing(document)
        ? ListingReader.read(content, document.source().listing().get(), this::plain)
        : plain(content);
  }

  /** An entry of a listing that cannot be read leaves its neighbours alone. */
  private Harvest plain(Document document) {
    try {
      return plain(Content.of(document, profiles));
    } catch (RejectedException e) {
      Harvest harvest = new Harvest(Feed.of("unknown"));
      harvest.refuse(document::bytes, e.reason(), e.getMessage());
      return harvest;
    }
  }

  private Harvest plain(Content content) {
    Document document = content.document();
    Optional<String> format = document.source().format();
    if (format.isPresent() && content.shape() != Content.Shape.ARCHIVE) {
      Reader named =
          Readers.named(format.get())
              .orElseThrow(
                  () ->
                      new RejectedException(
                          Reason.UNKNOWN_FORMAT,
                          "no reader answers to the format "
                              + format.get()
                              + " that the source asks for"));
      return Ends.read(named, content);
    }
    return Ends.read(Readers.recognising(content).orElseThrow(() -> unknown(content)), content);
  }

  /** Why nobody reads it. */
  static RejectedException unknown(Content content) {
    return switch (content.shape()) {
      case HTML -> new RejectedException(Reason.NOT_A_FEED, "a web page instead of a feed");
      case XML ->
          new RejectedException(
              Reason.UNKNOWN_FORMAT, "XML with the root element <" + content.rootName() + ">");
      case JSON ->
          content.jsonTree().end() == JsonTree.End.CUT_OFF
              ? new RejectedException(Reason.CUT_OFF, "JSON that breaks off")
              : content.json().isMissingNode()
                  ? new RejectedException(Reason.MALFORMED, "JSON that cannot be read")
                  : new RejectedException(
                      Reason.UNKNOWN_FORMAT, "JSON, but no JSON Feed nor ninjs");
      case TEXT -> new RejectedException(Reason.UNKNOWN_FORMAT, "text that is not a news item");
      case ARCHIVE -> new RejectedException(Reason.UNKNOWN_FORMAT, "an archive");
      case BINARY -> new RejectedException(Reason.UNKNOWN_FORMAT, "binary data");
    };
  }

  private Batch<Item> batch(
      Document document, Harvest harvest, Memo memo, KnownItems known, int unchanged) {
    Instant now = clock.instant();
    List<Rejection> rejections = new ArrayList<>(harvest.bad().size());
    for (Harvest.Bad bad : harvest.bad()) {
      rejections.add(
          new Rejection(
              document.source().id(),
              bad.within().isEmpty()
                  ? document.location()
                  : document.location() + "!/" + bad.within(),
              bad.item(),
              STAGE,
              bad.reason(),
              bad.message(),
              rawOf(bad, document),
              document.contentType(),
              now));
    }
    Feed feed = harvest.feed().after(document.links());
    // a mended document is looked at whole each time: only then can be told when it is sound again
    String marks = feed.repaired() ? "" : known.marks();
    return new Batch<>(
        document,
        feed,
        memo.withMarks(marks),
        harvest.items(),
        unchanged == 0 ? harvest::items : () -> harvest(document).items(),
        rejections,
        harvest.items().size() + rejections.size() + unchanged,
        unchanged);
  }

  private static Bytes rawOf(Harvest.Bad bad, Document document) {
    try {
      return bad.raw().get();
    } catch (RuntimeException | StackOverflowError e) {
      return document.bytes();
    }
  }

  private Batch<Item> rejected(Document document, Reason reason, String message) {
    Feed feed = Feed.of(document.source().format().orElse("unknown").toLowerCase(Locale.ROOT));
    return Batch.rejected(
        document, feed, Rejection.ofDocument(document, STAGE, reason, message, clock.instant()));
  }
}
