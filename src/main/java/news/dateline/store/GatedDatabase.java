package news.dateline.store;

import news.dateline.model.Reason;
import news.dateline.model.RetryableException;
import org.jspecify.annotations.Nullable;

/** A database into which nothing is written any more once the gate is shut. */
final class GatedDatabase implements Database {
  private final Database database;
  private volatile @Nullable String shut;

  GatedDatabase(Database database) {
    this.database = database;
  }

  /** For good. */
  void shut(String why) {
    shut = why;
  }

  @Override
  public Dialect dialect() {
    return database.dialect();
  }

  @Override
  public <T> T read(Work<T> work) {
    return database.read(work);
  }

  @Override
  public <T> T write(Work<T> work) {
    String why = shut;
    if (why != null) {
      throw new RetryableException(Reason.STORE_FAILED, why);
    }
    return database.write(work);
  }

  @Override
  public void close() {
    database.close();
  }
}
