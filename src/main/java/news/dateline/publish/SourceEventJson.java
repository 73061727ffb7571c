package news.dateline.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import news.dateline.model.Bytes;
import news.dateline.model.Hole;
import news.dateline.model.Reason;
import news.dateline.model.SourceState;

/** The body of a message on {@code source.events}. */
final class SourceEventJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private SourceEventJson() {}

  static Bytes write(
      SourceState before,
      SourceState after,
      Optional<Reason> reason,
      String detail,
      Optional<Hole> gap,
      Instant at) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("source", after.source());
      json.writeStringField("from", before.health().code());
      json.writeStringField("to", after.health().code());
      if (reason.isPresent()) {
        json.writeStringField("reason", reason.get().slug());
      }
      JsonText.text(json, "detail", detail);
      JsonText.time(json, "at", at);
      JsonText.time(json, "since", after.since());
      JsonText.time(json, "lastItem", after.lastItem());
      JsonText.time(json, "nextPoll", after.nextPoll());
      JsonText.text(json, "nextWhy", after.nextWhy());
      json.writeNumberField("failures", after.failures());
      if (gap.isPresent()) {
        json.writeObjectFieldStart("gap");
        JsonText.time(json, "from", gap.get().from());
        JsonText.time(json, "to", gap.get().to());
        json.writeNumberField("count", gap.get().missed());
        json.writeBooleanField("estimated", true);
        json.writeEndObject();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return Bytes.wrap(out.toByteArray());
  }
}
