package news.dateline.web;

import news.dateline.app.Control;
import news.dateline.app.Door;
import news.dateline.app.Settings;
import org.apache.camel.RoutesBuilder;

/** The HTTP API and the page. */
public final class WebDoor implements Door {
  @Override
  public RoutesBuilder routes(Control control, Settings settings) {
    HttpGuard guard = new HttpGuard(settings.httpHost(), settings.httpToken());
    return new WebRoutes(
        new HttpApi(control, guard),
        new Page(guard),
        new HubCallback(control, settings.maxBody()),
        new PushEndpoint(control, settings.maxBody()));
  }
}
