package news.dateline.app;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import news.dateline.model.Bytes;
import news.dateline.model.Cursor;
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
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.WrappedFile;
import org.jspecify.annotations.Nullable;

/** Makes a Document of what a transport of Camel's delivered: a file, a mail, a message. */
final class Receiver {
  /** Exchange property: a delivery that cannot be taken in, for the burial. */
  static final String DOCUMENT = "DatelineDocument";

  /** Bytes kept of a delivery that is too large. */
  private static final int EVIDENCE = 64 << 10;

  /** By what components of Camel's call that which they deliver, the first that is there. */
  private static final List<String> NAMES =
      List.of(
          Exchange.FILE_NAME,
          "CamelAwsS3Key",
          "CamelAzureStorageBlobBlobName",
          "CamelGoogleCloudStorageObjectName",
          "CamelMinioObjectName",
          "JMSMessageID");

  private static final List<String> TYPES =
      List.of(
          Exchange.CONTENT_TYPE,
          "CamelAwsS3ContentType",
          "CamelAzureStorageBlobContentType",
          "CamelGoogleCloudStorageContentType",
          "CamelMinioContentType",
          "JMS_AMQP_ContentType");

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
    return delivery.document(source(delivery.subscription().source()), clock.instant());
  }

  /** The delivery of this exchange, whose property {@code DatelineSource} names the source. */
  public Document receive(Exchange exchange) {
    Source source = source(exchange.getProperty("DatelineSource", String.class));
    Message message = exchange.getMessage();
    Object body = message.getBody();
    if (body instanceof jakarta.mail.Message mail) {
      return receive(exchange, source, mail);
    }
    String name = name(exchange);
    Optional<String> type =
        TYPES.stream()
            .map(t -> message.getHeader(t, String.class))
            .filter(Objects::nonNull)
            .findFirst();
    // a text has no charset any more, whatever its XML declaration says
    if (body instanceof String text) {
      byte[] bytes = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
      return accept(exchange, source, name, type, Bytes.wrap(bytes), bytes.length);
    }
    Long told = message.getHeader(Exchange.FILE_LENGTH, Long.class);
    long size = told == null ? -1 : told;
    try (InputStream in = stream(message)) {
      Bytes bytes = Bytes.wrap(in.readNBytes((int) Math.min(maxBytes + 1, keep(size))));
      return accept(exchange, source, name, type, bytes, Math.max(size, bytes.size()));
    } catch (IOException | RuntimeCamelException e) {
      return unreadable(exchange, source, name, body, e);
    }
  }

  /** A document of this size is read whole, or only its head is kept, to be shown. */
  private long keep(long size) {
    return size > maxBytes ? EVIDENCE : Long.MAX_VALUE;
  }

  private Document receive(Exchange exchange, Source source, jakarta.mail.Message mail) {
    String name = exchange.getExchangeId();
    try {
      name = Mails.name(mail, name);
      Bytes bytes = Mails.bytes(mail, maxBytes);
      return accept(exchange, source, name, Optional.of(Mails.TYPE), bytes, bytes.size());
    } catch (MessagingException | IOException e) {
      throw new RetryableException(
          Reason.UNREACHABLE, name + " cannot be fetched: " + e.getMessage(), e);
    }
  }

  private Document accept(
      Exchange exchange,
      Source source,
      String name,
      Optional<String> type,
      Bytes bytes,
      long size) {
    if (size <= maxBytes) {
      return document(source, name, type, bytes);
    }
    exchange.setProperty(DOCUMENT, document(source, name, type, bytes.head(EVIDENCE)));
    throw new RejectedException(
        Reason.BODY_TOO_LARGE, name + " has " + size + " bytes, more than " + maxBytes);
  }

  /**
   * A file that is there but cannot be read never will be until somebody mends it: it is put aside,
   * so that it does not stand in the way at every look. One that is gone was taken back by its
   * sender.
   */
  private Document unreadable(
      Exchange exchange, Source source, String name, @Nullable Object body, Exception e) {
    String message = name + " cannot be read: " + e.getMessage();
    boolean there =
        body instanceof WrappedFile<?> wrapped
            && wrapped.getFile() instanceof java.io.File file
            && file.exists();
    if (!there) {
      throw new RetryableException(Reason.UNREACHABLE, message, e);
    }
    exchange.setProperty(DOCUMENT, document(source, name, Optional.empty(), Bytes.EMPTY));
    throw new RejectedException(Reason.UNREADABLE, message, e);
  }

  private static InputStream stream(Message message) {
    InputStream in = message.getBody(InputStream.class);
    if (in == null && message.getBody() != null) {
      throw new RuntimeCamelException(
          "no bytes can be made of " + message.getBody().getClass().getName());
    }
    return in == null ? InputStream.nullInputStream() : in;
  }

  private static String name(Exchange exchange) {
    Message message = exchange.getMessage();
    Object topic = message.getHeader("kafka.TOPIC");
    if (topic != null) {
      return topic
          + "/"
          + message.getHeader("kafka.PARTITION")
          + "@"
          + message.getHeader("kafka.OFFSET");
    }
    return NAMES.stream()
        .map(n -> message.getHeader(n, String.class))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(exchange.getExchangeId());
  }

  private Source source(String id) {
    return sources.apply(id).orElseThrow(() -> new NoSuchElementException("no source " + id));
  }

  private Document document(Source source, String name, Optional<String> type, Bytes bytes) {
    return document(source, name, type, bytes, clock);
  }

  /** A delivery; its hash is remembered, so that bytes buried once are not buried again. */
  static Document document(
      Source source, String name, Optional<String> type, Bytes bytes, InstantSource clock) {
    Cursor cursor =
        new Cursor(
            Optional.empty(),
            Optional.empty(),
            bytes.isEmpty() ? Optional.empty() : Optional.of(bytes.sha256()));
    return new Document(
        source,
        name,
        bytes,
        type,
        Visit.delivery(clock.instant(), bytes.size()).withCursor(cursor));
  }
}
