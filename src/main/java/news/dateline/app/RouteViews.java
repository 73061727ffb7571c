package news.dateline.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import news.dateline.app.health.RoutesCheck;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;

/** The pipeline's routes as the page shows them, numbers from Camel's own management. */
final class RouteViews {
  private final CamelContext camel;
  private final RoutesCheck check;
  private final List<String> order;

  /**
   * @param order ids in the order an item meets them
   */
  RouteViews(CamelContext camel, RoutesCheck check, List<String> order) {
    this.camel = camel;
    this.check = check;
    this.order = List.copyOf(order);
  }

  /** In the order an item meets them, the sources' own routes last; the doors' are left out. */
  List<Control.RouteView> views() {
    ManagedCamelContext managed =
        camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
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
    out.sort(
        Comparator.comparingInt((Control.RouteView r) -> place(r.id()))
            .thenComparing(Control.RouteView::id));
    return out;
  }

  private int place(String id) {
    int place = order.indexOf(id);
    return place < 0 ? order.size() : place;
  }

  /** Routes declared on disk that are not running. */
  List<String> missing() {
    return check.missing();
  }
}
