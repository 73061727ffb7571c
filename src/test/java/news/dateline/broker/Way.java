package news.dateline.broker;

import java.util.List;

/** A client of one user by one protocol. */
interface Way extends AutoCloseable {
  /** What can be tried by this protocol. */
  List<String> actions();

  /** True when the broker let it happen. */
  boolean tries(String action, String target) throws Exception;

  @Override
  void close();
}
