package news.dateline.parse;

import java.util.Optional;
import java.util.Set;
import news.dateline.model.Bytes;
import news.dateline.model.Feed;
import news.dateline.model.Reason;

/**
 * ZIP and TAR, compressed or not: every file in it is read as if it had been delivered alone. An
 * archive in an archive is opened, one within that is not. Pictures wait for an item that names
 * them.
 */
final class ArchiveReader implements Reader {
  private static final Set<String> NAMES = Set.of("zip", "tar", "tar.gz", "tgz", "archive");

  @Override
  public boolean answersTo(String format) {
    return NAMES.contains(format);
  }

  @Override
  public boolean recognises(Content content) {
    return content.shape() == Content.Shape.ARCHIVE;
  }

  @Override
  public Harvest read(Content content) {
    Harvest harvest = new Harvest(Feed.of("archive"));
    Inner inner = new Inner(content, harvest, this);
    new Opened(new ArchiveMembers(), harvest, inner, "").open(content.unpacked());
    return harvest.numbered(inner.serials());
  }

  /** One archive, or one within it: they share what may be unpacked. */
  private record Opened(ArchiveMembers members, Harvest harvest, Inner inner, String path)
      implements ArchiveMembers.Taker {
    void open(byte[] bytes) {
      members.open(bytes, this);
    }

    @Override
    public void take(String name, byte[] bytes) {
      String full = path + name;
      Unpack.Unpacked unpacked = Unpack.of(bytes);
      byte[] plain = unpacked.bytes();
      if (ArchiveMembers.isArchive(plain)) {
        if (path.isEmpty()) {
          new Opened(members, harvest, inner, full + "!/").open(plain);
        } else {
          refuse(name, Reason.TOO_COMPLEX, "an archive within an archive within an archive");
        }
      } else if (ArchiveMembers.mediaType(name).isEmpty() && plain.length > 0) {
        inner.read(full, unpacked.torn() ? bytes : plain, Optional.empty());
      }
    }

    @Override
    public void cutOff(String message) {
      harvest.refuse(inner::whole, Reason.CUT_OFF, message);
    }

    @Override
    public void refuse(String name, Reason reason, String message) {
      harvest.refuse(path + name, () -> Bytes.EMPTY, reason, message);
    }
  }
}
