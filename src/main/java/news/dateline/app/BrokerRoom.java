package news.dateline.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import news.dateline.app.health.Probe;
import news.dateline.broker.BrokerAddress;
import news.dateline.broker.BrokerOutlet;
import news.dateline.broker.BrokerPulse;
import news.dateline.broker.BrokerSettings;
import news.dateline.broker.Credentials;
import news.dateline.broker.Desk;
import news.dateline.broker.DeskFile;
import news.dateline.broker.EmbeddedBroker;
import news.dateline.broker.MissingAddresses;
import news.dateline.broker.Promises;
import news.dateline.broker.RejectedQueue;
import news.dateline.broker.Subscriptions;
import news.dateline.broker.WaitingArticles;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.model.Outgoing;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.publish.Valve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker this instance speaks to: the embedded one, or an Artemis of the user's; the rest of
 * the house does not see which.
 */
final class BrokerRoom implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerRoom.class);

  /** The publisher's user would do, but whoever has it could publish. */
  private static final String NO_READER =
      "no user for subscribers is set: make one on your broker that may consume from articles and"
          + " source.events, and set dateline.broker.reader.user and"
          + " dateline.broker.reader.password";

  private final @Nullable EmbeddedBroker embedded;
  private final BrokerAddress publisher;
  private final BrokerAddress admin;
  private final Optional<BrokerAddress> reader;
  private final String url;
  private List<String> missing = List.of();

  private BrokerRoom(
      @Nullable EmbeddedBroker embedded,
      BrokerAddress publisher,
      BrokerAddress admin,
      Optional<BrokerAddress> reader,
      String url) {
    this.embedded = embedded;
    this.publisher = publisher;
    this.admin = admin;
    this.reader = reader;
    this.url = url;
  }

  /**
   * Starts the embedded broker, or just remembers where the user's is.
   *
   * @param toAll false: subscribers are let in by {@link #openToAll} only
   */
  static BrokerRoom open(
      Home home, Settings settings, MeterRegistry meters, InstantSource clock, boolean toAll) {
    if (settings.brokerUrl().isPresent()) {
      return external(settings.brokerUrl().get(), settings);
    }
    Problems problems = new Problems();
    List<Desk> desks = desks(home, problems);
    if (!problems.isEmpty()) {
      Problem first = problems.list().get(0);
      throw new RejectedException(Reason.CONFIG_INVALID, first + "; dateline check lists all");
    }
    BrokerSettings broker =
        BrokerSettings.of(home.data(), "127.0.0.1", settings.brokerPort())
            .withLatest(settings.retroactive())
            .withKeep(Integer.MAX_VALUE, settings.away().keep())
            .withKeepBytes(away(home, settings));
    EmbeddedBroker embedded =
        new EmbeddedBroker(
            broker, desks, Credentials.in(home.data(), desks), Optional.of(meters), clock);
    embedded.admitAll(toAll);
    try {
      embedded.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BrokerRoom(
        embedded,
        embedded.asPublisher(),
        embedded.asAdmin(),
        Optional.of(embedded.asReader()),
        "tcp://127.0.0.1:" + embedded.port());
  }

  private static long away(Home home, Settings settings) {
    try {
      return settings.away().disk().of(home.data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BrokerRoom external(String url, Settings settings) {
    BrokerAddress publisher =
        new BrokerAddress(
            url,
            settings.brokerUser().orElse(""),
            settings.brokerPassword().orElse(""),
            settings.limits().broker());
    LOG.info(
        "The broker is your own: its queues, limits and users are its own affair. desks.yaml,"
            + " dateline.broker.retroactive, gap messages and the last event of each source do"
            + " not exist there (docs/external-broker.md)");
    return new BrokerRoom(
        null,
        publisher,
        settings.brokerUsers().admin().map(l -> as(l, publisher)).orElse(publisher),
        settings.brokerUsers().reader().map(l -> as(l, publisher)),
        url);
  }

  private static BrokerAddress as(Settings.Login login, BrokerAddress other) {
    return new BrokerAddress(other.url(), login.user(), login.password(), other.patience());
  }

  /** The named queues of {@code desks.yaml}. */
  static List<Desk> desks(Home home, Problems problems) {
    Path file = home.config().resolve("desks.yaml");
    return DeskFile.read(file, home.shown(file), problems);
  }

  /** A broker that stopped by itself is started again only while there is room on the disk. */
  void startAgainOnlyIf(BooleanSupplier enoughRoom) {
    if (embedded != null) {
      embedded.startAgainOnlyIf(enoughRoom);
    }
  }

  /** What the broker should hold; empty when it is not embedded. */
  Optional<Promises> promises() {
    return Optional.ofNullable(embedded).map(EmbeddedBroker::promises);
  }

  /** Lets subscribers in. */
  void openToAll() {
    if (embedded != null) {
      embedded.admitAll(true);
    }
  }

  /** What waits in the subscriptions; empty when the broker is not embedded. */
  Optional<WaitingArticles> waiting() {
    return Optional.ofNullable(embedded).map(EmbeddedBroker::waiting);
  }

  BrokerOutlet outlet() {
    return new BrokerOutlet(publisher);
  }

  /**
   * Whether the broker answers, asked as the user we publish as; on one of the user's, our
   * addresses are made whenever it was away.
   */
  Probe.Question<List<String>> question(BrokerPulse pulse) {
    MissingAddresses addresses = new MissingAddresses(List.of(publisher, admin));
    return () -> {
      if (pulse.ask() && embedded == null) {
        List<String> now = addresses.make();
        if (!now.equals(missing)) {
          now.forEach(m -> LOG.warn("{}", m));
        }
        missing = now;
      }
      return missing;
    };
  }

  BrokerPulse pulse() {
    return new BrokerPulse(publisher);
  }

  RejectedQueue rejected() {
    return new RejectedQueue(admin);
  }

  Subscriptions subscriptions() {
    return embedded == null ? Subscriptions.managed(admin) : embedded.subscriptions();
  }

  /** Shut while a subscriber of the embedded broker would lose articles. */
  Valve valve() {
    return embedded == null ? Valve.OPEN : embedded.valve();
  }

  /** Who sends the events of subscriptions that lost articles. */
  void events(Consumer<Outgoing> outbox) {
    if (embedded != null) {
      embedded.events(outbox);
    }
  }

  /** 0 when the broker is not embedded. */
  int port() {
    return embedded == null ? 0 : embedded.port();
  }

  /** Where subscribers connect with JMS. */
  String url() {
    return url;
  }

  /** How anybody subscribes. */
  Control.Access access() {
    return reader
        .map(this::access)
        .orElseGet(() -> access(new BrokerAddress(url, "", "")).noting(NO_READER));
  }

  /**
   * How a reader of a desk connects.
   *
   * @return empty when there is no such desk; at a broker of the user's own, which desks and users
   *     there are is said there: as {@link #access()}
   */
  Optional<Control.Access> access(String desk) {
    return embedded == null ? Optional.of(access()) : embedded.asDesk(desk).map(this::access);
  }

  private Control.Access access(BrokerAddress as) {
    String amqp = url.replaceFirst("^tcp:", "amqp:");
    String stomp = url.replaceFirst("^tcp:", "stomp:");
    String mqtt = url.replaceFirst("^tcp:", "mqtt:");
    return new Control.Access(url, amqp, stomp, mqtt, as.user(), as.password(), "");
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
