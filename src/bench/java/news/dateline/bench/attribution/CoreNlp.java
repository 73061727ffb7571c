package news.dateline.bench.attribution;

import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetBeginAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetEndAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.QuotationsAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.QuoteAttributionAnnotator;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import news.dateline.model.Attribution;
import news.dateline.model.Attribution.Quote;
import news.dateline.model.Attribution.Quote.QuoteKind;
import news.dateline.model.Attribution.Span;
import news.dateline.model.Attribution.Speaker;
import news.dateline.model.Attribution.Speaker.SpeakerKind;

/** CoreNLP with its own quote attribution, as its documentation sets it up. */
final class CoreNlp implements Peer {
  private final StanfordCoreNLP pipeline;

  CoreNlp() {
    RedwoodConfiguration.errorLevel().apply();
    Properties settings = new Properties();
    settings.setProperty("annotators", "tokenize,pos,lemma,ner,depparse,coref,quote");
    settings.setProperty("threads", "1");
    pipeline = new StanfordCoreNLP(settings);
  }

  @Override
  public String name() {
    return "CoreNLP 4.5.10";
  }

  @Override
  public Attribution attribute(String text) {
    Annotation document = new Annotation(text);
    pipeline.annotate(document);
    List<CoreLabel> tokens = document.get(TokensAnnotation.class);
    List<Quote> quotes = new ArrayList<>();
    List<CoreMap> found = document.get(QuotationsAnnotation.class);
    for (CoreMap q : found == null ? List.<CoreMap>of() : found) {
      int start = codePoint(text, q.get(CharacterOffsetBeginAnnotation.class));
      int end = codePoint(text, q.get(CharacterOffsetEndAnnotation.class));
      quotes.add(
          new Quote(
              QuoteKind.DIRECT,
              "",
              start,
              end,
              List.of(new Span(start, end)),
              speaker(text, q, tokens),
              Optional.empty(),
              List.of(),
              Optional.empty(),
              new Attribution.Proof("corenlp", 1)));
    }
    return new Attribution(Optional.empty(), List.of(), List.of(), quotes, Optional.empty());
  }

  private static Optional<Speaker> speaker(String text, CoreMap quote, List<CoreLabel> tokens) {
    Integer from = quote.get(QuoteAttributionAnnotator.MentionBeginAnnotation.class);
    Integer to = quote.get(QuoteAttributionAnnotator.MentionEndAnnotation.class);
    String mention = quote.get(QuoteAttributionAnnotator.MentionAnnotation.class);
    if (from == null || to == null || mention == null) {
      return Optional.empty();
    }
    int start = codePoint(text, tokens.get(from).beginPosition());
    int end = codePoint(text, tokens.get(to).endPosition());
    String name = quote.get(QuoteAttributionAnnotator.SpeakerAnnotation.class);
    return Optional.of(
        new Speaker(name == null ? mention : name, mention, start, end, SpeakerKind.PERSON));
  }

  private static int codePoint(String text, int at) {
    return text.codePointCount(0, at);
  }
}
