package news.dateline.model;

/**
 * The number a wire service gave a transmission (IPTC 7901, ANPA 1312): counted up by one, started
 * again daily or when the digits are used up. It tells what is missing, never what an item is.
 *
 * @param service the service's designation, for instance {@code eca}
 * @param number from 1, or 0 where a service counts from there
 * @param digits how many digits the service writes: after 999 comes 1 when there are three
 * @param day of the transmission, in whatever form its service writes days; empty string when it
 *     writes none
 */
public record Serial(String service, int number, int digits, String day) {
  /** A transmission that does not tell its day. */
  public Serial(String service, int number, int digits) {
    this(service, number, digits, "");
  }
}
