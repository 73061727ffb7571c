package news.dateline.app;

import java.time.InstantSource;

/** A way into a running instance: the web. */
public interface Door {
  /**
   * Made before anything listens; answers "come again" until it is opened.
   *
   * @param settings where it listens, and the token
   * @return for Camel main, which makes its HTTP server with it
   */
  Object server(Settings settings, InstantSource clock);

  /**
   * From now on requests are answered.
   *
   * @param control what may be asked of the instance
   */
  void open(Control control);

  /** From now on everybody is asked to come again: the instance is stopping. */
  void shut();
}
