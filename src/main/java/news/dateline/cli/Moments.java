package news.dateline.cli;

/** Moments as a terminal shows them. */
final class Moments {
  private Moments() {}

  /** An ISO 8601 instant to the second; anything else as it is. */
  static String seconds(String instant) {
    return instant.replaceFirst("\\.\\d+Z$", "Z");
  }
}
