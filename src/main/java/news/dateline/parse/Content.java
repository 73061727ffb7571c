package news.dateline.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.dateline.model.Bytes;
import news.dateline.model.Document;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.model.Source;
import org.jspecify.annotations.Nullable;

/**
 * A document decoded and looked at once, so that every reader can ask the same cheap questions. The
 * tree and the JSON are built when first asked for.
 */
final class Content {
  /** What the first characters say. */
  enum Shape {
    XML,
    HTML,
    JSON,
    TEXT,
    BINARY,
    ARCHIVE
  }

  /** Characters in which a document has said what it is. */
  private static final int HEAD = 4_000;

  private final Document document;
  private final Profiles profiles;
  private final boolean torn;
  private final Encodings.Decoded decoded;
  private final Sniffer.Look look;
  private @Nullable XmlTree tree;
  private @Nullable JsonTree json;

  private Content(
      Document document,
      Profiles profiles,
      boolean torn,
      Encodings.Decoded decoded,
      Sniffer.Look look) {
    this.torn = torn;
    this.document = document;
    this.profiles = profiles;
    this.decoded = decoded;
    this.look = look;
  }

  /**
   * Unpacks, decodes and looks.
   *
   * @param profiles how agencies write
   * @throws RejectedException when there is nothing to read
   */
  static Content of(Document document, Profiles profiles) {
    Unpack.Unpacked unpacked = Unpack.of(document.bytes().array());
    byte[] bytes = unpacked.bytes();
    if (bytes.length == 0) {
      throw new RejectedException(Reason.EMPTY_DOCUMENT, "no bytes");
    }
    if (ArchiveMembers.isArchive(bytes)) {
      return new Content(
          document,
          profiles,
          unpacked.torn(),
          new Encodings.Decoded("", Optional.empty(), false),
          new Sniffer.Look(Shape.ARCHIVE, "", 0, false));
    }
    Encodings.Decoded decoded =
        Encodings.decode(bytes, charset(document.source(), profiles), document.contentType());
    if (decoded.text().isBlank()) {
      throw new RejectedException(Reason.EMPTY_DOCUMENT, "nothing but white space");
    }
    return new Content(document, profiles, unpacked.torn(), decoded, Sniffer.look(decoded.text()));
  }

  private static Optional<Charset> charset(Source source, Profiles profiles) {
    return source
        .charset()
        .or(() -> source.agency().flatMap(profiles::agency).flatMap(AgencyProfile::charset));
  }

  /**
   * The house an item comes from: its source's agency, else the provider it names, else the service
   * that numbered it.
   *
   * @param providers how the item names its provider, the surest first
   * @param service designation of its transmission; empty string when there is none
   */
  House house(List<String> providers, String service) {
    AgencyProfile own =
        document
            .source()
            .agency()
            .flatMap(profiles::agency)
            .or(() -> profiles.provider(providers))
            .or(() -> profiles.service(service))
            .orElse(profiles.common());
    return profiles.house(own);
  }

  /** How agencies write. */
  Profiles profiles() {
    return profiles;
  }

  /** The house of an item whose format has no transmission numbers. */
  House house(List<String> providers) {
    return house(providers, "");
  }

  /** Another document, found within this one. */
  Content within(Document inner) {
    return of(inner, profiles);
  }

  /** The bytes, unpacked when they were gzip. */
  byte[] unpacked() {
    return Unpack.gunzip(document.bytes().array());
  }

  Document document() {
    return document;
  }

  Bytes bytes() {
    return document.bytes();
  }

  String text() {
    return decoded.text();
  }

  Shape shape() {
    return look.shape();
  }

  /** Local name of the root element in lower case; empty string when this is not XML. */
  String rootName() {
    return look.rootName();
  }

  /** Whether this stands among the first few thousand characters. */
  boolean begins(String part) {
    int at = text().indexOf(part);
    return at >= 0 && at < HEAD;
  }

  /** The document's own address, when it has an absolute one. */
  Optional<URI> location() {
    return Links.absolute(document.location());
  }

  /** The XML tree, mended when it had to be. */
  XmlTree tree() {
    XmlTree built = tree;
    if (built == null) {
      built = XmlTree.build(decoded.text(), look.start(), decoded.mended() || look.junk());
      tree = built;
    }
    return built;
  }

  /** The JSON tree; {@code isMissingNode()} when the text is not JSON at all. */
  JsonNode json() {
    return jsonTree().root();
  }

  JsonTree jsonTree() {
    JsonTree built = json;
    if (built == null) {
      built = JsonTree.build(decoded.text());
      json = built;
    }
    return built;
  }

  /** Whether the bytes had to be mended before they were readable as characters. */
  boolean mended() {
    return decoded.mended();
  }

  /** Whether the document is known to break off; asked when it has been read. */
  boolean isCutOff() {
    return torn
        || (tree != null && tree.isCutOff())
        || (json != null && json.end() == JsonTree.End.CUT_OFF);
  }

  /** Whether it was packed, and the packed bytes lack their end. */
  boolean isTorn() {
    return torn;
  }

  /** The last element of a list in JSON that could not be read; mostly empty. */
  String unreadJson() {
    return json == null ? "" : json.unread();
  }

  @Override
  public String toString() {
    return document.location() + " " + shape().name().toLowerCase(Locale.ROOT);
  }
}
