package news.dateline.web;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import news.dateline.app.Control;
import news.dateline.app.Door;
import news.dateline.app.Settings;

/** The HTTP API, the page, pushes and hubs: entries at the gate of Camel's HTTP server. */
public final class WebDoor implements Door {
  private Optional<Way> way = Optional.empty();

  /** What is made before Camel is. */
  private record Way(Settings settings, HttpGuard guard, Attempts attempts, Gate gate) {}

  @Override
  public Object server(Settings settings, InstantSource clock) {
    Attempts attempts = new Attempts(clock);
    LocalUser users = LocalUser.of(settings.callers().local());
    HttpGuard guard = new HttpGuard(settings.httpHost(), settings.httpToken(), attempts, users);
    Intake intake =
        new Intake(Math.max(4 * settings.maxBody(), Runtime.getRuntime().maxMemory() / 8));
    Gate gate = new Gate(guard, new Lines(settings.doors(), System::nanoTime), intake);
    way = Optional.of(new Way(settings, guard, attempts, gate));
    return new DoorServers(gate);
  }

  @Override
  public void open(Control control) {
    Way w = way.orElseThrow();
    long most = w.settings().maxBody();
    Page page = new Page(w.guard());
    w.gate()
        .open(
            Map.of(
                "api", new HttpApi(control, w.guard()),
                "", page,
                "page", page,
                "websub", new HubCallback(control, most),
                "push", new PushEndpoint(control, most, w.attempts())));
  }

  @Override
  public void shut() {
    way.ifPresent(w -> w.gate().shut());
  }
}
