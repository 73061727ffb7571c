package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.dateline.model.Bytes;
import news.dateline.model.Feed;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;

/** ANPA 1312, the wire format of American newspapers, one transmission or many a document. */
final class AnpaReader implements Reader {
  /** Characters in which the header stands. */
  private static final int HEAD = 400;

  /** Parts the letter and number of a service from whom they are for. */
  private static final char US = 0x1F;

  @Override
  public boolean answersTo(String format) {
    return format.equals("anpa") || format.replace("-", "").equals("anpa1312");
  }

  @Override
  public boolean recognises(Content content) {
    String text = content.text();
    String head = text.substring(0, Math.min(text.length(), HEAD));
    int soh = head.indexOf(Iptc7901Split.SOH);
    boolean keyed = head.chars().anyMatch(c -> c >= 0x11 && c <= 0x14);
    return soh >= 0
        && !WireText.hasWords(head.substring(0, soh))
        && (keyed || head.indexOf(US) > soh)
        && header(head.substring(soh + 1)).isPresent();
  }

  @Override
  public Harvest read(Content content) {
    List<String> all = split(content.text());
    if (all.isEmpty()) {
      throw new RejectedException(Reason.MALFORMED, "no transmission in it");
    }
    List<Optional<AnpaHeader>> headers = all.stream().map(AnpaReader::header).toList();
    Harvest harvest =
        new Harvest(
            Feed.of("anpa1312")
                .numbered(
                    headers.stream().flatMap(h -> h.map(AnpaHeader::serial).stream()).toList()));
    for (int i = 0; i < all.size(); i++) {
      String one = all.get(i);
      Optional<AnpaHeader> header = headers.get(i);
      Supplier<Bytes> raw = all.size() == 1 ? content::bytes : () -> Bytes.utf8(one);
      if (i == all.size() - 1 && isCutOff(content.text())) {
        harvest.refuse(raw, Reason.CUT_OFF, "the document breaks off inside this transmission");
        continue;
      }
      harvest.take(
          raw,
          () ->
              new AnpaItem(
                      content,
                      header.orElseThrow(
                          () ->
                              new RejectedException(
                                  Reason.MALFORMED, "a transmission without a header")),
                      one,
                      raw)
                  .read());
    }
    return harvest;
  }

  /** Whether the last transmission ends neither with EOT nor with a line behind its ETX. */
  private static boolean isCutOff(String document) {
    int soh = document.lastIndexOf(Iptc7901Split.SOH);
    int etx = document.indexOf(Iptc7901Split.ETX, soh + 1);
    return document.indexOf(Iptc7901Split.EOT, soh + 1) < 0
        && (etx < 0 || document.indexOf('\n', etx) < 0);
  }

  /** From SOH to EOT or the next SOH. */
  private static List<String> split(String document) {
    List<String> out = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= document.length(); i++) {
      char c = i == document.length() ? Iptc7901Split.EOT : document.charAt(i);
      if (c == Iptc7901Split.SOH || c == Iptc7901Split.EOT) {
        String piece = document.substring(start, i);
        if (WireText.hasWords(piece)) {
          out.add(piece);
        }
        start = i + 1;
      }
    }
    return out;
  }

  /** The first two lines with words, before STX. */
  private static Optional<AnpaHeader> header(String transmission) {
    int stx = transmission.indexOf(Iptc7901Split.STX);
    String head = transmission.substring(0, Math.min(stx < 0 ? HEAD : stx, transmission.length()));
    List<String> lines = head.lines().filter(WireText::hasWords).limit(2).toList();
    return lines.isEmpty()
        ? Optional.empty()
        : AnpaHeader.of(lines.get(0), lines.size() > 1 ? lines.get(1) : "");
  }
}
