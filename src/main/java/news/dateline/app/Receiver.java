package news.dateline.app;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import news.dateline.model.Bytes;
import news.dateline.model.Document;
import news.dateline.model.Fetch;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.model.RetryableException;
import news.dateline.model.Source;
import news.dateline.model.Visit;
import news.dateline.websub.Delivery;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Makes a Document of what a transport of Camel's delivered: a file, a mail, a message. */
final class Receiver {
  /** Exchange property: a delivery that cannot be taken in, for the burial. */
  static final String DOCUMENT = "DatelineDocument";

  /** Bytes kept of a delivery that is too large. */
  private static final int EVIDENCE = 64 << 10;

  private final Function<String, Optional<Source>> sources;
  private final InstantSource clock;
  private final long maxBytes;

  Receiver(Function<String, Optional<Source>> sources, InstantSource clock, long maxBytes) {
    this.sources = sources;
    this.clock = clock;
    this.maxBytes = maxBytes;
  }

  /**
   * What a fetch brought. A bean rather than {@code ${body.document}}: for that, Camel would keep
   * whole documents as keys of a cache.
   */
  public Document fetched(Fetch.Fetched fetch) {
    return fetch.document();
  }

  /** What a hub delivered. */
  public Document pushed(Delivery delivery) {
    String id = delivery.subscription().source();
    Source source =
        sources.apply(id).orElseThrow(() -> new NoSuchElementException("no source " + id));
    return delivery.document(source, clock.instant());
  }

  /** The delivery of this exchange, whose property {@code DatelineSource} names the source. */
  public Document receive(Exchange exchange) {
    String id = exchange.getProperty("DatelineSource", String.class);
    Source source =
        sources.apply(id).orElseThrow(() -> new NoSuchElementException("no source " + id));
    Message message = exchange.getMessage();
    String name =
        Optional.ofNullable(message.getHeader(Exchange.FILE_NAME, String.class))
            .orElse(exchange.getExchangeId());
    Long size = message.getHeader(Exchange.FILE_LENGTH, Long.class);
    if (size != null && size > maxBytes) {
      exchange.setProperty(DOCUMENT, document(source, name, message.getBody(InputStream.class)));
      throw new RejectedException(
          Reason.BODY_TOO_LARGE, name + " has " + size + " bytes, more than " + maxBytes);
    }
    byte[] body = message.getBody(byte[].class);
    Bytes bytes = body == null ? Bytes.EMPTY : Bytes.wrap(body);
    Optional<String> type =
        Optional.ofNullable(message.getHeader(Exchange.CONTENT_TYPE, String.class));
    return new Document(source, name, bytes, type, Visit.delivery(clock.instant(), bytes.size()));
  }

  /** The head of a delivery that is too large: what is shown of it. */
  private Document document(Source source, String name, @Nullable InputStream body) {
    try (InputStream in = body == null ? InputStream.nullInputStream() : body) {
      Bytes head = Bytes.wrap(in.readNBytes(EVIDENCE));
      return new Document(
          source, name, head, Optional.empty(), Visit.delivery(clock.instant(), head.size()));
    } catch (IOException e) {
      throw new RetryableException(
          Reason.UNREACHABLE, name + " cannot be read: " + e.getMessage(), e);
    }
  }
}
