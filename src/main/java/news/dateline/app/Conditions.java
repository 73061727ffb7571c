package news.dateline.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import news.dateline.app.health.Away;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;

/** What health says, for status and page, in their words. */
final class Conditions {
  /** Beside our own checks only those of Camel's that are down are worth a line. */
  private static final String OURS = "dateline";

  private final CamelContext camel;
  private final Vitals vitals;

  Conditions(CamelContext camel, Vitals vitals) {
    this.camel = camel;
    this.vitals = vitals;
  }

  /** As it is now; asks nobody. */
  Control.Condition now() {
    List<Control.Check> checks = new ArrayList<>();
    boolean up = true;
    for (HealthCheck.Result result : HealthCheckHelper.invokeReadiness(camel)) {
      boolean down = result.getState() == HealthCheck.State.DOWN;
      up &= !down;
      if (down || OURS.equals(result.getCheck().getGroup())) {
        checks.add(new Control.Check(result.getCheck().getId(), !down, message(result)));
      }
    }
    checks.sort(Comparator.comparing(Control.Check::id));
    return new Control.Condition(
        up,
        checks,
        vitals.outboxAsOf(),
        vitals.outboxOldest(),
        vitals.waitsFor(),
        vitals.brokerAway(),
        vitals.storeAway(),
        vitals.unseen());
  }

  private static String message(HealthCheck.Result result) {
    return result
        .getMessage()
        .orElseGet(() -> String.valueOf(result.getDetails().getOrDefault("message", "")));
  }

  /** What of it needs a person; routes that do not run and single sources are told elsewhere. */
  List<String> attention(Control.Condition condition) {
    List<String> out = new ArrayList<>();
    condition.broker().ifPresent(a -> out.add(away("broker", a, "articles wait in the outbox")));
    condition.store().ifPresent(a -> out.add(away("store", a, "nothing is taken in")));
    for (Control.Check check : condition.checks()) {
      if (!check.up() && !TOLD.contains(check.id())) {
        out.add(check.message().isEmpty() ? check.id() + " is down" : sentence(check.message()));
      }
    }
    out.addAll(vitals.notes());
    out.addAll(condition.unseen());
    return out;
  }

  private static final List<String> TOLD =
      List.of("dateline-broker", "dateline-store", "dateline-routes", "dateline-instance");

  private static String away(String part, Away away, String meanwhile) {
    return "The " + part + " is away since " + away.since() + "; " + meanwhile + ": " + away.why();
  }

  private static String sentence(String message) {
    return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
  }
}
