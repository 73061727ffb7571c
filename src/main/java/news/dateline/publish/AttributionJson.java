package news.dateline.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import news.dateline.model.Attribution;
import news.dateline.model.Removed;

/** Writes the {@code attribution} and {@code removed} values of the published article. */
public final class AttributionJson {
  private AttributionJson() {}

  /**
   * Writes the attribution as one JSON object. The lists {@code bylines}, {@code agencies} and
   * {@code quotes} are always there, so that a reader need not ask; a dateline, sign-off or stances
   * that were not found are left out.
   */
  public static void write(JsonGenerator json, Attribution attribution) throws IOException {
    json.writeStartObject();
    if (attribution.dateline().isPresent()) {
      json.writeFieldName("dateline");
      dateline(json, attribution.dateline().get());
    }
    json.writeArrayFieldStart("bylines");
    for (Attribution.Byline byline : attribution.bylines()) {
      byline(json, byline);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("agencies");
    for (Attribution.Agency agency : attribution.agencies()) {
      agency(json, agency);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("quotes");
    for (Attribution.Quote quote : attribution.quotes()) {
      quote(json, quote);
    }
    json.writeEndArray();
    if (!attribution.stances().isEmpty()) {
      json.writeArrayFieldStart("stances");
      for (Attribution.Quote stance : attribution.stances()) {
        quote(json, stance);
      }
      json.writeEndArray();
    }
    if (attribution.signoff().isPresent()) {
      json.writeObjectFieldStart("signoff");
      JsonText.text(json, "text", attribution.signoff().get().text());
      JsonText.text(json, "field", attribution.signoff().get().field());
      JsonText.span(json, attribution.signoff().get().start(), attribution.signoff().get().end());
      proof(json, attribution.signoff().get().proof());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /**
   * Writes what was cut from the body as one JSON array. Of what is for editors only the length is
   * told: it must not reach readers on this way either.
   */
  public static void removed(JsonGenerator json, List<Removed> removed) throws IOException {
    json.writeStartArray();
    for (Removed cut : removed) {
      json.writeStartObject();
      if (cut.isForEditors()) {
        json.writeStringField("text", "");
        json.writeNumberField("characters", cut.text().codePointCount(0, cut.text().length()));
      } else {
        JsonText.text(json, "text", cut.text());
      }
      JsonText.text(json, "reason", cut.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void dateline(JsonGenerator json, Attribution.Dateline d) throws IOException {
    json.writeStartObject();
    JsonText.text(json, "text", d.text());
    JsonText.text(json, "place", d.place());
    if (d.date().isPresent()) {
      json.writeStringField("date", d.date().get().toString());
    }
    JsonText.text(json, "agency", d.agency());
    if (!d.field().equals("body")) {
      JsonText.text(json, "field", d.field());
    }
    JsonText.span(json, d.start(), d.end());
    proof(json, d.proof());
    json.writeEndObject();
  }

  private static void byline(JsonGenerator json, Attribution.Byline b) throws IOException {
    json.writeStartObject();
    JsonText.text(json, "name", b.name());
    JsonText.text(json, "role", b.role());
    JsonText.text(json, "agency", b.agency());
    JsonText.text(json, "text", b.text());
    JsonText.text(json, "field", b.field());
    JsonText.span(json, b.start(), b.end());
    proof(json, b.proof());
    json.writeEndObject();
  }

  private static void agency(JsonGenerator json, Attribution.Agency a) throws IOException {
    json.writeStartObject();
    JsonText.text(json, "code", a.code());
    JsonText.text(json, "name", a.name());
    JsonText.text(json, "role", a.role().code());
    json.writeNumberField("confidence", Math.round(a.confidence() * 100) / 100.0);
    json.writeArrayFieldStart("evidence");
    for (Attribution.Evidence e : a.evidence()) {
      json.writeStartObject();
      JsonText.text(json, "field", e.field());
      JsonText.text(json, "text", e.text());
      JsonText.span(json, e.start(), e.end());
      JsonText.text(json, "rule", e.rule());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void quote(JsonGenerator json, Attribution.Quote q) throws IOException {
    json.writeStartObject();
    JsonText.text(json, "kind", q.kind().code());
    JsonText.text(json, "text", q.text());
    JsonText.span(json, q.start(), q.end());
    if (!q.fragments().isEmpty()) {
      json.writeArrayFieldStart("fragments");
      for (Attribution.Span span : q.fragments()) {
        json.writeStartArray();
        json.writeNumber(span.start());
        json.writeNumber(span.end());
        json.writeEndArray();
      }
      json.writeEndArray();
    }
    if (q.speaker().isPresent()) {
      Attribution.Speaker speaker = q.speaker().get();
      json.writeObjectFieldStart("speaker");
      JsonText.text(json, "name", speaker.name());
      JsonText.text(json, "mention", speaker.mention());
      JsonText.span(json, speaker.start(), speaker.end());
      JsonText.text(json, "kind", speaker.kind().code());
      json.writeEndObject();
    }
    if (q.cue().isPresent()) {
      json.writeObjectFieldStart("cue");
      JsonText.text(json, "text", q.cue().get().text());
      JsonText.span(json, q.cue().get().start(), q.cue().get().end());
      json.writeEndObject();
    }
    if (!q.via().isEmpty()) {
      json.writeArrayFieldStart("via");
      for (String agency : q.via()) {
        json.writeString(agency);
      }
      json.writeEndArray();
    }
    if (q.statement().isPresent()) {
      json.writeArrayFieldStart("statement");
      json.writeNumber(q.statement().get().start());
      json.writeNumber(q.statement().get().end());
      json.writeEndArray();
    }
    proof(json, q.proof());
    json.writeEndObject();
  }

  private static void proof(JsonGenerator json, Attribution.Proof proof) throws IOException {
    JsonText.text(json, "rule", proof.rule());
    json.writeNumberField("confidence", Math.round(proof.confidence() * 100) / 100.0);
  }
}
