package news.dateline.attribution;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.dateline.model.Article;
import news.dateline.model.Attribution;
import news.dateline.model.Attribution.Quote;
import news.dateline.model.Attribution.Quote.QuoteKind;
import news.dateline.model.Batch;
import news.dateline.model.Bytes;

/**
 * Stage {@code articles.attribute}: who wrote it, who said it, through whom, and the words that
 * prove it. Never alters a text. Thread-safe.
 */
public final class Attributor {
  private static final String STAGE = "articles.attribute";

  /** The genre of press releases, as senders name it. */
  private static final String RELEASE = "Press Release";

  private final Lexicon lexicon;
  private final LearntNames learnt;
  private final InstantSource clock;

  /** An attributor that stamps rejections with the system's clock. */
  public Attributor(Lexicon lexicon) {
    this(lexicon, InstantSource.system());
  }

  /**
   * @param clock when a rejection happened
   */
  public Attributor(Lexicon lexicon, InstantSource clock) {
    this(lexicon, new LearntNames(), clock);
  }

  /**
   * @param learnt how people's names are spelt; may be exchanged at any time
   * @param clock when a rejection happened
   */
  public Attributor(Lexicon lexicon, LearntNames learnt, InstantSource clock) {
    this.lexicon = lexicon;
    this.learnt = learnt;
    this.clock = clock;
  }

  /** How people's names are spelt. */
  public LearntNames learnt() {
    return learnt;
  }

  /** Attributes every article of a batch; one that cannot be read is rejected alone. */
  public Batch<Article> attribute(Batch<Article> batch) {
    return batch.map(
        STAGE,
        clock.instant(),
        article -> Optional.of(article.uri()),
        article -> Bytes.utf8(article.content().text()),
        article -> {
          Attribution found = attribute(AttributionInput.of(article));
          return article.attributed(found, genre(found));
        });
  }

  /** What only a wire of releases sends is a company's own word, not an agency's news. */
  Optional<String> genre(Attribution found) {
    boolean release = false;
    for (Attribution.Agency agency : found.agencies()) {
      if (agency.role() == Attribution.Role.ORIGIN) {
        Agency.Kind kind = lexicon.agency(agency.code()).map(Agency::kind).orElse(Agency.Kind.NEWS);
        if (kind != Agency.Kind.RELEASE) {
          return Optional.empty();
        }
        release = true;
      }
    }
    return release ? Optional.of(RELEASE) : Optional.empty();
  }

  /** What a text and the fields beside it say of who made it and who speaks in it. */
  public Attribution attribute(AttributionInput in) {
    Language language = language(in);
    Findings findings = new Findings(in.publisher());
    Field body = Field.read("body", in.text(), language, lexicon);
    List<AgencyHit> cited = cited(body, language);
    Field field = new Field("body", body.copy(), new Hits(cited, body.copy().size()), language);

    new FieldReader(lexicon, language, findings).read(in);
    Zones zones = new Zones(field, findings, in, lexicon.signOffStyles(), findings.origin());
    zones.read();
    Optional<Attribution.Dateline> dateline =
        zones
            .dateline()
            .or(
                () ->
                    language.tellsSpeakers()
                        ? Optional.empty()
                        : new UnspacedHeads(field, findings, lexicon.unspaced(), in.published())
                            .read()
                            .map(zones::opened))
            .or(
                () ->
                    headerDateline(in, language, findings)
                        .map(given -> zones.repeated(given).orElse(given)));

    Names names = new Names(field.copy(), language.code(), learnt.current(), field.hits());
    Speech speech = new Speech(field, names);
    List<Quote> quotes = new ArrayList<>();
    List<Quote> stances = new ArrayList<>();
    for (Quote quote : speech.quotes(zones)) {
      boolean stance = quote.kind() == QuoteKind.INDIRECT && WeakRules.stance(quote.proof().rule());
      (stance ? stances : quotes).add(quote);
    }
    new AgencyRoles(field, findings, zones, speech.speakingAgencies(), in.publisher()).read();
    return new Attribution(
        dateline,
        findings.bylines(),
        findings.agencies(),
        quotes,
        zones.signoff().or(() -> removedSignoff(in)),
        stances);
  }

  /** Every agency with how a statement came through it, "the agency" among them. */
  private static List<AgencyHit> cited(Field body, Language language) {
    CitedAgencies cited = new CitedAgencies(body.copy(), language);
    List<AgencyHit> named = cited.cited(body.hits().all());
    List<AgencyHit> all = new AgencyAnaphora(body.copy(), language).resolve(named);
    return all.size() == named.size() ? named : cited.meant(all);
  }

  private Language language(AttributionInput in) {
    return in.language()
        .map(l -> lexicon.language(l.toLowerCase(Locale.ROOT)))
        .orElseGet(() -> LanguageGuess.of(in.text(), lexicon));
  }

  private Optional<Attribution.Dateline> headerDateline(
      AttributionInput in, Language language, Findings findings) {
    if (in.lines().dateline().isEmpty()) {
      return Optional.empty();
    }
    Field field = Field.read("header", in.lines().dateline().get(), language, lexicon);
    Zones zones = new Zones(field, findings, in, lexicon.signOffStyles(), findings.origin());
    return zones.headerDateline().or(() -> bare(field));
  }

  /** A field that holds a dateline in no form known: the place is what stands before a bracket. */
  private static Optional<Attribution.Dateline> bare(Field field) {
    String text = field.copy().text();
    String place =
        text.replaceFirst("[(/].*", "").replaceFirst("(?<![\\s,–—-])[\\s,–—-]++$", "").strip();
    boolean named = place.chars().anyMatch(Character::isLetter);
    Optional<String> agency = field.hits().all().stream().findFirst().map(h -> h.agency().code());
    return text.isBlank()
        ? Optional.empty()
        : Optional.of(
            new Attribution.Dateline(
                text,
                named ? Optional.of(place) : Optional.empty(),
                Optional.empty(),
                agency,
                "header",
                0,
                text.codePointCount(0, text.length()),
                new Attribution.Proof("dateline-field", 0.9)));
  }

  private static Optional<Attribution.Signoff> removedSignoff(AttributionInput in) {
    return in.removed().stream()
        .filter(r -> r.reason().equals("signoff"))
        .map(r -> r.text().strip())
        .map(
            text ->
                new Attribution.Signoff(
                    text,
                    "body-removed",
                    0,
                    text.codePointCount(0, text.length()),
                    new Attribution.Proof("sign-off", 0.96)))
        .findFirst();
  }
}
