package news.dateline.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One document on its way: the body of a Camel exchange between {@code documents.parse} and {@code
 * articles.store}. Stages map the items; what cannot go on moves to the rejections, and its
 * neighbours go on.
 *
 * @param document where the items came from
 * @param feed what the document says of itself
 * @param memo what is to be remembered of it for the source's next one
 * @param items still on their way, in document order
 * @param rejections buried so far
 * @param received how many items the document held
 * @param whole all items of the document, read when first asked for: also those that were left out
 *     because they stand in the source's last document as they are
 * @param unchanged how many of them were already known as they are; {@code received = items +
 *     rejections of items + unchanged} always
 */
public record Batch<T>(
    Document document,
    Feed feed,
    Memo memo,
    List<T> items,
    Supplier<List<Item>> whole,
    List<Rejection> rejections,
    int received,
    int unchanged) {
  public Batch {
    items = List.copyOf(items);
    rejections = List.copyOf(rejections);
  }

  /** A freshly read document. */
  public static <T> Batch<T> of(Document document, Feed feed, List<T> items) {
    return new Batch<>(document, feed, Memo.NONE, items, List::of, List.of(), items.size(), 0);
  }

  /** A document that could not be read at all: no items, one rejection. */
  public static <T> Batch<T> rejected(Document document, Feed feed, Rejection rejection) {
    return new Batch<>(document, feed, Memo.NONE, List.of(), List::of, List.of(rejection), 0, 0);
  }

  public boolean isEmpty() {
    return items.isEmpty() && rejections.isEmpty();
  }

  /**
   * Does one stage's work on every item. An item whose step throws is rejected with the reason of
   * its {@link RejectedException}, or {@link Reason#UNFORESEEN}; a {@link RetryableException} is
   * passed on, because then the whole document must be tried again.
   *
   * @param stage the route's id, for the rejection
   * @param now when, for the rejection
   * @param describe the item's own id or headline, for people
   * @param raw its bytes, asked for only when it is rejected
   * @param step the stage's work on one item
   */
  public <R> Batch<R> map(
      String stage,
      Instant now,
      Function<T, Optional<String>> describe,
      Function<T, Bytes> raw,
      Function<T, R> step) {
    List<R> out = new ArrayList<>(items.size());
    List<Rejection> bad = new ArrayList<>(rejections);
    for (T item : items) {
      try {
        out.add(step.apply(item));
      } catch (RetryableException e) {
        throw e;
      } catch (RejectedException e) {
        bad.add(
            reject(stage, now, describe.apply(item), raw.apply(item), e.reason(), e.getMessage()));
      } catch (RuntimeException | StackOverflowError e) {
        bad.add(
            reject(
                stage,
                now,
                describe.apply(item),
                raw.apply(item),
                Reason.UNFORESEEN,
                e + place(e)));
      }
    }
    return new Batch<>(document, feed, memo, out, whole, bad, received, unchanged);
  }

  /** The same batch with other items, {@code dropped} of them found unchanged. */
  public <R> Batch<R> with(List<R> newItems, int dropped) {
    return new Batch<>(
        document, feed, memo, newItems, whole, rejections, received, unchanged + dropped);
  }

  /** The same batch with items buried that are no longer among its items. */
  public Batch<T> rejecting(List<Rejection> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Rejection> all = new ArrayList<>(rejections);
    all.addAll(more);
    return new Batch<>(document, feed, memo, items, whole, all, received, unchanged);
  }

  /** The same batch with something else to remember. */
  public Batch<T> remembering(Memo newMemo) {
    return new Batch<>(document, feed, newMemo, items, whole, rejections, received, unchanged);
  }

  /** Where in our code a bug showed itself: enough to find it from the buried item alone. */
  private static String place(Throwable e) {
    for (StackTraceElement frame : e.getStackTrace()) {
      if (frame.getClassName().startsWith("news.dateline.")) {
        return " at "
            + frame.getClassName()
            + "."
            + frame.getMethodName()
            + ":"
            + frame.getLineNumber();
      }
    }
    return "";
  }

  private Rejection reject(
      String stage, Instant now, Optional<String> item, Bytes raw, Reason reason, String message) {
    return new Rejection(
        document.source().id(),
        document.location(),
        item,
        stage,
        reason,
        message,
        raw,
        document.contentType(),
        now);
  }
}
