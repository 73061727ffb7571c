package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.dateline.model.Bytes;
import news.dateline.model.Feed;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.model.Serial;
import org.jdom2.Element;

/**
 * What a reader brings in from one document: the items that could be read, and beside them those
 * that could not. One bad item never spoils its neighbours.
 */
final class Harvest {
  /**
   * More items than any feed or wire file has: a document beyond this is an attack or a mistake.
   */
  static final int MAX_ITEMS = 100_000;

  /**
   * An item that could not be read, with its own bytes.
   *
   * @param within name of the archive's member or the mail's attachment it stands in; empty: in the
   *     document itself
   */
  record Bad(
      Optional<String> item, String within, Reason reason, String message, Supplier<Bytes> raw) {}

  private Feed feed;
  private final List<Item> items = new ArrayList<>();
  private final List<Bad> bad = new ArrayList<>();

  Harvest(Feed feed) {
    this.feed = feed;
  }

  Feed feed() {
    return feed;
  }

  List<Item> items() {
    return items;
  }

  List<Bad> bad() {
    return bad;
  }

  /** Takes in what another brought. */
  void add(Harvest other) {
    items.addAll(other.items);
    bad.addAll(other.bad);
    if (items.size() + bad.size() > MAX_ITEMS) {
      throw new RejectedException(Reason.TOO_COMPLEX, "more than " + MAX_ITEMS + " items");
    }
  }

  /** The same harvest of a document that says something else of itself. */
  Harvest of(Feed other) {
    feed = other;
    return this;
  }

  /**
   * Takes one item in, or notes why it could not be read.
   *
   * @param raw the bytes of this item, asked for only when it is buried
   * @param read reads it
   */
  void take(Supplier<Bytes> raw, Supplier<Item> read) {
    if (items.size() + bad.size() >= MAX_ITEMS) {
      throw new RejectedException(Reason.TOO_COMPLEX, "more than " + MAX_ITEMS + " items");
    }
    try {
      Item item = read.get();
      if (hasSomething(item)) {
        items.add(item);
      } else {
        bad.add(new Bad(item.identity().guid(), "", Reason.ITEM_EMPTY, "nothing in it", raw));
      }
    } catch (RejectedException e) {
      refuse(raw, e.reason(), e.getMessage());
    } catch (StackOverflowError e) {
      refuse(raw, Reason.TOO_COMPLEX, "nested too deeply");
    } catch (RuntimeException e) {
      refuse(raw, Reason.MALFORMED, e.toString());
    }
  }

  /**
   * Takes an element in as {@link #take(Supplier, Supplier)} does, unless the document breaks off
   * within it: nobody knows what the rest of it would have said.
   */
  void take(XmlTree tree, Element e, Supplier<Bytes> raw, Supplier<Item> read) {
    Optional<XmlTree.Cut> cut = tree.cutThrough(e);
    if (cut.isPresent()) {
      refuse(cut.get()::bytes, Reason.CUT_OFF, "the document breaks off inside this item");
    } else {
      take(raw, read);
    }
  }

  /** Whether nothing was found: no item, and none that cannot be used. */
  boolean isEmpty() {
    return items.isEmpty() && bad.isEmpty();
  }

  /** Notes an item that is there but cannot be used. */
  void refuse(Supplier<Bytes> raw, Reason reason, String message) {
    refuse("", raw, reason, message);
  }

  /** Notes something in a member or attachment that cannot be used. */
  void refuse(String within, Supplier<Bytes> raw, Reason reason, String message) {
    bad.add(new Bad(Optional.empty(), within, reason, message, raw));
  }

  /** Takes over what was found in a member or attachment. */
  void add(Harvest found, String within) {
    if (items.size() + found.items.size() > MAX_ITEMS) {
      throw new RejectedException(Reason.TOO_COMPLEX, "more than " + MAX_ITEMS + " items");
    }
    items.addAll(found.items);
    for (Bad b : found.bad) {
      String name = b.within().isEmpty() ? within : within + "!/" + b.within();
      bad.add(new Bad(b.item(), name, b.reason(), b.message(), b.raw()));
    }
  }

  /** The same with the numbers of the transmissions found within. */
  Harvest numbered(List<Serial> serials) {
    feed = feed.numbered(serials);
    return this;
  }

  /** Anything an editor could use or recognise; an item with nothing at all is no item. */
  private static boolean hasSomething(Item item) {
    return !item.headline().isBlank()
        || !item.body().isBlank()
        || !item.summary().isBlank()
        || item.identity().guid().isPresent()
        || item.identity().link().isPresent()
        || !item.media().isEmpty()
        || !item.people().isEmpty()
        || !item.subjects().isEmpty()
        || !item.lines().equals(Lines.NONE)
        || !item.dates().equals(Item.Dates.NONE);
  }
}
