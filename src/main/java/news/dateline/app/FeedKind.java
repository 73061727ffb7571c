package news.dateline.app;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import news.dateline.model.Article;
import news.dateline.model.Batch;
import news.dateline.model.Source;

/** What kind of feed it is, in a word for people. */
final class FeedKind {
  /** Google News writes {@code Headline - Publisher}. */
  private static final Pattern WITH_PUBLISHER = Pattern.compile(".+ - [^-]{2,60}");

  private FeedKind() {}

  /**
   * The format, and what is special about it: {@code rss-2.0, a podcast}; {@code rss-2.0, a Google
   * News feed: headlines end with their publisher}; {@code news-sitemap}.
   */
  static String of(Source source, Batch<Article> batch) {
    String format = batch.feed().format();
    if (format.equals("news-sitemap")) {
      return "news-sitemap (a news sitemap: headlines and links, no text)";
    }
    if (isGoogleNews(source, batch)) {
      return format + " (Google News: other publishers' headlines, each with its publisher)";
    }
    long sounding = batch.items().stream().filter(FeedKind::sounds).count();
    return !batch.items().isEmpty() && sounding * 2 >= batch.items().size()
        ? format + " (a podcast)"
        : format;
  }

  private static boolean isGoogleNews(Source source, Batch<Article> batch) {
    String host = source.feed().map(URI::getHost).map(h -> h.toLowerCase(Locale.ROOT)).orElse("");
    boolean theirs =
        host.equals("news.google.com")
            || (!batch.items().isEmpty()
                && batch.items().stream()
                    .allMatch(
                        a ->
                            a.link()
                                .filter(l -> l.toString().contains("://news.google.com/"))
                                .isPresent()));
    return theirs
        && batch.items().stream()
            .allMatch(a -> WITH_PUBLISHER.matcher(a.content().headline()).matches());
  }

  private static boolean sounds(Article article) {
    return article.media().stream()
        .flatMap(m -> m.contentType().stream())
        .anyMatch(t -> t.startsWith("audio/") || t.startsWith("video/"));
  }
}
