package news.dateline.fetch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import news.dateline.fetch.Body.End;
import news.dateline.fetch.Deadlines.Deadline;
import news.dateline.fetch.FetchSettings.Pace;
import news.dateline.fetch.FetchSettings.RetryScope;
import news.dateline.model.Bytes;
import news.dateline.model.Cursor;
import news.dateline.model.Document;
import news.dateline.model.Fetch;
import news.dateline.model.Poll;
import news.dateline.model.Reason;
import news.dateline.model.Visit;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/** One visit under way: follows redirects by hand until an answer can be given. */
final class Call {
  /** Longer validators are not remembered: they would be state without bound. */
  private static final int LONGEST_VALIDATOR = 1024;

  /** How long a host is left alone that answers 429 and does not say how long. */
  private static final Duration UNSAID_PAUSE = Duration.ofMinutes(1);

  private final FetchSettings settings;
  private final Clients clients;
  private final HostPacing pacing;
  private final Poll poll;
  private final InstantSource clock;
  private final Instant at;
  private final long began = System.nanoTime();
  private final Optional<Target> home;

  private Target target;
  private boolean moved;
  private boolean movedForGood = true;
  private OptionalInt status = OptionalInt.empty();
  private Optional<Duration> retryAfter = Optional.empty();
  private Optional<Duration> freshFor = Optional.empty();
  private long bytes;

  /**
   * @param first the address to ask
   * @param home the origin that the source's own headers are meant for
   */
  Call(
      FetchSettings settings,
      Clients clients,
      HostPacing pacing,
      Poll poll,
      Target first,
      Optional<Target> home,
      InstantSource clock) {
    this.settings = settings;
    this.clients = clients;
    this.pacing = pacing;
    this.poll = poll;
    this.home = home;
    this.target = first;
    this.clock = clock;
    this.at = clock.instant();
  }

  /** Goes and asks. Throws nothing: whatever happens is an outcome. */
  Fetch run(Deadlines deadlines) {
    try (Deadline deadline = deadlines.start(settings.totalTimeout())) {
      try {
        return follow(deadline);
      } catch (IOException | RuntimeException e) {
        Faults fault =
            deadline.expired() ? Faults.tooLong(target, settings) : Faults.of(e, target, settings);
        return failed(fault.reason(), fault.line());
      }
    }
  }

  private Fetch follow(Deadline deadline) throws IOException {
    Pace pace = poll.source().internal() ? settings.internalPace() : settings.pace();
    Set<Target> seen = new HashSet<>();
    String lastHost = "";
    for (; ; ) {
      seen.add(target);
      String host = target.hostKey();
      Instant start = clock.instant();
      if (host.equals(lastHost)) {
        pacing.stay(host);
      } else {
        Optional<Instant> turn = pacing.enter(host, poll.source().id(), pace, start);
        if (turn.isPresent()) {
          return deferred(host, turn.get());
        }
      }
      lastHost = host;
      try (Exchange exchange =
          Exchange.get(
              clients.of(poll.source().internal()),
              target,
              poll,
              home.filter(target::sameOrigin).isPresent(),
              deadline)) {
        Optional<Fetch> end = answer(exchange, seen);
        if (end.isPresent()) {
          return end.get();
        }
      } finally {
        pacing.leave(host, pace, start, clock.instant());
      }
    }
  }

  /** The outcome, or empty when the visit goes on at a new {@link #target}. */
  private Optional<Fetch> answer(Exchange exchange, Set<Target> seen) throws IOException {
    ClassicHttpResponse response = exchange.response();
    int code = response.getCode();
    status = OptionalInt.of(code);
    if (Statuses.redirects(code)) {
      exchange.body(BodyReader.HEAD_BYTES);
      return redirect(response, code, seen);
    }
    freshFor = Waits.freshFor(response, clock.instant());
    if (code == 304) {
      return Optional.of(notModified(response));
    }
    if (code == 429 || code == 503) {
      retryAfter = Waits.retryAfter(response, clock.instant());
    }
    Optional<Reason> failure =
        code == DeltaEncoding.IM_USED && DeltaEncoding.isDelta(response)
            ? Optional.empty()
            : Statuses.failure(code, retryAfter.isPresent());
    return Optional.of(
        failure.isPresent()
            ? refused(exchange, code, failure.get())
            : content(response, exchange.body(settings.maxBodyBytes())));
  }

  private Optional<Fetch> redirect(ClassicHttpResponse response, int code, Set<Target> seen) {
    Header location = response.getFirstHeader("Location");
    if (location == null || location.getValue() == null) {
      return Optional.of(
          failed(Reason.PROTOCOL_ERROR, Statuses.line(code) + " without a Location"));
    }
    Optional<Target> next = target.resolve(location.getValue());
    if (next.isEmpty()) {
      return Optional.of(
          failed(Reason.REDIRECT_REFUSED, "a redirect to something that is not http or https"));
    }
    if (seen.contains(next.get())) {
      return Optional.of(
          failed(Reason.REDIRECT_REFUSED, "the redirects go in a circle at " + next.get().uri()));
    }
    if (seen.size() > settings.maxRedirects()) {
      return Optional.of(
          failed(Reason.REDIRECT_REFUSED, "more than " + settings.maxRedirects() + " redirects"));
    }
    target = next.get();
    moved = true;
    movedForGood &= Statuses.permanent(code);
    return Optional.empty();
  }

  private Fetch notModified(ClassicHttpResponse response) {
    Cursor known = poll.cursor();
    boolean asked =
        poll.conditional() && (known.etag().isPresent() || known.lastModified().isPresent());
    if (!asked) {
      return failed(Reason.PROTOCOL_ERROR, "HTTP 304 Not Modified to an unconditional request");
    }
    Cursor cursor =
        new Cursor(
            validator(response, "ETag").or(known::etag),
            validator(response, "Last-Modified").or(known::lastModified),
            known.bodyHash());
    return new Fetch.Unchanged(poll.source(), visit(cursor, Optional.empty(), Statuses.line(304)));
  }

  private Fetch content(ClassicHttpResponse response, Body body) {
    bytes = body.size();
    if (body.end() != End.WHOLE) {
      Reason reason = body.end() == End.TOO_LARGE ? Reason.BODY_TOO_LARGE : Reason.BODY_UNREADABLE;
      return failed(reason, body.problem(), body.bytes(), response);
    }
    Optional<String> challenger = ChallengePage.by(response, body.bytes());
    if (challenger.isPresent()) {
      String line = challenger.get() + " wants proof of being human instead of giving the feed";
      return failed(Reason.BLOCKED, line, body.bytes().head(BodyReader.HEAD_BYTES), response);
    }
    // The same delta again is nothing new; but it is not what the next whole body is compared with.
    String hash = DeltaEncoding.mark(response) + body.bytes().sha256();
    Cursor cursor =
        new Cursor(
            validator(response, "ETag"), validator(response, "Last-Modified"), Optional.of(hash));
    if (poll.cursor().bodyHash().filter(hash::equals).isPresent()) {
      return new Fetch.Unchanged(
          poll.source(), visit(cursor, Optional.empty(), "the same bytes as before"));
    }
    return new Fetch.Fetched(document(body.bytes(), response, visit(cursor, Optional.empty(), "")));
  }

  private Fetch refused(Exchange exchange, int code, Reason reason) throws IOException {
    ClassicHttpResponse response = exchange.response();
    if (reason == Reason.THROTTLED && settings.scope() == RetryScope.HOST) {
      // limits count by address, not by feed: the others of this host would be told the same
      Duration pause = retryAfter.orElse(UNSAID_PAUSE);
      pacing.pause(target.hostKey(), clock.instant().plus(pause), poll.source().id());
    }
    Body body = exchange.body(BodyReader.HEAD_BYTES);
    bytes = body.size();
    Optional<String> challenger =
        code == 403 || code == 503 ? ChallengePage.by(response, body.bytes()) : Optional.empty();
    if (challenger.isPresent()) {
      String line = Statuses.line(code) + ": " + challenger.get() + " wants proof of being human";
      return failed(Reason.BLOCKED, line, body.bytes(), response);
    }
    String line =
        Statuses.line(code)
            + retryAfter.map(wait -> ", come back in " + wait.toSeconds() + " s").orElse("");
    // Pages saying 404 or 500 teach nothing; why a request is refused, they often say.
    return reason == Reason.BLOCKED || reason == Reason.CLIENT_ERROR
        ? failed(reason, line, body.bytes(), response)
        : failed(reason, line);
  }

  private static Optional<String> validator(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return Optional.ofNullable(header == null ? null : header.getValue())
        .filter(value -> !value.isEmpty() && value.length() <= LONGEST_VALIDATOR);
  }

  private Fetch deferred(String host, Instant until) {
    String line =
        pacing
            .pausedBy(host, clock.instant())
            .map(source -> host + " asked " + source + " for a pause, so all of its feeds wait")
            .orElseGet(() -> host + " is being spared until " + until);
    return new Fetch.Deferred(poll.source(), visit(poll.cursor(), Optional.empty(), line), until);
  }

  private Fetch failed(Reason reason, String line) {
    Visit visit = visit(poll.cursor(), Optional.of(reason), line);
    return new Fetch.Failed(poll.source(), visit, Optional.empty());
  }

  private Fetch failed(Reason reason, String line, Bytes head, ClassicHttpResponse response) {
    Visit visit = visit(poll.cursor(), Optional.of(reason), line);
    return new Fetch.Failed(
        poll.source(),
        visit,
        head.isEmpty() ? Optional.empty() : Optional.of(document(head, response, visit)));
  }

  private Document document(Bytes body, ClassicHttpResponse response, Visit visit) {
    Header type = response.getFirstHeader("Content-Type");
    return new Document(
        poll.source(),
        target.uri().toString(),
        body,
        Optional.ofNullable(type == null ? null : type.getValue()),
        LinkHeaders.read(response, target),
        visit);
  }

  private Visit visit(Cursor cursor, Optional<Reason> reason, String detail) {
    // Only an answer that was of use shows that the new address is right.
    boolean useful =
        reason.isEmpty()
            && status.isPresent()
            && (status.getAsInt() / 100 == 2 || status.getAsInt() == 304);
    return new Visit(
        at,
        Duration.ofNanos(System.nanoTime() - began),
        status,
        bytes,
        cursor,
        reason,
        detail,
        retryAfter,
        freshFor,
        moved && movedForGood && useful && poll.page().isEmpty()
            ? Optional.of(target.uri())
            : Optional.empty(),
        way(poll));
  }

  static Visit.Way way(Poll poll) {
    return poll.way();
  }
}
