package news.dateline.app;

import org.apache.camel.RoutesBuilder;

/** A way into a running instance that has routes of its own: the web. */
public interface Door {
  /**
   * The routes to run beside the pipeline.
   *
   * @param control what may be asked of the instance
   * @param settings where it listens, and the token
   */
  RoutesBuilder routes(Control control, Settings settings);
}
