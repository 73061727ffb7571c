package news.dateline.normalise;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import news.dateline.model.AltId;
import news.dateline.model.Article;
import news.dateline.model.Attribution;
import news.dateline.model.Batch;
import news.dateline.model.Change;
import news.dateline.model.Document;
import news.dateline.model.Feed;
import news.dateline.model.HouseStyle;
import news.dateline.model.Imprint;
import news.dateline.model.Item;
import news.dateline.model.Letters;
import news.dateline.model.Media;
import news.dateline.model.ParagraphBook;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.model.Removed;
import news.dateline.model.Source;
import news.dateline.model.Verdict;
import news.dateline.model.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Stage {@code items.normalise}: an item as its author wrote it becomes an article. Dates are UTC,
 * links absolute and canonical, HTML safe, text clean, boilerplate cut and reported.
 */
public final class Normaliser {
  private static final int HEADLINE = 120;

  private final InstantSource clock;
  private final Boilerplate boilerplate;
  private final Function<String, ParagraphBook> books;

  /** Knows nothing of what recurs in a source's stories but what one document shows. */
  public Normaliser(InstantSource clock, Boilerplate boilerplate) {
    this(clock, boilerplate, source -> new ParagraphBook());
  }

  /**
   * @param clock for the time of rejections, and to tell an embargo that is over
   * @param boilerplate finds what is not the story
   * @param books a book of its own for each call: how paragraphs recur in the stories of the source
   *     with this id; asked once a document
   */
  public Normaliser(
      InstantSource clock, Boilerplate boilerplate, Function<String, ParagraphBook> books) {
    this.clock = clock;
    this.boilerplate = boilerplate;
    this.books = books;
  }

  /** The same with other books. */
  public Normaliser reading(Function<String, ParagraphBook> newBooks) {
    return new Normaliser(clock, boilerplate, newBooks);
  }

  /**
   * @param batch new and changed items
   * @return their articles; an item without headline and text, with a field beyond the limits or
   *     whose text got lost is rejected
   */
  public Batch<Article> normalise(Batch<Verdict> batch) {
    Instant now = clock.instant();
    ParagraphBook book =
        batch.items().isEmpty() ? new ParagraphBook() : books.apply(batch.document().source().id());
    return batch.map(
        "items.normalise",
        now,
        v -> v.item().identity().guid().or(() -> v.item().identity().link()),
        v -> v.item().raw().get(),
        v -> article(v, batch.document(), batch.feed(), book, now));
  }

  private Article article(
      Verdict verdict, Document document, Feed feed, ParagraphBook book, Instant now) {
    Item item = verdict.item();
    Source source = document.source();
    String base = base(item, document);
    Optional<String> language = language(item, feed, source);
    Optional<URI> link = item.identity().link().flatMap(l -> Links.canonical(l, base));
    if (link.isEmpty() && item.identity().permalink()) {
      link = item.identity().guid().flatMap(g -> Links.canonical(g, base));
    }
    Instant received = document.visit().at();
    HouseStyle style = item.wire().style();
    DateReader.Hints hints =
        new DateReader.Hints(source.zone().or(style::zone), language, received);

    boolean strict = !source.allowTextLoss();
    BodyText summary = BodyText.read(item.summary(), base, strict);
    BodyText body = BodyText.read(item.body(), base, strict);
    boolean hasBody = !body.paragraphs().isEmpty();
    Boilerplate.Context context =
        new Boilerplate.Context(source.name(), language, source.strip(), style, book);
    BodyText told =
        (hasBody || summary.paragraphs().isEmpty() ? body : summary)
            .parted(p -> boilerplate.unglued(p, context));
    if (strict) {
      prove(item.wire().letters(), told.paragraphs());
    }
    List<Boilerplate.Cut> cuts =
        told.paragraphs().isEmpty() ? List.of() : boilerplate.cuts(told.paragraphs(), context);
    Imprint imprint = imprint(verdict, told.paragraphs(), book, received);
    List<Media> media = Fields.media(item.media(), base, !item.wire().equals(Wire.NONE));
    Article.Content content = content(item, told, cuts, hasBody ? summary.line() : "", media);
    return new Article(
        verdict.uri(),
        verdict.version(),
        source,
        feed.format(),
        received,
        verdict.change(),
        imprint,
        link,
        Times.of(item.dates(), hints),
        new Article.Status(
            item.editorial().status(),
            item.editorial().urgency(),
            Times.embargo(item.dates(), hints, now)),
        language,
        content,
        People.clean(item.people()),
        Fields.lines(item.lines()),
        Fields.subjects(item.subjects()),
        Fields.line(item.editorial().genre()),
        media,
        altIds(item, verdict.uri(), link),
        item.wire(),
        Attribution.NONE,
        removed(told, cuts));
  }

  /** A story counts once for what recurs: with its first version, and not when it is killed. */
  private static Imprint imprint(
      Verdict verdict, List<String> paragraphs, ParagraphBook book, Instant received) {
    boolean counts =
        verdict.change().previousVersion().isEmpty() && verdict.change().kind() != Change.Kind.KILL;
    if (!counts || paragraphs.isEmpty()) {
      return verdict.imprint();
    }
    List<Long> prints = ParagraphPrints.of(paragraphs);
    book.add(prints, ParagraphBook.day(received));
    return verdict.imprint().with(prints);
  }

  /** What stood in the document's body must stand in the article's, before anything is cut. */
  private static void prove(OptionalInt letters, List<String> paragraphs) {
    int kept = paragraphs.stream().mapToInt(Letters::count).sum();
    if (letters.isPresent() && kept * 100L < letters.getAsInt() * 99L) {
      throw new RejectedException(
          Reason.TEXT_LOST, kept + " of " + letters.getAsInt() + " letters were kept");
    }
  }

  /** The item's own, else its feed's unless it says that this is not its, else its source's. */
  private static Optional<String> language(Item item, Feed feed, Source source) {
    boolean denied = item.language().filter(Languages.UNDETERMINED::equals).isPresent();
    return item.language()
        .flatMap(Languages::tag)
        .or(() -> denied ? Optional.empty() : feed.language().flatMap(Languages::tag))
        .or(() -> source.language().flatMap(Languages::tag));
  }

  private static @Nullable String base(Item item, Document document) {
    if (item.base().isPresent()) {
      return item.base().get().toString();
    }
    return document.location().startsWith("http") ? document.location() : null;
  }

  private static Article.Content content(
      Item item, BodyText told, List<Boilerplate.Cut> cuts, String summary, List<Media> media) {
    BitSet cut = new BitSet();
    cuts.forEach(c -> cut.set(c.paragraph()));
    List<String> kept = told.paragraphs();
    if (!cut.isEmpty()) {
      kept = new ArrayList<>();
      for (int i = 0; i < told.paragraphs().size(); i++) {
        if (!cut.get(i)) {
          kept.add(told.paragraphs().get(i));
        }
      }
    }
    String headline = BodyText.read(item.headline(), null).line();
    if (headline.isEmpty()) {
      headline = headline(kept, summary, media);
    }
    String text = Paragraphs.join(kept);
    return new Article.Content(
        headline, text, told.html(cut), isTold(summary, kept) ? "" : summary);
  }

  /** Wire alerts have no headline: the first sentence serves, else a picture's caption. */
  private static String headline(List<String> paragraphs, String summary, List<Media> media) {
    String text = paragraphs.isEmpty() ? summary : paragraphs.get(0);
    if (text.isEmpty()) {
      text = media.stream().flatMap(m -> m.title().or(m::caption).stream()).findFirst().orElse("");
    }
    return Headlines.of(text, HEADLINE);
  }

  /** Feeds repeat the first words of the story as its summary, often cut off with dots. */
  private static boolean isTold(String summary, List<String> paragraphs) {
    if (summary.isEmpty()) {
      return true;
    }
    int end = summary.length();
    while (end > 0 && ".\u2026 []".indexOf(summary.charAt(end - 1)) >= 0) {
      end--;
    }
    int at = 0;
    for (String paragraph : paragraphs) {
      int length = Math.min(paragraph.length(), end - at);
      if (!summary.regionMatches(at, paragraph, 0, length)) {
        return false;
      }
      at += length;
      if (at >= end) {
        return true;
      }
      at += summary.charAt(at) == ' ' ? 1 : 0;
    }
    return false;
  }

  private static List<AltId> altIds(Item item, String uri, Optional<URI> link) {
    List<AltId> out = new ArrayList<>(item.identity().altIds());
    item.identity()
        .guid()
        .filter(g -> !g.equals(uri))
        .ifPresent(g -> out.add(new AltId("guid", g)));
    link.map(URI::toString)
        .filter(l -> !l.equals(uri))
        .ifPresent(l -> out.add(new AltId("link", l)));
    item.identity().version().ifPresent(v -> out.add(new AltId("version", v)));
    return out.stream().distinct().toList();
  }

  private static List<Removed> removed(BodyText told, List<Boilerplate.Cut> cuts) {
    return cuts.stream()
        .map(c -> new Removed(told.paragraphs().get(c.paragraph()), c.reason()))
        .toList();
  }
}
