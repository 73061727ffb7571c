package news.dateline.conformance;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import news.dateline.app.ReadingPath.Reading;
import news.dateline.model.Article;
import news.dateline.model.Feed;
import news.dateline.model.Item;
import news.dateline.model.Markup;
import news.dateline.model.Media;
import news.dateline.model.Person;
import news.dateline.model.Subject;

/**
 * What a reading shows of a fact that another reader's expectation states. A fact holds only when
 * the item has it as its author wrote it <em>and</em> nothing of it is lost in the article that
 * would be published; where an article is plainer on purpose (a headline is one line of text), the
 * markup is compared on the item and the words on the article.
 */
record Shown(Reading reading) {

  Feed feed() {
    return reading.items().feed();
  }

  boolean isRejected() {
    return reading.items().received() == 0 && !reading.items().rejections().isEmpty();
  }

  Optional<Item> item(int i) {
    List<Item> all = reading.items().items();
    return i < all.size() ? Optional.of(all.get(i)) : Optional.empty();
  }

  Optional<Article> article(int i) {
    List<Optional<Article>> all = reading.articles();
    return i < all.size() ? all.get(i) : Optional.empty();
  }

  /** A feed's title is kept as plain words. */
  boolean feedTitle(String expected) {
    return Texts.sameWords(feed().title().orElse(""), expected);
  }

  /** The feed's title as it is shown: the name of a source nobody named. */
  String feedWords() {
    return reading.articles().stream()
        .flatMap(Optional::stream)
        .findFirst()
        .map(a -> a.source().name())
        .or(() -> feed().title())
        .orElse("");
  }

  boolean feedLanguage(String expected) {
    return feed().language().orElse("").equalsIgnoreCase(expected.strip());
  }

  boolean title(int i, String expected) {
    return text(i, Item::headline, a -> List.of(a.content().headline()), expected);
  }

  /** A summary, or the whole text when the item has but one text. */
  boolean summary(int i, String expected) {
    boolean own = item(i).filter(x -> !x.summary().isBlank()).isPresent();
    return own
        ? text(i, Item::summary, a -> List.of(a.content().summary(), told(a)), expected)
        : body(i, expected);
  }

  /** The body; also the summary of an item that has but one text. */
  boolean body(int i, String expected) {
    return text(i, Item::body, a -> List.of(told(a)), expected);
  }

  /** Either text: readers differ in which of two texts they call the description. */
  boolean anyText(int i, String expected) {
    return summary(i, expected) || body(i, expected);
  }

  private static String told(Article a) {
    StringBuilder all = new StringBuilder(a.content().text());
    a.removed().forEach(r -> all.append(r.text()));
    return all.toString();
  }

  private boolean text(
      int i, Function<Item, Markup> field, Function<Article, List<String>> words, String expected) {
    Optional<Item> item = item(i);
    if (item.isEmpty()) {
      return false;
    }
    Markup markup = field.apply(item.get());
    if (!Texts.sameMarkup(markup, base(item.get()), expected)
        && !article(i)
            .filter(a -> Texts.canonical(a.content().html()).equals(Texts.canonical(expected)))
            .isPresent()) {
      return false;
    }
    if (Texts.words(expected).isEmpty() || expected.isBlank()) {
      return true; // no words to keep
    }
    return article(i)
        .filter(
            a ->
                words.apply(a).stream()
                    .anyMatch(
                        w ->
                            Texts.sameWords(w, expected)
                                || Texts.squeeze(w).startsWith(Texts.words(expected))))
        .isPresent();
  }

  private Optional<String> base(Item item) {
    return item.base().map(URI::toString);
  }

  boolean textBase(int i, String expected) {
    return item(i).flatMap(this::base).orElse("").equals(expected);
  }

  boolean language(int i, String expected) {
    String ours = item(i).flatMap(Item::language).filter(l -> !l.equals("und")).orElse("");
    boolean kept =
        (expected.isBlank() && article(i).flatMap(Article::language).isEmpty())
            || article(i)
                .flatMap(Article::language)
                .filter(l -> l.toLowerCase(Locale.ROOT).startsWith(primary(expected)))
                .isPresent();
    return ours.equalsIgnoreCase(expected) && kept;
  }

  private static String primary(String language) {
    return language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }

  /** {@code text/plain}, or a kind of HTML; RSS says neither, so neither is wrong there. */
  boolean kind(int i, Function<Item, Markup> field, String expected) {
    Optional<Markup> markup = item(i).map(field);
    if (markup.isEmpty() || markup.get().isBlank()) {
      return false;
    }
    return switch (markup.get().kind()) {
      case TEXT -> expected.equals("text/plain") || expected.equals("text");
      case HTML -> expected.contains("html") || expected.contains("xml");
      case GUESS -> true;
    };
  }

  Markup summaryOrBody(Item item) {
    return item.summary().isBlank() ? item.body() : item.summary();
  }

  /** The story's page. */
  boolean link(int i, String expected) {
    Optional<Item> item = item(i);
    if (item.isEmpty()) {
      return false;
    }
    if (expected.isEmpty()) {
      return article(i).flatMap(Article::link).isEmpty();
    }
    Set<String> ours = new LinkedHashSet<>();
    item.get().identity().link().ifPresent(l -> addresses(item.get(), l).forEach(ours::add));
    article(i).flatMap(Article::link).ifPresent(l -> ours.add(l.toString()));
    return ours.stream().anyMatch(o -> sameAddress(o, expected));
  }

  /** Any address the article carries: its page, its media, its people. */
  boolean anyAddress(int i, String expected) {
    return link(i, expected)
        || media(i, m -> sameAddress(m, expected))
        || article(i)
            .filter(a -> a.altIds().stream().anyMatch(id -> sameAddress(id.value(), expected)))
            .isPresent()
        || item(i)
            .filter(
                x ->
                    x.people().stream().anyMatch(p -> p.uri().filter(expected::equals).isPresent()))
            .isPresent();
  }

  private Stream<String> addresses(Item item, String written) {
    Optional<String> absolute =
        base(item).map(b -> org.jsoup.internal.StringUtil.resolve(b, written));
    return Stream.concat(Stream.of(written), absolute.stream());
  }

  /** An empty path and a slash are one page; so are host names in capitals. */
  static boolean sameAddress(String a, String b) {
    return a.strip().equals(b.strip()) || tidy(a).equals(tidy(b));
  }

  private static String tidy(String address) {
    String a = address.strip().replace("&amp;", "&").replace(" ", "%20");
    int slashes = a.indexOf("://");
    if (slashes < 0) {
      return a;
    }
    int path = a.indexOf('/', slashes + 3);
    return path < 0
        ? a.toLowerCase(Locale.ROOT) + "/"
        : a.substring(0, path).toLowerCase(Locale.ROOT) + a.substring(path);
  }

  boolean guid(int i, String expected) {
    return item(i).flatMap(x -> x.identity().guid()).orElse("").equals(expected.strip());
  }

  boolean permalink(int i, boolean expected) {
    return item(i).filter(x -> x.identity().permalink() == expected).isPresent();
  }

  boolean published(int i, Instant expected) {
    return article(i)
        .flatMap(a -> a.times().firstCreated())
        .filter(seconds(expected)::equals)
        .isPresent();
  }

  boolean updated(int i, Instant expected) {
    return article(i)
        .map(a -> a.times().versionCreated())
        .filter(seconds(expected)::equals)
        .isPresent();
  }

  boolean created(int i, Instant expected) {
    return article(i)
        .flatMap(a -> a.times().contentCreated())
        .filter(seconds(expected)::equals)
        .isPresent();
  }

  boolean expires(int i, Instant expected) {
    return article(i)
        .flatMap(a -> a.times().expires())
        .filter(seconds(expected)::equals)
        .isPresent();
  }

  /** Articles keep whole seconds. */
  private static Instant seconds(Instant t) {
    return Instant.ofEpochSecond(t.getEpochSecond());
  }

  boolean written(int i, Function<Item.Dates, Optional<String>> date, String expected) {
    return item(i).flatMap(x -> date.apply(x.dates())).filter(expected.strip()::equals).isPresent();
  }

  List<Person> people(int i, String role) {
    return item(i).map(Item::people).orElse(List.of()).stream()
        .filter(p -> p.role().equals(role))
        .toList();
  }

  /** The n-th of a role, on the item and, when it has a name or an address, in the article. */
  Optional<Person> person(int i, String role, int n) {
    List<Person> all = people(i, role);
    if (n >= all.size()) {
      return Optional.empty();
    }
    Person p = all.get(n);
    boolean nameless = p.name().isEmpty() && p.email().isEmpty();
    boolean kept =
        nameless
            || article(i).isEmpty()
            || article(i).get().people().stream()
                .anyMatch(q -> q.role().equals(role) && kept(q, p));
    return kept ? Optional.of(p) : Optional.empty();
  }

  private static boolean kept(Person q, Person p) {
    return Texts.sameWords(q.name(), p.name()) && q.email().equals(p.email());
  }

  /** Somebody whose name, mail and address make up the whole string. */
  boolean written(int i, String role, String expected) {
    return people(i, role).stream()
        .anyMatch(
            p -> {
              String rest = Texts.words(expected);
              for (String part :
                  List.of(p.email().orElse(""), Texts.words(p.name()), p.uri().orElse(""))) {
                String squeezed = Texts.squeeze(part);
                if (!squeezed.isEmpty() && !rest.contains(squeezed)) {
                  return false;
                }
                rest = rest.replace(squeezed, "");
              }
              return rest.chars().noneMatch(Character::isLetterOrDigit);
            });
  }

  Optional<Subject> subject(int i, int n) {
    List<Subject> all = article(i).map(Article::subjects).orElse(List.of());
    return n < all.size() ? Optional.of(all.get(n)) : Optional.empty();
  }

  boolean subject(int i, java.util.function.Predicate<Subject> wanted) {
    return article(i).filter(a -> a.subjects().stream().anyMatch(wanted)).isPresent();
  }

  boolean media(int i, java.util.function.Predicate<String> address) {
    return mediaWith(
        i,
        m -> {
          Optional<Item> item = item(i);
          return item.isPresent() && addresses(item.get(), m.href()).anyMatch(address);
        });
  }

  boolean mediaWith(int i, java.util.function.Predicate<Media> wanted) {
    return item(i).filter(x -> x.media().stream().anyMatch(wanted)).isPresent()
        || article(i).filter(a -> a.media().stream().anyMatch(wanted)).isPresent();
  }

  /** A picture of the article: one of its media, or one its body shows. */
  boolean picture(int i, String expected) {
    return media(i, m -> sameAddress(m, expected))
        || article(i)
            .filter(
                a ->
                    org.jsoup.Jsoup.parseBodyFragment(a.content().html()).select("img").stream()
                        .anyMatch(img -> sameAddress(img.attr("src"), expected)))
            .isPresent();
  }

  boolean rights(int i, String expected) {
    return article(i)
        .flatMap(a -> a.lines().copyrightNotice())
        .filter(r -> Texts.sameWords(r, expected))
        .isPresent();
  }
}
