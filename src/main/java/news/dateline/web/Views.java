package news.dateline.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import news.dateline.app.Control;
import news.dateline.app.Control.Access;
import news.dateline.app.Control.Buried;
import news.dateline.app.Control.Preview;
import news.dateline.app.Control.PushView;
import news.dateline.app.Control.SourceView;
import news.dateline.app.Control.Status;
import news.dateline.app.Control.StoredArticle;
import news.dateline.model.Source;
import news.dateline.model.SourceState;

/**
 * What the API shows, written out by hand so that a secret can only appear where a line here says
 * so. Absent values are left out; instants are ISO 8601 in UTC, durations ISO 8601.
 */
final class Views {
  private static final Pattern SECRET =
      Pattern.compile(
          "([?&][^=&]{0,60}(?:key|token|secret|pass|auth|sig)[^=&]{0,60}=)[^&#]*",
          Pattern.CASE_INSENSITIVE);

  private Views() {}

  /** {@code {"sources": […]}}. */
  static ObjectNode sources(List<SourceView> views) {
    return list("sources", views, (view, node) -> source(node, view));
  }

  static ObjectNode source(SourceView view) {
    ObjectNode node = Json.object();
    source(node, view);
    return node;
  }

  private static void source(ObjectNode node, SourceView view) {
    declared(node, view.source());
    view.push().ifPresent(p -> push(node.putObject("push"), p));
    view.move()
        .ifPresent(
            m ->
                node.putObject("move")
                    .put("at", m.at().toString())
                    .put("from", withoutSecrets(m.from().toString()))
                    .put("to", withoutSecrets(m.to().toString()))
                    .put("answers", m.answers())
                    .put("since", m.since().toString()));
    SourceState s = view.state();
    ObjectNode state = node.putObject("state");
    state.put("health", s.health().code()).put("since", s.since().toString());
    s.reason().ifPresent(r -> state.put("reason", r.slug()).put("sentence", r.sentence()));
    put(state, "detail", s.detail());
    s.lastPoll().ifPresent(t -> state.put("lastPoll", t.toString()));
    s.lastItem().ifPresent(t -> state.put("lastItem", t.toString()));
    s.nextPoll().ifPresent(t -> state.put("nextPoll", t.toString()));
    put(state, "nextWhy", s.nextWhy());
    put(state, "identityApart", s.memo().learnt("apart"));
    put(state, "identityBuried", s.memo().learnt("buried"));
    put(state, "identityPassed", s.memo().learnt("passed"));
    put(state, "identityIgnores", s.memo().learnt("noise"));
    state
        .put("identity", s.memo().way())
        .put("failures", s.failures())
        .put("received", s.received())
        .put("published", s.published())
        .put("unchanged", s.unchanged())
        .put("rejected", s.rejected());
    ArrayNode visits = state.putArray("visits");
    for (SourceState.Glance g : s.visits()) {
      visits
          .addObject()
          .put("at", g.at().toString())
          .put("millis", g.millis())
          .put("status", g.status())
          .put("outcome", g.outcome())
          .put("items", g.items());
    }
  }

  private static void push(ObjectNode node, PushView p) {
    node.put("phase", p.phase()).put("hub", withoutSecrets(p.hub().toString()));
    p.until().ifPresent(t -> node.put("until", t.toString()));
    p.lastDelivery().ifPresent(t -> node.put("lastDelivery", t.toString()));
    node.put("deliveries", p.deliveries())
        .put("missed", p.missed())
        .put("delivering", p.delivering());
    put(node, "detail", p.detail());
  }

  /** Request headers stay out: they may hold secrets; so do the credentials of a consumer URI. */
  private static void declared(ObjectNode node, Source s) {
    node.put("id", s.id()).put("name", s.name());
    s.feed().ifPresent(f -> node.put("feed", withoutSecrets(f.toString())));
    s.from().ifPresent(f -> node.put("from", withoutSecrets(f)));
    s.format().ifPresent(v -> node.put("format", v));
    s.agency().ifPresent(v -> node.put("agency", v));
    s.language().ifPresent(v -> node.put("language", v));
    s.every().map(Duration::toString).ifPresent(v -> node.put("every", v));
    s.atLeastEvery().map(Duration::toString).ifPresent(v -> node.put("atLeastEvery", v));
    s.silentAfter().map(Duration::toString).ifPresent(v -> node.put("silentAfter", v));
    s.zone().ifPresent(v -> node.put("zone", v.getId()));
    s.charset().ifPresent(v -> node.put("charset", v.name()));
    node.put("paused", s.paused()).put("internal", s.internal());
    if (!s.deskTags().isEmpty()) {
      s.deskTags().forEach(node.putArray("deskTags")::add);
    }
  }

  /**
   * Leaves out user names and passwords of a URL and the values of parameters that sound secret,
   * and cuts the options of a Camel consumer, among which passwords and keys stand.
   */
  private static String withoutSecrets(String url) {
    String open = SECRET.matcher(url.replaceFirst("//[^@/?]*@", "//")).replaceAll("$1…");
    boolean web = open.startsWith("http:") || open.startsWith("https:");
    int options = open.indexOf('?');
    return web || options < 0 ? open : open.substring(0, options);
  }

  static ObjectNode imported(Control.Imported i) {
    ObjectNode node = Json.object();
    i.file().ifPresent(f -> node.put("file", f));
    ArrayNode added = node.putArray("added");
    i.added().forEach(s -> proposal(added.addObject(), s));
    node.put("alreadyThere", i.alreadyThere());
    ArrayNode refused = node.putArray("refused");
    i.refused().forEach(r -> refused.addObject().put("entry", r.entry()).put("reason", r.reason()));
    node.put("headings", i.headings()).put("repaired", i.repaired());
    return node.put("summary", i.summary());
  }

  static ObjectNode articles(List<StoredArticle> stored) {
    return list(
        "articles",
        stored,
        (a, node) -> {
          node.put("sequence", a.sequence());
          node.putRawValue("article", new RawValue(a.json()));
        });
  }

  static ObjectNode preview(Preview p) {
    ObjectNode node = Json.object();
    p.proposal().ifPresent(s -> proposal(node.putObject("proposal"), s));
    ArrayNode others = node.putArray("alternatives");
    p.alternatives().forEach(a -> others.addObject().put("url", a.url()).put("title", a.title()));
    ArrayNode articles = node.putArray("articles");
    p.articles().forEach(json -> articles.addRawValue(new RawValue(json)));
    node.put("items", p.items());
    p.reason().ifPresent(r -> node.put("reason", r.slug()).put("sentence", r.sentence()));
    return node.put("message", p.message());
  }

  /** With its address whole: the caller has just given it, and sends it back to add the source. */
  private static void proposal(ObjectNode node, Source s) {
    declared(node, s);
    s.feed().ifPresent(f -> node.put("feed", f.toString()));
  }

  static ObjectNode rejected(List<Buried> buried) {
    return list("rejected", buried, (b, node) -> head(node, b));
  }

  static ObjectNode rejectedItem(Buried b) {
    ObjectNode node = Json.object();
    head(node, b);
    return node.put("raw", b.raw());
  }

  private static void head(ObjectNode node, Buried b) {
    node.put("id", b.id())
        .put("at", b.at().toString())
        .put("source", b.source())
        .put("document", withoutSecrets(b.document()));
    b.item().ifPresent(i -> node.put("item", i));
    node.put("stage", b.stage())
        .put("reason", b.reason().slug())
        .put("sentence", b.reason().sentence())
        .put("message", b.message())
        .put("size", b.size());
  }

  static ObjectNode status(Status s) {
    ObjectNode node = Json.object();
    node.put("started", s.started().toString())
        .put("received", s.received())
        .put("published", s.published())
        .put("unchanged", s.unchanged())
        .put("rejected", s.rejected())
        .put("outboxPending", s.outboxPending())
        .put("outboxHeld", s.outboxHeld())
        .put("brokerUp", s.brokerUp());
    ArrayNode routes = node.putArray("routes");
    s.routes()
        .forEach(
            r ->
                routes
                    .addObject()
                    .put("id", r.id())
                    .put("description", r.description())
                    .put("state", r.state())
                    .put("exchanges", r.exchanges())
                    .put("failed", r.failed()));
    ArrayNode subscriptions = node.putArray("subscriptions");
    s.subscriptions().forEach(q -> subscriptions.add(SubscriptionView.of(q)));
    s.attention().forEach(node.putArray("attention")::add);
    ConditionView.put(node, s.condition());
    return node;
  }

  static ObjectNode access(Access a) {
    ObjectNode node = Json.object();
    put(node, "note", a.note());
    return node.put("jms", a.jms())
        .put("amqp", a.amqp())
        .put("stomp", a.stomp())
        .put("mqtt", a.mqtt())
        .put("user", a.user())
        .put("password", a.password());
  }

  private static <T> ObjectNode list(String name, List<T> of, BiConsumer<T, ObjectNode> fill) {
    ObjectNode node = Json.object();
    ArrayNode array = node.putArray(name);
    of.forEach(each -> fill.accept(each, array.addObject()));
    return node;
  }

  private static void put(ObjectNode node, String name, String value) {
    if (!value.isEmpty()) {
      node.put(name, value);
    }
  }
}
