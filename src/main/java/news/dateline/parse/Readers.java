package news.dateline.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All formats Dateline reads, in the order they are asked: the first that recognises wins. */
final class Readers {
  private static final List<Reader> ALL =
      List.of(
          new ArchiveReader(),
          new MailReader(),
          new AnpaReader(),
          new Iptc7901Reader(),
          new RssReader(),
          new AtomReader(),
          new CdfReader(),
          new SitemapReader(),
          new NewsMlReader(),
          new NewsMlG2Reader(),
          new NitfReader(),
          new OwnXmlReader(),
          new JsonFeedReader(),
          new DigitalwiresReader(),
          new NinjsReader(),
          new TextReader());

  private Readers() {}

  /** The reader a source's {@code format} names; empty when no reader answers to it. */
  static Optional<Reader> named(String format) {
    String wanted = format.toLowerCase(Locale.ROOT);
    return ALL.stream().filter(r -> r.answersTo(wanted)).findFirst();
  }

  /** The reader that knows the content; empty when none does. */
  static Optional<Reader> recognising(Content content) {
    return ALL.stream().filter(r -> r.recognises(content)).findFirst();
  }
}
