package news.dateline.publish;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.dateline.model.Article;
import news.dateline.model.Attribution;
import news.dateline.model.Attribution.Role;
import news.dateline.model.Change;
import news.dateline.model.Embargo;
import news.dateline.model.Hole;
import news.dateline.model.Lines;
import news.dateline.model.Outgoing;
import news.dateline.model.PubStatus;
import news.dateline.model.Reason;
import news.dateline.model.Rejection;
import news.dateline.model.SourceState;
import news.dateline.model.Wire;

/**
 * Makes messages ready for the outbox: body, properties for selectors, priority and release time.
 * Thread-safe.
 */
public final class MessageRenderer {
  private static final String JSON = "application/json";

  /** JMS's own default. */
  private static final int DEFAULT_PRIORITY = 4;

  /** Properties are for reading at a glance; the broker keeps them in memory. */
  private static final int LONGEST_PROPERTY = 2000;

  private final ArticleJson json;

  /** Without what is for editors. */
  public MessageRenderer() {
    this(false);
  }

  /**
   * @param editors whether articles carry what is for editors alone
   */
  public MessageRenderer(boolean editors) {
    json = new ArticleJson(editors);
  }

  /**
   * One version of an article, for {@link Outgoing#ARTICLES}.
   *
   * <p>A kill leaves at once and withdraws what has not left yet. When the article was under
   * embargo, the kill carries no content: subscribers must not learn through it what they were not
   * to have.
   *
   * <p>A withheld article that was never published is held; of one that was, subscribers learn that
   * it is withheld, and nothing else.
   *
   * @throws news.dateline.model.RejectedException {@code INVALID_ARTICLE} when it would break the
   *     schema
   */
  public Outgoing article(Article article) {
    boolean kill =
        article.change().kind() == Change.Kind.KILL
            || article.status().pubStatus() == PubStatus.CANCELED;
    boolean withheld = !kill && article.status().pubStatus() == PubStatus.WITHHELD;
    boolean known = article.change().previousVersion().isPresent();
    Embargo embargo = article.status().embargo();
    boolean secret = (kill && !(embargo instanceof Embargo.None)) || (withheld && known);
    Article shown = secret ? withoutContent(article) : article;
    Optional<Instant> releaseAt =
        !kill && embargo instanceof Embargo.Until until
            ? Optional.of(until.time())
            : Optional.empty();
    return new Outgoing(
        Outgoing.ARTICLES,
        article.uri(),
        article.version(),
        json.write(shown),
        JSON,
        properties(shown),
        priority(article),
        releaseAt,
        !kill && (embargo instanceof Embargo.Hold || (withheld && !known)),
        kill);
  }

  /** A buried document with its raw bytes, for {@link Outgoing#REJECTED}. */
  public Outgoing rejection(Rejection rejection) {
    return rejection(rejection, Optional.empty());
  }

  /**
   * A buried item with its raw bytes, for {@link Outgoing#REJECTED}.
   *
   * @param format of the document the item stood in, which tells how to read it again; empty for a
   *     document
   */
  public Outgoing rejection(Rejection rejection, Optional<String> format) {
    Map<String, Object> properties = new HashMap<>();
    format.ifPresent(f -> properties.put("format", f));
    properties.put("source", rejection.source());
    properties.put("document", shortened(rejection.document()));
    rejection.item().ifPresent(item -> properties.put("item", shortened(item)));
    properties.put("stage", rejection.stage());
    properties.put("reason", rejection.reason().slug());
    properties.put("message", shortened(rejection.message()));
    properties.put("at", rejection.at().toEpochMilli());
    rejection.contentType().ifPresent(type -> properties.put("contentType", shortened(type)));
    return new Outgoing(
        Outgoing.REJECTED,
        rejection.source(),
        "",
        rejection.raw(),
        rejection.contentType().orElse("application/octet-stream"),
        properties,
        DEFAULT_PRIORITY,
        Optional.empty(),
        false,
        false);
  }

  /**
   * A source went from one health to another, for {@link Outgoing#SOURCE_EVENTS}. The broker keeps
   * the last event of each source.
   *
   * @return empty when the health and its reason are the same before and after
   */
  public Optional<Outgoing> sourceEvent(SourceState before, SourceState after, Instant at) {
    if (before.health() == after.health() && before.reason().equals(after.reason())) {
      return Optional.empty();
    }
    return Optional.of(sourceNotice(before, after, at));
  }

  /** What {@link #sourceEvent} makes, also when only the detail is new. */
  public Outgoing sourceNotice(SourceState before, SourceState after, Instant at) {
    return event(before, after, after.reason(), after.detail(), Optional.empty(), at);
  }

  /**
   * Something worth knowing of a source that does not change its health: {@code from} and {@code
   * to} of the event are the same.
   *
   * @param detail one line for people
   */
  public Outgoing notice(SourceState state, Reason reason, String detail, Instant at) {
    return event(state, state, Optional.of(reason), detail, Optional.empty(), at);
  }

  /** Items fell out of a feed unread: a notice that says from when to when, and how many about. */
  public Outgoing gap(SourceState state, Hole hole, String detail, Instant at) {
    return event(state, state, Optional.of(Reason.GAP), detail, Optional.of(hole), at);
  }

  private static Outgoing event(
      SourceState before,
      SourceState after,
      Optional<Reason> reason,
      String detail,
      Optional<Hole> gap,
      Instant at) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("source", after.source());
    properties.put("from", before.health().code());
    properties.put("to", after.health().code());
    reason.ifPresent(r -> properties.put("reason", r.slug()));
    return new Outgoing(
        Outgoing.SOURCE_EVENTS,
        after.source(),
        "",
        SourceEventJson.write(before, after, reason, detail, gap, at),
        JSON,
        properties,
        DEFAULT_PRIORITY,
        Optional.empty(),
        false,
        false);
  }

  private static int priority(Article article) {
    return article.status().urgency().isPresent()
        ? Math.max(1, Math.min(9, 10 - article.status().urgency().getAsInt()))
        : DEFAULT_PRIORITY;
  }

  private static Map<String, Object> properties(Article article) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("uri", article.uri());
    properties.put("version", article.version());
    properties.put("kind", article.change().kind().code());
    properties.put("pubStatus", article.status().pubStatus().code());
    properties.put("source", article.source().id());
    properties.put("publisher", article.source().name());
    properties.put("type", ArticleJson.type(article));
    article.language().ifPresent(lang -> properties.put("lang", lang));
    article.status().urgency().ifPresent(urgency -> properties.put("urgency", urgency));
    article
        .times()
        .contentCreated()
        .ifPresent(time -> properties.put("contentCreated", time.toEpochMilli()));
    List<Attribution.Agency> agencies = article.attribution().agencies();
    codes(agencies, Role.ORIGIN).stream()
        .findFirst()
        .or(article.wire()::agency)
        .or(article.source()::agency)
        .ifPresent(agency -> properties.put("agency", agency));
    list(codes(agencies, Role.ORIGIN, Role.CONTRIBUTOR, Role.CITED, Role.PHOTO))
        .ifPresent(codes -> properties.put("agencies", codes));
    list(codes(agencies, Role.CITED)).ifPresent(codes -> properties.put("cited", codes));
    if (!article.source().deskTags().isEmpty()) {
      properties.put("desk", String.join(",", article.source().deskTags()));
    }
    return properties;
  }

  private static List<String> codes(List<Attribution.Agency> agencies, Role... roles) {
    return agencies.stream()
        .filter(a -> List.of(roles).contains(a.role()))
        .map(Attribution.Agency::code)
        .toList();
  }

  /** {@code ,AFP,TASS,}: so that {@code agencies LIKE '%,AFP,%'} never meets half a code. */
  private static Optional<String> list(List<String> codes) {
    return codes.isEmpty()
        ? Optional.empty()
        : Optional.of(codes.stream().collect(Collectors.joining(",", ",", ",")));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_PROPERTY
        ? text
        : text.substring(0, LONGEST_PROPERTY - 3) + "...";
  }

  private static Article withoutContent(Article a) {
    return new Article(
        a.uri(),
        a.version(),
        a.source(),
        a.format(),
        a.received(),
        new Change(a.change().kind(), a.change().previousVersion(), a.change().changed()),
        a.imprint(),
        Optional.empty(),
        a.times(),
        a.status(),
        a.language(),
        new Article.Content("", "", "", ""),
        List.of(),
        Lines.NONE,
        List.of(),
        Optional.empty(),
        List.of(),
        a.altIds(),
        Wire.NONE,
        Attribution.NONE,
        List.of());
  }
}
