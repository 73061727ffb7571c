package news.dateline.model;

import java.util.Locale;

/** May the article be used? The values of ninjs {@code pubStatus} (IPTC {@code stat:} codes). */
public enum PubStatus {
  USABLE,
  WITHHELD,
  CANCELED;

  /** As published: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
