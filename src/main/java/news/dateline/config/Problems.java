package news.dateline.config;

import java.util.ArrayList;
import java.util.List;

/** Gathers problems, so that a user sees all of them at once. Not thread-safe. */
public final class Problems {
  private final List<Problem> list = new ArrayList<>();

  public void add(Problem problem) {
    list.add(problem);
  }

  public void add(YamlNode at, String key, String message, String hint) {
    list.add(new Problem(at.file(), at.line(), key, message, hint));
  }

  public boolean isEmpty() {
    return list.isEmpty();
  }

  /** In the order found. */
  public List<Problem> list() {
    return List.copyOf(list);
  }
}
