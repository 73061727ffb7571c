package news.dateline.websub;

import news.dateline.model.Reason;

/** Port: where people learn what happens to pushes. */
@FunctionalInterface
public interface PushEvents {
  /**
   * Raises an event of a source.
   *
   * @param detail one line for people
   */
  void raise(String source, Reason reason, String detail);
}
