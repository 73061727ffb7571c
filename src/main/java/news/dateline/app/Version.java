package news.dateline.app;

/** The version of this program, as in {@code pom.xml}; a test keeps them the same. */
public final class Version {
  /** For instance {@code 0.1.0}. */
  public static final String NUMBER = "0.1.0";

  private Version() {}
}
