package news.dateline.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.attribution.AttributionInput;
import news.dateline.attribution.Attributor;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.model.Lines;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.normalise.Boilerplate;
import news.dateline.publish.AttributionJson;

/** The {@code attribute} command: plain text in, {@code {"text","removed","attribution"}} out. */
public final class TextAttribution {
  private static final JsonFactory JSON = new JsonFactory();

  private final Attributor attributor;
  private final Boilerplate boilerplate = new Boilerplate();

  private TextAttribution(Attributor attributor) {
    this.attributor = attributor;
  }

  /**
   * @throws RejectedException with {@link Reason#CONFIG_INVALID} when {@code agencies.yaml} has
   *     problems
   */
  public static TextAttribution open(Home home) {
    Problems problems = new Problems();
    Attributor attributor = new Attributor(Agencies.load(home, problems).lexicon());
    if (!problems.isEmpty()) {
      Problem first = problems.list().get(0);
      throw new RejectedException(Reason.CONFIG_INVALID, first + "; dateline check lists all");
    }
    return new TextAttribution(attributor);
  }

  /**
   * One text.
   *
   * @param language BCP 47; empty: told from the text
   * @param headline may be empty
   * @param publisher may be empty
   * @param published gives datelines their year
   * @param text paragraphs separated by blank lines, or one a line
   */
  public record Input(
      Optional<String> language,
      String headline,
      String publisher,
      Optional<Instant> published,
      String text) {}

  /** The output on one line, without a line feed. */
  public String json(Input in) {
    Boilerplate.Parted parted =
        boilerplate.parted(
            in.text(), new Boilerplate.Context(in.publisher(), in.language(), List.of()));
    AttributionInput input =
        new AttributionInput(
            parted.text(),
            in.headline(),
            in.language(),
            in.publisher(),
            Optional.empty(),
            in.published(),
            List.of(),
            Lines.NONE,
            parted.removed());
    StringWriter out = new StringWriter(parted.text().length() * 2);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("text", parted.text());
      json.writeFieldName("removed");
      AttributionJson.removed(json, parted.removed());
      json.writeFieldName("attribution");
      AttributionJson.write(json, attributor.attribute(input));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
