package news.dateline.config;

/**
 * One thing wrong with a configuration file.
 *
 * @param file as the user knows it, relative to the configuration folder where possible
 * @param line counts from 1; 0 when the file as a whole is meant
 * @param key dotted path of the key, for instance {@code headers.Authorization}; may be empty
 * @param message what is wrong, without a full stop
 * @param hint what to do about it; may be empty
 */
public record Problem(String file, int line, String key, String message, String hint) {
  /** One line for people: {@code sources/x.yaml:3: every: "5" has no unit (write 5m, 1h, 30s)}. */
  @Override
  public String toString() {
    return file
        + (line > 0 ? ":" + line : "")
        + ": "
        + (key.isEmpty() ? "" : key + ": ")
        + message
        + (hint.isEmpty() ? "" : " (" + hint + ")");
  }
}
