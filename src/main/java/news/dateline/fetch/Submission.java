package news.dateline.fetch;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import news.dateline.fetch.Deadlines.Deadline;
import news.dateline.model.Reason;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/**
 * One form on its way. Follows only the redirects that keep the method, 307 and 308: WebSub section
 * 5.2 asks it of subscribers, and any other would turn the form into a GET.
 */
final class Submission {
  /** How much of what a server answers is read, and shown. */
  private static final int READ = 8 << 10;

  private static final int SHOWN = 200;

  private final FetchSettings settings;
  private final Clients clients;
  private final HostPacing pacing;
  private final boolean internal;
  private final Map<String, String> form;
  private final InstantSource clock;
  private Target target;

  Submission(
      FetchSettings settings,
      Clients clients,
      HostPacing pacing,
      boolean internal,
      Target target,
      Map<String, String> form,
      InstantSource clock) {
    this.settings = settings;
    this.clients = clients;
    this.pacing = pacing;
    this.internal = internal;
    this.target = target;
    this.form = form;
    this.clock = clock;
  }

  Posted run(Deadlines deadlines) {
    try (Deadline deadline = deadlines.start(settings.totalTimeout())) {
      try {
        return follow(deadline);
      } catch (IOException | RuntimeException e) {
        Faults fault =
            deadline.expired() ? Faults.tooLong(target, settings) : Faults.of(e, target, settings);
        return Posted.failed(fault.reason(), fault.line());
      }
    }
  }

  private Posted follow(Deadline deadline) throws IOException {
    Set<Target> seen = new HashSet<>();
    String lastHost = "";
    while (seen.add(target) && seen.size() <= settings.maxRedirects() + 1) {
      String host = target.hostKey();
      FetchSettings.Pace pace = internal ? settings.internalPace() : settings.pace();
      Instant start = clock.instant();
      // each form is a visitor of its own: those to one hub queue up like the feeds of one host
      Optional<Instant> turn = Optional.empty();
      if (host.equals(lastHost)) {
        pacing.stay(host);
      } else {
        turn = pacing.enter(host, "form " + form.hashCode(), pace, start);
      }
      lastHost = host;
      if (turn.isPresent()) {
        return new Posted(
            OptionalInt.empty(),
            Optional.empty(),
            host + " is being spared until " + turn.get(),
            turn);
      }
      try (Exchange exchange = Exchange.post(clients.of(internal), target, form, deadline)) {
        ClassicHttpResponse response = exchange.response();
        int code = response.getCode();
        Body body = exchange.body(READ);
        if (code != 307 && code != 308) {
          return answer(response, code, body);
        }
        Header location = response.getFirstHeader("Location");
        Optional<Target> next =
            Optional.ofNullable(location == null ? null : location.getValue())
                .flatMap(target::resolve);
        if (next.isEmpty()) {
          return Posted.failed(Reason.REDIRECT_REFUSED, Statuses.line(code) + " to nowhere");
        }
        target = next.get();
      } finally {
        pacing.leave(host, pace, start, clock.instant());
      }
    }
    return Posted.failed(Reason.REDIRECT_REFUSED, "redirected too often or in a circle");
  }

  private Posted answer(ClassicHttpResponse response, int code, Body body) {
    Optional<Instant> pause =
        code == 429 || code == 503
            ? Waits.retryAfter(response, clock.instant()).map(clock.instant()::plus)
            : Optional.empty();
    if (pause.isPresent() && settings.scope() == FetchSettings.RetryScope.HOST) {
      pacing.pause(target.hostKey(), pause.get(), "a subscription");
    }
    Optional<Reason> reason =
        code / 100 == 2
            ? Optional.empty()
            : Statuses.failure(code, pause.isPresent())
                .or(() -> Optional.of(Reason.PROTOCOL_ERROR));
    String said = body.bytes().utf8().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    String line =
        Statuses.line(code)
            + (said.isEmpty() || reason.isEmpty()
                ? ""
                : ": " + said.substring(0, Math.min(SHOWN, said.length())));
    return new Posted(OptionalInt.of(code), reason, line, pause);
  }
}
