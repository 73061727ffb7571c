package news.dateline.app;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * The Camel component behind {@code due:sources}: a consumer with a few worker threads for any
 * number of sources. Sources are data; a route each would cost a thread and 220 KB.
 */
final class DueComponent extends DefaultComponent {
  private final DueWork work;

  DueComponent(DueWork work) {
    this.work = work;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    DueEndpoint endpoint = new DueEndpoint(uri, this, work);
    setProperties(endpoint, parameters);
    return endpoint;
  }
}
