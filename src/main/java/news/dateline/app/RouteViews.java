package news.dateline.app;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;

/** The pipeline's routes as the page shows them, numbers from Camel's own management. */
final class RouteViews {
  private final CamelContext camel;
  private final RoutesCheck check;

  RouteViews(CamelContext camel, RoutesCheck check) {
    this.camel = camel;
    this.check = check;
  }

  /** In the order they were loaded; the doors' own routes are left out. */
  List<Control.RouteView> views() {
    ManagedCamelContext managed = camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
    List<Control.RouteView> out = new ArrayList<>();
    for (Route route : camel.getRoutes()) {
      if (route.getId().startsWith("web.")) {
        continue;
      }
      ManagedRouteMBean bean = managed == null ? null : managed.getManagedRoute(route.getId());
      long exchanges = 0;
      long failed = 0;
      if (bean != null) {
        try {
          exchanges = bean.getExchangesTotal();
          failed = bean.getExchangesFailed();
        } catch (Exception e) {
          throw new IllegalStateException("route " + route.getId() + " cannot be measured", e);
        }
      }
      String description = route.getDescription() == null ? "" : route.getDescription();
      String state = String.valueOf(camel.getRouteController().getRouteStatus(route.getId()));
      out.add(new Control.RouteView(route.getId(), description, state, exchanges, failed));
    }
    return out;
  }

  /** Routes declared on disk that are not running. */
  List<String> missing() {
    return check.missing();
  }
}
