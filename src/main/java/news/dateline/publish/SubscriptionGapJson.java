package news.dateline.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import news.dateline.model.Bytes;
import news.dateline.model.Reason;

/** The bodies that tell of a gap: {@code docs/gap.schema.json} and a source event. */
final class SubscriptionGapJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private SubscriptionGapJson() {}

  static Bytes message(SubscriptionGap gap) {
    return write(
        json -> {
          json.writeStringField("type", SubscriptionGap.TYPE);
          json.writeStringField("uri", gap.uri());
          facts(json, gap);
          json.writeStringField("replay", gap.replay());
        });
  }

  static Bytes event(SubscriptionGap gap, boolean told, Instant at) {
    return write(
        json -> {
          json.writeStringField("source", gap.source());
          json.writeStringField("from", told ? "failing" : "ok");
          json.writeStringField("to", told ? "ok" : "failing");
          json.writeStringField("reason", Reason.SUBSCRIPTION_GAP.slug());
          json.writeStringField(
              "detail", told ? "the subscriber knows: " + gap.sentence() : gap.sentence());
          JsonText.time(json, "at", at);
          JsonText.time(json, "since", told ? at : gap.since());
          json.writeNumberField("failures", told ? 0 : 1);
          json.writeObjectFieldStart("gap");
          facts(json, gap);
          json.writeEndObject();
        });
  }

  private static void facts(JsonGenerator json, SubscriptionGap gap) throws IOException {
    json.writeStringField("subscription", JsonText.wellFormed(gap.subscription()));
    JsonText.time(json, "from", gap.from());
    JsonText.time(json, "to", gap.to());
    json.writeNumberField("count", gap.count());
    if (gap.first().isPresent()) {
      json.writeNumberField("firstSequence", gap.first().getAsLong());
    }
    if (gap.last().isPresent()) {
      json.writeNumberField("lastSequence", gap.last().getAsLong());
    }
  }

  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private static Bytes write(Fields fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return Bytes.wrap(out.toByteArray());
  }
}
